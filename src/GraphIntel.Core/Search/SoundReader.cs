using System.Buffers;
using System.Text;

namespace GraphIntel.Core.Search;

/// <summary>Reads a word as it is written into tokens: the longest spelling first, other scripts by their transliteration.</summary>
internal static class SoundReader
{
    /// <summary>Tokens of a word that count.</summary>
    public const int MaxTokens = 40;

    private const char End = '$';

    /// <summary>For each letter, the spellings that begin with it, the longest first; up to the last letter that has any.</summary>
    private static readonly SoundSpelling[][] Spellings = SpellingsByLetter();

    private static readonly byte[][] Letters =
        [.. Enumerable.Range(0, 128).Select(letter => (char)letter)
            .Select(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? new[] { Sounds.Of(letter) } : [])];

    /// <summary>Letters with a row of their own; a spelling of several letters that are not ASCII consists of such letters.</summary>
    private static readonly HashSet<char> Readable = [.. Sounds.Spellings.Where(spelling => spelling.Letters.Length == 1).Select(spelling => spelling.Letters[0])];

    /// <summary>Letters that are their own transliteration.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Whether a word is in a script that writes few vowels: Arabic or Hebrew.</summary>
    public static bool IsConsonantal(string written) => written.AsSpan().ContainsAnyInRange('\u0590', '\u08FF');

    /// <summary>The tokens of a word.</summary>
    public static byte[] Read(string written)
    {
        var letters = Prepare(written);
        var isConsonantal = IsConsonantal(written);
        Span<byte> tokens = stackalloc byte[MaxTokens];
        var count = 0;
        for (var position = 0; position < letters.Length;)
        {
            var (length, read) = Next(letters, position);
            foreach (var token in read)
            {
                // A doubled consonant is one sound; where vowels are not written, one can be between the two.
                if (token != Sounds.Silent && count < MaxTokens && (isConsonantal || count == 0 || tokens[count - 1] != token))
                    tokens[count++] = token;
            }
            position += length;
        }
        return tokens[..count].ToArray();
    }

    private static SoundSpelling[][] SpellingsByLetter()
    {
        var spellings = new SoundSpelling[Sounds.Spellings.Max(spelling => spelling.Letters[0]) + 1][];
        Array.Fill(spellings, []);
        foreach (var group in Sounds.Spellings.GroupBy(spelling => spelling.Letters[0]))
            spellings[group.Key] = [.. group.OrderByDescending(spelling => spelling.Letters.Length)];
        return spellings;
    }

    /// <summary>The word with the transliteration of each letter that no spelling covers.</summary>
    private static string Prepare(string written)
    {
        if (!written.AsSpan().ContainsAnyExcept(Plain))
            return written;
        var result = new StringBuilder(written.Length);
        foreach (var rune in written.EnumerateRunes())
        {
            if (rune.IsBmp && Readable.Contains((char)rune.Value))
                result.Append((char)rune.Value);
            else
                result.Append(Folding.Transliterate(rune));
        }
        return result.ToString();
    }

    private static (int Length, byte[] Tokens) Next(string letters, int position)
    {
        var first = letters[position];
        foreach (var spelling in first < Spellings.Length ? Spellings[first] : [])
        {
            var length = spelling.Letters.Length;
            if (!letters.AsSpan(position).StartsWith(spelling.Letters))
                continue;
            var next = position + length < letters.Length ? letters[position + length] : End;
            if (spelling.Before.Length == 0 || spelling.Before.Contains(next, StringComparison.Ordinal))
                return (length, spelling.Tokens);
        }
        return (1, Letters[letters[position]]);
    }
}
