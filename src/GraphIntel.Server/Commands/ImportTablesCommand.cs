using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Mapping;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Running;
using GraphIntel.Import.Mapping.Syntax;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel import FILE... --mapping NAME</c>: imports tables by a mapping file.</summary>
internal static class ImportTablesCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "The tables: CSV or TSV, plain, .gz or .zip; - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Mapping = new("--mapping")
    {
        Description = "How rows become nodes and relationships: the name of an included mapping (" + string.Join(", ", MappingFile.Included)
            + "), or a YAML file as in docs/imports.md.",
        HelpName = "NAME|FILE",
        Required = true,
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A fact that the tables lack and the mapping asks for.",
        HelpName = "NAME=VALUE",
    };

    private static readonly Option<string?> Encoding = new("--encoding")
    {
        Description = "The encoding of the tables, such as windows-1256; UTF-8 by default.",
        HelpName = "NAME",
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<string?>() is { } name && TableOptions.FindEncoding(name) is null)
                    result.AddError($"--encoding: {name} is not the name of an encoding, such as windows-1256.");
            },
        },
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check everything, tell what would be done, and write nothing." };

    private static readonly Option<Coverage?> Covers = new("--covers")
    {
        Description = "Of what the files tell everything, so that rows which they lack are gone, instead of what the mapping says: all, or none.",
        HelpName = "all|none",
        CustomParser = ParseCovers,
    };

    private static readonly Option<bool> Prune = new("--prune")
    {
        Description = "Delete what rows made that are gone, unless another row, mapping or source vouches for it. Without this they are listed.",
    };

    /// <summary>The file of the report; also for an undo.</summary>
    public static readonly Option<string?> Report = new("--report")
    {
        Description = "Write a CSV file with what became of each row, node and relationship, and with each finding.",
        HelpName = "FILE",
    };

    private static readonly Option<long> SkipBad = new("--skip-bad")
    {
        Description = "Leave out rows with errors, at most N; without this, an error in a row stops the import before anything is written.",
        HelpName = "N",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = ParseSkipBad,
    };

    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Show no progress and no findings." };

    public static Command Create(CommonOptions common)
    {
        var import = new Command(
            "import",
            "Import tables by a mapping. The mapping and all rows are checked first; if there is an error, nothing is written. "
            + "Importing a file again changes nothing; a newer release updates the rows that changed. `graphintel imports` lists imports "
            + "and undoes them.")
        {
            Files, Mapping, Set, Encoding, DryRun, Covers, Prune, Report, SkipBad, Quiet, common.Store, common.NoSchema, common.Model,
        };
        import.SetAction(result => CommandRunner.RunAsync(async cancellation =>
        {
            var model = ModelFile.Load(result.GetValue(common.Model));
            var mapping = MappingFile.Read(result.GetRequiredValue(Mapping));
            var set = ReadSet(result.GetValue(Set) ?? []);
            var paths = result.GetRequiredValue(Files);
            if (paths.Count(path => path == TableFile.StandardInput) > 1)
                throw new CommandException(ExitCodes.Usage, "- (standard input) can be given once only.");
            var name = result.GetRequiredValue(common.Store);
            await using var store = CommonOptions.Open(name, model, result.GetValue(common.NoSchema));
            using var report = ImportReportFile.Create(result.GetValue(Report), [.. paths, mapping.Name, name.FilePath]);
            var files = await OpenAsync(paths, cancellation).ConfigureAwait(false);
            try
            {
                var request = new MappingRequest(mapping.Name, mapping.Text, files)
                {
                    Set = set,
                    Encoding = result.GetValue(Encoding),
                    IsDryRun = result.GetValue(DryRun),
                    MaxBadRows = result.GetValue(SkipBad),
                    Coverage = result.GetValue(Covers),
                    Prunes = result.GetValue(Prune),
                    Report = report is null ? null : report.Add,
                };
                var exitCode = await RunAsync(store, request, result.GetValue(Quiet), cancellation).ConfigureAwait(false);
                report?.Complete();
                return exitCode;
            }
            finally
            {
                files.ForEach(file => file.Dispose());
            }
        }));
        return import;
    }

    private static async Task<int> RunAsync(IGraphStore store, MappingRequest request, bool isQuiet, CancellationToken cancellation)
    {
        if (request.IsDryRun)
            await store.PrepareAsync(cancellation).ConfigureAwait(false);
        else
            await ImportCommand.PrepareAsync(store, cancellation).ConfigureAwait(false);
        var result = await ImportConsole.RunAsync(
            progress => MappingImport.RunAsync(store, request, progress, cancellation), isQuiet, cancellation).ConfigureAwait(false);
        if (result.IsRefused)
            throw new CommandException(ExitCodes.InvalidInput, [.. MappingReport.Errors(result)]);
        foreach (var line in MappingReport.Errors(result))
            await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
        foreach (var line in MappingReport.Lines(result, request.IsDryRun, isQuiet))
            Console.WriteLine(line);
        return ExitCodes.Success;
    }

    private static async Task<List<TableFile>> OpenAsync(string[] paths, CancellationToken cancellation)
    {
        var files = new List<TableFile>();
        try
        {
            foreach (var path in paths)
                files.Add(await TableFile.OpenAsync(path, Console.OpenStandardInput(), cancellation).ConfigureAwait(false));
            return files;
        }
        catch
        {
            files.ForEach(file => file.Dispose());
            throw;
        }
    }

    private static Dictionary<string, string> ReadSet(string[] texts)
    {
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var cut = text.IndexOf('=', StringComparison.Ordinal);
            if (cut <= 0 || cut == text.Length - 1)
                throw new CommandException(ExitCodes.Usage, $"--set {text}: expected NAME=VALUE.");
            if (!set.TryAdd(text[..cut], text[(cut + 1)..]))
                throw new CommandException(ExitCodes.Usage, $"--set {text[..cut]} is given twice.");
        }

        return set;
    }

    private static Coverage? ParseCovers(ArgumentResult result)
    {
        switch (result.Tokens.Count == 0 ? "" : result.Tokens[0].Value)
        {
            case "all":
                return Coverage.All;
            case "none":
                return Coverage.None;
            case var other:
                result.AddError($"--covers: {other} is neither all nor none.");
                return null;
        }
    }

    private static long ParseSkipBad(ArgumentResult result)
    {
        if (result.Tokens.Count == 0)
            return long.MaxValue;
        if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        result.AddError($"--skip-bad: {result.Tokens[0].Value} is not a number of rows.");
        return 0;
    }
}
