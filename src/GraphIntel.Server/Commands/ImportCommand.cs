using System.CommandLine;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel import</c>: tables by a mapping, or with <c>graph DIR</c> a folder of CSV files in the format of the seed.</summary>
internal static class ImportCommand
{
    public static Command Create(CommonOptions common)
    {
        var import = ImportTablesCommand.Create(common);
        import.Add(CreateGraph(common));
        return import;
    }

    /// <summary>Prepares a store for an import, and declines its seed.</summary>
    public static async Task PrepareAsync(IGraphStore store, CancellationToken cancellation)
    {
        await store.PrepareAsync(cancellation).ConfigureAwait(false);
        await Seeding.DeclineAsync(store, cancellation).ConfigureAwait(false);
    }

    private static Command CreateGraph(CommonOptions common)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder, with one CSV file per node type and relationship type, as in seed/." };
        var graph = new Command(
            "graph",
            "Import a folder of CSV files. All files are checked first; if there is an error, nothing is written. " +
            "Rows are merged with existing data, so a second run changes nothing.")
        {
            folder, common.Store, common.NoSchema, common.Model,
        };
        graph.SetAction(result => CommandRunner.RunAsync(async cancellation =>
        {
            var model = ModelFile.Load(result.GetValue(common.Model));
            await using var store = CommonOptions.Open(
                result.GetRequiredValue(common.Store), model, result.GetValue(common.NoSchema));
            return await RunAsync(store, result.GetRequiredValue(folder), cancellation).ConfigureAwait(false);
        }));
        return graph;
    }

    private static async Task<int> RunAsync(IGraphStore store, string folder, CancellationToken cancellation)
    {
        await PrepareAsync(store, cancellation).ConfigureAwait(false);
        var result = await ImportConsole.RunAsync(store, folder, cancellation).ConfigureAwait(false);
        if (!result.Succeeded)
            throw new CommandException(ExitCodes.InvalidInput, [.. ImportReport.Lines(result)]);
        foreach (var line in ImportReport.Lines(result))
            Console.WriteLine(line);
        if (result.Written.Created > 0 && (await ImportList.ReadAsync(store, cancellation).ConfigureAwait(false)).Any(import => import.Undone is null))
        {
            Console.WriteLine(
                "warning: the store has imports of tables (`graphintel imports`). Nodes of a folder are recognized by their ids only, so what was created "
                + "can stand beside the same from a table: if so, undo the imports of tables and run them again");
        }

        return ExitCodes.Success;
    }
}
