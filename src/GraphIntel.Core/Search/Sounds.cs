namespace GraphIntel.Core.Search;

/// <summary>
/// Tokens by their numbers. A token is a list of sounds for which a spelling can stand, each with a cost; the tables contain few
/// different ones. What distances and keys need to know of tokens is computed once, in arrays. Costs are in thousandths.
/// </summary>
internal static class Sounds
{
    /// <summary>The cost of what no rule permits.</summary>
    public const int Unrelated = 1000;

    /// <summary>The cost of leaving out a token that is the same as the one before it.</summary>
    public const int Repeated = 40;

    /// <summary>The classes of consonants by which candidates are found; a class has the number of its index plus one.</summary>
    public const string Classes = "PTSKMNLR0";

    /// <summary>How many places of a token in a word <see cref="Omission"/> distinguishes.</summary>
    public const int Places = 4;

    /// <summary>A sound that costs no more than this has its class among the keys.</summary>
    private const int MostForClass = 120;

    private const char Silence = '-';

    private static readonly Dictionary<char, (byte[] Classes, int[] Omission)> Known = SearchTable.Read("sounds", 2 + Places).ToDictionary(
        row => row[0][0],
        row => (
            row[1].Split(' ').Select(name => (byte)(Classes.IndexOf(name, StringComparison.Ordinal) + 1)).ToArray(),
            row.Skip(2).Select(SearchTable.Number).ToArray()));

    private static readonly Dictionary<(char, char), int> Replacements = SearchTable.Read("replacements", 3)
        .ToDictionary(row => (row[0][0], row[1][0]), row => SearchTable.Number(row[2]));

    private static readonly List<(char Sound, int Cost)[]> Tokens = [];
    private static readonly Dictionary<string, byte> Numbers = new(StringComparer.Ordinal);

    static Sounds()
    {
        foreach (var sound in Known.Keys)
            Intern(sound.ToString());
        Spellings = [.. SearchTable.Read("spellings", 3).Select(row => new SoundSpelling(row[0], row[1], [.. row[2].Split(' ').Select(Intern)]))];
        Silent = Intern(Silence.ToString());
        Count = Tokens.Count;
        Replacement = new int[Count * Count];
        Omission = new int[Count * Places];
        ClassesOf = new byte[Count][];
        Possible = new ushort[Count];
        Required = new ushort[Count];
        for (var token = 0; token < Count; token++)
            Describe(token);
    }

    /// <summary>All spellings of the tables.</summary>
    public static IReadOnlyList<SoundSpelling> Spellings { get; }

    /// <summary>The token for no sound.</summary>
    public static byte Silent { get; }

    /// <summary>The number of tokens.</summary>
    public static int Count { get; }

    /// <summary>What one token costs in place of another: at first * <see cref="Count"/> + second.</summary>
    public static int[] Replacement { get; }

    /// <summary>
    /// What leaving out a token costs: at token * <see cref="Places"/> + place, which is 0 in general, 1 for the first of a word, 2
    /// for the last, 3 against a word in a script that writes few vowels.
    /// </summary>
    public static int[] Omission { get; }

    /// <summary>The classes of each token, 0 for none, those of the likeliest sounds first.</summary>
    public static byte[][] ClassesOf { get; }

    /// <summary>The classes of each token as bits.</summary>
    public static ushort[] Possible { get; }

    /// <summary>The class of each token that has only one, as a bit.</summary>
    public static ushort[] Required { get; }

    /// <summary>The token of a letter or digit that no spelling covers.</summary>
    public static byte Of(char letter) => Numbers[letter.ToString()];

    private static byte Intern(string text)
    {
        if (Numbers.TryGetValue(text, out var number))
            return number;
        number = checked((byte)Tokens.Count);
        Numbers.Add(text, number);
        Tokens.Add([.. text.Split(',').Select(sound => (sound[0], sound.Length > 1 ? SearchTable.Number(sound[2..]) : 0))]);
        return number;
    }

    private static void Describe(int token)
    {
        for (var other = 0; other < Count; other++)
            Replacement[(token * Count) + other] = Cheapest(token, other);
        for (var place = 0; place < Places; place++)
            Omission[(token * Places) + place] = OmissionOf(Tokens[token], place);
        ClassesOf[token] = [.. Tokens[token].Where(sound => sound.Cost <= MostForClass).OrderBy(sound => sound.Cost)
            .SelectMany(sound => sound.Sound == Silence ? [(byte)0] : Known[sound.Sound].Classes).Distinct()];
        foreach (var number in ClassesOf[token].Where(number => number > 0))
            Possible[token] |= (ushort)(1 << number);
        if (ClassesOf[token].Length == 1)
            Required[token] = Possible[token];
    }

    private static int Cheapest(int token, int other)
    {
        var best = Unrelated;
        foreach (var left in Tokens[token])
        {
            foreach (var right in Tokens[other])
                best = Math.Min(best, left.Cost + right.Cost + Between(left.Sound, right.Sound));
        }
        return best;
    }

    private static int Between(char left, char right)
    {
        if (left == right)
            return 0;
        if (left == Silence || right == Silence)
            return OmissionOf(left == Silence ? right : left, 0);
        return Replacements.TryGetValue((left, right), out var cost) || Replacements.TryGetValue((right, left), out cost) ? cost : Unrelated;
    }

    /// <summary>As the first of its sounds, or as none where that is one of them: the others need not be what the spelling stands for.</summary>
    private static int OmissionOf((char Sound, int Cost)[] token, int place) => token
        .Where((sound, index) => index == 0 || sound.Sound == Silence)
        .Min(sound => Math.Min(Unrelated, sound.Cost + OmissionOf(sound.Sound, place)));

    private static int OmissionOf(char sound, int place) => sound == Silence ? 0 : Known[sound].Omission[place];
}

/// <summary>A spelling of the tables.</summary>
/// <param name="Letters">Its letters, lower case.</param>
/// <param name="Before">The letters before which it has these sounds, $ for the end of the word; empty where that does not matter.</param>
/// <param name="Tokens">Its tokens.</param>
internal readonly record struct SoundSpelling(string Letters, string Before, byte[] Tokens);
