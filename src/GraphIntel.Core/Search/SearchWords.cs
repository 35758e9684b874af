using System.Runtime.InteropServices;

namespace GraphIntel.Core.Search;

/// <summary>A word of a text.</summary>
/// <param name="Form">The word.</param>
/// <param name="Article">The article before it, else null.</param>
internal readonly record struct SearchWord(WordForm Form, WordForm? Article)
{
    /// <summary>The folded word: ASCII letters and digits.</summary>
    public string Letters => Form.Letters;
}

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
    public static List<SearchWord> Of(string text, int most)
    {
        var words = new List<SearchWord>();
        Read(text, most, words, []);
        return words;
    }

    /// <summary>Reads the first words of a text, articles aside; an article alone is a word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many.</param>
    /// <param name="words">Receives them; those that it has are removed.</param>
    /// <param name="normalized">A buffer.</param>
    public static void Read(string text, int most, List<SearchWord> words, List<char> normalized)
    {
        words.Clear();
        var article = default(WordForm);
        Folding.Normalize(text, normalized);
        ReadOnlySpan<char> rest = CollectionsMarshal.AsSpan(normalized);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(' ');
            var written = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (written.IsEmpty)
                continue;
            if (words.Count == most)
                break;
            var form = WordForm.Of(written);
            if (form.Letters.Length > 0)
                Add(form, words, ref article);
        }
        if (words.Count == 0 && article is not null)
            words.Add(new SearchWord(article, null));
    }

    private static void Add(WordForm form, List<SearchWord> words, ref WordForm? article)
    {
        if (form.Role == "article")
        {
            article = form;
            return;
        }
        if (form.Role == "compound")
        {
            foreach (var part in form.RoleValue.Split(' '))
                Add(WordForm.Of(part), words, ref article);
            return;
        }
        words.Add(new SearchWord(form.Parts.Word, form.Parts.Article ?? article));
        article = null;
    }

    /// <summary>What the table of articles says of a word: its role, and a value; both empty where it is not there.</summary>
    public static (string Role, string Value) RoleOf(string written, string letters) =>
        Forms.TryGetValue(written, out var role) || Forms.TryGetValue(letters, out role) ? role : ("", "");

    /// <summary>Divides a word with an article that is written on it.</summary>
    public static WordParts Split(WordForm form)
    {
        var article = form.Role == "word"
            ? null
            : Array.Find(Attached, article => form.Written.Length >= article.Length + 2 && form.Written.StartsWith(article, StringComparison.Ordinal));
        return article is not null && WordForm.Of(form.Written.AsSpan(article.Length)) is { Letters.Length: > 0 } word
            ? new WordParts(WordForm.Of(article), word)
            : new WordParts(null, form);
    }
}
