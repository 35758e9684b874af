using System.Runtime.CompilerServices;

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
        Add(new SearchedValue(text, isName), keys);
        return [.. keys.ToArray().Order(StringComparer.Ordinal)];
    }

    /// <summary>Adds the keys of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(SearchedValue value, KeyBuffer keys)
    {
        foreach (var word in value.Words)
            keys.Add(Word, word.Letters);
        if (!value.IsName)
            return;
        foreach (var word in value.Words)
            TypoPieces.AddKeys(word.Letters, keys);
        foreach (var unit in SearchUnits.Of(value.Sounds))
            AddSounds(unit, keys);
    }

    /// <summary>The look-up of a word that values have, or of one that begins with it.</summary>
    public static KeyLookup LookupOf(string word) => new(Word + word, word.Length >= QueryWord.ShortestBeginning);

    /// <summary>Adds the keys of a unit, of both kinds where a lookup can find single words as well as joined ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddSounds(SearchUnit unit, KeyBuffer keys)
    {
        Span<ulong> numbers = stackalloc ulong[ConsonantKeys.MaxKeys];
        foreach (var number in numbers[..ConsonantKeys.Of(unit.Tokens, numbers)])
            ConsonantKeys.Add(unit.IsJoined ? Joined : Sound, number, keys);
    }
}
