using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>
/// The first pass over the files: finds every mistake and writes nothing. It keeps ids and ends, never rows.
/// </summary>
internal sealed class GraphCheck
{
    private const int RowsPerReport = 4_096;

    private readonly IGraphStore _store;
    private readonly IReadOnlyList<GraphFile> _files;
    private readonly ImportMistakes _mistakes;
    private readonly IImportProgress _progress;
    private readonly IdRules _idRules;
    private readonly IdTable _ids = new();
    private readonly StoreIds _storeIds;
    private readonly References _references;
    private readonly Dictionary<RelationshipType, LinkCheck> _links = [];
    private readonly List<PartialFile> _partialFiles = [];
    private readonly long[] _rows;
    private readonly long _totalBytes;
    private long _bytesBefore;

    public GraphCheck(
        IGraphStore store, IReadOnlyList<GraphFile> files, IdRules idRules, ImportMistakes mistakes, IImportProgress progress)
    {
        _store = store;
        _files = files;
        _mistakes = mistakes;
        _progress = progress;
        _idRules = idRules;
        _storeIds = new StoreIds(store, _ids, progress);
        _references = new References(_ids, idRules, files, _storeIds, mistakes);
        _rows = new long[files.Count];
        _totalBytes = files.Sum(file => file.Length);
    }

    /// <summary>Reads and checks everything; the files must be those of nodes, then those of relationships.</summary>
    /// <returns>How many rows each file has.</returns>
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
                _mistakes.Add(file.Name, 0, null, $"the file cannot be read: {failure.Message}");
                _references.MarkIncomplete(file.Type);
            }

            _bytesBefore += file.Length;
        }

        _progress.Report(ImportPhase.Checking, _totalBytes, _totalBytes);
        _references.Want(_links);
        foreach (var partial in _partialFiles) partial.Rows.ForEach(row => _storeIds.Want(row.Id));
        await _storeIds.AskAsync(cancellation).ConfigureAwait(false);
        _references.Complete();
        foreach (var partial in _partialFiles) CheckPartial(partial);
        foreach (var link in _links.Values) await link.CompleteAsync(_store, cancellation).ConfigureAwait(false);
        return _rows;
    }

    private void ReadFile(GraphFile file, CancellationToken cancellation)
    {
        using var rows = new CsvRows(file, _mistakes);
        if (HeaderReader.Read(file, rows, _mistakes) is not { } header)
        {
            _references.MarkIncomplete(file.Type);
            return;
        }

        var reader = new RowReader(file, header, rows, _idRules, _mistakes);
        var claims = _store.Model.Claim is { } role && role.Type == file.Type
            ? new ClaimCheck(role, file, header, _store.Model, _idRules, _ids, _references, _mistakes)
            : null;
        var partial = header.Missing.Count > 0 ? new PartialFile(file, header, []) : null;
        if (partial is not null) _partialFiles.Add(partial);
        while (rows.Read())
        {
            if (_rows[file.Index]++ % RowsPerReport == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                _progress.Report(ImportPhase.Checking, _bytesBefore + rows.BytesRead, _totalBytes);
            }

            var row = reader.Read();
            var place = new Place(file.Index, rows.Line);
            var id = row.Id is null ? -1 : Define(row.Id, place, header);
            AddReferences(row, place, header);
            claims?.Add(row, place);
            if (file.Type is RelationshipType type && row is { Source: { } source, Target: { } target })
            {
                AddLink(type, source, target, place, header);
                if (partial is not null && type.Id is null) id = _ids.Add(type.DeriveId(source, target));
            }

            if (partial is not null && id >= 0) partial.Rows.Add((id, rows.Line));
        }

        if (rows.SkippedRows) _references.MarkIncomplete(file.Type);
    }

    private int Define(string text, Place place, Header header)
    {
        var id = _ids.Add(text);
        var first = _ids.PlaceOf(id);
        if (first.IsKnown)
        {
            _mistakes.Add(
                _files[place.File].Name, place.Line, header.Names[header.Id],
                $"{Wording.Quote(text)} is in {_files[first.File].Name}:{first.Line} already");
        }
        else
        {
            _ids.Define(id, place);
        }

        return id;
    }

    private void AddReferences(GraphRow row, Place place, Header header)
    {
        for (var index = 0; index < row.Values.Length; index++)
        {
            if (header.Columns[index].RefersTo is not { } target || row.Values[index] is not string[] texts) continue;
            var column = header.Names[header.Columns[index].Cell];
            foreach (var text in texts)
            {
                if (_idRules.FindMistake(text, target) is { } mistake)
                    _mistakes.Add(_files[place.File].Name, place.Line, column, mistake);
                else
                    _references.Add(_ids.Add(text), place, column);
            }
        }
    }

    private void AddLink(RelationshipType type, string source, string target, Place place, Header header)
    {
        var (from, to) = (_ids.Add(source), _ids.Add(target));
        _references.Add(from, place, header.Names[header.Source]);
        _references.Add(to, place, header.Names[header.Target]);
        if (!_links.TryGetValue(type, out var link)) _links.Add(type, link = new LinkCheck(type, _ids, _files, _mistakes));
        link.Add(from, to, place);
    }

    /// <summary>A file without a required column can change what the store has, and make nothing new.</summary>
    private void CheckPartial(PartialFile partial)
    {
        var missing = partial.Rows.Where(row => !_storeIds.Has(row.Id)).ToList();
        if (missing.Count == 0) return;
        foreach (var property in partial.Header.Missing)
        {
            _mistakes.Add(
                partial.File.Name, missing[0].Line, property.Name,
                $"{property} is required and the file has no column for it; {missing.Count} "
                + $"{(missing.Count == 1 ? "row is" : "rows are")} not in the store yet, this one first");
        }
    }

    /// <summary>A file that lacks required columns, with the id and the line of each row.</summary>
    private sealed record PartialFile(GraphFile File, Header Header, List<(int Id, int Line)> Rows);
}
