using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Neo4j.Write;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <inheritdoc cref="CheckedGraph"/>
public abstract class Neo4jCheckTests(Neo4jServer server)
{
    private async Task<Neo4jGraph> FilledAsync(string? sdl = null, Func<Neo4jOptions, Neo4jOptions>? change = null)
    {
        server.Require();
        var options = change?.Invoke(Neo4jGraph.Options(server)) ?? Neo4jGraph.Options(server);
        var model = ModelReader.Read(sdl ?? CheckedGraph.Model);
        if (options.CreatesSchema)
            await Neo4jGraph.EmptyAsync(model, server);
        else
            await server.WipeAsync(keepsSchema: false, CheckedGraph.Cancellation);
        var store = await Neo4jGraph.OpenAsync(model, server, options);
        if (sdl is null)
            await CheckedGraph.FillAsync(store);
        return store;
    }

    [Fact]
    public async Task The_claims_about_a_fact_are_sought_in_the_index()
    {
        await using var store = await FilledAsync();
        var model = ModelReader.Read(CheckedGraph.Model);
        await using var driver = server.Driver();
        foreach (var text in new[]
        {
            $"{ClaimText.Summary(model, "f")} RETURN standing",
            $"RETURN EXISTS {{ {ClaimText.Match(model.Claim!, "f")} }} AS isClaimed",
        })
        {
            var result = await driver.ExecuteQueryAsync(
                $"EXPLAIN CYPHER 5 MATCH (f:Event) {text}", new Dictionary<string, object?> { ["p"] = new Dictionary<string, object?> { ["denies"] = "" } },
                cancellation: CheckedGraph.Cancellation);
            var operators = OperatorsOf(result.Summary.Plan!).ToList();
            Assert.Contains("NodeIndexSeek", operators);
            Assert.DoesNotContain("NodeIndexScan", operators);
        }
    }

    private static IEnumerable<string> OperatorsOf(IReadOnlyDictionary<string, object?> plan) =>
        (plan.GetValueOrDefault("children") as IEnumerable<object?> ?? [])
            .Cast<IReadOnlyDictionary<string, object?>>().SelectMany(OperatorsOf).Prepend(((string)plan["operatorType"]!).Split('@')[0]);

    [Fact]
    public async Task A_check_finds_nothing_after_writes()
    {
        await using var store = await FilledAsync();
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Fact]
    public async Task Wrong_derived_values_are_found_and_repaired()
    {
        await using var store = await FilledAsync();
        var before = await CheckedGraph.DumpAsync(store);
        foreach (var harm in new[]
        {
            "MATCH ()-[r:BACKS]->() SET r.standing = 'ASSERTED', r.first = date('2000-01-01'), r.`$supported` = date('2000-01-01') REMOVE r.kinds",
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
            "1 AT relationships have no id, or one that does not match their ends.",
            "1 BACKS relationships have no kinds, which is a required list.",
            "1 BACKS relationships have a standing that does not match their claims.",
            "1 BACKS relationships have first days of claims ($supported, $denied) that do not match their claims.",
            "1 BACKS relationships have attested days that do not match their claims.",
            "1 Event nodes have no tags, which is a required list.",
            "1 Event nodes have a standing that does not match their claims.",
            "2 TOOK_PART relationships have out-of-date copies of their ends' sort properties.",
            "2 UNDER relationships have no id, or one that does not match their ends.",
        ];
        Assert.DoesNotContain(found, line => line.StartsWith("Manual", StringComparison.Ordinal));
        Assert.Contains(found, line => line.Contains("is missing the range index on Event(name, id)", StringComparison.Ordinal));
        Assert.Contains(found, line => line.Contains("is missing the uniqueness constraint on Place(id)", StringComparison.Ordinal));
        Assert.Contains(found, line => line.Contains("no longer needs the range index on Event(old)", StringComparison.Ordinal));

        string[] repaired = await CheckedGraph.CheckAsync(store, repair: true);
        Assert.Equal(expected.Order(StringComparer.Ordinal), repaired.Select(line => line.Replace("Repaired: ", "", StringComparison.Ordinal))
            .Where(line => char.IsAsciiDigit(line[0])).Order(StringComparer.Ordinal));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
        Assert.Equal(before, await CheckedGraph.DumpAsync(store));
    }

    [Fact]
    public async Task Errors_that_cannot_be_repaired_are_listed()
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
            "Manual: 1 Event nodes have no start, which is required: 'event:2'.",
            "Manual: 1 Event nodes have a name that is not of type STRING: 'event:2'.",
            "Manual: 1 Claim nodes have a stance that is not a value of Stance: 'claim:3'.",
            "Manual: 3 Claim nodes are about facts that do not exist: 'claim:6', 'claim:5', 'claim:7'.",
            "Manual: 1 BACKS relationships do not lead from Actor to Actor: 'backing:9'.",
            "Manual: AT: 'event:1' has 2 relationships; the model now allows one.",
            "Manual: UNDER would form a cycle from 'actor:a' to 'actor:b' to 'actor:c' and back to the first; a hierarchy must not have cycles.",
        })
        {
            Assert.Contains(expected, found);
        }

        Assert.Contains(found, line => line.StartsWith("Manual: 2 Place nodes have no id that begins with 'place:': ", StringComparison.Ordinal));
        Assert.False((await store.Store.CheckAsync(repair: false, CheckedGraph.Cancellation)).IsHealthy);
    }

    [Fact]
    public async Task Duplicate_ids_are_listed_and_not_changed()
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
        Assert.Contains("is empty", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_without_a_day_is_later_than_every_day()
    {
        await using var store = await FilledAsync();
        await store.WriteAsync(store.Links("BACKS", [], ("backing:2", "actor:b", "actor:a", [])));
        await store.RunAsync("CREATE (:Claim {id: 'claim:9', name: 'x', about: 'backing:2', stance: 'SUPPORTS'})");
        await CheckedGraph.CheckAsync(store, repair: true);
        Assert.Equal(
            ["+10000-01-01|?"],
            await store.RunAsync("MATCH ()-[r:BACKS {id: 'backing:2'}]->() RETURN toString(r.`$supported`), toString(r.`$denied`)"));
    }

    [Fact]
    public async Task Attested_days_without_claims_are_listed_and_not_changed()
    {
        await using var store = await FilledAsync();
        await store.WriteAsync(store.Links("BACKS", [], ("backing:2", "actor:b", "actor:a", [])));
        await store.RunAsync("MATCH ()-[r:BACKS {id: 'backing:2'}]->() SET r.first = date('2016-01-01')");
        Assert.Equal(
            ["Manual: 1 BACKS relationships have attested days that no claim supports and that are not marked as given ($attestedGiven): 'backing:2'."],
            await CheckedGraph.CheckAsync(store, repair: true));
        Assert.Equal(["?|0", "2016-01-01|0"], (await store.RowsAsync("BACKS", "first", TestGraph.Given)).Select(row => row.Replace("2016-12-04", "?", StringComparison.Ordinal)));
        await store.RunAsync("MATCH ()-[r:BACKS {id: 'backing:2'}]->() SET r.`$attestedGiven` = true");
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Duplicate_relationships_are_listed(bool repair)
    {
        await using var store = await FilledAsync();
        await store.RunAsync("MATCH (a:Actor {id: 'actor:a'}), (e:Event {id: 'event:1'}) CREATE (a)-[:TOOK_PART]->(e)");
        await store.RunAsync("MATCH (b:Actor {id: 'actor:b'}), (e:Event {id: 'event:1'}) CREATE (b)-[:TOOK_PART]->(e)");
        var found = await CheckedGraph.CheckAsync(store, repair);
        Assert.Contains(
            "Manual: 1 TOOK_PART relationships are duplicates between the same two nodes, where only one is allowed: 'actor:a>event:1'.", found);
        Assert.Contains(
            (repair ? "Repaired" : "Repairable") + ": 1 TOOK_PART relationships have no id, or one that does not match their ends.", found);
    }

    [Fact]
    public async Task A_derived_id_that_another_relationship_has_is_reported()
    {
        await using var store = await FilledAsync();
        await store.RunAsync("MATCH ()-[r:TOOK_PART {id: 'tookPart:actor:a>event:1'}]->() SET r.id = 'x'");
        await store.RunAsync("MATCH (b:Actor {id: 'actor:b'}), (p:Place {id: 'place:p'}) CREATE (b)-[:TOOK_PART {id: 'tookPart:actor:a>event:1'}]->(p)");
        var found = await CheckedGraph.CheckAsync(store, repair: true);
        Assert.Contains(found, line => line.StartsWith("Manual: Some TOOK_PART relationships have no id", StringComparison.Ordinal)
            && line.Contains("another one already has the correct value", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("Manual: 1 TOOK_PART relationships do not lead from", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nodes_without_an_id_do_not_prevent_checks_of_hierarchies_and_ends()
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
        Assert.Contains(found, line => line.StartsWith("Manual: 2 Actor nodes have no id that begins with 'actor:': ", StringComparison.Ordinal));
        Assert.Contains("Manual: AT: 'event:1' has 2 relationships; the model now allows one.", found);
        var under = store.Model.Relationships.Single(type => type.Type == "UNDER");
        Assert.Equal(4, (await store.Store.ReadEndsAsync(under, CheckedGraph.Cancellation)).Count);
        Assert.Contains(
            "more than one", await store.RefusalAsync(store.Links("AT", ("event:1", "place:q"))), StringComparison.Ordinal);
        await store.WriteAsync(store.Nodes("Actor", ["name"], ("actor:d", ["D"])), store.Links("UNDER", ("actor:d", "actor:a")));
    }

    [Fact]
    public async Task Values_outside_the_ranges_of_their_types_are_listed()
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
        var found = (await CheckedGraph.CheckAsync(store, repair: false)).Where(line => line.Contains(" that is not a ", StringComparison.Ordinal));
        Assert.Equal(
            [
                "Manual: 2 Thing nodes have a size that is not a finite number: 'thing:nan', 'thing:infinite'.",
                "Manual: 1 Thing nodes have a total that is not a 32-bit integer: 'thing:nan'.",
                "Manual: 2 Thing nodes have a day that is not a date in the years 1 to 9999: 'thing:nan', 'thing:infinite'.",
                "Manual: 2 Thing nodes have a at that is not a WGS-84 position: 'thing:nan', 'thing:infinite'.",
                "Manual: 1 Thing nodes have a sizes with an item that is not a finite number: 'thing:nan'.",
                "Manual: 1 Thing nodes have a totals with an item that is not a 32-bit integer: 'thing:nan'.",
                "Manual: 1 Thing nodes have a days with an item that is not a date in the years 1 to 9999: 'thing:nan'.",
            ],
            found);
    }

    [Fact]
    public async Task A_stored_day_out_of_range_is_rejected_when_a_date_that_must_follow_it_is_written()
    {
        await using var store = await FilledAsync();
        await store.RunAsync("MATCH ()-[r:BACKS]->() SET r.from = date('+10000-01-01')");
        var failure = await Assert.ThrowsAsync<StoreException>(
            () => store.WriteAsync(store.Links("BACKS", ["until"], ("backing:1", "actor:a", "actor:b", [new DateOnly(2020, 1, 1)]))));
        Assert.Equal(StoreFailure.Refused, failure.Failure);
        Assert.Contains("`graphintel check --store neo4j` lists such values", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_index_is_found_and_built_again()
    {
        await using var store = await FilledAsync();
        await store.RunAsync("DROP INDEX `graphintel$n$Event$name`");
        await store.RunAsync("MATCH (e:Event {id: 'event:1'}) SET e.name = reduce(text = '', i IN range(1, 2000) | text + 'abcdefghij')");
        await store.RunAsync("CREATE INDEX `graphintel$n$Event$name` FOR (x:Event) ON (x.name, x.id)");
        while ((await store.RunAsync("SHOW INDEXES YIELD name, state WHERE name = 'graphintel$n$Event$name' RETURN state"))[0] == "POPULATING")
            await Task.Delay(20, CheckedGraph.Cancellation);
        Assert.Contains(await CheckedGraph.CheckAsync(store, repair: false), line => line.StartsWith("Repairable: ", StringComparison.Ordinal)
            && line.EndsWith("failed to build the range index on Event(name, id); it is not used.", StringComparison.Ordinal));
        Assert.Contains(await CheckedGraph.CheckAsync(store, repair: true), line => line.StartsWith("Manual: ", StringComparison.Ordinal)
            && line.Contains("failed to build the range index on Event(name, id): drop", StringComparison.Ordinal));
        await store.RunAsync("MATCH (e:Event {id: 'event:1'}) SET e.name = 'E1'");
        Assert.Single(await CheckedGraph.CheckAsync(store, repair: true));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Fact]
    public async Task Constraints_and_indexes_that_an_administrator_creates_are_listed_and_not_changed()
    {
        await using var store = await FilledAsync(change: options => options with { CreatesSchema = false });
        await store.RunAsync("CREATE INDEX `graphintel$n$Event$old` FOR (x:Event) ON (x.old)");
        await store.RunAsync("CALL db.awaitIndexes()");
        const string Names = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name";
        var before = await store.RunAsync(Names);
        foreach (var repair in new[] { false, true })
        {
            var found = await CheckedGraph.CheckAsync(store, repair);
            Assert.All(found, line => Assert.StartsWith("Manual: ", line, StringComparison.Ordinal));
            Assert.Contains(found, line => line.EndsWith("is missing the uniqueness constraint on Place(id).", StringComparison.Ordinal));
            Assert.Contains("Manual: The model no longer needs the range index on Event(old), which GraphIntel created.", found);
            Assert.Equal(before, await store.RunAsync(Names));
        }
    }

    [Fact]
    public async Task Findings_before_a_failure_are_reported_with_it()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await FilledAsync(change: options => options with
        {
            Uri = $"bolt://{proxy.Address}",
            WriterTimeout = TimeSpan.FromSeconds(1),
        });
        await store.RunAsync("MATCH (c:Claim {id: 'claim:3'}) SET c.stance = 'MAYBE'");
        proxy.SelectFault = Faults.Once("SHOW INDEXES"u8.ToArray(), FaultKind.Lost, () => proxy.Refuses = true);
        var report = await store.Store.CheckAsync(repair: false, CheckedGraph.Cancellation);
        Assert.Equal(["1 Claim nodes have a stance that is not a value of Stance: 'claim:3'."], report.Findings.Select(finding => finding.Text));
        Assert.Equal(StoreFailure.Unavailable, Assert.IsType<StoreException>(report.Interruption).Failure);
        Assert.False(report.IsHealthy);
    }
}

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class CheckOnNeo4j526Tests(Neo4j526 server) : Neo4jCheckTests(server);

[Collection(Neo4j2026Collection.Name)]
public sealed class CheckOnNeo4j2026Tests(Neo4j2026 server) : Neo4jCheckTests(server);
