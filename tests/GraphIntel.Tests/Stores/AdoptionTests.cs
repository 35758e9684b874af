using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Adoption of data that another tool wrote: a whole database, or types that a model adds later.</summary>
public abstract class AdoptionTests(Neo4jServer server)
{
    private static CancellationToken Cancellation => CheckedGraph.Cancellation;

    private static GraphModel Model => ModelReader.Read(CheckedGraph.Model);

    /// <summary>
    /// Fills the database as a bulk load would: nodes, relationships, given properties. Returns the previously derived
    /// values.
    /// </summary>
    private async Task<string[]> LoadAsync()
    {
        server.Require();
        await server.WipeAsync(keepsSchema: false, Cancellation);
        string[] before;
        await using (var store = await Neo4jGraph.OpenAsync(Model, server))
        {
            await CheckedGraph.FillAsync(store);
            await store.WriteAsync(store.Links("BACKS", ["first"], ("backing:2", "actor:b", "actor:a", [new DateOnly(2016, 1, 1)])));
            before = await CheckedGraph.DumpAsync(store);
        }

        await Neo4jGraph.RunAsync(server, "MATCH (m:`$Model`) DELETE m");
        foreach (var name in await Neo4jGraph.RunAsync(server, "SHOW CONSTRAINTS YIELD name"))
            await Neo4jGraph.RunAsync(server, $"DROP CONSTRAINT `{name}`");
        foreach (var name in await Neo4jGraph.RunAsync(server, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"))
            await Neo4jGraph.RunAsync(server, $"DROP INDEX `{name}`");
        await Neo4jGraph.RunAsync(server, "MATCH (n) REMOVE n.standing, n.tags");
        await Neo4jGraph.RunAsync(server, "MATCH ()-[r:BACKS]->() WHERE r.`$attestedGiven` IS NULL REMOVE r.first, r.last");
        await Neo4jGraph.RunAsync(
            server, "MATCH ()-[r]->() REMOVE r.standing, r.kinds, r.`$attestedGiven`, r.`$source`, r.`$target`, r.`$targetOrder`");
        await Neo4jGraph.RunAsync(server, "MATCH ()-[r:TOOK_PART|UNDER|AT]->() REMOVE r.id");
        return before;
    }

    [Fact]
    public async Task A_database_that_another_tool_filled_is_adopted_with_its_given_days()
    {
        var before = await LoadAsync();
        await using var foreign = Neo4jStore.Open(Model, Neo4jGraph.Options(server));
        await Assert.ThrowsAsync<StoreException>(() => foreign.PrepareAsync(Cancellation).AsTask());
        var found = (await foreign.CheckAsync(repair: false, Cancellation)).Findings;
        Assert.All(found, finding => Assert.Equal(CheckOutcome.Repairable, finding.Outcome));
        var report = await foreign.CheckAsync(repair: true, Cancellation);
        Assert.True(report.IsHealthy);
        Assert.Contains("was not created by GraphIntel", report.Findings[0].Text, StringComparison.Ordinal);
        Assert.Equal("1 BACKS relationships have attested days that are not marked as given.", report.Findings[1].Text);
        await using var adopted = await Neo4jGraph.OpenAsync(Model, server);
        Assert.Equal(before, await CheckedGraph.DumpAsync(adopted));
        Assert.Empty(await CheckedGraph.CheckAsync(adopted, repair: false));
    }

    [Theory]
    [InlineData("count(CASE WHEN")]
    [InlineData("firstMade, x.last = lastMade")]
    public async Task An_interrupted_adoption_is_completed_by_the_next_start(string statement)
    {
        var before = await LoadAsync();
        await using var proxy = new FaultProxy(server.Uri);
        proxy.SelectFault = Faults.Once(System.Text.Encoding.UTF8.GetBytes(statement), FaultKind.Lost, () => proxy.Refuses = true);
        await using (var cut = Neo4jStore.Open(Model, Neo4jGraph.Options(server) with
        {
            Uri = $"bolt://{proxy.Address}",
            WriterTimeout = TimeSpan.FromSeconds(1),
        }))
        {
            Assert.NotNull((await cut.CheckAsync(repair: true, Cancellation)).Interruption);
        }

        await using var adopted = await Neo4jGraph.OpenAsync(Model, server);
        Assert.Equal(before, await CheckedGraph.DumpAsync(adopted));
        Assert.Empty(await CheckedGraph.CheckAsync(adopted, repair: false));
    }

    [Fact]
    public async Task Data_of_another_tool_is_derived_when_the_model_adds_its_type()
    {
        const string Small = """
            type Actor @node { id: ID! name: String! claims: [Claim!]! @refersBy(field: "about") }
            type Event @node { id: ID! name: String! start: Date! }
            type Claim @node @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
              id: ID! name: String! about: ID! stance: Stance! made: Date!
            }
            enum Stance { SUPPORTS DENIES }
            """;
        const string Grown = """
            type Backing @edge(type: "BACKS", valid: ["from", "until"], attested: ["first", "last"], standing: "standing") {
              id: ID! from: Date until: Date first: Date last: Date standing: Standing!
            }
            enum Standing { ASSERTED DISPUTED DENIED }
            """;
        const string Fields = """
            type Actor @node {
              events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, orderedBy: "start")
              backs: [Actor!]! @relationship(type: "BACKS", direction: OUT, properties: "Backing")
            """;
        server.Require();
        await server.WipeAsync(keepsSchema: false, Cancellation);
        await using (var store = await Neo4jGraph.OpenAsync(ModelReader.Read(Small), server))
        {
            await store.WriteAsync(
                store.Nodes("Actor", ["name"], ("actor:a", ["A"]), ("actor:b", ["B"])),
                store.Nodes("Event", ["name", "start"], ("event:1", ["E1", new DateOnly(2016, 12, 1)])));
            await store.RunAsync(
                """
                MATCH (a:Actor {id: 'actor:a'}), (b:Actor {id: 'actor:b'}), (e:Event {id: 'event:1'})
                CREATE (a)-[:TOOK_PART]->(e), (a)-[:BACKS {id: 'backing:1', first: date('2016-01-01')}]->(b), (b)-[:BACKS {id: 'backing:2'}]->(a)
                """);
        }

        var model = ModelReader.Read(Small.Replace("type Actor @node {", Fields, StringComparison.Ordinal) + "\n" + Grown);
        await using var grown = await Neo4jGraph.OpenAsync(model, server);
        Assert.Equal(
            ["tookPart:actor:a>event:1|actor:a|2016-12-01"],
            await grown.RowsAsync("TOOK_PART", "id", TestGraph.Source, TestGraph.TargetOrder));
        Assert.Equal(
            ["backing:1|ASSERTED|2016-01-01|1", "backing:2|ASSERTED|?|0"],
            await grown.RowsAsync("BACKS", "id", "standing", "first", TestGraph.Given));
        Assert.Empty(await CheckedGraph.CheckAsync(grown, repair: false));
    }
}

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class AdoptionOnNeo4j526Tests(Neo4j526 server) : AdoptionTests(server);

[Collection(Neo4j2026Collection.Name)]
public sealed class AdoptionOnNeo4j2026Tests(Neo4j2026 server) : AdoptionTests(server);
