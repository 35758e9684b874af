namespace GraphIntel.Core.Search;

/// <summary>Compares a query with a packed value, without allocating.</summary>
internal static class SearchMatcher
{
    /// <summary>What a word costs that is only the beginning of one of the name's, among words that are spelled alike.</summary>
    public const int Beginning = 50;

    /// <summary>What joining costs.</summary>
    public const int Joining = 50;

    /// <summary>What each word of a name costs that nothing of the query is for.</summary>
    public const int LeftOver = 60;

    /// <summary>What a mistake costs.</summary>
    public const int Mistake = 250;

    /// <summary>No match.</summary>
    private const int None = int.MaxValue;

    /// <summary>Whether and how a value matches.</summary>
    public static ValueMatch? Match(SearchQuery query, ReadOnlySpan<byte> packed, bool isFound)
    {
        if (packed.Length < PackedValue.HeaderLength || query.IsEmpty)
            return null;
        Span<PackedWord> words = stackalloc PackedWord[packed[3]];
        words = words[..PackedValue.Read(packed, words)];
        if (words.IsEmpty)
            return null;
        if (ByWords(query, packed, words) is { } match)
            return new ValueMatch(match, 0, PackedValue.TextLength(packed));
        if (!PackedValue.IsName(packed))
            return isFound && PackedValue.IsCut(packed) ? new ValueMatch(SearchMatch.Words, 0, PackedValue.TextLength(packed)) : null;
        return BySounds(query, packed, words);
    }

    private static SearchMatch? ByWords(SearchQuery query, ReadOnlySpan<byte> packed, ReadOnlySpan<PackedWord> words)
    {
        var same = 0;
        while (same < Math.Min(query.Words.Length, words.Length) && LettersOf(words[same], packed).SequenceEqual(query.Words[same].Bytes))
            same++;
        if (same == query.Words.Length)
            return same == words.Length && !PackedValue.IsCut(packed) ? SearchMatch.Exact : SearchMatch.Start;
        if (same == query.Words.Length - 1 && same < words.Length && query.Words[same].Begins(LettersOf(words[same], packed)))
            return SearchMatch.Start;
        foreach (var word in query.Words)
        {
            if (!HasBeginning(word, packed, words))
                return null;
        }
        return SearchMatch.Words;
    }

    private static bool HasBeginning(QueryWord word, ReadOnlySpan<byte> packed, ReadOnlySpan<PackedWord> words)
    {
        foreach (var other in words)
        {
            if (word.Begins(LettersOf(other, packed)))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Covers the words of the query by units, at the least cost: once without mistakes, once with them. A unit of several words, or of
    /// a word and its article, only has single words as its counterparts, and the other way round.
    /// </summary>
    private static ValueMatch? BySounds(SearchQuery query, ReadOnlySpan<byte> packed, ReadOnlySpan<PackedWord> words)
    {
        Span<NameUnit> units = stackalloc NameUnit[words.Length + (4 * Math.Min(words.Length, SearchUnits.MaxJoinedWords))];
        units = units[..NameUnit.Write(packed, words, units)];
        Span<int> spelled = stackalloc int[query.Words.Length + 1];
        Span<int> mistyped = stackalloc int[query.Words.Length + 1];
        spelled.Fill(None);
        mistyped.Fill(None);
        spelled[0] = mistyped[0] = 0;
        var joined = query.Words.Length;
        for (var index = 0; index < query.Words.Length; index++)
        {
            // A word is passed by the units of at most three words that begin at it or before it.
            if (mistyped[index] != None)
            {
                var cost = OfWord(query, index, packed, words, units);
                Lower(ref spelled[index + 1], spelled[index], cost);
                if (cost > Mistake - LeftOver)
                    cost = Math.Min(cost, Mistyped(query.Words[index], packed, words));
                Lower(ref mistyped[index + 1], mistyped[index], cost);
            }
            for (; joined < query.Units.Length && query.Units[joined].First == index; joined++)
            {
                if (mistyped[index] == None)
                    continue;
                var unit = query.Units[joined];
                var cost = OfUnit(unit, packed, words, units[..words.Length]);
                if (cost == None)
                    continue;
                Lower(ref spelled[index + unit.Count], spelled[index], cost + Joining);
                Lower(ref mistyped[index + unit.Count], mistyped[index], cost + Joining);
            }
        }
        var rest = LeftOver * words.Length;
        if (spelled[^1] != None)
            return new ValueMatch(SearchMatch.Spelling, Math.Max(0, spelled[^1] + rest), PackedValue.TextLength(packed));
        return mistyped[^1] != None ? new ValueMatch(SearchMatch.Typo, Math.Max(0, mistyped[^1] + rest), PackedValue.TextLength(packed)) : null;
    }

    private static int OfWord(SearchQuery query, int index, ReadOnlySpan<byte> packed, ReadOnlySpan<PackedWord> words, ReadOnlySpan<NameUnit> units)
    {
        var word = query.Words[index];
        var best = None;
        foreach (var other in words)
        {
            var letters = LettersOf(other, packed);
            if (letters.SequenceEqual(word.Bytes))
                return -LeftOver;
            if (word.Begins(letters))
                best = Beginning - LeftOver;
        }
        return Math.Min(best, OfUnit(query.Units[index], packed, words, units));
    }

    private static int OfUnit(QueryUnit unit, ReadOnlySpan<byte> packed, ReadOnlySpan<PackedWord> words, ReadOnlySpan<NameUnit> units)
    {
        Span<byte> buffer = stackalloc byte[SearchUnits.MaxTokens];
        var best = None;
        foreach (ref readonly var other in units)
        {
            if ((unit.Required & ~other.Possible) != 0 || (other.Required & ~unit.Possible) != 0)
                continue;
            if (unit.Distance(other.Tokens(packed, words, buffer), other.IsConsonantal) is { } distance)
                best = Math.Min(best, distance + (other.IsJoined ? Joining : 0) - (LeftOver * other.Count));
        }
        return best;
    }

    private static int Mistyped(QueryWord word, ReadOnlySpan<byte> packed, ReadOnlySpan<PackedWord> words)
    {
        var best = None;
        foreach (var other in words)
        {
            var most = TypoPieces.Mistakes(word.Bytes.Length, other.LetterCount);
            if (most == 0 || Math.Abs(word.Bytes.Length - other.LetterCount) > most)
                continue;
            var letters = LettersOf(other, packed);
            if (!LetterDistance.CanBe(word.LetterSet, LetterDistance.LettersOf(letters), most))
                continue;
            var mistakes = LetterDistance.Between(word.Bytes, letters, most);
            if (mistakes <= most)
                best = Math.Min(best, (mistakes * Mistake) - LeftOver);
        }
        return best;
    }

    private static ReadOnlySpan<byte> LettersOf(PackedWord word, ReadOnlySpan<byte> packed) => packed.Slice(word.Letters, word.LetterCount);

    private static void Lower(ref int best, int before, int cost)
    {
        if (before != None && cost != None)
            best = Math.Min(best, before + cost);
    }
}
