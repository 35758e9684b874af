using GraphIntel.Conformance.Tests.Random;
using GraphIntel.Core.Search;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Search;

/// <summary>How well spellings and typos of names find these names.</summary>
public sealed class SpellingFigureTests(ITestOutputHelper output)
{
    private static readonly string? Shared = SpellingSet.FindShared();

    [Fact]
    public void Spellings_and_typos_find_their_name()
    {
        var figures = new SpellingFigures(Given(), [], "variant", "typo");
        Print(figures);
        Assert.True(figures.First >= 98, $"{figures}");
        Assert.True(figures.AmongThree >= 98.5, $"{figures}");
    }

    [Fact]
    public void Names_that_are_others_stay_apart()
    {
        var set = Given();
        var meetings = SpellingFigures.Meetings(set);
        foreach (var meeting in meetings)
            output.WriteLine($"{meeting}");
        output.WriteLine($"{meetings.Count} of {2 * set.Apart.Count}");
        Assert.DoesNotContain(meetings, meeting => meeting.Match is SearchMatch.Exact or SearchMatch.Start or SearchMatch.Words);
        Assert.True(meetings.Count <= 0.02 * 2 * set.Apart.Count);
    }

    [Fact]
    [Long]
    public void Spellings_find_their_name_among_a_hundred_thousand_like_it()
    {
        var set = Given();
        var dice = Dice.Of(seed: 1, number: 0);
        var others = GeneratedNames.Of(set.Stored.Select(spelling => spelling.Text), 100_000, bound => dice.Int(0, bound - 1))
            .Select((name, index) => new MemorySearch.Value($"other:{index:D6}", name)).ToList();
        var figures = new SpellingFigures(set, others, "variant");
        Print(figures);
        Assert.True(figures.First >= 87, $"{figures}");
        Assert.True(figures.AmongThree >= 93, $"{figures}");
    }

    /// <summary>Names that the rules were not made with.</summary>
    [Fact]
    public void Spellings_of_other_names_find_their_name()
    {
        var set = SpellingSet.Read(Path.Combine(AppContext.BaseDirectory, "Search", "spellings.tsv"));
        var figures = new SpellingFigures(set, [], "variant", "typo");
        Print(figures);
        var meetings = SpellingFigures.Meetings(set);
        output.WriteLine($"{meetings.Count} of {2 * set.Apart.Count} meet: {string.Join(", ", meetings)}");
        Assert.True(figures.First >= 96, $"{figures}");
        Assert.True(figures.AmongThree >= 98, $"{figures}");
        Assert.DoesNotContain(meetings, meeting => meeting.Match is SearchMatch.Exact or SearchMatch.Start or SearchMatch.Words);
    }

    private static SpellingSet Given()
    {
        if (Shared is null)
            Assert.Skip("../shared/data/spellings.tsv does not exist next to the repository.");
        return SpellingSet.Read(Shared);
    }

    private void Print(SpellingFigures figures)
    {
        foreach (var line in figures.Missed)
            output.WriteLine(line);
        output.WriteLine($"{figures}");
        output.WriteLine($"{figures.Search.Packed.Length} names: {figures.Search.EntryCount} keys, {figures.Search.Packed.Sum(packed => packed.Length)} packed bytes");
    }
}
