namespace GraphIntel.Tests.Search;

/// <summary>Names that are recombined of the syllables of others, and so are closer to these than other real names are.</summary>
internal static class GeneratedNames
{
    /// <summary>So many different names.</summary>
    /// <param name="names">The names that they are recombined of.</param>
    /// <param name="count">How many.</param>
    /// <param name="next">Random numbers below a bound; the same numbers make the same names.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> names, int count, Func<int, int> next)
    {
        var known = names.Where(name => name.All(character => char.IsAscii(character))).ToList();
        var words = known.SelectMany(name => name.Split(' ', '-').Where(word => word.Length > 2).Select(Syllables)).ToList();
        var first = words.Select(word => word[0]).ToList();
        var middle = words.SelectMany(word => word.Skip(1).SkipLast(1)).ToList();
        var last = words.Where(word => word.Count > 1).Select(word => word[^1]).ToList();
        var lengths = words.Select(word => word.Count).ToList();
        var result = new HashSet<string>(known, StringComparer.Ordinal);
        while (result.Count < count + known.Count)
            result.Add(Name());
        return [.. result.Except(known)];

        // 1.9 words a name; a fifth of the words have an article.
        string Name() => string.Join(' ', Enumerable.Range(0, Pick([1, 1, 1, 2, 2, 2, 2, 3, 3]))
            .Select(_ => next(100) < 20 ? $"al-{Word()}" : Word()));

        string Word()
        {
            var length = Pick(lengths);
            return Pick(first) + string.Concat(Enumerable.Range(0, Math.Max(0, length - 2)).Select(_ => Pick(middle)))
                + (length > 1 ? Pick(last) : "");
        }

        T Pick<T>(IReadOnlyList<T> items) => items[next(items.Count)];
    }

    /// <summary>Syllables: the consonants before a vowel, and the vowels; the last with the consonants after them.</summary>
    private static List<string> Syllables(string word)
    {
        var result = new List<string>();
        var start = 0;
        for (var index = 1; index < word.Length; index++)
        {
            if (!IsVowel(word[index]) && IsVowel(word[index - 1]) && word[index..].Any(IsVowel))
            {
                result.Add(word[start..index]);
                start = index;
            }
        }
        result.Add(word[start..]);
        return result;
    }

    private static bool IsVowel(char letter) => "aeiouyAEIOUY".Contains(letter, StringComparison.Ordinal);
}
