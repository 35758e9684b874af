using System.Buffers.Binary;
using System.Collections;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Search;

/// <summary>What a store keeps of a node for searches: the keys for each index of its type, and its values in packed form.</summary>
/// <param name="Keys">For each of <see cref="SearchIndex.Of"/>: the keys, separated by spaces; null if the node is not in the index.</param>
/// <param name="Packed">The values; null if it has none.</param>
internal sealed record SearchDocument(IReadOnlyList<string?> Keys, byte[]? Packed)
{
    /// <summary>The values of a list that search finds; those that follow are ignored.</summary>
    public const int MaxValues = 1_000;

    /// <summary>The bytes before each packed value: the index of its property, its position in a list, its length.</summary>
    private const int HeaderLength = 5;

    /// <summary>The document of a node.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="id">Its id.</param>
    /// <param name="values">The values of its searched properties, in their order: a text, a list of texts, or null.</param>
    public static SearchDocument Of(NodeType type, string id, IReadOnlyList<object?> values)
    {
        var packed = new List<byte>();
        var texts = new List<(Property Property, string Text)>();
        for (var number = 0; number < values.Count; number++)
        {
            var property = type.Searched[number];
            var position = 0;
            foreach (var text in Texts(values[number]))
            {
                texts.Add((property, text));
                Append(packed, number, position++, PackedValue.Of(text, property.SearchedAs == SearchedAs.Name));
            }
        }
        return new SearchDocument(
            [.. SearchIndex.Of(type).Select(index => KeysOf(id, texts.Where(value => index.Has(value.Property))))],
            packed.Count > 0 ? [.. packed] : null);
    }

    /// <summary>Reads the next packed value, and moves to the one after it; false at the end, or where the bytes are damaged.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> packed, out int property, out int position, out ReadOnlySpan<byte> value)
    {
        (property, position) = (0, 0);
        value = default;
        if (packed.Length < HeaderLength)
            return false;
        property = packed[0];
        position = BinaryPrimitives.ReadUInt16LittleEndian(packed[1..]);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(packed[3..]);
        if (packed.Length < HeaderLength + length)
            return false;
        value = packed.Slice(HeaderLength, length);
        packed = packed[(HeaderLength + length)..];
        return true;
    }

    private static void Append(List<byte> packed, int property, int position, byte[] value)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        header[0] = (byte)property;
        BinaryPrimitives.WriteUInt16LittleEndian(header[1..], (ushort)position);
        BinaryPrimitives.WriteUInt16LittleEndian(header[3..], checked((ushort)value.Length));
        packed.AddRange(header);
        packed.AddRange(value);
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable list => list.OfType<string>().Take(MaxValues),
        _ => [],
    };

    private static string? KeysOf(string id, IEnumerable<(Property Property, string Text)> values)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (property, text) in values)
        {
            keys.UnionWith(SearchKeys.Of(text, property.SearchedAs == SearchedAs.Name));
            if (SampleKeys.OfWords(SearchWords.Of(text, SearchQuery.MaxWords + 1)) is { } words)
                keys.Add(words);
        }
        if (keys.Count == 0)
            return null;
        keys.UnionWith(SampleKeys.OfNode(id));
        return string.Join(' ', keys);
    }
}
