namespace GraphIntel.Core.Search;

/// <summary>
/// The keys under which a store indexes a value: ASCII letters and digits, at most <see cref="MaxLength"/>, the first of which tells
/// their kind. They depend on the text and on the tables of this folder alone.
/// </summary>
internal static class SearchKeys
{
    /// <summary>A word; the only kind of a longer text.</summary>
    public const char Word = 'w';

    /// <summary>The consonants of a word of a name.</summary>
    public const char Sound = 's';

    /// <summary>The consonants of several words of a name written as one.</summary>
    public const char Joined = 'j';

    /// <summary>A piece of a word of a name.</summary>
    public const char Piece = 't';

    /// <summary>
    /// The version of keys and packed values. It changes with every change of a table, or of code, that changes a key or a packed
    /// value; what a store has of another version is stale.
    /// </summary>
    public const int Version = 2;

    /// <summary>The most characters of a key.</summary>
    public const int MaxLength = SearchWords.MaxLetters + 1;

    /// <summary>The most keys of a name.</summary>
    public const int MaxNameKeys = MaxNameWords * (1 + 3 + ConsonantKeys.MaxKeys) + (4 * SearchUnits.MaxJoinedWords * ConsonantKeys.MaxKeys);

    /// <summary>The first words of a name count, so many.</summary>
    public const int MaxNameWords = 64;

    /// <summary>The first words of a longer text count, so many.</summary>
    public const int MaxTextWords = 1000;

    /// <summary>The distinct keys of a value, in ordinal order.</summary>
    public static IReadOnlyCollection<string> Of(string text, bool isName)
    {
        var keys = new KeyBuffer();
        Add(SearchedValue.Of(text, isName), keys);
        return [.. keys.ToArray().Order(StringComparer.Ordinal)];
    }

    /// <summary>Adds the keys of a value.</summary>
    public static void Add(SearchedValue value, ISearchKeys keys)
    {
        foreach (var word in value.Words)
            keys.Add(word.Form, value.IsName);
        if (value.IsName)
            AddJoined(value.Words, keys);
    }

    /// <summary>Adds the keys of the units that are joined of parts; see <see cref="SearchUnits"/>.</summary>
    private static void AddJoined(List<SearchWord> words, ISearchKeys keys)
    {
        Span<ulong> numbers = stackalloc ulong[ConsonantKeys.MaxKeys];
        var most = Math.Min(words.Count, SearchUnits.MaxJoinedWords);
        for (var first = 0; first < most; first++)
        {
            foreach (var (count, hasArticle) in SearchUnits.Joins)
            {
                if (first + count > most || (hasArticle && words[first + count - 1].Article is not { Tokens.Length: > 0 }))
                    continue;
                var (written, length) = (0, 0);
                for (var index = first; index < first + count; index++)
                {
                    var (form, article) = words[index];
                    if (hasArticle && index == first + count - 1)
                        Extend(numbers, ref written, ref length, article!);
                    Extend(numbers, ref written, ref length, form);
                }
                if (length > SearchUnits.MaxTokens)
                    continue;
                foreach (var number in numbers[..written])
                    keys.AddJoined(number);
            }
        }
    }

    /// <summary>Makes the keys of a unit those of the unit with another part.</summary>
    private static void Extend(Span<ulong> numbers, ref int count, ref int length, WordForm part)
    {
        // A unit with tokens and without a key is too long to have one.
        if (length == 0)
        {
            part.ConsonantKeys.CopyTo(numbers);
            count = part.ConsonantKeys.Length;
        }
        else if (count > 0)
        {
            count = ConsonantKeys.Extend(numbers, count, part.Tokens);
        }
        length += part.Tokens.Length;
    }

    /// <summary>Adds the keys that a word of a name has by itself.</summary>
    public static void AddWord(WordForm word, KeyBuffer keys)
    {
        keys.Add(Word, word.Letters);
        TypoPieces.AddKeys(word.Letters, keys);
        foreach (var number in word.ConsonantKeys)
            ConsonantKeys.Add(Sound, number, keys);
    }

    /// <summary>The look-up of a word that values have, or of one that begins with it.</summary>
    public static KeyLookup LookupOf(string word) => new(Word + word, word.Length >= QueryWord.ShortestBeginning);
}
