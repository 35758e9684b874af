namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>Writes records of rows, one after another. Ids are written once; a derived id is a relationship of two of them.</summary>
internal sealed class RowRecordWriter
{
    private readonly RecordWriter _writer = new();

    /// <summary>The texts of the record, parts of ids, each once.</summary>
    private readonly List<ReadOnlyMemory<char>> _texts = [];
    private readonly Dictionary<ReadOnlyMemory<char>, int> _numbers = new(new ByText());
    private readonly List<(bool IsDerived, int One, int Two, int Three)> _ids = [];

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
        _writer.Write(_texts, text => _writer.Write(text.Span));
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
            ? (false, NumberOf(id.AsMemory()), 0, 0)
            : (true, NumberOf(id.AsMemory(0, colon)), NumberOf(id.AsMemory(colon + 1, cut - colon - 1)), NumberOf(id.AsMemory(cut + 1))));
    }

    private int NumberOf(ReadOnlyMemory<char> text)
    {
        if (_numbers.TryGetValue(text, out var number))
            return number;
        _texts.Add(text);
        _numbers.Add(text, _texts.Count - 1);
        return _texts.Count - 1;
    }

    private sealed class ByText : IEqualityComparer<ReadOnlyMemory<char>>
    {
        public bool Equals(ReadOnlyMemory<char> x, ReadOnlyMemory<char> y) => x.Span.SequenceEqual(y.Span);

        // A row has some twenty texts, which differ in their ends.
        public int GetHashCode(ReadOnlyMemory<char> obj)
        {
            var text = obj.Span;
            return text.Length == 0 ? 0 : (text.Length << 16) ^ (text[^1] << 8) ^ text[text.Length / 2];
        }
    }
}
