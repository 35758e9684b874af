using System.CommandLine;
using System.Runtime.ExceptionServices;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel check</c>: checks a store against its model, reports the problems found, and repairs them where asked.</summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var repair = new Option<bool>("--repair") { Description = "Repair what can be repaired: missing constraints and indexes, and derived values." };
        var command = new Command(
            "check",
            "Check a store against its model, for use after another tool wrote to it. The exit code is 0 if there are no problems, " +
            $"{ExitCodes.ProblemsFound} if problems remain.")
        {
            common.Store, common.NoSchema, common.Model, repair,
        };
        command.SetAction(result => CommandRunner.RunAsync(async cancellation =>
        {
            var (name, file) = (result.GetRequiredValue(common.Store), result.GetValue(common.Model));
            await using var store = CommonOptions.Open(name, ModelFile.Load(file), result.GetValue(common.NoSchema));
            var report = await store.CheckAsync(result.GetValue(repair), cancellation).ConfigureAwait(false);
            string[] repairCommand =
                ["graphintel check", "--store " + Quote(name.Argument), .. file is null ? [] : new[] { "--model " + Quote(file) }, "--repair"];
            foreach (var line in Lines(report, string.Join(' ', repairCommand)))
                Console.WriteLine(line);
            if (report.Interruption is { } cutOff)
                ExceptionDispatchInfo.Throw(cutOff);
            return report.IsHealthy ? ExitCodes.Success : ExitCodes.ProblemsFound;
        }));
        return command;
    }

    /// <summary>The lines of a report.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="repairCommand">The command that repairs what can be repaired, for the same store and model.</param>
    private static IEnumerable<string> Lines(CheckReport report, string repairCommand)
    {
        foreach (var finding in report.Findings)
            yield return $"{Label(finding.Outcome)}: {finding.Text}";
        var repaired = report.Findings.Count(finding => finding.Outcome == CheckOutcome.Repaired);
        var repairable = report.Findings.Count(finding => finding.Outcome == CheckOutcome.Repairable);
        var manual = report.Findings.Count(finding => finding.Outcome == CheckOutcome.Manual);
        if (report.Findings.Count == 0)
            yield return "No problems found.";
        if (repaired > 0)
            yield return $"{repaired} of {report.Findings.Count} problems were repaired.";
        if (repairable > 0)
            yield return $"{repairable} of {report.Findings.Count} problems can be repaired: {repairCommand}";
        if (manual > 0)
            yield return $"{manual} of {report.Findings.Count} problems need a manual correction: correct the data with an import or in the database.";
    }

    /// <summary>Quotes an argument that contains white space, in a form that every shell accepts.</summary>
    private static string Quote(string value) => value.Any(char.IsWhiteSpace) ? $"\"{value}\"" : value;

    private static string Label(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Repaired => "repaired",
        CheckOutcome.Repairable => "repairable",
        _ => "manual",
    };
}
