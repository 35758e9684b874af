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
        await _folder.AssertMistakesAsync(
            "SUCCEEDS.csv:2: column :END_ID: \"actor:x\" is neither in the files nor in the store",
            "SUCCEEDS.csv:3: column :START_ID: \"actor:y\" is neither in the files nor in the store");

        using var earlier = new ImportFolder { Store = _folder.Store };
        await earlier.WithActors("xy").ImportAsync();
        await _folder.ImportAsync();
    }

    [Fact]
    public async Task An_end_is_of_the_type_that_the_model_says()
    {
        _folder.WithActors("a").WithPlaces("p")
            .With("BASED_IN.csv", ":START_ID,:END_ID", "place:p,actor:a", "actor:a,", "actor:a,p");
        await _folder.AssertMistakesAsync(
            "BASED_IN.csv:2: column :START_ID: \"place:p\" is the id of Place; one of Actor is wanted here, written actor:key",
            "BASED_IN.csv:2: column :END_ID: \"actor:a\" is the id of Actor; one of Place is wanted here, written place:key",
            "BASED_IN.csv:3: column :END_ID: there is no id; an id of Place is written place:key",
            "BASED_IN.csv:4: column :END_ID: \"p\" is no id of Place; such an id is written place:key");
    }

    [Fact]
    public async Task A_relationship_does_not_lead_to_where_it_starts()
    {
        _folder.WithActors("a").WithPlaces("p")
            .With("SUCCEEDS.csv", ":START_ID,:END_ID", "actor:a,actor:a")
            .With("PART_OF.csv", ":START_ID,:END_ID", "place:p,place:p");
        await _folder.AssertMistakesAsync(
            "PART_OF.csv:2: column :END_ID: PART_OF leads from place:p to itself",
            "SUCCEEDS.csv:2: column :END_ID: SUCCEEDS leads from actor:a to itself");
    }

    [Fact]
    public async Task Without_a_stored_id_there_is_one_between_two_ends()
    {
        _folder.WithActors("ab")
            .With("SUCCEEDS.csv", ":START_ID,:END_ID", "actor:a,actor:b", "actor:b,actor:a", "actor:a,actor:b")
            .With("Backing.csv", "id,:START_ID,:END_ID,kinds", "backing:1,actor:a,actor:b,TROOPS",
                "backing:2,actor:a,actor:b,TROOPS");
        await _folder.AssertMistakesAsync(
            "SUCCEEDS.csv:4: column :END_ID: the same SUCCEEDS from actor:a to actor:b is in SUCCEEDS.csv:2");
    }

    [Fact]
    public async Task A_field_of_a_single_value_has_one_relationship_at_most()
    {
        _folder.WithPlaces("pq").WithEvents("ab")
            .With("OCCURRED_AT.csv", ":START_ID,:END_ID", "event:a,place:p", "event:b,place:p", "event:a,place:q");
        await _folder.AssertMistakesAsync(
            "OCCURRED_AT.csv:4: column :START_ID: event:a has OCCURRED_AT to place:p in OCCURRED_AT.csv:2; it can have only one");
    }

    [Fact]
    public async Task The_one_relationship_may_be_in_the_store()
    {
        _folder.WithPlaces("pq").WithEvents("ab").With("OCCURRED_AT.csv", ":START_ID,:END_ID", "event:a,place:p");
        await _folder.ImportAsync();
        _folder.With("OCCURRED_AT.csv", ":START_ID,:END_ID", "event:b,place:p", "event:a,place:p");
        await _folder.ImportAsync();
        _folder.With("OCCURRED_AT.csv", ":START_ID,:END_ID", "event:a,place:q");
        await _folder.AssertMistakesAsync(
            "OCCURRED_AT.csv:2: column :START_ID: event:a has OCCURRED_AT to place:p in the store; it can have only one");
    }

    [Fact]
    public async Task A_target_may_have_one_relationship_at_most()
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
        await folder.AssertMistakesAsync(
            "CONTAINS.csv:2: column :END_ID: CONTAINS would go in a circle: box:a > box:b > box:c > box:a",
            "HOLDS.csv:4: column :END_ID: thing:x has HOLDS from box:a in HOLDS.csv:2; it can have only one");

        folder.With("HOLDS.csv", "id,:START_ID,:END_ID", "holding:1,box:a,thing:x")
            .With("CONTAINS.csv", ":START_ID,:END_ID", "box:a,box:b", "box:a,box:c");
        await folder.ImportAsync();
        folder.With("HOLDS.csv", "id,:START_ID,:END_ID", "holding:2,box:b,thing:x");
        await folder.AssertMistakesAsync(
            "HOLDS.csv:2: column :END_ID: thing:x has HOLDS from box:a in the store; it can have only one");

        // A stored relationship that the files move leaves its place to another.
        folder.With("HOLDS.csv", "id,:START_ID,:END_ID", "holding:1,box:a,thing:y", "holding:2,box:b,thing:x");
        await folder.ImportAsync();
    }

    [Fact]
    public async Task A_hierarchy_has_no_circle()
    {
        _folder.WithPlaces("abcdefg").With(
            "PART_OF.csv", ":START_ID,:END_ID",
            "place:g,place:f", "place:f,place:a", "place:b,place:c", "place:a,place:b", "place:c,place:a", "place:d,place:e",
            "place:e,place:d");
        await _folder.AssertMistakesAsync(
            "PART_OF.csv:4: column :END_ID: PART_OF would go in a circle: place:b > place:c > place:a > place:b",
            "PART_OF.csv:7: column :END_ID: PART_OF would go in a circle: place:d > place:e > place:d");
    }

    [Fact]
    public async Task A_hierarchy_has_no_circle_through_the_store()
    {
        _folder.WithPlaces("abcd")
            .With("PART_OF.csv", ":START_ID,:END_ID", "place:a,place:b", "place:b,place:c", "place:c,place:d");
        await _folder.ImportAsync();
        using var later = new ImportFolder { Store = _folder.Store };
        later.With("PART_OF.csv", ":START_ID,:END_ID", "place:d,place:b");
        await later.AssertMistakesAsync(
            "PART_OF.csv:2: column :END_ID: PART_OF would go in a circle: place:d > place:b > place:c > place:d");
    }

    [Fact]
    public async Task A_long_circle_is_shortened()
    {
        var places = Enumerable.Range(0, 50).ToList();
        _folder.With("Place.csv", ["id:ID,name,kind", .. places.Select(place => $"place:{place},p,TOWN")])
            .With("PART_OF.csv", [":START_ID,:END_ID", .. places.Select(place => $"place:{place},place:{(place + 1) % 50}")]);
        await _folder.AssertMistakesAsync(
            "PART_OF.csv:2: column :END_ID: PART_OF would go in a circle: "
            + string.Join(" > ", Enumerable.Range(0, 10).Select(index => $"place:{index}")) + " > (40 more) > place:0");
    }

    [Fact]
    public async Task Days_are_the_right_way_round()
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
        await _folder.AssertMistakesAsync(
            "BACKS.csv:2: column from: from 2015-01-02 comes after until 2015-01-01",
            "BACKS.csv:3: column attestedFrom: attestedFrom 2015-01-01 comes after attestedUntil 2014-12-31",
            "nodes/Event.csv:2: column start: start 2017-01-02 comes after end 2017-01-01");
    }

    [Fact]
    public async Task Required_values_are_there_and_lists_may_be_empty()
    {
        _folder.With("Actor.csv", "id:ID,name,kind,aliases", "actor:a,,STATE,", "actor:b,b,,")
            .With("Control.csv", "id,:START_ID,:END_ID,status,basis",
                "control:1,actor:a,place:a,CONTROLLED,ASSESSED").WithPlaces("a");
        await _folder.AssertMistakesAsync(
            "Actor.csv:2: column name: name is required and empty",
            "Actor.csv:3: column kind: kind is required and empty",
            "Control.csv:2: column extent: extent is required and the file has no column for it; 1 row is not in the store "
                + "yet, this one first");
    }
}
