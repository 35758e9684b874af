using GraphIntel.Conformance.Tests.Random;
using GraphIntel.Core.Search;
using Xunit;

namespace GraphIntel.Tests.Search;

/// <summary>The index finds, and the matcher accepts, what a matcher without either does.</summary>
public sealed class CompletenessTests(ITestOutputHelper output)
{
    private const ulong Seed = 20261129;

    [Fact]
    public void Keys_find_every_name_that_matches_and_the_matcher_judges_it_alike()
    {
        var names = Enumerable.Range(0, 400).Select(number => RandomNames.Name(Dice.Of(Seed, number))).Distinct().ToList();
        var search = new MemorySearch(names.Select((name, number) => new MemorySearch.Value($"{number:D4}", name)));
        var parsed = names.Select(name => NaiveMatcher.Read(name, SearchKeys.MaxNameWords)).ToList();
        var matches = new Dictionary<SearchMatch, int>();
        for (var number = 0; number < 600; number++)
        {
            var dice = Dice.Of(Seed + 1, number);
            var text = RandomNames.Query(dice, dice.Pick(names));
            var query = SearchQuery.Parse(text);
            var asked = NaiveMatcher.Read(text, SearchQuery.MaxWords);
            var candidates = query.IsEmpty ? [] : search.Candidates(query, SearchTier.Typos).ToHashSet();
            var spelled = query.IsEmpty ? [] : search.Candidates(query, SearchTier.Spellings).ToHashSet();
            var equal = query.IsEmpty ? [] : search.Candidates(query, SearchTier.Words).ToHashSet();
            for (var index = 0; index < names.Count; index++)
            {
                var expected = NaiveMatcher.Match(asked, parsed[index], isName: true);
                var actual = query.Match(search.Packed[index]);
                Assert.True(expected?.Match == actual?.Match && expected?.Distance == actual?.Distance,
                    $"'{text}' and '{names[index]}': {expected}, but {actual}");
                if (expected is not { } found)
                    continue;
                matches[found.Match] = matches.GetValueOrDefault(found.Match) + 1;
                var tier = found.Match switch { SearchMatch.Typo => candidates, SearchMatch.Spelling => spelled, _ => equal };
                Assert.True(tier.Contains(index), $"'{text}' does not find '{names[index]}', which is {found.Match}.");
            }
        }
        foreach (var (match, count) in matches)
            output.WriteLine($"{match}: {count}");
        Assert.Equal(5, matches.Count);
    }

    [Fact]
    public void Keys_find_exactly_the_texts_that_match()
    {
        var texts = Enumerable.Range(0, 300).Select(number => Dice.Of(Seed + 2, number))
            .Select(dice => $"{RandomNames.Name(dice)} {RandomNames.Name(dice)}").ToList();
        var search = new MemorySearch(texts.Select((text, number) => new MemorySearch.Value($"{number:D4}", text, IsName: false)));
        var parsed = texts.Select(text => NaiveMatcher.Read(text, SearchKeys.MaxTextWords)).ToList();
        var count = 0;
        for (var number = 0; number < 1000; number++)
        {
            var dice = Dice.Of(Seed + 3, number);
            var text = RandomNames.Query(dice, dice.Pick(texts));
            var query = SearchQuery.Parse(text);
            var asked = NaiveMatcher.Read(text, SearchQuery.MaxWords);
            var candidates = query.IsEmpty ? [] : search.Candidates(query, SearchTier.Words).ToHashSet();
            for (var index = 0; index < texts.Count; index++)
            {
                var expected = NaiveMatcher.Match(asked, parsed[index], isName: false);
                Assert.True(expected is not null == candidates.Contains(index), $"'{text}' and '{texts[index]}': {expected}");
                if (expected is null)
                    continue;
                count++;
                Assert.Equal(expected.Value.Match, query.Match(search.Packed[index])?.Match);
            }
        }
        output.WriteLine($"{count} matches");
        Assert.True(count > 1000);
    }

    [Fact]
    public void Keys_find_every_word_with_mistakes()
    {
        const string Alphabet = "abcd";
        for (var number = 0; number < 50_000; number++)
        {
            var dice = Dice.Of(Seed + 4, number);
            var word = new string([.. Enumerable.Range(0, dice.Int(4, 14)).Select(_ => dice.Pick(Alphabet.ToCharArray()))]);
            var other = Mutate(dice, word);
            var most = TypoPieces.Mistakes(word.Length, other.Length);
            var distance = LetterDistance.Between(System.Text.Encoding.ASCII.GetBytes(word), System.Text.Encoding.ASCII.GetBytes(other), 2);
            if (distance > most)
                continue;
            var keys = new KeyBuffer();
            TypoPieces.AddKeys(word, keys);
            var lookups = new KeyBuffer();
            TypoPieces.AddLookups(other, lookups);
            Assert.True(most == 0 || keys.ToArray().Intersect(lookups.ToArray()).Any(), $"'{other}' does not find '{word}'.");
        }
    }

    private static string Mutate(Dice dice, string word)
    {
        var letters = new System.Text.StringBuilder(word);
        for (var count = dice.Int(1, 2); count > 0; count--)
        {
            var place = dice.Int(0, letters.Length - 2);
            _ = dice.Int(0, 3) switch
            {
                0 => letters.Remove(place, 1),
                1 => letters.Insert(dice.Int(0, letters.Length), 'e'),
                2 => letters.Remove(place, 1).Insert(place, 'e'),
                _ => letters.Insert(place, letters[place + 1]).Remove(place + 2, 1),
            };
        }
        return letters.ToString();
    }
}
