using System.Runtime.CompilerServices;

namespace GraphIntel.Core.Search;

/// <summary>A word of a text.</summary>
/// <param name="Letters">The folded word: ASCII letters and digits.</param>
/// <param name="Written">The word as it is written, normalized.</param>
/// <param name="Article">The article before it as it is written, else null.</param>
internal readonly record struct SearchWord(string Letters, string Written, string? Article);

/// <summary>The words of a text, without its articles.</summary>
internal static class SearchWords
{
    /// <summary>Letters and digits of a word that count; what follows them is ignored.</summary>
    public const int MaxLetters = 64;

    private static readonly Dictionary<string, (string Role, string Value)> Forms = SearchTable.Read("articles", 3)
        .Where(row => row[1] != "attached").ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);

    private static readonly string[] Attached =
        [.. SearchTable.Read("articles", 3).Where(row => row[1] == "attached").Select(row => row[0])];

    /// <summary>The first words of a text, articles aside; an article alone is a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static List<SearchWord> Of(string text, int most)
    {
        var words = new List<SearchWord>();
        string? article = null;
        var normalized = Folding.Normalize(text);
        foreach (var range in normalized.AsSpan().Split(' '))
        {
            var written = normalized.AsSpan()[range];
            if (written.IsEmpty)
                continue;
            if (words.Count == most)
                break;
            var letters = Folding.Fold(written, MaxLetters);
            if (letters.Length > 0)
                Add(letters, written.ToString(), words, ref article);
        }
        if (words.Count == 0 && article is not null)
            words.Add(new SearchWord(Folding.Fold(article, MaxLetters), article, null));
        return words;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(string letters, string written, List<SearchWord> words, ref string? article)
    {
        var (role, value) = RoleOf(written, letters);
        if (role == "article")
        {
            article = written;
            return;
        }
        if (role == "compound")
        {
            foreach (var part in value.Split(' '))
                Add(part, part, words, ref article);
            return;
        }
        if (role != "word" && AttachedTo(written) is { } attached)
        {
            var rest = written[attached.Length..];
            if (Folding.Fold(rest, MaxLetters) is { Length: > 0 } others)
                (article, written, letters) = (attached, rest, others);
        }
        words.Add(new SearchWord(letters, written, article));
        article = null;
    }

    private static (string Role, string Value) RoleOf(string written, string letters) =>
        Forms.TryGetValue(written, out var form) || Forms.TryGetValue(letters, out form) ? form : ("", "");

    private static string? AttachedTo(string written)
    {
        foreach (var article in Attached)
        {
            if (written.Length >= article.Length + 2 && written.StartsWith(article, StringComparison.Ordinal))
                return article;
        }
        return null;
    }
}
