using GraphIntel.Core.Values;
using GraphIntel.Tests.Sqlite;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>What every store rejects before it reads stored data: one check, tested with one store.</summary>
public sealed class RowCheckTests
{
    private const string Things =
        """
        type Thing @node {
          id: ID! name: String! color: Color note: String ref: ID total: Int size: Float big: Boolean day: Date at: Point
          tags: [String!]! days: [Date!] sizes: [Float!] flags: [Boolean!] counts: [Int!] colors: [Color!]
        }
        enum Color { RED GREEN }
        type Other @node { id: ID! name: String! }
        """;

    [Theory]
    [InlineData("", "expected 'thing:<key>'")]
    [InlineData("thing:", "expected 'thing:<key>'")]
    [InlineData("other:1", "expected 'thing:<key>'")]
    [InlineData("Thing:1", "expected 'thing:<key>'")]
    [InlineData("thing1", "expected 'thing:<key>'")]
    [InlineData("thing:a>b", "'>'")]
    [InlineData("thing:a\nb", "'thing:a\\u000ab'")]
    [InlineData("thing:a\u0085", "a control character")]
    [InlineData("thing:a ", "'thing:a ' begins or ends with white space, which is not allowed in an id.")]
    [InlineData("\u00a0thing:a", "begins or ends with white space")]
    public async Task A_wrong_id_is_rejected_with_the_id(string id, string reason)
    {
        await using var store = await TestStore.NewAsync(Things);
        Assert.Contains(reason, await store.RefusalAsync(store.Nodes("Thing", ["name"], (id, ["x"]))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lone_surrogate_is_rejected()
    {
        await using var store = await TestStore.NewAsync(Things);
        foreach (var text in new[] { "a\ud800", "\udc00a", "\ud800\ud800\udc00" })
        {
            Assert.Contains("Unicode", await store.RefusalAsync(store.Nodes("Thing", ["name"], ("thing:" + text, ["x"]))), StringComparison.Ordinal);
            Assert.Contains("Unicode", await store.RefusalAsync(store.Nodes("Thing", ["name"], ("thing:1", [text]))), StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, object?, string> WrongValues => new()
    {
        { "name", null, "name is required" },
        { "name", 1, "must be string, not Int32" },
        { "name", "a\0b", "U+0000" },
        { "color", "BLUE", "not a value of Color; expected one of RED, GREEN" },
        { "ref", "x ", "ref is not an id: 'x ' begins or ends with white space" },
        { "ref", "a\nb", "ref is not an id: 'a\\u000ab' contains a control character" },
        { "total", 1L, "must be int, not Int64" },
        { "size", double.NaN, "finite" },
        { "size", double.PositiveInfinity, "finite" },
        { "size", 1, "must be double" },
        { "big", "true", "must be bool" },
        { "day", "2016-12-22", "must be DateOnly" },
        { "at", new GeoPoint(90.5, 0), "outside" },
        { "at", new GeoPoint(0, -180.5), "outside" },
        { "at", new GeoPoint(double.NaN, 0), "outside" },
        { "tags", "x", "array of string" },
        { "tags", new string[] { "x", null! }, "contain null" },
        { "tags", new object[] { "x" }, "array of string" },
        { "sizes", new[] { double.NegativeInfinity }, "finite" },
        { "counts", new uint[] { 1 }, "array of int" },
        { "colors", new[] { "RED", "BLUE" }, "not a value of Color" },
    };

    [Theory]
    [MemberData(nameof(WrongValues), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_value_is_rejected_with_its_property(string property, object? value, string reason)
    {
        await using var store = await TestStore.NewAsync(Things);
        var message = await store.RefusalAsync(store.Nodes("Thing", [property], ("thing:1", [value])));
        Assert.Contains("'thing:1'", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_columns_are_rejected()
    {
        await using var store = await TestStore.NewAsync(Things);
        Assert.Contains("twice", await store.RefusalAsync(store.Nodes("Thing", ["name", "name"], ("thing:1", ["a", "b"]))), StringComparison.Ordinal);
        Assert.Contains("2 values for 1", await store.RefusalAsync(store.Nodes("Thing", ["name"], ("thing:1", ["a", "b"]))), StringComparison.Ordinal);
        Assert.Contains("among the columns", await store.RefusalAsync(store.Nodes("Thing", ["id"], ("thing:1", ["a"]))), StringComparison.Ordinal);
        await using var stranger = await TestStore.NewAsync(Things);
        Assert.Contains("not in this store's model", await store.RefusalAsync(stranger.Nodes("Thing", [])), StringComparison.Ordinal);
    }
}
