namespace GraphIntel.Core.Search;

/// <summary>
/// Which nodes an index finds: those that have, for each clause, one of its keys. As text, SQLite's FTS5 and Lucene understand it alike:
/// keys of lower-case ASCII letters and digits, a star after one for all keys that begin with it, AND, OR, NOT and parentheses. No text of
/// a user is in it, only keys made from it.
/// </summary>
/// <param name="Clauses">The clauses, at least one, each with at least one key.</param>
/// <param name="Except">Nodes that are not to be found, though they have the keys; null if there are none.</param>
internal sealed record SearchExpression(IReadOnlyList<IReadOnlyList<KeyLookup>> Clauses, SearchExpression? Except = null)
{
    /// <summary>The longest words of a query, which are rare ones, suffice to find few texts; the others need only be compared.</summary>
    public const int FewTextLookups = 3;

    /// <summary>A key that no node has: none begins with this letter.</summary>
    private const string Nothing = "z";

    /// <summary>Texts that match, and no others; with fewer look-ups than all, also others.</summary>
    public static SearchExpression OfTexts(SearchQuery query, int most = int.MaxValue) =>
        query.IsEmpty ? OfKey(Nothing) : new([.. query.TextLookups.Take(most).Select(lookup => new[] { lookup })]);

    /// <summary>
    /// The same as a list, each key after a space, and before one unless it is a beginning: what the keys of a text contain,
    /// separated and enclosed by spaces, if it matches.
    /// </summary>
    public static string[] KeysOfTexts(SearchQuery query) =>
        query.IsEmpty ? [" " + Nothing] : [.. query.TextLookups.Select(lookup => lookup.IsBeginning ? $" {lookup.Key}" : $" {lookup.Key} ")];

    /// <summary>Names that can match by the kinds of a tier.</summary>
    public static SearchExpression OfNames(SearchQuery query, SearchTier tier) =>
        query.IsEmpty ? OfKey(Nothing) : new([.. query.NameLookups.Select(word => OfWord(word, tier))]);

    /// <summary>All nodes that have a key.</summary>
    public static SearchExpression OfKey(string key) => new([[new KeyLookup(key, false)]]);

    /// <summary>Of the nodes, those that have a key besides.</summary>
    public SearchExpression With(string key) => this with { Clauses = [.. Clauses, [new KeyLookup(key, false)]] };

    /// <inheritdoc/>
    public override string ToString()
    {
        var clauses = string.Join(" AND ", Clauses.Select(clause => clause.Count == 1 ? Term(clause[0]) : $"({string.Join(" OR ", clause.Select(Term))})"));
        return Except is null ? clauses : $"({clauses}) NOT ({Except})";
    }

    private static KeyLookup[] OfWord(WordLookups word, SearchTier tier)
    {
        IEnumerable<string> keys = [];
        if (tier >= SearchTier.Spellings)
            keys = word.Spellings;
        if (tier >= SearchTier.Typos)
            keys = keys.Concat(word.Typos);
        return [word.Word, .. keys.Select(key => new KeyLookup(key, false))];
    }

    private static string Term(KeyLookup lookup) => lookup.IsBeginning ? lookup.Key + "*" : lookup.Key;
}
