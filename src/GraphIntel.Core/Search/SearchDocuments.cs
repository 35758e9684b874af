using System.Buffers.Binary;
using System.Collections;
using System.Runtime.InteropServices;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Search;

/// <summary>
/// Makes what a store keeps of nodes of a type, one node after the other, in buffers that are used again. Not thread-safe.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="names">Receives the keys of names instead; null if they are made here.</param>
internal sealed class SearchDocuments(NodeType type, ISearchKeys? names = null)
{
    /// <summary>The values of a list that search finds; those that follow are ignored.</summary>
    public const int MaxValues = 1_000;

    private const int MaxSpare = 16;

    private readonly IReadOnlyList<SearchIndex> _indexes = SearchIndex.Of(type);
    private readonly KeyBuffer[] _keys = [.. SearchIndex.Of(type).Select(_ => new KeyBuffer())];
    /// <summary>The values of the node; those after the count are of earlier nodes, to be used again.</summary>
    private readonly List<SearchedValue> _values = [];

    private int _count;
    private byte[] _packed = new byte[1024];
    private int _length;

    /// <summary>The values of the node in packed form; empty if it has none.</summary>
    public ReadOnlySpan<byte> Packed => _packed.AsSpan(0, _length);

    /// <summary>
    /// The keys of the node for one of <see cref="SearchIndex.Of"/>, in ASCII, each once, separated by spaces; empty if it is not in the
    /// index.
    /// </summary>
    public ReadOnlySpan<byte> KeysOf(int index) => _keys[index].Text;

    /// <summary>The document of a node.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="values">The values of its searched properties, in their order: a text, a list of texts, or null.</param>
    public SearchDocument Of(string id, IReadOnlyList<object?> values)
    {
        Read(id, values);
        return new SearchDocument(
            id, Array.ConvertAll(_keys, keys => keys.Count == 0 ? null : keys.Text.ToArray()), _length == 0 ? null : Packed.ToArray());
    }

    /// <summary>Reads a node, of which the other members tell until the next one is read.</summary>
    /// <inheritdoc cref="Of"/>
    public void Read(string id, IReadOnlyList<object?> values)
    {
        _count = 0;
        for (var property = 0; property < values.Count; property++)
            Read(values[property], property);
        if (_values.Count > MaxSpare)
            _values.RemoveRange(Math.Max(_count, MaxSpare), _values.Count - Math.Max(_count, MaxSpare));
        for (var index = 0; index < _keys.Length; index++)
        {
            _keys[index].Clear();
            MakeKeys(id, _indexes[index], _indexes[index].Text is null && names is not null ? names : _keys[index]);
        }
        Pack();
    }

    private void Read(object? value, int property)
    {
        if (value is string single)
        {
            Add(single, property, 0);
            return;
        }
        var position = 0;
        foreach (var text in value is IEnumerable list ? list.OfType<string>().Take(MaxValues) : [])
            Add(text, property, position++);
    }

    private void Add(string text, int property, int position)
    {
        if (_count == _values.Count)
            _values.Add(new SearchedValue());
        var value = _values[_count++];
        value.Read(text, type.Searched[property].SearchedAs == SearchedAs.Name);
        (value.Property, value.Position) = (property, position);
    }

    private void MakeKeys(string id, SearchIndex index, ISearchKeys keys)
    {
        var isFound = false;
        foreach (var value in CollectionsMarshal.AsSpan(_values)[.._count])
        {
            if (!index.Has(type.Searched[value.Property]) || value.Words.Count == 0)
                continue;
            isFound = true;
            SearchKeys.Add(value, keys);
            // Of a name, fewer words are kept than a query has.
            SampleKeys.AddWords(
                value.Words.Count < SearchKeys.MaxNameWords ? value.Words : SearchWords.Of(value.Text, SearchQuery.MaxWords + 1), keys);
        }
        if (isFound)
            SampleKeys.AddNode(id, keys);
    }

    private void Pack()
    {
        _length = 0;
        foreach (var value in CollectionsMarshal.AsSpan(_values)[.._count])
            _length += SearchDocument.HeaderLength + PackedValue.LengthOf(value);
        if (_length > _packed.Length)
            _packed = new byte[2 * _length];
        var rest = _packed.AsSpan();
        foreach (var value in CollectionsMarshal.AsSpan(_values)[.._count])
        {
            var written = PackedValue.Write(value, rest[SearchDocument.HeaderLength..]);
            rest[0] = (byte)value.Property;
            BinaryPrimitives.WriteUInt16LittleEndian(rest[1..], (ushort)value.Position);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[3..], checked((ushort)written));
            rest = rest[(SearchDocument.HeaderLength + written)..];
        }
    }
}
