using GraphIntel.Core.Search;
using Xunit;

namespace GraphIntel.Tests.Search;

public sealed class MatchTests
{
    [Theory]
    [InlineData("bashar al assad", "Bashar al-Assad")]
    [InlineData("Assafira", "assafira")]
    [InlineData("Al-Arima", "Arima")]
    [InlineData("Abdul Malik", "Abd al-Malik")]
    [InlineData("м23", "M23")]
    [InlineData("الأسد", "اسد")]
    public void The_same_words_are_exact(string query, string text)
    {
        Assert.Equal(SearchMatch.Exact, Name(query, text));
        Assert.Equal(SearchMatch.Exact, Text(query, text));
    }

    [Theory]
    [InlineData("Bashar", "Bashar al-Assad")]
    [InlineData("Bash", "Bashar al-Assad")]
    [InlineData("bashar al-as", "Bashar al-Assad")]
    [InlineData("7", "7 October")]
    public void The_same_beginning_is_a_start(string query, string text)
    {
        Assert.Equal(SearchMatch.Start, Name(query, text));
        Assert.Equal(SearchMatch.Start, Text(query, text));
    }

    [Theory]
    [InlineData("Assad", "Bashar al-Assad")]
    [InlineData("assad bashar", "Bashar al-Assad")]
    [InlineData("ba assa", "Bashar al-Assad")]
    [InlineData("strikes airfield", "Missile strikes on the airfield of Shayrat")]
    public void Words_and_beginnings_in_any_order_are_words(string query, string text)
    {
        Assert.Equal(SearchMatch.Words, Name(query, text));
        Assert.Equal(SearchMatch.Words, Text(query, text));
    }

    [Theory]
    [InlineData("B", "Bashar")]
    [InlineData("Bashar Putin", "Bashar al-Assad")]
    [InlineData("%", "Bashar")]
    [InlineData("Aleppo", "")]
    public void Other_words_do_not_match(string query, string text)
    {
        Assert.Null(Name(query, text));
        Assert.Null(Text(query, text));
    }

    [Theory]
    [InlineData("Qaddafi", "Muammar Gaddafi")]
    [InlineData("Deirezzor", "Deir ez-Zor")]
    [InlineData("Deir Ezzor", "Deir ez-Zor")]
    [InlineData("Abdulmalik", "Abd al-Malik")]
    [InlineData("Alarish", "al-Arish")]
    [InlineData("Hezbollah", "Hizb Allah")]
    public void Names_match_what_is_spelled_alike(string query, string text)
    {
        Assert.Equal(SearchMatch.Spelling, Name(query, text));
        Assert.Null(Text(query, text));
    }

    [Theory]
    [InlineData("Mosol", "Mosul", SearchMatch.Spelling)]
    [InlineData("Mopul", "Mosul", SearchMatch.Typo)]
    [InlineData("Mosulp", "Mosul", SearchMatch.Typo)]
    [InlineData("Omsul", "Mosul", SearchMatch.Typo)]
    [InlineData("Mpspl", "Mosul", null)]
    [InlineData("Hompp", "Homs", null)]
    [InlineData("Gerasinow", "Gerasimov", SearchMatch.Typo)]
    [InlineData("Gerapimof", "Gerasimov", SearchMatch.Typo)]
    [InlineData("Gepapinof", "Gerasimov", null)]
    public void Names_match_what_is_mistyped_by_the_length_of_the_word(string query, string text, object? match)
    {
        Assert.Equal(match, Name(query, text));
        Assert.Null(Text(query, text));
    }

    [Fact]
    public void A_match_is_of_the_kind_of_its_worst_word()
    {
        Assert.Equal(SearchMatch.Spelling, Name("Bashar Asad", "Bashar al-Assad"));
        Assert.Equal(SearchMatch.Typo, Name("Bashpr Asad", "Bashar al-Assad"));
    }

    [Fact]
    public void Nearer_names_have_a_lesser_distance()
    {
        Assert.True(Distance("Mossul", "Mosul") < Distance("Mossul", "Mosil"));
        Assert.True(Distance("Qaddafi", "Gaddafi") < Distance("Qaddafi", "Muammar Gaddafi"));
        Assert.True(Distance("Gerasinov", "Gerasimov") < Distance("Gerasinof", "Gerasimof Kandahar"));
    }

    [Fact]
    public void A_packed_value_that_is_damaged_matches_nothing()
    {
        var packed = PackedValue.Of("Deir ez-Zor", isName: true);
        var query = SearchQuery.Parse("Deir");
        for (var length = 0; length < packed.Length; length++)
            Assert.Null(query.Match(packed.AsSpan(0, length)));
        for (var index = 0; index < packed.Length; index++)
        {
            foreach (var value in new byte[] { 0, 1, 127, 255 })
            {
                byte[] damaged = [.. packed];
                damaged[index] = value;
                query.Match(damaged);
                SearchQuery.Parse("Dayr Ezzor").Match(damaged);
            }
        }
    }

    [Fact]
    public void Judging_a_candidate_allocates_nothing()
    {
        var query = SearchQuery.Parse("Abdulmalek al-Huthy");
        var values = new[] { "Abdul-Malik al-Houthi", "Abd al-Malik", "Deir ez-Zor", "Abdelmalek Hutti" }
            .Select(name => PackedValue.Of(name, isName: true)).ToArray();
        foreach (var value in values)
            query.Match(value);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var value in values)
            query.Match(value);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static SearchMatch? Name(string query, string text) => SearchQuery.Parse(query).Match(PackedValue.Of(text, isName: true))?.Match;

    private static SearchMatch? Text(string query, string text) => SearchQuery.Parse(query).Match(PackedValue.Of(text, isName: false))?.Match;

    private static int Distance(string query, string text) => SearchQuery.Parse(query).Match(PackedValue.Of(text, isName: true))!.Value.Distance;
}
