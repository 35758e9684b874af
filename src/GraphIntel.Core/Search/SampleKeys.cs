using System.Globalization;
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

    /// <summary>The kinds of keys of nodes; each has one of 16, of 256 and of 4,096 keys.</summary>
    private const string Kinds = "abc";

    /// <summary>Keys that one in 16, one in 256, and one in 4,096 nodes has.</summary>
    public static IReadOnlyList<string> Shares { get; } = [.. Kinds.Select((kind, digits) => kind + new string('0', digits + 1))];

    /// <summary>The keys of a node.</summary>
    public static IEnumerable<string> OfNode(string id)
    {
        var hash = Hash(id).ToString("x16", CultureInfo.InvariantCulture);
        return Kinds.Select((kind, digits) => kind + hash[..(digits + 1)]);
    }

    /// <summary>The key of these words, in their order; null if there are none, or too many for a query.</summary>
    public static string? OfWords(IReadOnlyList<SearchWord> words) => words.Count is 0 or > SearchQuery.MaxWords
        ? null
        : Words + Hash(string.Join(' ', words.Select(word => word.Letters))).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>FNV-1a of the text in UTF-8, 64 bits, of which the upper ones are mixed well.</summary>
    public static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ part) * 1099511628211UL;
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL;
        return hash;
    }
}
