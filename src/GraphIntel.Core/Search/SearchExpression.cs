namespace GraphIntel.Core.Search;

/// <summary>
/// Expressions over keys, which SQLite's FTS5 and Lucene understand alike: keys of lower-case ASCII letters and digits, a star
/// after one for all keys that begin with it, AND, OR and parentheses. No text of a user is in them, only keys made from it.
/// </summary>
internal static class SearchExpression
{
    /// <summary>An expression that no entry satisfies: no key begins with this letter.</summary>
    public const string Nothing = "z";

    /// <summary>Texts that match, and no others.</summary>
    public static string OfTexts(SearchQuery query) => query.IsEmpty ? Nothing : string.Join(" AND ", query.TextLookups.Select(Term));

    /// <summary>
    /// The same as a list, each key after a space, and before one unless it is a beginning: what the keys of a text contain,
    /// separated and enclosed by spaces, if it matches.
    /// </summary>
    public static string[] KeysOfTexts(SearchQuery query) =>
        query.IsEmpty ? [" " + Nothing] : [.. query.TextLookups.Select(lookup => lookup.IsBeginning ? $" {lookup.Key}" : $" {lookup.Key} ")];

    /// <summary>Names that can match by the kinds of a tier.</summary>
    public static string OfNames(SearchQuery query, SearchTier tier) =>
        query.IsEmpty ? Nothing : string.Join(" AND ", query.NameLookups.Select(word => OfWord(word, tier)));

    /// <summary>Entries of an expression that have a key.</summary>
    public static string With(string expression, string key) => $"({expression}) AND {key}";

    private static string OfWord(WordLookups word, SearchTier tier)
    {
        IEnumerable<string> terms = [Term(word.Word)];
        if (tier >= SearchTier.Spellings)
            terms = terms.Concat(word.Spellings);
        if (tier >= SearchTier.Typos)
            terms = terms.Concat(word.Typos);
        return $"({string.Join(" OR ", terms)})";
    }

    private static string Term(KeyLookup lookup) => lookup.IsBeginning ? lookup.Key + "*" : lookup.Key;
}
