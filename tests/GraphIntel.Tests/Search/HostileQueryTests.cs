using System.Text;
using GraphIntel.Core.Search;
using Xunit;

namespace GraphIntel.Tests.Search;

/// <summary>A query is data: nothing in it is syntax, and what it costs is bounded.</summary>
public sealed class HostileQueryTests
{
    private static readonly string[] Hostile =
    [
        "", " ", "\0", "*", "%", "_", "?", ".*", "a*", "^(a+)+$", "[a-z]{1,100}", "\\", "\"", "'", "' OR 1=1 --", "\"unclosed", "name:Assad", "Assad~2",
        "Assad^10", "(Assad", "NEAR(a b, 5)", "a AND b OR NOT c", "col : a", "+a -b", "a && b || c", "/a/", "😀", "a😀b", "\uD800", "a\uDC00b", "\uDBFF\uDBFF",
        "\u202Eabc", "\uFFFF", "\u0000Assad\u0000", "ﷺ", new string('a', 200), new string('ﷺ', 200), new string('\u0301', 200), new string('\'', 200),
        new string('*', 200), string.Join(' ', Enumerable.Repeat("a", 100)), string.Join(' ', Enumerable.Repeat("al", 67)),
        string.Join(' ', Enumerable.Range(10, 66)), string.Concat(Enumerable.Repeat("chc", 66)), string.Join(' ', Enumerable.Repeat("cgx", 50)),
        string.Concat(Enumerable.Repeat("zcgç", 50)), string.Concat(Enumerable.Repeat("ال", 100)), string.Concat(Enumerable.Repeat("ض", 200)),
    ];

    private static readonly string[] Names =
        ["Bashar al-Assad", "a b c", "NOT NEAR AND", "ﷺ ﷺ ﷺ", "aa", new string('a', 4000), string.Join(' ', Enumerable.Range(0, 2000))];

    [Fact]
    public void Every_text_is_a_query_and_a_value()
    {
        var texts = Hostile.Concat(Names).ToList();
        var search = new MemorySearch(texts.Select((text, number) => new MemorySearch.Value($"{number:D3}", text, IsName: number % 2 == 0)));
        foreach (var text in texts)
            search.Search(text[..Math.Min(200, text.Length)], 20);
    }

    [Fact]
    public void Random_characters_are_a_query_and_a_value()
    {
        var random = new Random(29);
        var texts = Enumerable.Range(0, 300).Select(_ => Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next(0x10000)))
            .Select(characters => new string([.. characters])).ToList();
        var search = new MemorySearch(texts.Select((text, number) => new MemorySearch.Value($"{number:D3}", text)));
        foreach (var text in texts)
        {
            var items = search.Search(text, texts.Count);
            Assert.True(SearchQuery.Parse(text).IsEmpty || items.Any(item => item.Value.Text == text), text);
        }
    }

    [Theory]
    [InlineData("*")]
    [InlineData("%_")]
    [InlineData("\0")]
    [InlineData("😀")]
    [InlineData("\uD800")]
    [InlineData("")]
    public void Without_a_letter_or_digit_a_query_finds_nothing(string text)
    {
        var query = SearchQuery.Parse(text);
        Assert.True(query.IsEmpty);
        Assert.Empty(query.TextLookups);
        Assert.Empty(query.NameLookups);
        Assert.Null(query.Match(PackedValue.Of(text, isName: true)));
        Assert.Null(query.Match(PackedValue.Of("Assad", isName: true)));
    }

    [Fact]
    public void Lookups_are_bounded()
    {
        foreach (var text in Hostile.Where(text => text.Length <= 200))
        {
            var query = SearchQuery.Parse(text);
            Assert.InRange(query.TextLookups.Count, 0, SearchQuery.MaxWords);
            Assert.InRange(query.NameLookups.Count, 0, SearchQuery.MaxNameLookups);
            Assert.All(query.NameLookups, word => Assert.InRange(word.Spellings.Count, 0, 300));
            Assert.All(query.NameLookups, word => Assert.InRange(word.Typos.Count, 0, 30));
        }
    }

    [Fact]
    public void Keys_are_bounded_ascii()
    {
        foreach (var text in Hostile.Concat(Names))
        {
            foreach (var isName in new[] { true, false })
            {
                var keys = SearchKeys.Of(text, isName);
                Assert.InRange(keys.Count, 0, isName ? SearchKeys.MaxNameKeys : SearchKeys.MaxTextWords);
                Assert.All(keys, key => Assert.InRange(key.Length, 1, SearchKeys.MaxLength));
                Assert.All(keys, key => Assert.True(Ascii.IsValid(key) && key.All(char.IsLetterOrDigit), key));
                Assert.InRange(PackedValue.Of(text, isName).Length, 0, PackedValue.MaxLength);
            }
        }
    }

    [Fact]
    public void Keys_and_packed_values_are_the_same_everywhere()
    {
        Assert.Equal(
            ["jsr", "jstr", "jtr", "jtrsr", "jtrstr", "jtrtr", "jtrtsr", "jtsr", "ssr", "str", "wdeir", "wzor"],
            SearchKeys.Of("Deir ez-Zor", isName: true));
        Assert.Equal(["w2017", "wdeir", "wzor"], SearchKeys.Of("Deir ez-Zor, 2017", isName: false));
        Assert.Equal(["t70kha", "t71rkiv"], SearchKeys.Of("Kharkiv", isName: true).Where(key => key[0] == SearchKeys.Piece));
        Assert.Equal("020B0002000400000003000000646569727A6F72", Convert.ToHexString(PackedValue.Of("Deir ez-Zor", isName: false)));
    }
}
