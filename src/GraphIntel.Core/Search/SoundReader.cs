using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace GraphIntel.Core.Search;

/// <summary>Reads a word as it is written into tokens: the longest spelling first, other scripts by their transliteration.</summary>
internal static class SoundReader
{
    /// <summary>Tokens of a word that count.</summary>
    public const int MaxTokens = 40;

    private const char End = '$';

    private static readonly Dictionary<string, SoundSpelling[]> Spellings = Sounds.Spellings
        .GroupBy(spelling => spelling.Letters, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly Dictionary<string, SoundSpelling[]>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Spellings.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly byte[][] Letters =
        [.. Enumerable.Range(0, 128).Select(letter => (char)letter)
            .Select(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? new[] { Sounds.Of(letter) } : [])];

    /// <summary>The length of the longest spelling that begins with each letter; 0 for those of no table, up to the last one.</summary>
    private static readonly byte[] Longest = LongestOf();

    /// <summary>Letters with a row of their own; a spelling of several letters that are not ASCII consists of such letters.</summary>
    private static readonly HashSet<char> Readable = [.. Spellings.Keys.Where(letters => letters.Length == 1).Select(letters => letters[0])];

    /// <summary>Letters that are their own transliteration.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Whether a word is in a script that writes few vowels: Arabic or Hebrew.</summary>
    public static bool IsConsonantal(string written) => written.AsSpan().ContainsAnyInRange('\u0590', '\u08FF');

    /// <summary>The tokens of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    private static byte[] LongestOf()
    {
        var longest = new byte[Spellings.Keys.Max(letters => letters[0]) + 1];
        foreach (var letters in Spellings.Keys)
            longest[letters[0]] = Math.Max(longest[letters[0]], (byte)letters.Length);
        return longest;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Length, byte[] Tokens) Next(string letters, int position)
    {
        var first = letters[position];
        for (var length = Math.Min(first < Longest.Length ? Longest[first] : 0, letters.Length - position); length > 0; length--)
        {
            if (!Lookup.TryGetValue(letters.AsSpan(position, length), out var spellings))
                continue;
            var next = position + length < letters.Length ? letters[position + length] : End;
            foreach (var spelling in spellings)
            {
                if (spelling.Before.Length == 0 || spelling.Before.Contains(next, StringComparison.Ordinal))
                    return (length, spelling.Tokens);
            }
        }
        return (1, Letters[letters[position]]);
    }
}
