using GraphIntel.Sqlite.Write;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

public sealed class ListTextTests
{
    [Fact]
    public async Task A_list_of_strings_has_the_text_of_json_quote()
    {
        await using var store = await TestStore.NewAsync("type Thing @node { id: ID! name: String! texts: [String!]! }");
        string[] texts = ["", "a\"b\\c/d", "'", "a\u007fb", "حلب", "𐍈", "\u2028", .. Enumerable.Range(1, 31).Select(i => $"x{(char)i}y")];
        await store.WriteAsync(store.Nodes(
            "Thing", ["name", "texts"], [.. texts.Select((text, i) => ($"thing:{i}", new object?[] { text, new[] { text } }))]));

        Assert.Equal(
            [$"{texts.Length}"],
            await store.ReadAsync("SELECT count(*) FROM n_Thing WHERE texts = '[' || json_quote(name) || ']'"));
        Assert.Equal([""], await store.ReadAsync("SELECT name FROM n_Thing WHERE id = 'thing:0'"));
    }

    [Fact]
    public void Every_kind_of_list_has_one_text()
    {
        Assert.Equal("[]", ListText.Of(Array.Empty<string>()));
        Assert.Equal("[\"a\",\"\",\"\\u001f\\t\"]", ListText.Of(new[] { "a", "", "\u001f\t" }));
        Assert.Equal("[1,-2147483648]", ListText.Of(new[] { 1, int.MinValue }));
        Assert.Equal("[0,0.1,1E+300,-5E-324]", ListText.Of(new[] { -0.0, 0.1, 1e300, -double.Epsilon }));
        Assert.Equal("[true,false]", ListText.Of(new[] { true, false }));
        Assert.Equal("[\"0001-01-01\",\"2016-12-22\"]", ListText.Of(new[] { DateOnly.MinValue, new DateOnly(2016, 12, 22) }));
    }
}
