using System.CommandLine;
using System.Runtime.ExceptionServices;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel check</c>: holds what a store keeps to its model, says what is not as it should be, and makes it good where asked.</summary>
internal static class CheckCommand
{
    public static Command Make(CommonOptions common)
    {
        var repair = new Option<bool>("--repair") { Description = "Make good what can be: missing constraints and indexes, and whatever is derived." };
        var command = new Command(
            "check",
            "Hold a store to its model, as is wise after another tool wrote to it. Ends with 0 where all is as it should be, with " +
            $"{ExitCodes.Unsound} where something is left to be done.")
        {
            common.Store, common.NoSchema, common.Model, repair,
        };
        command.SetAction(result => CommandRun.RunAsync(async cancellation =>
        {
            var (name, file) = (result.GetRequiredValue(common.Store), result.GetValue(common.Model));
            await using var store = CommonOptions.Open(name, ModelFile.Load(file), result.GetValue(common.NoSchema));
            var report = await store.CheckAsync(result.GetValue(repair), cancellation).ConfigureAwait(false);
            string[] again = ["graphintel check", "--store " + Quote(name.Argument), .. file is null ? [] : new[] { "--model " + Quote(file) }, "--repair"];
            foreach (var line in Lines(report, string.Join(' ', again)))
                Console.WriteLine(line);
            if (report.CutOff is { } cutOff)
                ExceptionDispatchInfo.Throw(cutOff);
            return report.IsSound ? ExitCodes.Success : ExitCodes.Unsound;
        }));
        return command;
    }

    /// <summary>The lines of a report.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="again">The command that makes good what can be, for the same store and model.</param>
    private static IEnumerable<string> Lines(CheckReport report, string again)
    {
        foreach (var finding in report.Findings)
            yield return $"{Word(finding.Outcome)}: {finding.Text}";
        var repaired = report.Findings.Count(finding => finding.Outcome == CheckOutcome.Repaired);
        var repairable = report.Findings.Count(finding => finding.Outcome == CheckOutcome.Repairable);
        var manual = report.Findings.Count(finding => finding.Outcome == CheckOutcome.Manual);
        if (report.Findings.Count == 0)
            yield return "All is as it should be.";
        if (repaired > 0)
            yield return $"{repaired} of {report.Findings.Count} findings repaired.";
        if (repairable > 0)
            yield return $"{repairable} of {report.Findings.Count} findings can be repaired: {again}";
        if (manual > 0)
            yield return $"{manual} of {report.Findings.Count} findings need somebody who knows what is right: mend them by an import or by hand.";
    }

    /// <summary>A value as every shell takes it for one.</summary>
    private static string Quote(string value) => value.Any(char.IsWhiteSpace) ? $"\"{value}\"" : value;

    private static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Repaired => "repaired",
        CheckOutcome.Repairable => "repairable",
        _ => "by hand",
    };
}
