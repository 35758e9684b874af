using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>The keys of the records that a store keeps of imports.</summary>
internal static class RecordKeys
{
    /// <summary>The beginning of the keys of imports, in the order of their numbers.</summary>
    public const string Imports = "import/";

    /// <summary>The beginning of the keys of what nothing vouches for any more, and something still refers to.</summary>
    public const string Orphans = "orphan/";

    /// <summary>The beginning of the keys of nodes whose merged values must be computed again.</summary>
    public const string Merges = "merge/";

    // Stores index keys, and limit their length.
    private const int MaxRowKeyLength = 500;

    /// <summary>An import.</summary>
    public static string Import(long number) => Imports + Number(number);

    /// <summary>The beginning of the keys of the log of an import.</summary>
    public static string Log(long import) => $"log/{Number(import)}/";

    /// <summary>A batch in the log of an import.</summary>
    public static string Log(long import, long batch) => Log(import) + Number(batch);

    /// <summary>The beginning of the keys of the rows of a mapping.</summary>
    public static string Rows(string mapping) => $"row/{Escape(mapping)}/";

    /// <summary>A row of a mapping.</summary>
    public static string Row(string mapping, string key) => Rows(mapping) + (key.Length <= MaxRowKeyLength
        ? key
        : "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));

    /// <summary>What the rows of a mapping together make of a node or relationship.</summary>
    public static string Shared(string mapping, string id) => $"shared/{Escape(mapping)}/{id}";

    /// <summary>The beginning of the keys of what the entries of a mapping were recognized as.</summary>
    public static string Matches(string mapping) => $"match/{Escape(mapping)}/";

    /// <summary>What the rows of a mapping added to lists of a node that others make.</summary>
    public static string Added(string mapping, string id) => $"added/{Escape(mapping)}/{id}";

    /// <summary>An element of a mapping that nothing vouches for.</summary>
    public static string Orphan(string mapping, string id) => $"{Orphans}{Escape(mapping)}/{id}";

    /// <summary>A node of a mapping whose merged values must be computed again without a row.</summary>
    public static string Merge(string mapping, string id, string row) => $"{Merges}{Escape(mapping)}/{id}\n{row}";

    /// <summary>The mapping and the rest of a key of <see cref="Orphans"/> or <see cref="Merges"/>.</summary>
    public static (string Mapping, string Id) Split(string key)
    {
        var start = key.IndexOf('/', StringComparison.Ordinal) + 1;
        var cut = key.IndexOf('/', start);
        return (key[start..cut].Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal), key[(cut + 1)..].Split('\n')[0]);
    }

    private static string Number(long number) => number.ToString("D8", CultureInfo.InvariantCulture);

    private static string Escape(string name) => name.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
}
