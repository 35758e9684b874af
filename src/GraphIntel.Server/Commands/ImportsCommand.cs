using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Server.Startup;
using Spectre.Console;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel imports</c>: lists the imports of tables that a store records, and with <c>undo ID</c> takes one back.</summary>
internal static class ImportsCommand
{
    private const int RedirectedWidth = 200;

    private static readonly JsonSerializerOptions JsonOptions = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    private static readonly Argument<long> Id = new("ID") { Description = "The number of the import, as `graphintel imports` lists it." };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Tell what would be taken back, and write nothing." };

    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Show no progress and no findings." };

    public static Command Create(CommonOptions common)
    {
        var imports = new Command(
            "imports", "List the imports of tables by a mapping: when, which files with their SHA-256, which mapping, how many of what.")
        {
            Json, common.Store, common.Model,
        };
        imports.SetAction(result => CommandRunner.RunAsync(async cancellation =>
        {
            await using var store = CommonOptions.Open(result.GetRequiredValue(common.Store), ModelFile.Load(result.GetValue(common.Model)), noSchema: false);
            await store.AttachAsync(cancellation).ConfigureAwait(false);
            var records = await ImportList.ReadAsync(store, cancellation).ConfigureAwait(false);
            if (result.GetValue(Json))
                Console.WriteLine(JsonSerializer.Serialize(records.Select(Describe), JsonOptions));
            else
                Print(records);
            return ExitCodes.Success;
        }));
        imports.Add(CreateUndo(common));
        return imports;
    }

    private static Command CreateUndo(CommonOptions common)
    {
        var undo = new Command(
            "undo",
            "Take back exactly what an import brought: what it created is deleted, what it changed or deleted is as before. What another "
            + "import, or `import graph`, has changed since stays, as does what something else refers to.")
        {
            Id, DryRun, ImportTablesCommand.Report, Quiet, common.Store, common.NoSchema, common.Model,
        };
        undo.SetAction(result => CommandRunner.RunAsync(async cancellation =>
        {
            var model = ModelFile.Load(result.GetValue(common.Model));
            var name = result.GetRequiredValue(common.Store);
            await using var store = CommonOptions.Open(name, model, result.GetValue(common.NoSchema));
            await store.AttachAsync(cancellation).ConfigureAwait(false);
            using var report = ImportReportFile.Create(result.GetValue(ImportTablesCommand.Report), [name.FilePath]);
            var (findings, isDryRun, isQuiet) = (new Findings(), result.GetValue(DryRun), result.GetValue(Quiet));
            var counts = await ImportConsole.RunAsync(
                progress => ImportUndo.RunAsync(
                    store, result.GetRequiredValue(Id), isDryRun, findings, report is null ? null : report.Add, progress, cancellation),
                isQuiet, cancellation).ConfigureAwait(false);
            report?.Complete();
            foreach (var line in isQuiet ? [] : findings.Lines)
                Console.WriteLine("finding: " + line);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Number(Decisions.Deleted):N0} deleted, {Number(Decisions.Changed):N0} given back their values, {Number(Decisions.Created):N0} made again{(isDryRun ? "; nothing was written" : "")}"));
            return ExitCodes.Success;

            long Number(string decision) => counts.GetValueOrDefault(decision);
        }));
        return undo;
    }

    private static string StateOf(ImportRecord import) => import switch
    {
        { Undone: not null } => "undone",
        { IsUndoing: true } => "undo interrupted",
        { Ended: null } => "interrupted",
        _ => "done",
    };

    private static object Describe(ImportRecord import) => new
    {
        Id = import.Number,
        State = StateOf(import),
        import.Started,
        import.Ended,
        import.Undone,
        import.Mapping,
        MappingSha256 = import.MappingHash,
        import.Given,
        import.Files,
        import.Counts,
    };

    private static void Print(List<ImportRecord> imports)
    {
        if (imports.Count == 0)
        {
            Console.WriteLine("No imports.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in (string[])["id", "when (UTC)", "mapping", "files, SHA-256", "created", "changed", "deleted", "state"])
            table.AddColumn(new TableColumn(name) { Alignment = name is "created" or "changed" or "deleted" or "id" ? Justify.Right : Justify.Left, NoWrap = name is not "files, SHA-256" });
        foreach (var import in imports)
        {
            table.AddRow([.. ((string[])
            [
                import.Number.ToString(CultureInfo.InvariantCulture),
                import.Started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                import.Mapping,
                string.Join('\n', import.Files.Select(file => $"{file.Name} {file.Sha256[..12]}")),
                Count(import, Decisions.Created),
                Count(import, Decisions.Changed),
                Count(import, Decisions.Deleted),
                StateOf(import),
            ]).Select(text => new Text(text))]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = RedirectedWidth;
        console.Write(table);
    }

    private static string Count(ImportRecord import, string decision) => import.Counts.GetValueOrDefault(decision).ToString("N0", CultureInfo.InvariantCulture);
}
