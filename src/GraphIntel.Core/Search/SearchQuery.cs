namespace GraphIntel.Core.Search;

/// <summary>
/// A query for names and texts: the look-ups by which a store finds candidates, and the judgement of candidates. Every text is a query;
/// it has no syntax.
/// </summary>
/// <remarks>
/// A candidate is a value, that is a property of a node. It has, for each word of the query, one of the word's keys:
/// <list type="bullet">
/// <item>longer texts: those of <see cref="TextLookups"/>. The candidates are exactly the values that match.</item>
/// <item>names: those of <see cref="NameLookups"/>, up to a <see cref="SearchTier"/>. The candidates contain all values that match by the
/// kinds of that tier; <see cref="Match"/> says which do.</item>
/// </list>
/// </remarks>
internal sealed class SearchQuery
{
    /// <summary>The most words by which names are looked up; the others are only compared.</summary>
    public const int MaxNameLookups = 8;

    /// <summary>The most words of a query; those that follow are ignored.</summary>
    public const int MaxWords = 100;

    private SearchQuery(List<SearchWord> words)
    {
        Words = [.. words.Select(word => new QueryWord(word.Letters))];
        var exact = new KeyBuffer();
        SampleKeys.AddWords(words, exact);
        WordsKey = exact.ToArray().SingleOrDefault();
        Units = [.. SearchUnits.Of(words).Select(unit => new QueryUnit(unit))];
        TextLookups = [.. Words.Select(word => SearchKeys.LookupOf(word.Letters)).Distinct().OrderByDescending(lookup => lookup.Key.Length)];
        NameLookups = [.. Words.Select((word, index) => (word, index)).DistinctBy(entry => entry.word.Letters)
            .OrderByDescending(entry => entry.word.Letters.Length).Take(MaxNameLookups).Select(entry => LookupsOf(entry.index))];
    }

    /// <summary>Whether it finds nothing: it has no letter and no digit.</summary>
    public bool IsEmpty => Words.Length == 0;

    /// <summary>For longer texts: a value matches if, and only if, it has a key for each of these.</summary>
    public IReadOnlyList<KeyLookup> TextLookups { get; }

    /// <summary>For names: a value that matches has, for each of these words, a key of one of its look-ups. The most selective first.</summary>
    public IReadOnlyList<WordLookups> NameLookups { get; }

    /// <summary>The words.</summary>
    internal QueryWord[] Words { get; }

    /// <summary>The units; those of single words first, in the order of the words.</summary>
    internal QueryUnit[] Units { get; }

    /// <summary>The key of values with exactly its words; null if it is empty.</summary>
    public string? WordsKey { get; }

    /// <summary>Reads a query.</summary>
    public static SearchQuery Parse(string text) => new(SearchWords.Of(text, MaxWords));

    /// <summary>Whether and how a value matches. Nothing else than a packed value of this version matches.</summary>
    /// <param name="packed">The packed value.</param>
    /// <param name="isFound">Whether the value is known to match by its keys, some of whose words may not be packed.</param>
    public ValueMatch? Match(ReadOnlySpan<byte> packed, bool isFound = false) => SearchMatcher.Match(this, packed, isFound);

    private WordLookups LookupsOf(int index)
    {
        var word = Words[index].Letters;
        var spellings = new KeyBuffer();
        foreach (var unit in Units.Where(unit => unit.First <= index && index < unit.First + unit.Count))
        {
            unit.AddKeys(SearchKeys.Sound, spellings);
            // Of a joined unit and what it is compared with, one is a single word.
            if (!unit.IsJoined)
                unit.AddKeys(SearchKeys.Joined, spellings);
        }
        var typos = new KeyBuffer();
        TypoPieces.AddLookups(word, typos);
        return new WordLookups(SearchKeys.LookupOf(word), spellings.ToArray(), typos.ToArray());
    }
}

/// <summary>A look-up in the index of keys.</summary>
/// <param name="Key">The key, or its beginning.</param>
/// <param name="IsBeginning">Whether all keys that begin with it are meant.</param>
internal readonly record struct KeyLookup(string Key, bool IsBeginning);

/// <summary>The look-ups of a word of a query among names. A tier has its own and those before it.</summary>
/// <param name="Word">The word and its beginnings.</param>
/// <param name="Spellings">Keys of what is spelled alike; none is a beginning.</param>
/// <param name="Typos">Keys of what is mistyped; none is a beginning.</param>
internal sealed record WordLookups(KeyLookup Word, IReadOnlyList<string> Spellings, IReadOnlyList<string> Typos);
