namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>Writes records of rows, one after another. Ids are written once; a derived id is a relationship of two of them.</summary>
internal sealed class RowRecordWriter
{
    private readonly RecordWriter _writer = new();
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<(bool IsDerived, int One, int Two, int Three)> _ids = [];

    public RowRecordWriter() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The record as bytes.</summary>
    public byte[] ToBytes(RowRecord record)
    {
        _texts.Clear();
        _numbers.Clear();
        _ids.Clear();
        foreach (var element in record.Own)
            Add(element.Id);
        foreach (var use in record.Shared)
            Add(use.Id);

        _writer.Clear();
        _writer.Write(record.Import);
        _writer.Write(record.Hash);
        _writer.WriteOptional(record.Covers);
        _writer.Write(_texts, _writer.Write);
        _writer.Write((long)record.Own.Count);
        _writer.Write((long)record.Shared.Count);
        foreach (var (isDerived, one, two, three) in _ids)
        {
            _writer.Write(((long)one << 1) | (isDerived ? 1L : 0L));
            if (!isDerived)
                continue;
            _writer.Write((long)two);
            _writer.Write((long)three);
        }

        foreach (var element in record.Own)
            _writer.Write(element.IsCreated);
        foreach (var use in record.Shared)
            MergedPart.Write(_writer, use.Merged);
        _writer.Write((long)record.Additions.Count);
        foreach (var use in record.Additions)
        {
            _writer.Write(use.Id);
            MergedPart.Write(_writer, use.Merged);
        }

        return _writer.ToArray();
    }

    /// <summary>Adds an id; that of a relationship without one of its own has a prefix and the ids of its ends.</summary>
    private void Add(string id)
    {
        var cut = id.IndexOf('>', StringComparison.Ordinal);
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        _ids.Add(cut < 0 || colon < 0 || colon > cut
            ? (false, NumberOf(id), 0, 0)
            : (true, NumberOf(id.AsSpan(0, colon)), NumberOf(id.AsSpan(colon + 1, cut - colon - 1)), NumberOf(id.AsSpan(cut + 1))));
    }

    private int NumberOf(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out var number))
            return number;
        var added = text.ToString();
        _numbers.Add(added, number = _texts.Count);
        _texts.Add(added);
        return number;
    }
}
