using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph.Exporting;

/// <summary>What an export wrote.</summary>
/// <param name="Nodes">The number of nodes.</param>
/// <param name="Relationships">The number of relationships.</param>
/// <param name="JsonLists">The number of lists that are JSON arrays, which neo4j-admin does not read.</param>
internal readonly record struct ExportResult(long Nodes, long Relationships, long JsonLists);

/// <summary>
/// Writes the graph of a store as a folder of CSV files that <see cref="GraphImport"/> reads, and neo4j-admin's bulk loader. Equal
/// graphs give equal files, whatever the store: rows are in the order of ids, columns in the order of the model.
/// </summary>
internal static class GraphExport
{
    /// <summary>Writes the nodes and relationships of some types.</summary>
    /// <param name="store">The store.</param>
    /// <param name="directory">The folder, which must not exist or be empty.</param>
    /// <param name="types">The types; null for all.</param>
    /// <param name="delimiter">Separates the items of lists; see <see cref="CellText"/>.</param>
    /// <param name="written">Called for each file that is complete, with the number of its rows.</param>
    /// <param name="exported">Called for each part of some thousand rows, with the number of rows so far.</param>
    /// <param name="cancellation">Cancels the export.</param>
    /// <exception cref="ExportException">The folder cannot be written; it is unchanged.</exception>
    /// <exception cref="StoreException">The store failed, or has a value that the model does not allow or a cell cannot hold.</exception>
    public static async Task<ExportResult> RunAsync(
        IGraphStore store, string directory, IReadOnlySet<ElementType>? types, char delimiter, Action<string, long> written, Action<long> exported, CancellationToken cancellation)
    {
        try
        {
            using var folder = new ExportFolder(directory);
            var cells = new CellText(delimiter);
            var result = default(ExportResult);
            var files = store.Model.ElementTypes.Where(type => types?.Contains(type) ?? true)
                .Select(type => (Type: type, File: GraphFolder.NameOf(type))).ToList();
            await using var graph = await store.OpenGraphAsync(cancellation).ConfigureAwait(false);
            foreach (var (type, file) in files)
            {
                var before = result.Nodes + result.Relationships;
                var rows = await WriteAsync(
                    store.Model, graph, type, folder.PathOf(file), cells,
                    done => exported(before + done), cancellation).ConfigureAwait(false);
                written(file, rows);
                result = type is NodeType ? result with { Nodes = result.Nodes + rows } : result with { Relationships = result.Relationships + rows };
            }

            await File.WriteAllLinesAsync(
                folder.PathOf(BulkLoaderArguments.FileName), BulkLoaderArguments.Of(files, delimiter), cancellation).ConfigureAwait(false);
            folder.Complete();
            return result with { JsonLists = cells.JsonLists };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Failed(directory, failure.Message.TrimEnd('.'), failure);
        }
        catch (ArgumentOutOfRangeException failure) when (failure.ParamName == "value")
        {
            // So .NET reports EFBIG.
            throw Failed(directory, "a file would be larger than its file system allows", failure);
        }
    }

    private static ExportException Failed(string directory, string reason, Exception failure) =>
        new($"The export could not be written: {reason}. {directory} is unchanged.", failure);

    private static async Task<long> WriteAsync(
        GraphModel model, IGraphReader graph, ElementType type, string path, CellText cells, Action<long> report, CancellationToken cancellation)
    {
        using var writer = new GraphFileWriter(path, type, cells);
        if (type is NodeType node)
        {
            await foreach (var rows in graph.ReadAsync(node, cancellation).ConfigureAwait(false))
            {
                Check(model, new GraphBatch([rows], []), cancellation);
                writer.Write(rows);
                report(writer.Rows);
            }
        }
        else
        {
            await foreach (var rows in graph.ReadAsync((RelationshipType)type, cancellation).ConfigureAwait(false))
            {
                Check(model, new GraphBatch([], [rows]), cancellation);
                writer.Write(rows);
                report(writer.Rows);
            }
        }

        writer.Complete();
        return writer.Rows;
    }

    /// <summary>What an import would reject must not be exported.</summary>
    private static void Check(GraphModel model, GraphBatch batch, CancellationToken cancellation)
    {
        try
        {
            RowCheck.Check(model, batch, cancellation);
        }
        catch (StoreException invalid) when (invalid.Failure == StoreFailure.WriteRefused)
        {
            throw new StoreException(
                StoreFailure.Refused,
                $"The store contains a value that another tool wrote and the model does not allow. {invalid.Message} `graphintel check` lists such values.",
                invalid);
        }
    }
}
