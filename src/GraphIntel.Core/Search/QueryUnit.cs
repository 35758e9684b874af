using System.Text;

namespace GraphIntel.Core.Search;

/// <summary>A unit of a query with all that comparing it with units of names needs.</summary>
internal sealed class QueryUnit
{
    private readonly int[] _omissions;
    private readonly int[] _omissionsWithoutVowels;
    private readonly ulong[] _keys;

    public QueryUnit(SearchUnit unit)
    {
        First = unit.First;
        Count = unit.Count;
        IsJoined = unit.IsJoined;
        Tokens = unit.Tokens;
        IsConsonantal = unit.IsConsonantal;
        _omissions = new int[Tokens.Length];
        _omissionsWithoutVowels = new int[Tokens.Length];
        SoundDistance.Omissions(Tokens, lacksVowels: false, _omissions);
        SoundDistance.Omissions(Tokens, lacksVowels: true, _omissionsWithoutVowels);
        _keys = ConsonantKeys.Of(Tokens);
        foreach (var token in Tokens)
        {
            Possible |= Sounds.Possible[token];
            Required |= Sounds.Required[token];
        }
    }

    /// <summary>The index of its first word.</summary>
    public int First { get; }

    /// <summary>How many words it covers.</summary>
    public int Count { get; }

    /// <summary>Whether it has been joined of parts.</summary>
    public bool IsJoined { get; }

    /// <summary>Its tokens.</summary>
    public byte[] Tokens { get; }

    /// <summary>Whether a part is in a script that writes few vowels.</summary>
    public bool IsConsonantal { get; }

    /// <summary>The classes of all of its keys, as bits.</summary>
    public int Possible { get; }

    /// <summary>The classes that each of its keys has.</summary>
    public int Required { get; }

    /// <summary>Adds its keys, for units of names that are single words or, with the other kind, joined.</summary>
    public void AddKeys(char kind, KeyBuffer keys)
    {
        foreach (var key in _keys)
            ConsonantKeys.Add(kind, key, keys);
    }

    /// <summary>The distance from a unit of a name with these tokens, if it is spelled alike: close, and under a common key.</summary>
    public int? Distance(ReadOnlySpan<byte> tokens, bool isConsonantal)
    {
        if (tokens.IsEmpty || _keys.Length == 0)
            return null;
        Span<int> omissions = stackalloc int[tokens.Length];
        SoundDistance.Omissions(tokens, IsConsonantal && !isConsonantal, omissions);
        var limit = SoundDistance.Limit(Tokens.Length, tokens.Length);
        var own = isConsonantal && !IsConsonantal ? _omissionsWithoutVowels : _omissions;
        var distance = SoundDistance.Between(Tokens, own, tokens, omissions, limit);
        return distance <= limit && SharesKey(tokens) ? distance : null;
    }

    private bool SharesKey(ReadOnlySpan<byte> tokens)
    {
        Span<ulong> keys = stackalloc ulong[ConsonantKeys.MaxKeys];
        return keys[..ConsonantKeys.Of(tokens, keys)].ContainsAny(_keys);
    }
}

/// <summary>A word of a query.</summary>
internal sealed class QueryWord
{
    /// <summary>Words from this length on match beginnings.</summary>
    public const int ShortestBeginning = 2;

    public QueryWord(string letters)
    {
        Letters = letters;
        Bytes = Encoding.ASCII.GetBytes(letters);
        LetterSet = LetterDistance.LettersOf(Bytes);
    }

    /// <summary>The folded word.</summary>
    public string Letters { get; }

    /// <summary>The folded word as bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>Its letters and digits as bits; see <see cref="LetterDistance.LettersOf"/>.</summary>
    public ulong LetterSet { get; }

    /// <summary>Whether a word of a value is equal to it, or begins with it.</summary>
    public bool Begins(ReadOnlySpan<byte> word) => Bytes.Length >= ShortestBeginning ? word.StartsWith(Bytes) : word.SequenceEqual(Bytes);
}
