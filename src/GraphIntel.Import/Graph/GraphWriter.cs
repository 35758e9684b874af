using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph;

/// <summary>The second pass: reads the checked files again and writes them in batches, each of which is atomic.</summary>
internal sealed class GraphWriter(IGraphStore store, IImportProgress progress, long totalRows)
{
    private const string RetryHint = "The batches written so far are kept; run the import again.";

    private readonly BatchWriter _batch = new(store.WriteAsync);
    private int _pending;

    /// <summary>Writes the files in this order. A batch can contain the end of one file and the start of the next.</summary>
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
                throw new ImportException($"{file.Name} could not be read completely: {failure.Message}. {RetryHint}", failure);
            }
        }

        await FlushAsync(cancellation).ConfigureAwait(false);
        return _batch.Summary;
    }

    private async Task WriteFileAsync(GraphFile file, CancellationToken cancellation)
    {
        var diagnostics = new ImportDiagnostics();
        if (!file.IsUnchanged())
            throw FileChanged(file);
        using var rows = new CsvRows(file, diagnostics);
        var header = HeaderReader.Read(file, rows, diagnostics) ?? throw FileChanged(file);
        var reader = new RowReader(store.Model, file, header, rows, diagnostics);
        var batch = new List<GraphRow>();
        while (rows.Read())
        {
            batch.Add(reader.Read());
            if (diagnostics.Count > 0)
                throw FileChanged(file);
            if (++_pending < BatchWriter.BatchSize)
                continue;
            AddToBatch(file, header, batch);
            batch = [];
            await FlushAsync(cancellation).ConfigureAwait(false);
        }

        if (diagnostics.Count > 0)
            throw FileChanged(file);
        AddToBatch(file, header, batch);
    }

    private void AddToBatch(GraphFile file, Header header, List<GraphRow> rows)
    {
        if (rows.Count == 0)
            return;
        if (file.Type is RelationshipType relationship)
        {
            _batch.Add(new RelationshipRows(
                relationship, header.Properties,
                rows.ConvertAll(row => new RelationshipRow(row.Id, row.Source!, row.Target!, row.Values))));
        }
        else
        {
            _batch.Add(new NodeRows(
                (NodeType)file.Type, header.Properties, rows.ConvertAll(row => new NodeRow(row.Id!, row.Values))));
        }
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        _pending = 0;
        if (await _batch.FlushAsync(cancellation).ConfigureAwait(false))
            progress.Report(ImportPhase.Writing, _batch.Written, totalRows);
    }

    private static ImportException FileChanged(GraphFile file) => new($"{file.Name} changed after it was checked. {RetryHint}");
}
