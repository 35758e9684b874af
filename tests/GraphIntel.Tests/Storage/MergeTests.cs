using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Core.Values;
using Xunit;

namespace GraphIntel.Tests.Storage;

/// <summary>The merge of the rows of a batch, without a store.</summary>
public sealed class MergeTests
{
    private static readonly GraphModel Model = ModelReader.Read(
        """
        type Place @node(standing: "standing") {
          id: ID! name: String! tags: [String!]! size: Float at: Point standing: Standing!
          parent: Place @relationship(type: "PART_OF", direction: OUT, properties: "Part")
          held: [Place!]! @relationship(type: "HOLDS", direction: OUT, orderedBy: "name")
          claims: [Claim!]! @refersBy(field: "about")
        }
        type Part @edge(type: "PART_OF", valid: ["from", "until"], attested: ["first", "last"]) {
          id: ID! note: String from: Date until: Date first: Date last: Date
        }
        type Claim @node @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
          id: ID! name: String! about: ID! stance: Stance! made: Date!
        }
        enum Stance { SUPPORTS DENIES }
        enum Standing { ASSERTED DISPUTED DENIED }
        """);

    private readonly BatchEffects _effects = new();

    private static DateOnly Day(int day) => new(2016, 12, day);

    private static readonly HashSet<string> NoIds = [];

    private static NodeMerge Nodes(string type, string[] columns, params (string Id, object?[] Values)[] rows)
    {
        Assert.True(Model.TryGetNode(type, out var node));
        return new NodeMerge(Model, new NodeRows(
            node, [.. columns.Select(column => node.FindProperty(column)!)], [.. rows.Select(row => new NodeRow(row.Id, row.Values))]), NoIds, NoIds);
    }

    private static RelationshipMerge Parts(string[] columns, params (string Id, string Source, string Target, object?[] Values)[] rows)
    {
        Assert.True(Model.TryGetRelationship("PART_OF", out var type));
        return new RelationshipMerge(new RelationshipRows(
            type, [.. columns.Select(column => type.FindProperty(column)!)],
            [.. rows.Select(row => new RelationshipRow(row.Id, row.Source, row.Target, row.Values))]), NoIds, NoIds);
    }

    [Fact]
    public void Each_node_is_created_or_updated_once_with_its_last_values()
    {
        var merge = Nodes(
            "Place", ["name"], ("place:new", ["a"]), ("place:old", ["b"]), ("place:new", ["c"]), ("place:old", ["d"]), ("place:same", ["e"]));
        merge.Nodes[1].SetStored([Model.Nodes[0].FindProperty("name")!], about: null, otherDates: []);
        merge.Nodes[2].SetStored(differing: null, about: null, otherDates: []);
        Assert.Equal(new WriteSummary(1, 3, 1), merge.Run(_effects));
        Assert.Equal([("place:new", "c")], merge.Created.Select(node => (node.Row.Id, (string)node.Row.Values[0]!)));
        Assert.Equal([("place:old", "d")], merge.Changed.Select(node => (node.Row.Id, (string)node.Row.Values[0]!)));
    }

    [Fact]
    public void Changes_of_a_copied_property_are_reported_only_for_stored_nodes()
    {
        var merge = Nodes("Place", ["name"], ("place:new", ["a"]), ("place:new", ["b"]), ("place:old", ["c"]));
        merge.Nodes[1].SetStored([merge.Columns[0]], about: null, otherDates: []);
        merge.Run(_effects);
        var (property, nodes) = Assert.Single(merge.Copied);
        Assert.Equal(("name", "place:old"), (property.Name, Assert.Single(nodes)));
    }

    [Fact]
    public void A_claim_that_moves_marks_both_facts_dirty()
    {
        var merge = Nodes("Claim", ["about"], ("claim:1", ["place:b"]), ("claim:1", ["place:c"]));
        merge.Nodes[0].SetStored([merge.Columns[0]], about: "place:a", otherDates: []);
        merge.Run(_effects);
        Assert.Equal(["place:a", "place:b", "place:c"], _effects.DirtyFacts.Keys);
        Assert.All(_effects.DirtyFacts.Values, claim => Assert.Equal("claim:1", claim));
    }

    [Fact]
    public void A_claim_whose_name_changes_marks_nothing_dirty()
    {
        var merge = Nodes("Claim", ["name"], ("claim:1", ["n"]));
        merge.Nodes[0].SetStored([merge.Columns[0]], about: "place:a", otherDates: []);
        merge.Run(_effects);
        Assert.Empty(_effects.DirtyFacts);
    }

    [Fact]
    public void A_relationship_that_moves_twice_is_moved_once_to_its_final_ends()
    {
        var merge = Parts([], ("part:1", "place:b", "place:r", []), ("part:1", "place:c", "place:r", []));
        merge.Relationships[0].SetStored(("place:a", "place:r"), differs: false, otherDates: [], default);
        Assert.Equal(new WriteSummary(0, 2, 0), merge.Run(_effects));
        var moved = Assert.Single(merge.Moved);
        Assert.Equal(("place:c", "place:r"), (moved.Source, moved.Target));
        Assert.True(merge.ReplacesEnds);
        var ends = _effects.EndsOf(merge.Type)!;
        Assert.Equal(["place:b", "place:c"], ends.Children);
        Assert.Equal(["place:a", "place:b"], ends.FormerChildren);
        Assert.Equal(["place:b", "place:c"], ends.Sources);
        Assert.Empty(ends.Targets);
    }

    [Fact]
    public void Attested_days_that_are_removed_are_derived_again()
    {
        var merge = Parts(["first", "last"], ("part:1", "place:a", "place:r", [null, null]));
        merge.Relationships[0].SetStored(
            ("place:a", "place:r"), differs: false, otherDates: [], new AttestedDays(Day(1), Day(2), IsGiven: true));
        Assert.Equal(new WriteSummary(0, 1, 0), merge.Run(_effects));
        Assert.Equal(default, Assert.Single(merge.Changed).Attested);
        Assert.Equal([("part:1", (string?)null)], _effects.DirtyFacts.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void A_rejected_row_is_the_last_that_was_checked()
    {
        var merge = Parts(
            ["first", "last"], ("part:1", "place:a", "place:r", [Day(1), Day(2)]), ("part:2", "place:b", "place:r", [Day(2), Day(1)]),
            ("part:3", "place:c", "place:r", [null, null]));
        Assert.Contains("is after last", Assert.Throws<StoreException>(() => merge.Run(_effects)).Message, StringComparison.Ordinal);
        Assert.Equal(["part:1", "part:2"], merge.Checked.Select(row => row.Id));
    }

    public static TheoryData<string, object?, object?, bool> Values => new()
    {
        { "tags", null, Array.Empty<string>(), true },
        { "tags", null, new[] { "a" }, false },
        { "tags", new[] { "a", "b" }, new[] { "a", "b" }, true },
        { "tags", new[] { "a", "b" }, new[] { "b", "a" }, false },
        { "name", null, null, true },
        { "name", "a", "a", true },
        { "name", "a", "A", false },
        { "size", 0.0, -0.0, true },
        { "size", 1.0, null, false },
        { "at", new GeoPoint(0.0, 1), new GeoPoint(-0.0, 1), true },
        { "at", new GeoPoint(0, 1), new GeoPoint(1, 0), false },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Two_values_are_equal_if_a_store_stores_them_as_one(string property, object? one, object? other, bool same)
    {
        var checkedProperty = Model.Nodes[0].FindProperty(property)!;
        Assert.Equal(same, ValueEquality.AreEqual(checkedProperty, one, other));
        Assert.Equal(same, ValueEquality.AreEqual(checkedProperty, other, one));
    }
}
