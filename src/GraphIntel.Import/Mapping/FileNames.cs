using System.IO.Enumeration;

namespace GraphIntel.Import.Mapping;

/// <summary>Names of files in mappings.</summary>
internal static class FileNames
{
    private static readonly string[] Compressions = [".gz", ".zip"];

    /// <summary>Whether a file's name, without its folder and compression, has one of the patterns, with * for any text and | between them.</summary>
    public static bool Match(string path, string patterns) =>
        Array.Exists(patterns.Split('|', StringSplitOptions.TrimEntries), pattern => MatchOne(path, pattern));

    private static bool MatchOne(string path, string pattern) =>
        FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path))
        || FileSystemName.MatchesSimpleExpression(pattern, Plain(path))
        || FileSystemName.MatchesSimpleExpression(pattern, Path.ChangeExtension(Plain(path), ".txt"));

    private static string Plain(string path)
    {
        var name = Path.GetFileName(path);
        return Array.Find(Compressions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is { } found
            ? name[..^found.Length]
            : name;
    }
}
