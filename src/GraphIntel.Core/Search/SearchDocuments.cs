using System.Buffers.Binary;
using System.Collections;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Search;

/// <summary>Makes the documents of nodes of a type, with buffers that are used again. Not thread-safe.</summary>
internal sealed class SearchDocuments(NodeType type)
{
    /// <summary>The values of a list that search finds; those that follow are ignored.</summary>
    public const int MaxValues = 1_000;

    private readonly IReadOnlyList<SearchIndex> _indexes = SearchIndex.Of(type);
    private readonly KeyBuffer _keys = new();
    private readonly List<SearchedValue> _values = [];

    /// <summary>The document of a node.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="values">The values of its searched properties, in their order: a text, a list of texts, or null.</param>
    public SearchDocument Of(string id, IReadOnlyList<object?> values)
    {
        _values.Clear();
        for (var number = 0; number < values.Count; number++)
        {
            var position = 0;
            foreach (var text in Texts(values[number]))
                _values.Add(new SearchedValue(text, type.Searched[number], number, position++));
        }
        return new SearchDocument(id, KeysOf(id), Pack());
    }

    private byte[]?[] KeysOf(string id)
    {
        var keys = new byte[]?[_indexes.Count];
        for (var index = 0; index < keys.Length; index++)
        {
            _keys.Clear();
            foreach (var value in _values)
            {
                if (!_indexes[index].Has(value.Property!))
                    continue;
                SearchKeys.Add(value, _keys);
                // Of a name, fewer words are kept than a query has.
                SampleKeys.AddWords(
                    value.Words.Count < SearchKeys.MaxNameWords ? value.Words : SearchWords.Of(value.Text, SearchQuery.MaxWords + 1), _keys);
            }
            if (_keys.Count == 0)
                continue;
            SampleKeys.AddNode(id, _keys);
            keys[index] = _keys.Text.ToArray();
        }
        return keys;
    }

    private byte[]? Pack()
    {
        if (_values.Count == 0)
            return null;
        var length = 0;
        foreach (var value in _values)
            length += SearchDocument.HeaderLength + PackedValue.LengthOf(value);
        var packed = new byte[length];
        var rest = packed.AsSpan();
        foreach (var value in _values)
        {
            var written = PackedValue.LengthOf(value);
            rest[0] = (byte)value.Number;
            BinaryPrimitives.WriteUInt16LittleEndian(rest[1..], (ushort)value.Position);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[3..], checked((ushort)written));
            PackedValue.Write(value, rest.Slice(SearchDocument.HeaderLength, written));
            rest = rest[(SearchDocument.HeaderLength + written)..];
        }
        return packed;
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable list => list.OfType<string>().Take(MaxValues),
        _ => [],
    };
}
