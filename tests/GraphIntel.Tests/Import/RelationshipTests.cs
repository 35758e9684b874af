using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Import;

public sealed class RelationshipTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_end_is_in_the_files_or_in_the_store()
    {
        _folder.WithActors("ab")
            .With("SUCCEEDS.csv", ":START_ID,:END_ID", "actor:a,actor:x", "actor:y,actor:b", "actor:a,actor:b");
        await _folder.AssertErrorsAsync(
            "SUCCEEDS.csv:2: column :END_ID: 'actor:x' is neither in the files nor in the store",
            "SUCCEEDS.csv:3: column :START_ID: 'actor:y' is neither in the files nor in the store");

        using var earlier = new ImportFolder { Store = _folder.Store };
        await earlier.WithActors("xy").ImportAsync();
        await _folder.ImportAsync();
    }

    [Fact]
    public async Task An_end_is_of_the_type_that_the_model_says()
    {
        _folder.WithActors("a").WithPlaces("p")
            .With("BASED_IN.csv", ":START_ID,:END_ID", "place:p,actor:a", "actor:a,", "actor:a,p");
        await _folder.AssertErrorsAsync(
            "BASED_IN.csv:2: column :START_ID: 'place:p' is an id of Place; expected 'actor:<key>', an id of Actor",
            "BASED_IN.csv:2: column :END_ID: 'actor:a' is an id of Actor; expected 'place:<key>', an id of Place",
            "BASED_IN.csv:3: column :END_ID: '' is not an id of Place; expected 'place:<key>'",
            "BASED_IN.csv:4: column :END_ID: 'p' is not an id of Place; expected 'place:<key>'");
    }

    [Fact]
    public async Task A_self_loop_is_an_error()
    {
        _folder.WithActors("a").WithPlaces("p")
            .With("SUCCEEDS.csv", ":START_ID,:END_ID", "actor:a,actor:a")
            .With("PART_OF.csv", ":START_ID,:END_ID", "place:p,place:p");
        await _folder.AssertErrorsAsync(
            "PART_OF.csv:2: column :END_ID: PART_OF connects place:p to itself; self-loops are not allowed",
            "SUCCEEDS.csv:2: column :END_ID: SUCCEEDS connects actor:a to itself; self-loops are not allowed");
    }

    [Fact]
    public async Task A_symmetric_relationship_is_unique_in_either_order_of_its_ends()
    {
        const string Reason = "it is undirected, so only one is allowed between the same two nodes";
        _folder.WithPlaces("abcd").With("BORDERS.csv", ":START_ID,:END_ID", "place:a,place:b", "place:c,place:b", "place:b,place:a");
        await _folder.AssertErrorsAsync($"BORDERS.csv:4: column :END_ID: duplicate BORDERS, already in BORDERS.csv:2 from place:a to place:b; {Reason}");

        using var earlier = new ImportFolder { Store = _folder.Store };
        await earlier.WithPlaces("abcd").With("BORDERS.csv", ":START_ID,:END_ID", "place:a,place:b", "place:c,place:d").ImportAsync();
        _folder.With("BORDERS.csv", ":START_ID,:END_ID", "place:b,place:c", "place:b,place:a", "place:c,place:d");
        await _folder.AssertErrorsAsync($"BORDERS.csv:3: column :END_ID: duplicate BORDERS, already in the store from place:a to place:b; {Reason}");
        await earlier.ImportAsync();
    }

    [Fact]
    public async Task Without_a_stored_id_a_relationship_is_unique_for_its_ends()
    {
        _folder.WithActors("ab")
            .With("SUCCEEDS.csv", ":START_ID,:END_ID", "actor:a,actor:b", "actor:b,actor:a", "actor:a,actor:b")
            .With("Backing.csv", "id,:START_ID,:END_ID,kinds", "backing:1,actor:a,actor:b,TROOPS",
                "backing:2,actor:a,actor:b,TROOPS");
        await _folder.AssertErrorsAsync(
            "SUCCEEDS.csv:4: column :END_ID: duplicate SUCCEEDS from actor:a to actor:b, already in SUCCEEDS.csv:2");
    }

    [Fact]
    public async Task A_to_one_field_has_at_most_one_relationship()
    {
        _folder.WithPlaces("pq").WithEvents("ab")
            .With("OCCURRED_AT.csv", ":START_ID,:END_ID", "event:a,place:p", "event:b,place:p", "event:a,place:q");
        await _folder.AssertErrorsAsync(
            "OCCURRED_AT.csv:4: column :START_ID: event:a has OCCURRED_AT to place:p in OCCURRED_AT.csv:2; only one is allowed");
    }

    [Fact]
    public async Task The_one_relationship_can_be_in_the_store()
    {
        _folder.WithPlaces("pq").WithEvents("ab").With("OCCURRED_AT.csv", ":START_ID,:END_ID", "event:a,place:p");
        await _folder.ImportAsync();
        _folder.With("OCCURRED_AT.csv", ":START_ID,:END_ID", "event:b,place:p", "event:a,place:p");
        await _folder.ImportAsync();
        _folder.With("OCCURRED_AT.csv", ":START_ID,:END_ID", "event:a,place:q");
        await _folder.AssertErrorsAsync(
            "OCCURRED_AT.csv:2: column :START_ID: event:a has OCCURRED_AT to place:p in the store; only one is allowed");
    }

    [Fact]
    public async Task A_target_can_have_at_most_one_relationship()
    {
        using var folder = new ImportFolder(ModelReader.Read("""
            type Box @node { id: ID! name: String!
              things: [Thing!]! @relationship(type: "HOLDS", direction: OUT, properties: "Holding")
              inside: [Box!]! @relationship(type: "CONTAINS", direction: OUT)
              outside: Box @relationship(type: "CONTAINS", direction: IN) }
            type Thing @node { id: ID! name: String! box: Box @relationship(type: "HOLDS", direction: IN, properties: "Holding") }
            type Holding @edge(type: "HOLDS") { id: ID! note: String }
            """));
        folder.With("Box.csv", "id:ID,name", "box:a,a", "box:b,b", "box:c,c")
            .With("Thing.csv", "id:ID,name", "thing:x,x", "thing:y,y")
            .With("HOLDS.csv", "id,:START_ID,:END_ID", "holding:1,box:a,thing:x", "holding:2,box:a,thing:y",
                "holding:3,box:b,thing:x")
            .With("CONTAINS.csv", ":START_ID,:END_ID", "box:a,box:b", "box:b,box:c", "box:c,box:a");
        await folder.AssertErrorsAsync(
            "CONTAINS.csv:2: column :END_ID: CONTAINS would form a cycle from 'box:a' to 'box:b' to 'box:c' and back to the first; a hierarchy must not have cycles",
            "HOLDS.csv:4: column :END_ID: thing:x has HOLDS from box:a in HOLDS.csv:2; only one is allowed");

        folder.With("HOLDS.csv", "id,:START_ID,:END_ID", "holding:1,box:a,thing:x")
            .With("CONTAINS.csv", ":START_ID,:END_ID", "box:a,box:b", "box:a,box:c");
        await folder.ImportAsync();
        folder.With("HOLDS.csv", "id,:START_ID,:END_ID", "holding:2,box:b,thing:x");
        await folder.AssertErrorsAsync(
            "HOLDS.csv:2: column :END_ID: thing:x has HOLDS from box:a in the store; only one is allowed");

        // A stored relationship that the files change makes room for another one.
        folder.With("HOLDS.csv", "id,:START_ID,:END_ID", "holding:1,box:a,thing:y", "holding:2,box:b,thing:x");
        await folder.ImportAsync();
    }

    [Fact]
    public async Task A_hierarchy_has_no_cycle()
    {
        _folder.WithPlaces("abcdefg").With(
            "PART_OF.csv", ":START_ID,:END_ID",
            "place:g,place:f", "place:f,place:a", "place:b,place:c", "place:a,place:b", "place:c,place:a", "place:d,place:e",
            "place:e,place:d");
        await _folder.AssertErrorsAsync(
            "PART_OF.csv:4: column :END_ID: PART_OF would form a cycle from 'place:b' to 'place:c' to 'place:a' and back to the first; a hierarchy must not have cycles",
            "PART_OF.csv:7: column :END_ID: PART_OF would form a cycle from 'place:d' to 'place:e' and back to the first; a hierarchy must not have cycles");
    }

    [Fact]
    public async Task A_hierarchy_has_no_cycle_through_the_store()
    {
        _folder.WithPlaces("abcd")
            .With("PART_OF.csv", ":START_ID,:END_ID", "place:a,place:b", "place:b,place:c", "place:c,place:d");
        await _folder.ImportAsync();
        using var later = new ImportFolder { Store = _folder.Store };
        later.With("PART_OF.csv", ":START_ID,:END_ID", "place:d,place:b");
        await later.AssertErrorsAsync(
            "PART_OF.csv:2: column :END_ID: PART_OF would form a cycle from 'place:d' to 'place:b' to 'place:c' and back to the first; a hierarchy must not have cycles");
    }

    [Fact]
    public async Task A_long_cycle_is_shortened()
    {
        var places = Enumerable.Range(0, 50).ToList();
        _folder.With("Place.csv", ["id:ID,name,kind", .. places.Select(place => $"place:{place},p,TOWN")])
            .With("PART_OF.csv", [":START_ID,:END_ID", .. places.Select(place => $"place:{place},place:{(place + 1) % 50}")]);
        await _folder.AssertErrorsAsync(
            "PART_OF.csv:2: column :END_ID: PART_OF would form a cycle from "
            + string.Join(" to ", Enumerable.Range(0, 6).Select(index => $"'place:{index}'"))
            + " ... and back to the first; a hierarchy must not have cycles");
    }

    [Fact]
    public async Task A_period_does_not_end_before_it_starts()
    {
        _folder.WithActors("ab")
            .With(
                "BACKS.csv", "id,:START_ID,:END_ID,kinds,from,until,attestedUntil,attestedFrom",
                "backing:1,actor:a,actor:b,TROOPS,2015-01-02,2015-01-01,,",
                "backing:2,actor:a,actor:b,TROOPS,2015-01-01,2015-01-01,2014-12-31,2015-01-01",
                "backing:3,actor:a,actor:b,TROOPS,2015-01-01,,2014-12-31,")
            .With(
                "nodes/Event.csv", "id:ID,title,kind,start,end,datePrecision,placePrecision",
                "event:a,a,BATTLE,2017-01-02,2017-01-01,DAY,EXACT", "event:b,b,BATTLE,2017-01-01,2017-01-01,DAY,EXACT");
        await _folder.AssertErrorsAsync(
            "BACKS.csv:2: column from: from (2015-01-02) is after until (2015-01-01)",
            "BACKS.csv:3: column attestedFrom: attestedFrom (2015-01-01) is after attestedUntil (2014-12-31)",
            "nodes/Event.csv:2: column start: start (2017-01-02) is after end (2017-01-01)");
    }

    [Fact]
    public async Task Required_values_are_present_and_lists_can_be_empty()
    {
        _folder.With("Actor.csv", "id:ID,name,kind,aliases", "actor:a,,STATE,", "actor:b,b,,")
            .With("Control.csv", "id,:START_ID,:END_ID,status,basis",
                "control:1,actor:a,place:a,CONTROLLED,ASSESSED").WithPlaces("a");
        await _folder.AssertErrorsAsync(
            "Actor.csv:2: column name: name is required, but the cell is empty",
            "Actor.csv:3: column kind: kind is required, but the cell is empty",
            "Control.csv:2: column extent: the required column extent is missing; 1 row is not in the store "
                + "yet, starting with this one");
    }
}
