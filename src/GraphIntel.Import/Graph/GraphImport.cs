using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph.Checking;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph;

/// <summary>
/// Imports a folder of CSV files, one file per type, with headers in the format of neo4j-admin. All files are checked before
/// anything is written. Rows are merged with existing data, so that a second run changes nothing.
/// </summary>
internal static class GraphImport
{
    /// <summary>
    /// Runs an import into a prepared store. If the files have errors, the result has them and nothing is written. A failure while
    /// writing (<see cref="ImportException"/>, <see cref="StoreException"/>, a cancellation) leaves the batches that were committed;
    /// the import can be run again.
    /// </summary>
    public static async Task<ImportResult> RunAsync(
        IGraphStore store, string directory, IImportProgress progress, CancellationToken cancellation)
    {
        var diagnostics = new ImportDiagnostics();
        var files = GraphFolder.Find(store.Model, directory, diagnostics);
        var rows = await new GraphCheck(store, files, diagnostics, progress).RunAsync(cancellation).ConfigureAwait(false);
        var written = default(WriteSummary);
        if (diagnostics.Count == 0)
        {
            var writer = new GraphWriter(store, progress, rows.Sum());
            written = await writer.WriteAsync(WriteOrder.Of(files, store.Model), cancellation).ConfigureAwait(false);
        }

        return new ImportResult
        {
            Diagnostics = diagnostics.Diagnostics,
            ErrorCount = diagnostics.Count,
            Warnings = diagnostics.Warnings,
            Nodes = files.Where(file => file.Type is NodeType).Sum(file => rows[file.Index]),
            Relationships = files.Where(file => file.Type is RelationshipType).Sum(file => rows[file.Index]),
            Written = written,
        };
    }
}
