using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Graph.Exporting;
using GraphIntel.Import.Graph.Reading;
using GraphIntel.Server.Exports;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel export graph DIR</c>: writes a store as a folder of CSV files.</summary>
internal static class ExportCommand
{
    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder, which must not exist or be empty." };
        var types = new Option<string[]>("--types")
        {
            Description = "Only these node types and relationship types, named as their files are, separated by commas, such as Event,OCCURRED_AT.",
            HelpName = "TYPES",
            CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
        };
        var delimiter = new Option<char>("--array-delimiter")
        {
            Description = "The character between the items of lists, itself or as U+001F. `import graph` reads only ';'; choose another one for neo4j-admin where items contain it.",
            HelpName = "CHAR",
            DefaultValueFactory = _ => CellText.DefaultDelimiter,
            CustomParser = ParseDelimiter,
        };
        var quiet = new Option<bool>("--quiet") { Description = "Show no progress, and no line for each file." };
        var graph = new Command(
            "graph",
            "Export a graph as CSV files, one per node type and relationship type, which `import graph` reads, and Neo4j's bulk loader. " +
            "The folder is complete when it appears; after an error it is unchanged.")
        {
            folder, types, delimiter, quiet, common.Store, common.NoSchema, common.Model,
        };
        graph.SetAction(result => CommandRunner.RunAsync(async cancellation =>
        {
            var model = ModelFile.Load(result.GetValue(common.Model));
            var selected = Select(model, result.GetValue(types));
            await using var store = CommonOptions.Open(result.GetRequiredValue(common.Store), model, result.GetValue(common.NoSchema));
            await store.AttachAsync(cancellation).ConfigureAwait(false);
            await RunAsync(store, result.GetRequiredValue(folder), selected, result.GetValue(delimiter), result.GetValue(quiet), cancellation).ConfigureAwait(false);
            return ExitCodes.Success;
        }));
        var command = new Command("export", "Export data from a store.") { graph };
        foreach (var format in ExportFormat.All)
            command.Add(AnswerExportCommand.Create(common, format));
        return command;
    }

    private static char ParseDelimiter(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (text.StartsWith("U+", StringComparison.Ordinal) && ushort.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            text = ((char)code).ToString();
        if (text is [not (',' or '"' or '[' or '\r' or '\n' or '\0') and var character] && !char.IsSurrogate(character))
            return character;
        result.AddError("--array-delimiter: expected one character, itself or as U+001F, other than a comma, a quote, a bracket and a line end.");
        return default;
    }

    private static HashSet<ElementType>? Select(GraphModel model, string[]? names)
    {
        if (names is null or [])
            return null;
        var types = new HashSet<ElementType>();
        foreach (var name in names)
            types.Add(GraphFolder.FindType(model, name, out var error) ?? throw new CommandException(ExitCodes.Usage, "--types: " + error));
        return types;
    }

    private static async Task RunAsync(
        IGraphStore store, string folder, HashSet<ElementType>? types, char delimiter, bool isQuiet, CancellationToken cancellation)
    {
        // A bar in a terminal would be torn by lines.
        var hasBar = !isQuiet && !Console.IsErrorRedirected;
        var lines = new List<string>();
        try
        {
            var total = hasBar ? await CountAsync(store, types, cancellation).ConfigureAwait(false) : 0;
            var result = await ImportConsole.RunAsync(
                progress => GraphExport.RunAsync(
                    store, folder, types, delimiter, Report, rows => progress.Report(ImportPhase.Exporting, Math.Min(rows, total), total), cancellation),
                isQuiet: !hasBar, cancellation).ConfigureAwait(false);
            lines.ForEach(Console.WriteLine);
            Console.WriteLine($"{Number(result.Nodes)} nodes and {Number(result.Relationships)} relationships in {folder}");
            if (result.JsonLists > 0)
            {
                await Console.Error.WriteLineAsync(
                    $"warning: {Number(result.JsonLists)} lists have items with ';' or '[', and are JSON arrays, which `import graph` reads and neo4j-admin does not; " +
                    "for neo4j-admin, export with another --array-delimiter").ConfigureAwait(false);
            }
        }
        catch (ExportException failure)
        {
            throw new CommandException(ExitCodes.Usage, failure.Message);
        }

        void Report(string file, long rows)
        {
            var line = $"{file}: {Number(rows)} rows";
            if (hasBar)
                lines.Add(line);
            else if (!isQuiet)
                Console.WriteLine(line);
        }
    }

    /// <summary>The number of nodes and relationships of some types; of all if there is none.</summary>
    private static async Task<long> CountAsync(IGraphStore store, HashSet<ElementType>? types, CancellationToken cancellation)
    {
        var statistics = await store.ReadStatisticsAsync(cancellation).ConfigureAwait(false);
        return statistics.Nodes.Where(pair => types?.Contains(pair.Key) ?? true).Sum(pair => pair.Value)
            + statistics.Relationships.Where(pair => types?.Contains(pair.Key) ?? true).Sum(pair => pair.Value.Out.Total);
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
