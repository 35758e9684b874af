using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using Xunit;

namespace GraphIntel.Tests.Storage;

/// <summary>Rules that stores and imports share.</summary>
public sealed class RuleTests
{
    private static readonly GraphModel Model = ModelReader.Read(
        """
        type Thing @node {
          id: ID! name: String!
          others: [Other!]! @relationship(type: "LINKS", direction: OUT)
        }
        type Other @node { id: ID! name: String! }
        """);

    private static NodeType Thing => Model.Nodes[0];

    [Theory]
    [InlineData("thing:1", null)]
    [InlineData("thing: 1 2", null)]
    [InlineData("thing:a:b", null)]
    [InlineData("thing:\U0001F600", null)]
    [InlineData("", "'' is not an id of Thing; expected 'thing:<key>'")]
    [InlineData("thing:", "'thing:' is not an id of Thing; expected 'thing:<key>'")]
    [InlineData("nothing", "'nothing' is not an id of Thing; expected 'thing:<key>'")]
    [InlineData("other:1", "'other:1' is an id of Other; expected 'thing:<key>', an id of Thing")]
    [InlineData("thing:1>2", "'thing:1>2' contains '>', which is reserved for derived ids")]
    [InlineData("thing:1 ", "'thing:1 ' begins or ends with white space, which is not allowed in an id")]
    [InlineData("thing:1\u3000", "'thing:1\u3000' begins or ends with white space, which is not allowed in an id")]
    [InlineData(" thing:1", "' thing:1' begins or ends with white space, which is not allowed in an id")]
    [InlineData("thing:\t1", "'thing:\\u00091' contains a control character, which is not allowed in an id")]
    public void An_id_has_the_prefix_of_its_type_and_a_key(string id, string? mistake) =>
        Assert.Equal(mistake, IdRule.FindError(Model, Thing, id));

    [Fact]
    public void An_unpaired_surrogate_is_not_an_id() => Assert.Equal(
        "'thing:\\ud800' is not well-formed Unicode: it has an unpaired surrogate", IdRule.FindError(Model, Thing, "thing:\ud800"));

    [Theory]
    [InlineData("links:thing:1>other:1", "thing:1", "other:1")]
    [InlineData("links:>", "", "")]
    [InlineData("links:thing:1", null, null)]
    [InlineData("links:", null, null)]
    [InlineData("links:thing:1>other:1>other:2", null, null)]
    public void A_derived_id_is_split_into_its_ends(string id, string? source, string? target) =>
        Assert.Equal(source is null ? null : (source, target!), DerivedId.Split(Model.Relationships[0], id));

    [Theory]
    [InlineData("a\"b", "'a\"b'")]
    [InlineData("a\nb\u0085", "'a\\u000ab\\u0085'")]
    [InlineData("\U0001F600", "'\U0001F600'")]
    public void A_value_is_quoted_on_one_line(string value, string shown) => Assert.Equal(shown, WriteErrors.Show(value));

    [Fact]
    public void A_long_value_is_truncated_but_not_within_a_surrogate_pair()
    {
        Assert.Equal($"'{new string('x', 100)}...'", WriteErrors.Show(new string('x', 5_000)));
        Assert.Equal($"'{new string('x', 99)}\\ud83d...'", WriteErrors.Show(new string('x', 99) + "\U0001F600"));
    }

    [Fact]
    public void Every_cycle_is_found_once_from_where_its_walk_enters_it()
    {
        // 1 > 2 > 3 > 2, 4 > 3, 5 > 6 > 5, 7 > 8.
        var parents = new Dictionary<int, int> { [1] = 2, [2] = 3, [3] = 2, [4] = 3, [5] = 6, [6] = 5, [7] = 8 };
        var cycles = HierarchyCycle.FindAll(
            parents.Keys, node => parents.TryGetValue(node, out var parent) ? parent : null, TestContext.Current.CancellationToken);
        Assert.Equal([[2, 3], [5, 6]], cycles);
    }
}
