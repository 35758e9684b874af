using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <inheritdoc cref="CheckedGraph"/>
public abstract class Neo4jCheckTests(Neo4jServer server)
{
    private async Task<Neo4jGraph> FilledAsync(string? sdl = null, Func<Neo4jOptions, Neo4jOptions>? change = null)
    {
        server.Require();
        await server.WipeAsync(keepsSchema: false, CheckedGraph.Cancellation);
        var options = Neo4jGraph.Options(server);
        var store = await Neo4jGraph.OpenAsync(ModelReader.Read(sdl ?? CheckedGraph.Model), server, change?.Invoke(options) ?? options);
        if (sdl is null)
            await CheckedGraph.FillAsync(store);
        return store;
    }

    [Fact]
    public async Task What_the_writer_leaves_is_sound()
    {
        await using var store = await FilledAsync();
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Fact]
    public async Task What_is_derived_is_found_and_made_good()
    {
        await using var store = await FilledAsync();
        var before = await CheckedGraph.DumpAsync(store);
        foreach (var harm in new[]
        {
            "MATCH ()-[r:BACKS]->() SET r.standing = 'ASSERTED', r.first = date('2000-01-01') REMOVE r.kinds",
            "MATCH (e:Event {id: 'event:1'}) REMOVE e.standing, e.tags",
            "MATCH ()-[r:TOOK_PART]->() REMOVE r.`$source` SET r.`$targetOrder` = date('2001-01-01')",
            "MATCH ()-[r:AT]->() SET r.id = 'at:wrong'",
            "MATCH ()-[r:UNDER]->() REMOVE r.id",
            "DROP INDEX `graphintel$n$Event$name`",
            "DROP CONSTRAINT `graphintel$n$Place$id`",
            "CREATE INDEX `graphintel$n$Event$old` FOR (x:Event) ON (x.old)",
        })
        {
            await store.RunAsync(harm);
        }

        string[] found = await CheckedGraph.CheckAsync(store, repair: false);
        string[] expected =
        [
            "1 relationships AT have no id, or another than their ends make.",
            "1 relationships BACKS have no list kinds, not even an empty one.",
            "1 relationships BACKS have another standing than their claims come to.",
            "1 relationships BACKS have other attested days than their claims.",
            "1 nodes Event have no list tags, not even an empty one.",
            "1 nodes Event have another standing than their claims come to.",
            "2 relationships TOOK_PART have copies of their ends for an order that are not true.",
            "2 relationships UNDER have no id, or another than their ends make.",
        ];
        Assert.DoesNotContain(found, line => line.StartsWith("Manual", StringComparison.Ordinal));
        Assert.Contains(found, line => line.Contains("lacks the range index on Event(name, id)", StringComparison.Ordinal));
        Assert.Contains(found, line => line.Contains("lacks the uniqueness constraint on Place(id)", StringComparison.Ordinal));
        Assert.Contains(found, line => line.Contains("does not ask for the range index on Event(old)", StringComparison.Ordinal));

        string[] repaired = await CheckedGraph.CheckAsync(store, repair: true);
        Assert.Equal(expected.Order(StringComparer.Ordinal), repaired.Select(line => line.Replace("Repaired: ", "", StringComparison.Ordinal))
            .Where(line => char.IsAsciiDigit(line[0])).Order(StringComparer.Ordinal));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
        Assert.Equal(before, await CheckedGraph.DumpAsync(store));
    }

    [Fact]
    public async Task What_cannot_be_derived_is_named()
    {
        await using var store = await FilledAsync();
        foreach (var harm in new[]
        {
            "MATCH (e:Event {id: 'event:2'}) REMOVE e.start SET e.name = 7",
            "CREATE (:Place {id: 'town:x', name: 'X'}), (:Place {name: 'Y'})",
            "MATCH (a:Actor {id: 'actor:a'}), (c:Actor {id: 'actor:c'}) CREATE (c)-[:UNDER {id: 'under:actor:c>actor:a'}]->(a)",
            "MATCH (e:Event {id: 'event:1'}), (q:Place {id: 'place:q'}) CREATE (e)-[:AT {id: 'at:event:1>place:q'}]->(q)",
            "MATCH (a:Actor {id: 'actor:a'}), (q:Place {id: 'place:q'}) CREATE (a)-[:BACKS {id: 'backing:9', kinds: [], standing: 'ASSERTED'}]->(q)",
            "MATCH (c:Claim {id: 'claim:3'}) SET c.stance = 'MAYBE'",
            "CREATE (:Claim {id: 'claim:4', name: 'x', about: 'at:event:1>place:p', stance: 'SUPPORTS', made: date('2016-12-01')})",
            "CREATE (:Claim {id: 'claim:5', name: 'x', about: 'at:event:2>place:p', stance: 'SUPPORTS', made: date('2016-12-01')})",
            "CREATE (:Claim {id: 'claim:6', name: 'x', about: 'actor:gone', stance: 'SUPPORTS', made: date('2016-12-01')})",
            "CREATE (:Claim {id: 'claim:7', name: 'x', about: 'nothing', stance: 'SUPPORTS', made: date('2016-12-01')})",
        })
        {
            await store.RunAsync(harm);
        }

        var found = await CheckedGraph.CheckAsync(store, repair: true);
        foreach (var expected in new[]
        {
            "Manual: 1 nodes Event lack start, which every one must have: 'event:2'.",
            "Manual: 1 nodes Event have a name that is no STRING: 'event:2'.",
            "Manual: 1 nodes Claim have a stance that is no value of Stance: 'claim:3'.",
            "Manual: 3 nodes Claim are about no fact that is there: 'claim:6', 'claim:5', 'claim:7'.",
            "Manual: 1 relationships BACKS lead otherwise than from Actor to Actor: 'backing:9'.",
            "Manual: AT: 'event:1' has 2 of them; the model now allows one.",
            "Manual: UNDER would lead from 'actor:a' to 'actor:b' to 'actor:c' and back to the first: a hierarchy may not have a cycle.",
        })
        {
            Assert.Contains(expected, found);
        }

        Assert.Contains(found, line => line.StartsWith("Manual: 2 nodes Place have no id that begins with 'place:': ", StringComparison.Ordinal));
        Assert.False((await store.Store.CheckAsync(repair: false, CheckedGraph.Cancellation)).IsSound);
    }

    [Fact]
    public async Task Ids_that_occur_twice_are_named_and_stay()
    {
        await using var store = await FilledAsync();
        await store.RunAsync("DROP CONSTRAINT `graphintel$n$Place$id`");
        await store.RunAsync("CREATE (:Place {id: 'place:p', name: 'again'})");
        var found = await CheckedGraph.CheckAsync(store, repair: true);
        Assert.Contains(found, line => line.StartsWith("Manual", StringComparison.Ordinal)
            && line.EndsWith("1 values occur more than once: 'place:p'.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_database_has_nothing_to_check()
    {
        server.Require();
        await server.WipeAsync(keepsSchema: false, CheckedGraph.Cancellation);
        await using var store = Neo4jStore.Open(ModelReader.Read(CheckedGraph.Model), Neo4jGraph.Options(server));
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.CheckAsync(repair: true, CheckedGraph.Cancellation).AsTask());
        Assert.Contains("holds nothing yet", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attested_days_that_no_claim_vouches_for_are_named_and_stay()
    {
        await using var store = await FilledAsync();
        await store.WriteAsync(store.Links("BACKS", [], ("backing:2", "actor:b", "actor:a", [])));
        await store.RunAsync("MATCH ()-[r:BACKS {id: 'backing:2'}]->() SET r.first = date('2016-01-01')");
        Assert.Equal(
            ["Manual: 1 relationships BACKS have attested days that no claim vouches for and that are not marked as given ($attestedGiven): 'backing:2'."],
            await CheckedGraph.CheckAsync(store, repair: true));
        Assert.Equal(["?|0", "2016-01-01|0"], (await store.RowsAsync("BACKS", "first", TestGraph.Given)).Select(row => row.Replace("2016-12-04", "?", StringComparison.Ordinal)));
        await store.RunAsync("MATCH ()-[r:BACKS {id: 'backing:2'}]->() SET r.`$attestedGiven` = true");
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_relationship_beside_another_where_one_may_be_is_named(bool repair)
    {
        await using var store = await FilledAsync();
        await store.RunAsync("MATCH (a:Actor {id: 'actor:a'}), (e:Event {id: 'event:1'}) CREATE (a)-[:TOOK_PART]->(e)");
        await store.RunAsync("MATCH (b:Actor {id: 'actor:b'}), (e:Event {id: 'event:1'}) CREATE (b)-[:TOOK_PART]->(e)");
        var found = await CheckedGraph.CheckAsync(store, repair);
        Assert.Contains(
            "Manual: 1 relationships TOOK_PART lie beside another between the same two nodes, where one may be: 'actor:a>event:1'.", found);
        Assert.Contains(
            (repair ? "Repaired" : "Repairable") + ": 1 relationships TOOK_PART have no id, or another than their ends make.", found);
    }

    [Fact]
    public async Task An_id_that_another_relationship_has_taken_is_said_to_be()
    {
        await using var store = await FilledAsync();
        await store.RunAsync("MATCH ()-[r:TOOK_PART {id: 'tookPart:actor:a>event:1'}]->() SET r.id = 'x'");
        await store.RunAsync("MATCH (b:Actor {id: 'actor:b'}), (p:Place {id: 'place:p'}) CREATE (b)-[:TOOK_PART {id: 'tookPart:actor:a>event:1'}]->(p)");
        var found = await CheckedGraph.CheckAsync(store, repair: true);
        Assert.Contains(found, line => line.StartsWith("Manual: Some relationships TOOK_PART have no id", StringComparison.Ordinal)
            && line.Contains("another has it already", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("Manual: 1 relationships TOOK_PART lead otherwise", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nodes_without_an_id_are_no_obstacle_to_looking_at_hierarchies_and_ends()
    {
        await using var store = await FilledAsync();
        foreach (var harm in new[]
        {
            "MATCH (c:Actor {id: 'actor:c'}) CREATE (c)-[:UNDER]->(:Actor {name: 'no id'})",
            "MATCH (a:Actor {id: 'actor:a'}) CREATE (a)<-[:UNDER]-(:Actor {id: 7, name: 'no text'})",
            "MATCH (e:Event {id: 'event:1'}) CREATE (e)-[:AT]->(:Place {name: 'no id'})",
        })
        {
            await store.RunAsync(harm);
        }

        var found = await CheckedGraph.CheckAsync(store, repair: true);
        Assert.Contains(found, line => line.StartsWith("Manual: 2 nodes Actor have no id that begins with 'actor:': ", StringComparison.Ordinal));
        Assert.Contains("Manual: AT: 'event:1' has 2 of them; the model now allows one.", found);
        var under = store.Model.Relationships.Single(type => type.Type == "UNDER");
        Assert.Equal(4, (await store.Store.ReadEndsAsync(under, CheckedGraph.Cancellation)).Count);
        Assert.Contains(
            "more than one", await store.RefusalAsync(store.Links("AT", ("event:1", "place:q"))), StringComparison.Ordinal);
        await store.WriteAsync(store.Nodes("Actor", ["name"], ("actor:d", ["D"])), store.Links("UNDER", ("actor:d", "actor:a")));
    }

    [Fact]
    public async Task Values_beyond_what_the_model_gives_room_for_are_named()
    {
        const string Model = """
            type Thing @node {
              id: ID! name: String! size: Float total: Int day: Date at: Point
              sizes: [Float!] totals: [Int!] days: [Date!]
            }
            """;
        await using var store = await FilledAsync(Model);
        await store.RunAsync(
            """
            CREATE (:Thing {id: 'thing:good', name: 'x', size: 1.7976931348623157e308, total: -2147483648, day: date('9999-12-31'),
                at: point({longitude: 1, latitude: 2}), sizes: [-0.5], totals: [2147483647], days: [date('0001-01-01')]}),
              (:Thing {id: 'thing:other', name: 'x', size: 'x', total: 1.5, day: 7, at: 'x', sizes: 7, totals: ['x'], days: [1]}),
              (:Thing {id: 'thing:nan', name: 'x', size: 0.0/0.0, total: 2147483648, day: date('-0001-01-01'),
                at: point({x: 1, y: 2}), sizes: [0.5, 0.0/0.0], totals: [1, -2147483649], days: [date('+10000-01-01')]}),
              (:Thing {id: 'thing:infinite', name: 'x', size: -1.0/0.0, day: date('+10000-01-01'), at: point({longitude: 1, latitude: 2, height: 3})})
            """);
        var found = (await CheckedGraph.CheckAsync(store, repair: false)).Where(line => line.Contains(" beyond ", StringComparison.Ordinal));
        Assert.Equal(
            [
                "Manual: 2 nodes Thing have a size beyond the finite numbers: 'thing:nan', 'thing:infinite'.",
                "Manual: 1 nodes Thing have a total beyond the whole numbers of 32 bits: 'thing:nan'.",
                "Manual: 2 nodes Thing have a day beyond the years 1 to 9999: 'thing:nan', 'thing:infinite'.",
                "Manual: 2 nodes Thing have a at beyond the positions of WGS-84: 'thing:nan', 'thing:infinite'.",
                "Manual: 1 nodes Thing have a sizes beyond the finite numbers: 'thing:nan'.",
                "Manual: 1 nodes Thing have a totals beyond the whole numbers of 32 bits: 'thing:nan'.",
                "Manual: 1 nodes Thing have a days beyond the years 1 to 9999: 'thing:nan'.",
            ],
            found);
    }

    [Fact]
    public async Task A_day_that_the_model_has_no_room_for_is_refused_by_name_when_its_relationship_is_written()
    {
        await using var store = await FilledAsync();
        await store.RunAsync("MATCH ()-[r:BACKS]->() SET r.from = date('+10000-01-01')");
        var failure = await Assert.ThrowsAsync<StoreException>(
            () => store.WriteAsync(store.Links("BACKS", ["kinds"], ("backing:1", "actor:a", "actor:b", [new[] { "x" }]))));
        Assert.Equal(StoreFailure.Refused, failure.Failure);
        Assert.Contains("`graphintel check --store neo4j` finds such values", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_could_not_be_built_is_found_and_built_anew()
    {
        await using var store = await FilledAsync();
        await store.RunAsync("DROP INDEX `graphintel$n$Event$name`");
        await store.RunAsync("MATCH (e:Event {id: 'event:1'}) SET e.name = reduce(text = '', i IN range(1, 2000) | text + 'abcdefghij')");
        await store.RunAsync("CREATE INDEX `graphintel$n$Event$name` FOR (x:Event) ON (x.name, x.id)");
        while ((await store.RunAsync("SHOW INDEXES YIELD name, state WHERE name = 'graphintel$n$Event$name' RETURN state"))[0] == "POPULATING")
            await Task.Delay(20, CheckedGraph.Cancellation);
        Assert.Contains(await CheckedGraph.CheckAsync(store, repair: false), line => line.StartsWith("Repairable: ", StringComparison.Ordinal)
            && line.EndsWith("could not build the range index on Event(name, id) and does not use it.", StringComparison.Ordinal));
        Assert.Contains(await CheckedGraph.CheckAsync(store, repair: true), line => line.StartsWith("Manual: ", StringComparison.Ordinal)
            && line.Contains("could not build the range index on Event(name, id): drop", StringComparison.Ordinal));
        await store.RunAsync("MATCH (e:Event {id: 'event:1'}) SET e.name = 'E1'");
        Assert.Single(await CheckedGraph.CheckAsync(store, repair: true));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Fact]
    public async Task Constraints_and_indexes_that_somebody_else_makes_are_named_and_left()
    {
        await using var store = await FilledAsync(change: options => options with { MakesSchema = false });
        await store.RunAsync("CREATE INDEX `graphintel$n$Event$old` FOR (x:Event) ON (x.old)");
        await store.RunAsync("CALL db.awaitIndexes()");
        const string Names = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name";
        var before = await store.RunAsync(Names);
        foreach (var repair in new[] { false, true })
        {
            var found = await CheckedGraph.CheckAsync(store, repair);
            Assert.All(found, line => Assert.StartsWith("Manual: ", line, StringComparison.Ordinal));
            Assert.Contains(found, line => line.EndsWith("lacks the uniqueness constraint on Place(id).", StringComparison.Ordinal));
            Assert.Contains("Manual: The model does not ask for the range index on Event(old), which GraphIntel made.", found);
            Assert.Equal(before, await store.RunAsync(Names));
        }
    }

    [Fact]
    public async Task What_was_found_before_a_failure_is_told_with_it()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await FilledAsync(change: options => options with
        {
            Uri = $"bolt://{proxy.Address}",
            WriterPatience = TimeSpan.FromSeconds(1),
        });
        await store.RunAsync("MATCH (c:Claim {id: 'claim:3'}) SET c.stance = 'MAYBE'");
        proxy.Judge = Faults.Once("SHOW INDEXES"u8.ToArray(), Fate.Lost, () => proxy.Refuses = true);
        var report = await store.Store.CheckAsync(repair: false, CheckedGraph.Cancellation);
        Assert.Equal(["1 nodes Claim have a stance that is no value of Stance: 'claim:3'."], report.Findings.Select(finding => finding.Text));
        Assert.Equal(StoreFailure.Unavailable, Assert.IsType<StoreException>(report.CutOff).Failure);
        Assert.False(report.IsSound);
    }
}

[Collection(Neo4j526Collection.Name)]
public sealed class CheckOnNeo4j526Tests(Neo4j526 server) : Neo4jCheckTests(server);

[Collection(Neo4j2026Collection.Name)]
public sealed class CheckOnNeo4j2026Tests(Neo4j2026 server) : Neo4jCheckTests(server);
