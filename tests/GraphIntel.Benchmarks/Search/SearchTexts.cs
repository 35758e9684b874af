using GraphIntel.Tests.Search;

namespace GraphIntel.Benchmarks.Search;

/// <summary>
/// Generated names and titles, the same in every run: names are recombined of the syllables of real ones; titles are of 6 to 12 words,
/// whose frequencies are those of a language (the word of rank r has a share of about 1 / r).
/// </summary>
internal sealed class SearchTexts
{
    private const int Seed = 20_170_604;
    private const int VocabularySize = 20_000;

    private static readonly string[] Common =
    [
        "in", "of", "and", "the", "on", "by", "near", "attack", "village", "forces", "town", "killed", "district", "province", "shelling", "army",
        "airstrike", "clashes", "with", "from", "to", "between", "at", "city", "border", "fighters", "militia", "government", "rebels", "explosion",
        "after", "against", "injured", "protest", "checkpoint", "convoy", "camp", "road", "bombing", "artillery", "drone", "police", "group", "civilians",
        "base", "north", "south", "east", "west", "market", "school", "hospital", "bridge", "airport", "ceasefire", "captured", "recaptured", "soldiers",
        "gunmen", "ambush", "mine", "roadside", "prisoners", "exchange", "siege", "offensive", "withdrawal", "demonstration", "tribal", "mortar",
    ];

    /// <summary>Makes so many of each.</summary>
    public SearchTexts(int names, int titles)
    {
        var random = new Random(Seed);
        // The words of other names are those of titles.
        var generated = GenerateNames(names + VocabularySize, random);
        Names = [.. generated.Take(names)];
        var vocabulary = Common.Concat(generated.Skip(names).SelectMany(name => name.ToLowerInvariant().Split(' ', '-'))).Distinct(StringComparer.Ordinal)
            .Where(word => word.Length > 1).Take(VocabularySize).ToArray();
        Titles = Sentences(vocabulary, titles, random);
    }

    /// <summary>So many names, of the syllables of real ones.</summary>
    public static IReadOnlyList<string> GenerateNames(int count, Random random)
    {
        var shared = SpellingSet.FindShared();
        var own = System.IO.Path.Combine(AppContext.BaseDirectory, "Search", "spellings.tsv");
        var real = (shared is null ? [own] : new[] { own, shared }).SelectMany(path => SpellingSet.Read(path).Stored).Select(spelling => spelling.Text);
        return GeneratedNames.Of(real.Distinct(StringComparer.Ordinal), count, random.Next);
    }

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The titles.</summary>
    public IReadOnlyList<string> Titles { get; }

    private static List<string> Sentences(string[] vocabulary, int count, Random random)
    {
        var shares = new double[vocabulary.Length];
        var sum = 0.0;
        for (var rank = 0; rank < shares.Length; rank++)
            shares[rank] = sum += 1 / (rank + 2.7);
        var sentences = new List<string>(count);
        while (sentences.Count < count)
            sentences.Add(string.Join(' ', Enumerable.Range(0, random.Next(6, 13)).Select(_ => Word())));
        return sentences;

        string Word()
        {
            var place = Array.BinarySearch(shares, random.NextDouble() * sum);
            return vocabulary[place < 0 ? ~place : place];
        }
    }
}
