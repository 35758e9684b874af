namespace GraphIntel.Core.Search;

/// <summary>A word by its sounds, or several words as if they were one.</summary>
/// <param name="First">The index of its first word.</param>
/// <param name="Count">How many words it covers.</param>
/// <param name="IsJoined">Whether it has been joined of parts.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="IsConsonantal">Whether a part is in a script that writes few vowels.</param>
internal readonly record struct SearchUnit(int First, int Count, bool IsJoined, byte[] Tokens, bool IsConsonantal);

/// <summary>
/// The units of a text: each word; two and three neighbors, without the articles between them; two with the article between them; a
/// word with the article before it.
/// </summary>
internal static class SearchUnits
{
    /// <summary>Among the first words only, so many, neighbors are joined.</summary>
    public const int MaxJoinedWords = 12;

    /// <summary>The most tokens of joined parts.</summary>
    public const int MaxTokens = SoundReader.MaxTokens;

    /// <summary>
    /// The units that begin at a word: so many words, and whether the article of the last one is between them, or before it where it is
    /// the only one.
    /// </summary>
    public static readonly (int Count, bool HasArticle)[] Joins = [(1, true), (2, false), (2, true), (3, false)];

    /// <summary>The units of some words, in a fixed order.</summary>
    public static List<SearchUnit> Of(List<SearchWord> words)
    {
        var units = new List<SearchUnit>(4 * words.Count);
        for (var index = 0; index < words.Count; index++)
            units.Add(new SearchUnit(index, 1, false, words[index].Form.Tokens, words[index].Form.IsConsonantal));
        var most = Math.Min(words.Count, MaxJoinedWords);
        for (var first = 0; first < most; first++)
        {
            foreach (var (count, hasArticle) in Joins)
            {
                if (first + count > most || (hasArticle && words[first + count - 1].Article is not { Tokens.Length: > 0 }))
                    continue;
                var tokens = new List<byte>();
                for (var index = first; index < first + count; index++)
                {
                    if (hasArticle && index == first + count - 1)
                        tokens.AddRange(words[index].Article!.Tokens);
                    tokens.AddRange(words[index].Form.Tokens);
                }
                if (tokens.Count <= MaxTokens)
                    units.Add(new SearchUnit(first, count, true, [.. tokens], words[first..(first + count)].Exists(word => word.Form.IsConsonantal)));
            }
        }
        return units;
    }
}
