using GraphQL.Utilities;

namespace GraphIntel.Core.Values;

/// <summary>Suggestions for unknown names.</summary>
internal static class SimilarNames
{
    private const int MaxFound = 3;

    // Keeps errors short if a model has hundreds of names.
    private const int MaxListed = 30;

    // Longer names are not misspellings, and comparing them would take time.
    private const int MaxLength = 100;

    /// <summary>
    /// The known names that differ only in case; else up to three with a small edit distance, the closest first.
    /// </summary>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength)
            return [];
        var names = known.Distinct(StringComparer.Ordinal).ToList();
        var same = names.Where(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return same.Count > 0 ? same : [.. StringUtils.SuggestionList(name, names).Take(MaxFound)];
    }

    /// <summary><c>Did you mean A or B?</c>, or the known names if none is similar.</summary>
    public static string Explain(string name, IReadOnlyCollection<string> known)
    {
        var found = Find(name, known);
        return found.Count > 0
            ? $"Did you mean {string.Join(" or ", found)}?"
            : $"Expected one of {string.Join(", ", known.Take(MaxListed))}{(known.Count > MaxListed ? ", ..." : "")}.";
    }
}
