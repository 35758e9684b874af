using GraphIntel.Sqlite;

namespace GraphIntel.Server.Startup;

/// <summary>What <c>--store</c> says: which database, and where.</summary>
internal static class StoreName
{
    private const string Sqlite = "sqlite:";
    private const string Memory = ":memory:";

    /// <summary>Reads a store's name; a <see cref="FormatException"/> says what would be right.</summary>
    public static SqliteLocation Parse(string text)
    {
        if (!text.StartsWith(Sqlite, StringComparison.Ordinal))
            throw new FormatException($"a store is written `sqlite:PATH` or `sqlite::memory:`, not `{text}`.");
        var path = text[Sqlite.Length..];
        if (path == Memory)
            return SqliteLocation.Memory();
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new FormatException("`sqlite:` needs the path of a file behind it, such as `sqlite:graph.db`.");
        return SqliteLocation.File(path);
    }
}
