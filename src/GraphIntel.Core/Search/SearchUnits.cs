using System.Runtime.CompilerServices;

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

    /// <summary>The sounds of words.</summary>
    public static SoundWord[] Read(List<SearchWord> words)
    {
        var sounds = new SoundWord[words.Count];
        for (var index = 0; index < sounds.Length; index++)
        {
            var word = words[index];
            sounds[index] = new SoundWord(
                SoundReader.Read(word.Written), word.Article is null ? [] : SoundReader.Read(word.Article), SoundReader.IsConsonantal(word.Written));
        }
        return sounds;
    }

    /// <summary>The units of some words, in a fixed order.</summary>
    public static List<SearchUnit> Of(List<SearchWord> words) => Of(Read(words));

    /// <summary>The units of some words, in a fixed order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static List<SearchUnit> Of(SoundWord[] parts)
    {
        var units = new List<SearchUnit>(4 * parts.Length);
        for (var index = 0; index < parts.Length; index++)
            units.Add(new SearchUnit(index, 1, false, parts[index].Tokens, parts[index].IsConsonantal));
        var most = Math.Min(parts.Length, MaxJoinedWords);
        for (var index = 0; index < most; index++)
        {
            var word = parts[index];
            if (word.Article.Length > 0)
                Add(index, 1, [.. word.Article, .. word.Tokens]);
            if (index + 1 >= most)
                continue;
            var next = parts[index + 1];
            Add(index, 2, [.. word.Tokens, .. next.Tokens]);
            if (next.Article.Length > 0)
                Add(index, 2, [.. word.Tokens, .. next.Article, .. next.Tokens]);
            if (index + 2 < most)
                Add(index, 3, [.. word.Tokens, .. next.Tokens, .. parts[index + 2].Tokens]);
        }
        return units;

        void Add(int first, int count, byte[] tokens)
        {
            if (tokens.Length > MaxTokens)
                return;
            var isConsonantal = false;
            for (var index = first; index < first + count; index++)
                isConsonantal |= parts[index].IsConsonantal;
            units.Add(new SearchUnit(first, count, true, tokens, isConsonantal));
        }
    }
}

/// <summary>The sounds of a word.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Article">The tokens of its article; empty where it has none.</param>
/// <param name="IsConsonantal">Whether it is in a script that writes few vowels.</param>
internal readonly record struct SoundWord(byte[] Tokens, byte[] Article, bool IsConsonantal);
