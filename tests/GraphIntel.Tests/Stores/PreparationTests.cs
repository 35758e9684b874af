using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Neo4j.Write;
using GraphIntel.Tests.Execution;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>The preparation of a Neo4j database.</summary>
public abstract class PreparationTests(Neo4jServer server)
{
    private const string Things =
        """
        type Thing @node {
          id: ID! name: String! @index color: Color @index at: Point @index
          likes: [Thing!]! @relationship(type: "LIKES", direction: OUT, orderedBy: "name")
          likedBy: [Thing!]! @relationship(type: "LIKES", direction: IN, orderedBy: "color")
        }
        enum Color { RED GREEN }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task WipeAsync()
    {
        server.Require();
        await server.WipeAsync(keepsSchema: false, Cancellation);
    }

    private Task<string[]> SchemaAsync() => Neo4jGraph.RunAsync(
        server, "SHOW INDEXES YIELD name, type, owningConstraint, properties, state WHERE type <> 'LOOKUP' RETURN name, type, owningConstraint IS NOT NULL, properties, state ORDER BY name");

    [Fact]
    public async Task An_empty_database_gets_the_schema_of_the_model_once()
    {
        await WipeAsync();
        await using var store = Neo4jStore.Open(ModelReader.Read(Things), Neo4jGraph.Options(server));
        Assert.True(await store.PrepareAsync(Cancellation));
        Assert.False(await store.PrepareAsync(Cancellation));
        Assert.Equal(
            [
                "graphintel$model|RANGE|1|[\"key\"]|ONLINE",
                "graphintel$n$Thing$at|POINT|0|[\"at\"]|ONLINE",
                "graphintel$n$Thing$color|RANGE|0|[\"color\",\"id\"]|ONLINE",
                "graphintel$n$Thing$id|RANGE|1|[\"id\"]|ONLINE",
                "graphintel$n$Thing$name|RANGE|0|[\"name\",\"id\"]|ONLINE",
                "graphintel$n$Thing$name$text|TEXT|0|[\"name\"]|ONLINE",
                "graphintel$r$LIKES$$in|RANGE|0|[\"$target\",\"$sourceOrder\",\"$source\",\"id\"]|ONLINE",
                "graphintel$r$LIKES$$out|RANGE|0|[\"$source\",\"$targetOrder\",\"$target\",\"id\"]|ONLINE",
                "graphintel$r$LIKES$id|RANGE|1|[\"id\"]|ONLINE",
                "graphintel$record|RANGE|1|[\"key\"]|ONLINE",
            ],
            await SchemaAsync());
    }

    [Fact]
    public async Task Indexes_that_the_model_no_longer_needs_are_dropped_and_those_of_others_are_kept()
    {
        await WipeAsync();
        await using (await Neo4jGraph.OpenAsync(ModelReader.Read(Things), server))
        {
        }

        await Neo4jGraph.RunAsync(server, "CREATE INDEX mine FOR (x:Thing) ON (x.note)");
        var fewer = Things.Replace("name: String! @index", "name: String!", StringComparison.Ordinal);
        await using (await Neo4jGraph.OpenAsync(ModelReader.Read(fewer), server))
        {
        }

        var names = (await SchemaAsync()).Select(line => line.Split('|')[0]).ToList();
        Assert.DoesNotContain("graphintel$n$Thing$name", names);
        Assert.DoesNotContain("graphintel$n$Thing$name$text", names);
        Assert.Contains("mine", names);
        Assert.Equal(9, names.Count);
    }

    [Fact]
    public async Task Nothing_is_created_if_an_administrator_creates_constraints_and_indexes()
    {
        await WipeAsync();
        await using var store = await Neo4jGraph.OpenAsync(
            ModelReader.Read(Things), server, Neo4jGraph.Options(server) with { CreatesSchema = false });
        Assert.Empty(await SchemaAsync());
        Assert.Equal(new WriteSummary(1, 0, 0), await store.WriteAsync(store.Nodes("Thing", ["name"], ("thing:1", ["One"]))));
        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(store.Nodes("Thing", ["name"], ("thing:1", ["One"]))));
    }

    [Fact]
    public async Task Operations_work_without_indexes()
    {
        await WipeAsync();
        var model = ModelReader.Read(Things);
        await using var store = await Neo4jGraph.OpenAsync(model, server, Neo4jGraph.Options(server) with { CreatesSchema = false });
        await store.WriteAsync(
            store.Nodes("Thing", ["name", "color"], ("thing:1", ["One", "RED"]), ("thing:2", ["Two", "RED"]), ("thing:3", ["Three", null])),
            store.Links("LIKES", ("thing:1", "thing:2"), ("thing:1", "thing:3")));
        var engine = new GraphEngine(SchemaBuilder.Build(model), store.Store, new EngineOptions());
        Assert.Equal(
            """{"data":{"thing":{"likes":{"nodes":[{"name":"Three"}]}},"nodes":[{"id":"thing:2"},{"id":"likes:thing:1>thing:2"}],"things":{"nodes":[{"name":"One"},{"name":"Two"}]}}}""",
            (await DenseGraph.QueryAsync(
                engine,
                """
                { thing(id: "thing:1") { likes(order: [{ name: ASC }], first: 1) { nodes { name } } } nodes(ids: ["thing:2", "likes:thing:1>thing:2"]) { id }
                  things(where: { id: { in: ["thing:2", "thing:1"] } }) { nodes { name } } }
                """)).GetRawText());
    }

    [Fact]
    public async Task A_database_that_another_tool_filled_is_not_changed()
    {
        await WipeAsync();
        await Neo4jGraph.RunAsync(server, "CREATE (:Thing {id: 'thing:1'}), (:Film {title: 'x'})");
        var failure = await Assert.ThrowsAsync<StoreException>(() => Neo4jGraph.OpenAsync(ModelReader.Read(Things), server));
        Assert.Equal(StoreFailure.Refused, failure.Failure);
        Assert.Contains("contains 2 nodes and was not created by GraphIntel", failure.Message, StringComparison.Ordinal);
        Assert.Contains("check --store neo4j --repair", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await SchemaAsync());
    }

    [Fact]
    public async Task Several_processes_may_prepare_and_write_at_once()
    {
        await WipeAsync();
        var stores = Enumerable.Range(0, 4).Select(_ => Neo4jStore.Open(ModelReader.Read(Things), Neo4jGraph.Options(server))).ToList();
        var areNew = await Task.WhenAll(stores.Select(store => store.PrepareAsync(Cancellation).AsTask()));
        Assert.Equal(1, areNew.Count(isNew => isNew));
        Assert.Equal(["1"], await Neo4jGraph.RunAsync(server, "MATCH (m:`$Model`) RETURN count(m)"));
        var written = await Task.WhenAll(stores.Select(store =>
        {
            var type = store.Model.Nodes[0];
            var rows = Enumerable.Range(0, 500).Select(i => new NodeRow($"thing:{i}", ["same"])).ToList();
            return store.WriteAsync(new GraphBatch([new NodeRows(type, [type.FindProperty("name")!], rows)], []), Cancellation).AsTask();
        }));
        Assert.Equal(new WriteSummary(500, 0, 1500), written.Aggregate((left, right) => left + right));
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task A_process_with_an_older_model_is_rejected()
    {
        await WipeAsync();
        await using var old = await Neo4jGraph.OpenAsync(ModelReader.Read(Things), server);
        var grown = Things.Replace("name: String! @index", "name: String! @index note: String", StringComparison.Ordinal);
        await using var grownStore = await Neo4jGraph.OpenAsync(ModelReader.Read(grown), server);
        var failure = await Assert.ThrowsAsync<StoreException>(() => old.WriteAsync(old.Nodes("Thing", ["name"], ("thing:1", ["One"]))));
        Assert.Equal(StoreFailure.Refused, failure.Failure);
        Assert.Contains("was upgraded to another model", failure.Message, StringComparison.Ordinal);
        await grownStore.WriteAsync(grownStore.Nodes("Thing", ["name", "note"], ("thing:1", ["One", "x"])));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_database_are_reported()
    {
        await WipeAsync();
        var options = Neo4jGraph.Options(server);
        var password = await Assert.ThrowsAsync<StoreException>(
            () => Neo4jGraph.OpenAsync(ModelReader.Read(Things), server, options with { Password = "s3cret-and-wrong" }));
        Assert.Contains("the user name or password is wrong", password.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", password.ToString(), StringComparison.Ordinal);
        var database = await Assert.ThrowsAsync<StoreException>(
            () => Neo4jGraph.OpenAsync(ModelReader.Read(Things), server, options with { Database = "nowhere" }));
        Assert.Equal(StoreFailure.AccessDenied, database.Failure);
        Assert.Contains("no database", database.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Neo4j/5.25.1", "Neo4j 5.25")]
    [InlineData("Neo4j/4.4.40", "Neo4j 4.4")]
    [InlineData("Neo4j/v5.11.0 compatible graph database server - Memgraph", "not a supported Neo4j")]
    [InlineData("Other/9.9", "not a supported Neo4j")]
    public void An_old_or_foreign_server_is_rejected(string agent, string reason) =>
        Assert.Contains(reason, Assert.Throws<StoreException>(() => ServerVersion.Check(agent)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Neo4j/5.26.0")]
    [InlineData("Neo4j/5.27-aura")]
    [InlineData("Neo4j/2025.01.0")]
    [InlineData("Neo4j/2026.08.1")]
    public void A_supported_server_is_accepted(string agent) => ServerVersion.Check(agent);

    [Fact]
    public async Task Texts_up_to_the_index_limit_are_stored_and_longer_ones_rejected()
    {
        await WipeAsync();
        await using var store = await Neo4jGraph.OpenAsync(ModelReader.Read(Things), server);
        var ids = new[] { 'a', 'b' }.Select(letter => "thing:" + new string(letter, IndexKeySize.MaxIdBytes - "thing:".Length)).ToArray();
        var name = string.Concat(Enumerable.Repeat("ل", IndexKeySize.MaxTextBytes / 2));
        await store.WriteAsync(
            store.Nodes("Thing", ["name"], (ids[0], [name]), (ids[1], [name])), store.Links("LIKES", (ids[0], ids[1])));
        Assert.Equal(2, await store.CountAsync("Thing"));
        Assert.Equal(1, await store.CountAsync("LIKES"));
        Assert.Contains(
            "longer than 4,000 bytes", await store.RefusalAsync(store.Nodes("Thing", ["name"], ("thing:1", [name + "x"]))),
            StringComparison.Ordinal);
        Assert.Contains(
            "longer than 800 bytes", await store.RefusalAsync(store.Nodes("Thing", ["name"], (ids[0] + "x", ["x"]))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_are_kept_whatever_their_names()
    {
        await WipeAsync();
        await using var store = await Neo4jGraph.OpenAsync(ModelReader.Read(Things), server);
        foreach (var name in new[] { "seed", "a`b\\u0060c", "𐍈 name" })
        {
            Assert.Null(await store.Store.ReadMetadataAsync(name, Cancellation));
            await store.Store.WriteMetadataAsync(name, "1", Cancellation);
            await store.Store.WriteMetadataAsync(name, "2", Cancellation);
            Assert.Equal("2", await store.Store.ReadMetadataAsync(name, Cancellation));
        }
    }
}

[Collection(Neo4j526Collection.Name)]
public sealed class PreparationOnNeo4j526Tests(Neo4j526 server) : PreparationTests(server);

[Collection(Neo4j2026Collection.Name)]
public sealed class PreparationOnNeo4j2026Tests(Neo4j2026 server) : PreparationTests(server);
