using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>
/// The first pass over the files, which finds all errors and writes nothing. It keeps ids and ends in memory, not rows.
/// </summary>
internal sealed class GraphCheck
{
    private const int RowsPerReport = 4_096;

    private readonly IGraphStore _store;
    private readonly IReadOnlyList<GraphFile> _files;
    private readonly ImportDiagnostics _diagnostics;
    private readonly IImportProgress _progress;
    private readonly IdTable _ids = new();
    private readonly StoreIdLookup _storeIds;
    private readonly References _references;
    private readonly Dictionary<RelationshipType, RelationshipCheck> _relationshipChecks = [];
    private readonly List<PartialFile> _partialFiles = [];
    private readonly long[] _rows;
    private readonly long _totalBytes;
    private long _bytesBefore;

    public GraphCheck(
        IGraphStore store, IReadOnlyList<GraphFile> files, ImportDiagnostics diagnostics, IImportProgress progress)
    {
        _store = store;
        _files = files;
        _diagnostics = diagnostics;
        _progress = progress;
        _storeIds = new StoreIdLookup(store, _ids, progress);
        _references = new References(store.Model, _ids, files, _storeIds, diagnostics);
        _rows = new long[files.Count];
        _totalBytes = files.Sum(file => file.Length);
    }

    /// <summary>Reads and checks all files; those of nodes must come before those of relationships.</summary>
    /// <returns>The number of rows of each file.</returns>
    public async Task<IReadOnlyList<long>> RunAsync(CancellationToken cancellation)
    {
        foreach (var file in _files)
        {
            try
            {
                ReadFile(file, cancellation);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                _diagnostics.Add(file.Name, 0, null, $"the file cannot be read: {failure.Message}");
                _references.MarkIncomplete(file.Type);
            }

            _bytesBefore += file.Length;
        }

        _progress.Report(ImportPhase.Checking, _totalBytes, _totalBytes);
        _references.AddLookups(_relationshipChecks);
        foreach (var partial in _partialFiles)
            partial.Rows.ForEach(row => _storeIds.Add(row.Id));
        await _storeIds.RunAsync(cancellation).ConfigureAwait(false);
        _references.ReportMissing();
        foreach (var partial in _partialFiles)
            CheckPartial(partial);
        foreach (var check in _relationshipChecks.Values)
            await check.CompleteAsync(_store, cancellation).ConfigureAwait(false);
        return _rows;
    }

    private void ReadFile(GraphFile file, CancellationToken cancellation)
    {
        if (file.Length == 0)
        {
            // Opening a pipe would block until a process writes to it.
            _diagnostics.Add(
                file.Name, 0, null, "the file is empty or not a regular file; pipes, sockets and devices are not supported");
            _references.MarkIncomplete(file.Type);
            return;
        }

        using var rows = new CsvRows(file, _diagnostics);
        if (HeaderReader.Read(file, rows, _diagnostics) is not { } header)
        {
            _references.MarkIncomplete(file.Type);
            return;
        }

        var reader = new RowReader(_store.Model, file, header, rows, _diagnostics);
        var claims = _store.Model.Claim is { } role && role.Type == file.Type
            ? new ClaimCheck(role, file, header, _store.Model, _ids, _references, _diagnostics)
            : null;
        var partial = header.Missing.Count > 0 ? new PartialFile(file, header, []) : null;
        if (partial is not null)
            _partialFiles.Add(partial);
        while (rows.Read())
        {
            if (_rows[file.Index]++ % RowsPerReport == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                _progress.Report(ImportPhase.Checking, _bytesBefore + rows.BytesRead, _totalBytes);
            }

            var row = reader.Read();
            var location = new SourceLocation(file.Index, rows.Line);
            var id = row.Id is null ? -1 : AddDefinition(row.Id, location, header);
            AddReferences(row, location, header);
            claims?.Add(row, location);
            if (file.Type is RelationshipType type && row is { Source: { } source, Target: { } target })
            {
                AddRelationship(type, source, target, location, header);
                if (partial is not null && type.Id is null)
                    id = _ids.Add(type.DeriveId(source, target));
            }

            if (partial is not null && id >= 0)
                partial.Rows.Add((id, rows.Line));
        }

        if (rows.SkippedRows)
            _references.MarkIncomplete(file.Type);
    }

    private int AddDefinition(string text, SourceLocation location, Header header)
    {
        var id = _ids.Add(text);
        var first = _ids.LocationOf(id);
        if (first.IsKnown)
        {
            _diagnostics.Add(
                _files[location.File].Name, location.Line, header.Names[header.Id],
                $"duplicate id {WriteErrors.Show(text)}, already defined in {_files[first.File].Name}:{first.Line}");
        }
        else
        {
            _ids.Define(id, location);
        }

        return id;
    }

    private void AddReferences(GraphRow row, SourceLocation location, Header header)
    {
        for (var index = 0; index < row.Values.Length; index++)
        {
            if (header.Columns[index].RefersTo is not { } target || row.Values[index] is not string[] texts)
                continue;
            var column = header.Names[header.Columns[index].Cell];
            foreach (var text in texts)
            {
                if (IdRule.FindError(_store.Model, target, text) is { } error)
                    _diagnostics.Add(_files[location.File].Name, location.Line, column, error);
                else
                    _references.Add(_ids.Add(text), location, column);
            }
        }
    }

    private void AddRelationship(RelationshipType type, string source, string target, SourceLocation location, Header header)
    {
        var (from, to) = (_ids.Add(source), _ids.Add(target));
        _references.Add(from, location, header.Names[header.Source]);
        _references.Add(to, location, header.Names[header.Target]);
        if (!_relationshipChecks.TryGetValue(type, out var check))
            _relationshipChecks.Add(type, check = new RelationshipCheck(type, _ids, _files, _diagnostics));
        check.Add(from, to, location);
    }

    /// <summary>A file without a required column can update existing nodes and relationships, but not create new ones.</summary>
    private void CheckPartial(PartialFile partial)
    {
        var missing = partial.Rows.Where(row => !_storeIds.Contains(row.Id)).ToList();
        if (missing.Count == 0)
            return;
        foreach (var property in partial.Header.Missing)
        {
            _diagnostics.Add(
                partial.File.Name, missing[0].Line, property.Name,
                $"the required column {property} is missing; {missing.Count} "
                + $"{(missing.Count == 1 ? "row is" : "rows are")} not in the store yet, starting with this one");
        }
    }

    /// <summary>A file without a required column, with the id and the line of each row.</summary>
    private sealed record PartialFile(GraphFile File, Header Header, List<(int Id, int Line)> Rows);
}
