namespace GraphIntel.Core.Search;

/// <summary>A unit of a packed name; the same units as those of <see cref="SearchUnits"/>, without the tokens.</summary>
internal struct NameUnit
{
    private int _first;
    private bool _hasArticle;

    /// <summary>How many words it covers.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it has been joined of parts.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>Whether a part is in a script that writes few vowels.</summary>
    public bool IsConsonantal { get; private set; }

    /// <summary>The classes of all of its keys, as bits.</summary>
    public int Possible { get; private set; }

    /// <summary>The classes that each of its keys has.</summary>
    public int Required { get; private set; }

    /// <summary>Writes the units of a name, those of single words first, and returns their number.</summary>
    public static int Write(ReadOnlySpan<byte> packed, ReadOnlySpan<PackedWord> words, Span<NameUnit> units)
    {
        for (var index = 0; index < words.Length; index++)
        {
            units[index] = new NameUnit { _first = index, Count = 1, IsConsonantal = words[index].IsConsonantal };
            units[index].AddClasses(packed.Slice(words[index].Tokens, words[index].TokenCount));
        }
        var written = words.Length;
        var most = Math.Min(words.Length, SearchUnits.MaxJoinedWords);
        for (var first = 0; first < most; first++)
        {
            foreach (var (count, hasArticle) in SearchUnits.Joins)
            {
                if (first + count <= most && (!hasArticle || words[first + count - 1].ArticleCount > 0))
                    Add(first, count, hasArticle, packed, words, units, ref written);
            }
        }
        return written;
    }

    /// <summary>The tokens, where they are or in the buffer.</summary>
    public readonly ReadOnlySpan<byte> Tokens(ReadOnlySpan<byte> packed, ReadOnlySpan<PackedWord> words, Span<byte> buffer)
    {
        var word = words[_first];
        if (!IsJoined)
            return packed.Slice(word.Tokens, word.TokenCount);
        if (Count == 1)
            return packed.Slice(word.Tokens - word.ArticleCount, word.ArticleCount + word.TokenCount);
        var last = words[_first + Count - 1];
        if (_hasArticle)
            return packed[word.Tokens..(last.Tokens + last.TokenCount)];
        var written = 0;
        foreach (var part in words.Slice(_first, Count))
        {
            packed.Slice(part.Tokens, part.TokenCount).CopyTo(buffer[written..]);
            written += part.TokenCount;
        }
        return buffer[..written];
    }

    private static void Add(
        int first, int count, bool hasArticle, ReadOnlySpan<byte> packed, ReadOnlySpan<PackedWord> words, Span<NameUnit> units, ref int written)
    {
        var unit = new NameUnit { _first = first, _hasArticle = hasArticle, Count = count, IsJoined = true };
        var length = 0;
        for (var index = first; index < first + count; index++)
        {
            length += words[index].TokenCount;
            unit.Possible |= units[index].Possible;
            unit.Required |= units[index].Required;
            unit.IsConsonantal |= units[index].IsConsonantal;
        }
        if (hasArticle)
        {
            var last = words[first + count - 1];
            length += last.ArticleCount;
            unit.AddClasses(packed.Slice(last.Tokens - last.ArticleCount, last.ArticleCount));
        }
        if (length <= SearchUnits.MaxTokens)
            units[written++] = unit;
    }

    private void AddClasses(ReadOnlySpan<byte> tokens)
    {
        foreach (var token in tokens)
        {
            Possible |= Sounds.Possible[token];
            Required |= Sounds.Required[token];
        }
    }
}
