using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph;

/// <summary>The second pass: reads files that were checked again and writes them in batches, each all or nothing.</summary>
internal sealed class GraphWriter(IGraphStore store, IdRules idRules, IImportProgress progress, long totalRows)
{
    /// <summary>Rows in a batch: large enough to write fast, small enough to hold in memory.</summary>
    private const int BatchSize = 10_000;

    private const string Rest = "What was written before stays; run the import again.";

    private readonly List<NodeRows> _nodes = [];
    private readonly List<RelationshipRows> _relationships = [];
    private WriteSummary _summary;
    private long _written;
    private int _pending;

    /// <summary>Writes the files in this order. A batch may hold the end of one file and the beginning of the next.</summary>
    public async Task<WriteSummary> WriteAsync(IEnumerable<GraphFile> files, CancellationToken cancellation)
    {
        progress.Report(ImportPhase.Writing, 0, totalRows);
        foreach (var file in files)
        {
            try
            {
                await WriteFileAsync(file, cancellation).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new ImportException($"{file.Name} could not be read to its end: {failure.Message}. {Rest}", failure);
            }
        }

        await FlushAsync(cancellation).ConfigureAwait(false);
        return _summary;
    }

    private async Task WriteFileAsync(GraphFile file, CancellationToken cancellation)
    {
        var mistakes = new ImportMistakes();
        if (!file.IsUnchanged()) throw Changed(file);
        using var rows = new CsvRows(file, mistakes);
        var header = HeaderReader.Read(file, rows, mistakes) ?? throw Changed(file);
        var reader = new RowReader(file, header, rows, idRules, mistakes);
        var batch = new List<GraphRow>();
        while (rows.Read())
        {
            batch.Add(reader.Read());
            if (mistakes.Count > 0) throw Changed(file);
            if (++_pending < BatchSize) continue;
            Take(file, header, batch);
            batch = [];
            await FlushAsync(cancellation).ConfigureAwait(false);
        }

        if (mistakes.Count > 0) throw Changed(file);
        Take(file, header, batch);
    }

    private void Take(GraphFile file, Header header, List<GraphRow> rows)
    {
        if (rows.Count == 0) return;
        if (file.Type is RelationshipType relationship)
        {
            _relationships.Add(new RelationshipRows(
                relationship, header.Properties,
                rows.ConvertAll(row => new RelationshipRow(row.Id, row.Source!, row.Target!, row.Values))));
        }
        else
        {
            _nodes.Add(new NodeRows(
                (NodeType)file.Type, header.Properties, rows.ConvertAll(row => new NodeRow(row.Id!, row.Values))));
        }
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        if (_pending == 0) return;
        var batch = new GraphBatch([.. _nodes], [.. _relationships]);
        _summary += await store.WriteAsync(batch, cancellation).ConfigureAwait(false);
        _written += _pending;
        _pending = 0;
        _nodes.Clear();
        _relationships.Clear();
        progress.Report(ImportPhase.Writing, _written, totalRows);
    }

    private static ImportException Changed(GraphFile file) => new($"{file.Name} changed after it was checked. {Rest}");
}
