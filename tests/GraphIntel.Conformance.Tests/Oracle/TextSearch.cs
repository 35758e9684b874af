using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Search;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>The result of a search. A graph in memory is too small for one that is truncated.</summary>
internal sealed record SearchResult(IReadOnlyList<SearchItem> Items)
{
    public bool IsTruncated => false;
}

/// <summary>A node with its best match.</summary>
internal sealed record SearchItem(MemoryNode Node, string Property, string Text, string Match);

/// <summary>
/// Compares a query with every value that search finds, without an index. Words and sounds are the server's, and so is what it
/// says of a name; a longer text matches by the words alone, all of them.
/// </summary>
internal sealed class TextSearch(MemoryGraph graph)
{
    // Conditions are asked of a node again and again, within others.
    private readonly Dictionary<(string Query, MemoryNode Node), bool> _known = [];

    /// <summary>The root field.</summary>
    public SearchResult Search(Dictionary<string, object?> arguments)
    {
        var query = (string)arguments["query"]!;
        var types = arguments.GetValueOrDefault("types") is { } given ? Inputs.AsList(given) : null;
        var first = (int)(arguments.GetValueOrDefault("first") as long? ?? PageLimits.DefaultSize);
        var found = graph.Nodes
            .Where(node => types is null || types.Contains(Casing.UpperSnake(node.Type.Name)))
            .Select(node => Matches(query, node).Order(Hit.BestFirst).FirstOrDefault())
            .OfType<Hit>()
            .Order(Hit.BestFirst)
            .Take(first);
        return new SearchResult([.. found.Select(hit => new SearchItem(hit.Node, hit.Property.Name, hit.Text, hit.Match.Match.ToString().ToUpperInvariant()))]);
    }

    /// <summary>The condition: whether a search would find the node.</summary>
    public bool Finds(string query, MemoryFact fact)
    {
        var node = (MemoryNode)fact;
        if (!_known.TryGetValue((query, node), out var isFound))
            _known.Add((query, node), isFound = Matches(query, node).Any());
        return isFound;
    }

    private static IEnumerable<Hit> Matches(string query, MemoryNode node)
    {
        var number = 0;
        foreach (var property in node.Type.Properties.Where(property => property.SearchedAs is not null))
        {
            foreach (var text in property.IsList ? node.GetList(property) : node.Get(property) is { } one ? [one] : [])
            {
                if (Match(query, (string)text, property) is { } match)
                    yield return new Hit(node, property, number, (string)text, match);
                number++;
            }
        }
    }

    private static ValueMatch? Match(string query, string text, Property property) => property.SearchedAs == SearchedAs.Name
        ? SearchQuery.Parse(query).Match(PackedValue.Of(text, isName: true))
        : MatchWords(Words(query), Words(text)) is { } kind ? new ValueMatch(kind, 0, Math.Min(text.Length, ushort.MaxValue)) : null;

    private static SearchMatch? MatchWords(List<string> query, List<string> text)
    {
        if (query.Count == 0 || !query.TrueForAll(word => text.Exists(other => IsBeginning(word, other))))
            return null;
        if (query.SequenceEqual(text))
            return SearchMatch.Exact;
        var begins = query.Count <= text.Count && query.SkipLast(1).SequenceEqual(text.Take(query.Count - 1))
            && IsBeginning(query[^1], text[query.Count - 1]);
        return begins ? SearchMatch.Start : SearchMatch.Words;
    }

    // A single letter begins no word, but may be one.
    private static bool IsBeginning(string word, string other) =>
        word == other || (word.Length >= 2 && other.StartsWith(word, StringComparison.Ordinal));

    private static List<string> Words(string text) => [.. SearchWords.Of(text, int.MaxValue).Select(word => word.Letters)];

    // A value that matches; the number is its place among those of the node.
    private sealed record Hit(MemoryNode Node, Property Property, int Number, string Text, ValueMatch Match)
    {
        public static IComparer<Hit> BestFirst { get; } = Comparer<Hit>.Create((one, other) =>
        {
            var order = (one.Match.Match, one.Match.Distance, one.IsOther, one.Match.TextLength)
                .CompareTo((other.Match.Match, other.Match.Distance, other.IsOther, other.Match.TextLength));
            if (order == 0)
                order = Values.Compare(one.Node.Id, other.Node.Id);
            return order != 0 ? order : one.Number.CompareTo(other.Number);
        });

        // Whether the property is another than the label.
        private bool IsOther => Property != ((NodeType)Node.Type).Label;
    }
}
