using System.Text;
using GraphIntel.Conformance.Tests.Random;
using GraphIntel.Core.Search;
using Xunit;

namespace GraphIntel.Tests.Search;

public sealed class RankingTests
{
    [Fact]
    public void Kinds_come_in_their_order()
    {
        var search = new MemorySearch(new[] { "Aleppu", "New Aleppo", "Aleppo City", "Alepqo", "Aleppo", "Homs" }
            .Select((name, number) => new MemorySearch.Value($"{number}", name)));
        Assert.Equal(["Aleppo", "Aleppo City", "New Aleppo", "Aleppu", "Alepqo"], search.Search("Aleppo", 10).Select(item => item.Value.Text));
        Assert.Equal(Enum.GetValues<SearchMatch>(), search.Search("Aleppo", 10).Select(item => item.Match));
    }

    [Fact]
    public void Ties_are_ordered_by_distance_then_label_then_length_then_id() => Assert.Equal(["f", "d", "e", "c", "b", "a"], Ranked(
        10,
        ("a", 0, new ValueMatch(SearchMatch.Spelling, 90, 5)),
        ("b", 1, new ValueMatch(SearchMatch.Spelling, 80, 5)),
        ("c", 0, new ValueMatch(SearchMatch.Spelling, 80, 6)),
        ("e", 0, new ValueMatch(SearchMatch.Spelling, 80, 5)),
        ("d", 0, new ValueMatch(SearchMatch.Spelling, 80, 5)),
        ("f", 2, new ValueMatch(SearchMatch.Words, 0, 500))).Select(found => found.Id));

    [Fact]
    public void Ids_are_ordered_by_code_point() => Assert.Equal(["a", "\uFFFD", "\U0001F600"], Ranked(
        10,
        ("\U0001F600", 0, new ValueMatch(SearchMatch.Words, 0, 5)),
        ("\uFFFD", 0, new ValueMatch(SearchMatch.Words, 0, 5)),
        ("a", 0, new ValueMatch(SearchMatch.Words, 0, 5))).Select(found => found.Id));

    [Fact]
    public void A_node_counts_by_its_best_property() => Assert.Equal([("a", 1), ("b", 0)], Ranked(
        10,
        ("a", 0, new ValueMatch(SearchMatch.Words, 0, 10)),
        ("a", 2, new ValueMatch(SearchMatch.Exact, 0, 10)),
        ("a", 1, new ValueMatch(SearchMatch.Exact, 0, 10)),
        ("b", 0, new ValueMatch(SearchMatch.Start, 0, 3))));

    [Fact]
    public void The_first_are_the_same_in_whatever_order_they_are_found()
    {
        var random = new Random(7);
        var values = Enumerable.Range(0, 500)
            .Select(_ => (Id: $"node:{random.Next(200)}", Property: random.Next(3), Match: Any(random)))
            .DistinctBy(value => (value.Id, value.Property)).ToArray();
        var expected = Ranked(200, values);
        for (var round = 0; round < 20; round++)
        {
            random.Shuffle(values);
            Assert.Equal(expected, Ranked(200, values));
            Assert.Equal(expected.Take(7), Ranked(7, values));
        }
        Assert.Empty(Ranked(0, values));
    }

    [Fact]
    public void Looking_further_than_needed_changes_nothing_among_the_first()
    {
        var search = new MemorySearch(RandomValues(300));
        foreach (var text in RandomValues(50).Select(value => value.Text))
        {
            var all = search.Search(text, 300);
            for (var first = 0; first <= Math.Min(5, all.Count); first++)
                Assert.Equal(all.Take(first), search.Search(text, first));
        }
    }

    private static IReadOnlyList<(string Id, int Property)> Ranked(int first, params (string Id, int Property, ValueMatch Match)[] values)
    {
        using var candidates = new SearchCandidates();
        var ranking = new SearchRanking(SearchQuery.Parse("a"), [], candidates);
        foreach (var (id, property, match) in values)
        {
            candidates.Add(0, Encoding.UTF8.GetBytes(id), []);
            ranking.Add(candidates.Count - 1, property, 0, property == 0, match);
        }
        return [.. ranking.Take(first).Select(entry => (Encoding.UTF8.GetString(candidates.IdOf(entry.Candidate)), (int)entry.Property))];
    }

    private static ValueMatch Any(Random random) => new((SearchMatch)random.Next(5), random.Next(3), random.Next(1, 4));

    private static IEnumerable<MemorySearch.Value> RandomValues(int count) => Enumerable.Range(0, count)
        .Select(number => new MemorySearch.Value($"{number:D3}", RandomNames.Name(Dice.Of(3, number)), IsName: number % 4 > 0));
}
