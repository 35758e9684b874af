using System.Globalization;
using System.Text;
using AnyAscii;

namespace GraphIntel.Core.Search;

/// <summary>
/// Divides a text into words and folds these. A word consists of letters and digits, with the marks and apostrophes among them;
/// everything else separates words, including symbols that have a transliteration. Unicode normalization of .NET is not used:
/// it depends on the platform, and does nothing where globalization is invariant.
/// </summary>
internal static class Folding
{
    private const char Apostrophe = '\'';

    private static readonly Dictionary<string, string> Letters = Map("letters");
    private static readonly Dictionary<string, string> Folds = Map("folds");

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> LetterLookup =
        Letters.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> FoldLookup =
        Folds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Writes the words of a text as they are written, separated by spaces: lower case, one form for each letter, apostrophes as '.
    /// </summary>
    public static void Normalize(string text, List<char> result)
    {
        result.Clear();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
                result.Add((char)(rune.Value | (char.IsAsciiLetterUpper((char)rune.Value) ? 0x20 : 0)));
            else
                Append(result, rune);
        }
    }

    /// <summary>A word of a normalized text in ASCII letters and digits; empty where nothing of it can be transliterated.</summary>
    /// <param name="word">The word.</param>
    /// <param name="length">How many letters and digits count.</param>
    public static string Fold(ReadOnlySpan<char> word, int length)
    {
        Span<char> result = stackalloc char[length];
        Span<char> letter = stackalloc char[2];
        var written = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                Add((char)rune.Value, result, ref written);
                continue;
            }
            if (FoldLookup.TryGetValue(letter[..rune.EncodeToUtf16(letter)], out var fold))
            {
                foreach (var character in fold)
                    Add(character, result, ref written);
                continue;
            }
            foreach (var character in rune.Transliterate())
                Add(char.ToLowerInvariant((char)character), result, ref written);
        }
        return new string(result[..written]);
    }

    /// <summary>The transliteration of a letter, lower case, letters and digits alone.</summary>
    public static string Transliterate(Rune rune)
    {
        Span<char> result = stackalloc char[64];
        var written = 0;
        foreach (var character in rune.Transliterate())
            Add(char.ToLowerInvariant((char)character), result, ref written);
        return new string(result[..written]);
    }

    private static void Add(char character, Span<char> result, ref int written)
    {
        if (char.IsAsciiLetterOrDigit(character) && written < result.Length)
            result[written++] = character;
    }

    private static void Append(List<char> result, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        Span<char> letters = stackalloc char[3];
        if (result.Count > 0 && Rune.GetUnicodeCategory(lower) == UnicodeCategory.NonSpacingMark)
        {
            letters[0] = result[^1];
            var length = 1 + lower.EncodeToUtf16(letters[1..]);
            if (LetterLookup.TryGetValue(letters[..length], out var composed))
            {
                result.RemoveAt(result.Count - 1);
                result.AddRange(composed.AsSpan());
            }
            return;
        }
        var written = letters[..lower.EncodeToUtf16(letters)];
        if (LetterLookup.TryGetValue(written, out var form))
            result.AddRange(form.AsSpan());
        else if (lower.Value == Apostrophe || IsLetterOrNumber(lower))
            result.AddRange(written);
        else if (!IsIgnored(lower) && result.Count > 0 && result[^1] != ' ')
            result.Add(' ');
    }

    private static bool IsLetterOrNumber(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    /// <summary>Marks that no table composes, and characters that only control how text is shown.</summary>
    private static bool IsIgnored(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static Dictionary<string, string> Map(string table) =>
        SearchTable.Read(table, 2).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
}
