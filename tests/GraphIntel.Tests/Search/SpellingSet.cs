namespace GraphIntel.Tests.Search;

/// <summary>Spellings of names, in groups, and pairs of names that must not find each other.</summary>
internal sealed class SpellingSet
{
    private SpellingSet(IReadOnlyList<Spelling> spellings, IReadOnlyList<(string Name, string Other)> apart)
    {
        Spellings = spellings;
        Apart = apart;
    }

    /// <summary>All spellings.</summary>
    public IReadOnlyList<Spelling> Spellings { get; }

    /// <summary>The names that are stored: names and aliases.</summary>
    public IEnumerable<Spelling> Stored => Spellings.Where(spelling => spelling.Role is "name" or "alias");

    /// <summary>The queries, each of which means the name of its group.</summary>
    public IEnumerable<Spelling> Queries(string role) => Spellings.Where(spelling => spelling.Role == role);

    /// <summary>Pairs of names that must not find each other.</summary>
    public IReadOnlyList<(string Name, string Other)> Apart { get; }

    /// <summary>The spellings of a file with the columns group, kind, script, spelling and role.</summary>
    public static SpellingSet Read(string path)
    {
        var rows = File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).ToList();
        return new SpellingSet(
            [.. rows.Where(row => row[0] != "!").Select(row => new Spelling(row[0], row[2], row[3], row[4]))],
            [.. rows.Where(row => row[0] == "!").Select(row => row[3].Split('|')).Select(pair => (pair[0], pair[1]))]);
    }

    /// <summary>The file beside the repository, if it is there.</summary>
    public static string? FindShared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "GraphIntel.sln")))
                continue;
            var path = Path.Combine(folder.FullName, "..", "shared", "data", "spellings.tsv");
            return File.Exists(path) ? path : null;
        }
        return null;
    }

    /// <summary>A spelling of a name.</summary>
    /// <param name="Group">What is named.</param>
    /// <param name="Script">The script.</param>
    /// <param name="Text">The spelling.</param>
    /// <param name="Role">name, alias, variant or typo.</param>
    public sealed record Spelling(string Group, string Script, string Text, string Role);
}
