using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph.Checking;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph;

/// <summary>
/// Imports a folder of CSV files, one file a type, with headers in the conventions of neo4j-admin. Everything is checked
/// before anything is written. What is there already is merged, so that a second run changes nothing.
/// </summary>
internal static class GraphImport
{
    /// <summary>
    /// Runs an import into a store that is prepared. Mistakes in the files are in the result, and then nothing was written;
    /// a failure while writing (<see cref="ImportException"/>, <see cref="StoreException"/>, a cancellation) leaves whole
    /// batches, and the import can be run again.
    /// </summary>
    public static async Task<ImportResult> RunAsync(
        IGraphStore store, string directory, IImportProgress progress, CancellationToken cancellation)
    {
        var mistakes = new ImportMistakes();
        var idRules = new IdRules(store.Model);
        var files = GraphFolder.Find(store.Model, directory, mistakes);
        var rows = await new GraphCheck(store, files, idRules, mistakes, progress).RunAsync(cancellation).ConfigureAwait(false);
        var written = default(WriteSummary);
        if (mistakes.Count == 0)
        {
            var writer = new GraphWriter(store, idRules, progress, rows.Sum());
            written = await writer.WriteAsync(WriteOrder.Of(files, store.Model), cancellation).ConfigureAwait(false);
        }

        return new ImportResult
        {
            Mistakes = mistakes.Mistakes,
            MistakeCount = mistakes.Count,
            Warnings = mistakes.Warnings,
            Nodes = files.Where(file => file.Type is NodeType).Sum(file => rows[file.Index]),
            Relationships = files.Where(file => file.Type is RelationshipType).Sum(file => rows[file.Index]),
            Written = written,
        };
    }
}
