using System.Buffers.Text;
using GraphIntel.Core.Storage;

namespace GraphIntel.Sqlite.Execute;

/// <summary>Lists of keys as JSON, which is how a statement gets lists.</summary>
internal static class KeyLists
{
    // The digits of a long, its sign, and a comma.
    private const int MaxKeyBytes = 21;

    /// <summary>The empty list.</summary>
    public static byte[] Empty { get; } = "[]"u8.ToArray();

    /// <summary>For each type, the positions of its nodes; null for a type without any.</summary>
    public static List<int>?[] Positions(IReadOnlyList<NodeKey> nodes, int types)
    {
        var positions = new List<int>?[types];
        for (var index = 0; index < nodes.Count; index++)
            (positions[nodes[index].Type] ??= []).Add(index);
        return positions;
    }

    /// <summary>A list of the keys of some items.</summary>
    public static byte[] Text(List<int> items, Func<int, long> key)
    {
        var text = new byte[(items.Count * MaxKeyBytes) + 2];
        text[0] = (byte)'[';
        var length = 1;
        foreach (var item in items)
        {
            if (length > 1)
                text[length++] = (byte)',';
            Utf8Formatter.TryFormat(key(item), text.AsSpan(length), out var written);
            length += written;
        }
        text[length++] = (byte)']';
        return text[..length];
    }

    /// <summary>A list of the keys of each type.</summary>
    public static byte[] TextByType(IReadOnlyList<NodeKey> nodes, int types)
    {
        var parts = Positions(nodes, types).Select(places => places is null ? Empty : Text(places, place => nodes[place].Number)).ToArray();
        return [(byte)'[', .. parts[0], .. parts[1..].SelectMany(part => part.Prepend((byte)','), (_, one) => one), (byte)']'];
    }
}
