using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using GraphIntel.Core.Search;

namespace GraphIntel.Benchmarks.Search;

/// <summary>Queries of one kind: each is made of a name or title, which it matches by that kind.</summary>
/// <param name="Name">What is measured, in tables.</param>
/// <param name="Words">The number of words; null: all of the text.</param>
/// <param name="Queries">The queries.</param>
internal sealed record SearchQueries(string Name, int? Words, IReadOnlyList<string> Queries)
{
    private const string Document = "query($q: String!) { search(query: $q) { truncated items { node { id } property text match } } }";

    private const int Seed = 1;

    /// <summary>Letters that transliterations exchange.</summary>
    private static readonly (string Letters, string Other)[] Respellings =
    [
        ("kh", "h"), ("k", "q"), ("q", "k"), ("sh", "ch"), ("ou", "u"), ("u", "ou"), ("ei", "ay"), ("ay", "ei"), ("i", "e"), ("e", "i"), ("y", "i"), ("z", "dh"),
        ("j", "dj"), ("oo", "ou"), ("th", "t"), ("d", "dd"), ("l", "ll"), ("m", "mm"), ("s", "ss"), ("a", "e"), ("o", "u"), ("w", "ou"), ("ph", "f"), ("gh", "g"),
    ];

    /// <summary>The body of the request for a query.</summary>
    public static byte[] Body(string query) => JsonSerializer.SerializeToUtf8Bytes(new { query = Document, variables = new { q = query } });

    /// <summary>So many queries of each kind.</summary>
    public static IEnumerable<SearchQueries> All(SearchTexts texts, int count)
    {
        foreach (var match in Enum.GetValues<SearchMatch>())
        {
            foreach (var words in new[] { 1, 2 })
                yield return Of("name", match, words, texts.Names, isName: true, count);
        }
        yield return Of("title", SearchMatch.Exact, null, texts.Titles, isName: false, count);
        foreach (var words in new[] { 1, 2 })
        {
            yield return Of("title", SearchMatch.Start, words, texts.Titles, isName: false, count);
            yield return Of("title", SearchMatch.Words, words, texts.Titles, isName: false, count);
        }
    }

    private static SearchQueries Of(string of, SearchMatch match, int? words, IReadOnlyList<string> texts, bool isName, int count)
    {
        var random = new Random(Seed);
        var queries = new List<string>(count);
        while (queries.Count < count)
        {
            var text = texts[random.Next(texts.Count)];
            if (TryMake(text, match, words, random, out var query) && SearchQuery.Parse(query).Match(PackedValue.Of(text, isName))?.Match == match)
                queries.Add(query);
        }
        return new SearchQueries($"{of} {match.ToString().ToUpperInvariant()}", words, queries);
    }

    /// <summary>Makes a query of a text, if it has enough words.</summary>
    private static bool TryMake(string text, SearchMatch match, int? words, Random random, [NotNullWhen(true)] out string? query)
    {
        query = null;
        if (words is not { } count)
        {
            query = text;
            return true;
        }
        var parts = text.Split(' ');
        if (parts.Length < count || (match == SearchMatch.Exact && parts.Length > count) || (match == SearchMatch.Words && parts.Length <= 1))
            return false;
        query = match switch
        {
            SearchMatch.Exact => text,
            SearchMatch.Start => Start(parts, count, random),
            SearchMatch.Words => string.Join(' ', parts[1..].Reverse().Concat(parts[..1]).Take(count)),
            SearchMatch.Spelling => Respell(string.Join(' ', parts.Take(count)), random),
            SearchMatch.Typo => Mistype(string.Join(' ', parts.Take(count)), random),
        };
        return true;
    }

    /// <summary>The first words, of the last at least three letters.</summary>
    private static string Start(string[] parts, int count, Random random)
    {
        var last = parts[count - 1];
        return string.Join(' ', [.. parts.Take(count - 1), last.Length <= 3 ? last : last[..random.Next(3, last.Length)]]);
    }

    private static string Respell(string text, Random random)
    {
        for (var tries = 0; tries < 8; tries++)
        {
            var (letters, other) = Respellings[random.Next(Respellings.Length)];
            var place = text.IndexOf(letters, StringComparison.OrdinalIgnoreCase);
            if (place > 0)
                text = string.Concat(text.AsSpan(0, place), other, text.AsSpan(place + letters.Length));
        }
        return text;
    }

    private static string Mistype(string text, Random random)
    {
        if (text.Length < TypoPieces.Shortest)
            return text;
        var place = random.Next(text.Length - 1);
        var letter = (char)('a' + random.Next(26));
        var result = new StringBuilder(text);
        switch (random.Next(4))
        {
            case 0:
                result.Remove(place, 1);
                break;
            case 1:
                result.Insert(place, letter);
                break;
            case 2:
                result[place] = letter;
                break;
            default:
                (result[place], result[place + 1]) = (result[place + 1], result[place]);
                break;
        }
        return result.ToString();
    }
}
