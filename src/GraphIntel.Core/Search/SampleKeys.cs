using System.Buffers;
using System.Numerics;
using System.Text;

namespace GraphIntel.Core.Search;

/// <summary>
/// Keys by which all stores look at the same few of the nodes that a query finds, where these are too many: those with a text
/// of exactly the words of the query, and a share of the others, which a hash of the node's id decides.
/// </summary>
internal static class SampleKeys
{
    /// <summary>The kind of keys of a text's words.</summary>
    private const char Words = 'e';

    /// <summary>The letters of the key of a text's words: its kind, and ten for 40 bits of the hash.</summary>
    public const int ExactLength = 11;

    private const int BitsPerLetter = 4;

    /// <summary>Zeros at the beginning of a hash that divide a share by 16.</summary>
    private const int BitsPerShare = 4;

    private const ulong HashOffset = 14695981039346656037UL;

    /// <summary>Keys that one in 16, one in 256, and one in 4,096 nodes has: those whose hash begins with 4, 8 and 12 zeros.</summary>
    public static IReadOnlyList<string> Shares { get; } = ["a", "b", "c"];

    /// <summary>Adds the keys of a node.</summary>
    public static void AddNode(string id, ISearchKeys keys)
    {
        var zeros = BitOperations.LeadingZeroCount(Hash(id)) / BitsPerShare;
        for (var share = 0; share < Shares.Count && share < zeros; share++)
            keys.AddShare(Shares[share][0]);
    }

    /// <summary>Adds the key of a text's words, in their order; none if there are none, or too many for a query.</summary>
    public static void AddWords(List<SearchWord> words, ISearchKeys keys)
    {
        if (words.Count is 0 or > SearchQuery.MaxWords)
            return;
        var hash = HashOffset;
        foreach (var word in words)
        {
            foreach (var letter in word.Letters)
                hash = Add(hash, (byte)letter);
            hash = Add(hash, (byte)' ');
        }
        keys.AddExact(Mix(hash));
    }

    /// <summary>Writes the key for a hash of words.</summary>
    public static void Write(ulong hash, Span<byte> key)
    {
        key[0] = (byte)Words;
        for (var index = 1; index < ExactLength; index++, hash >>= BitsPerLetter)
            key[index] = (byte)('a' + (hash & ((1 << BitsPerLetter) - 1)));
    }

    /// <summary>FNV-1a of the text in UTF-8, 64 bits, of which the upper ones are mixed well.</summary>
    public static ulong Hash(string text)
    {
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        var hash = Hash(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>The same of bytes.</summary>
    public static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = HashOffset;
        foreach (var part in text)
            hash = Add(hash, part);
        return Mix(hash);
    }

    private static ulong Add(ulong hash, byte part) => (hash ^ part) * 1099511628211UL;

    private static ulong Mix(ulong hash) => (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL;
}
