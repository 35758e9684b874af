using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph.Exporting;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Tests.Import;
using GraphIntel.Tests.Sqlite;
using GraphIntel.Tests.Stores;
using Xunit;

namespace GraphIntel.Tests.Export;

/// <summary>From SQLite to a store and back.</summary>
public abstract class ExportTests : IAsyncDisposable
{
    private readonly StoreFamily _stores;

    private protected ExportTests(StoreFamily stores) => _stores = stores;

    private protected ExportedFolder Folder { get; } = new();

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    [Fact]
    public async Task The_seed_comes_back_to_the_byte() =>
        await AssertRoundTripAsync(ModelReader.ReadDomain(), store => Folder.ImportAsync(store.Store, SeedTests.Folder));

    [Fact]
    public async Task Another_domain_comes_back_to_the_byte()
    {
        var folder = Path.Combine(SeedTests.Folder, "..", "tests", "GraphIntel.Conformance.Tests", "films");
        var model = ModelReader.Read(await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Model", "films.graphql"), TestContext.Current.CancellationToken));
        await AssertRoundTripAsync(model, store => Folder.ImportAsync(store.Store, folder));
    }

    [Fact]
    public async Task Values_that_are_hard_to_write_come_back_to_the_byte() =>
        await AssertRoundTripAsync(ModelReader.Read(HostileGraph.Model), store => HostileGraph.WriteAsync(store, hasDelimiters: true));

    [Fact]
    public async Task A_value_that_the_model_does_not_allow_is_reported_and_nothing_is_left_behind()
    {
        await using var graph = await _stores.OpenAsync(HostileGraph.Model);
        await HostileGraph.WriteAsync(graph, hasDelimiters: false);
        await graph.SetAsync("Claim", "claim:3", "stance", "'MAYBE'");
        var failure = await Assert.ThrowsAsync<StoreException>(() => Folder.ExportAsync(graph.Store, "out"));
        Assert.Contains("claim:3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'MAYBE'", failure.Message, StringComparison.Ordinal);
        Assert.Equal([], Folder.Names);
    }

    private async Task AssertRoundTripAsync(GraphModel model, Func<TestGraph, Task> fill)
    {
        await using var first = await TestStore.NewAsync(model);
        await fill(first);
        await Folder.ExportAsync(first.Store, "first");
        await using (var middle = await _stores.OpenAsync(model))
        {
            await Folder.ImportAsync(middle.Store, "first");
            await Folder.ExportAsync(middle.Store, "middle");
        }

        Folder.AssertSame("first", "middle");
        await using var last = await TestStore.NewAsync(model);
        await Folder.ImportAsync(last.Store, "middle");
        await Folder.ExportAsync(last.Store, "last");
        Folder.AssertSame("first", "last");
        foreach (var type in model.ElementTypes)
        {
            var name = type is RelationshipType relationship ? relationship.Type : type.Name;
            string[] columns = ["id", .. type.Properties.Where(property => !property.IsId).Select(property => property.Name)];
            Assert.Equal(await first.RowsAsync(name, columns), await last.RowsAsync(name, columns));
        }
    }
}

public sealed class ExportOnSqliteTests() : ExportTests(new SqliteFamily())
{
    internal static async Task<TestStore> ManyAsync(int count)
    {
        var store = await TestStore.NewAsync("type Thing @node { id: ID! name: String! next: [Thing!]! @relationship(type: \"NEXT\", direction: OUT) }");
        await store.WriteAsync(
            store.Nodes("Thing", ["name"], [.. Enumerable.Range(0, count).Select(number => ($"thing:{number}", new object?[] { $"Thing {number}" }))]),
            store.Links("NEXT", [.. Enumerable.Range(1, count - 1).Select(number => ($"thing:{number}", $"thing:{number - 1}"))]));
        return store;
    }

    [Fact]
    public async Task Rows_are_in_the_order_of_ids_in_files_of_any_length()
    {
        // Longer than two parts.
        await using var store = await ManyAsync(12_345);
        var result = await Folder.ExportAsync(store.Store, "out");
        Assert.Equal((12_345, 12_344, 0), (result.Nodes, result.Relationships, result.JsonLists));
        var nodes = Folder.Lines("out/nodes/Thing.csv").Skip(1).Select(line => line.Split(',')[0]).ToList();
        Assert.Equal(12_345, nodes.Count);
        Assert.Equal(nodes.Order(StringComparer.Ordinal), nodes);
        var relationships = Folder.Lines("out/relationships/NEXT.csv").Skip(1).Select(line => line.Replace(',', '>')).ToList();
        Assert.Equal(12_344, relationships.Count);
        Assert.Equal(relationships.Order(StringComparer.Ordinal), relationships);
    }

    [Fact]
    public async Task Only_the_types_that_are_asked_for_are_written()
    {
        await using var store = await ManyAsync(2);
        await Folder.ExportAsync(store.Store, "out", new HashSet<ElementType>(store.Model.Nodes));
        Assert.Equal(["neo4j-admin.args", "nodes"], Directory.EnumerateFileSystemEntries(Folder.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AFolder_with_files_is_refused_and_unchanged()
    {
        await using var store = await ManyAsync(2);
        Directory.CreateDirectory(Folder.PathOf("out"));
        await Folder.ExportAsync(store.Store, "out");
        var before = File.GetLastWriteTimeUtc(Folder.PathOf("out/nodes/Thing.csv"));
        var failure = await Assert.ThrowsAsync<ExportException>(() => Folder.ExportAsync(store.Store, "out"));
        Assert.Contains("is not empty", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Folder.PathOf("out/nodes/Thing.csv")));
        Assert.Equal(["out"], Folder.Names);
        await File.WriteAllTextAsync(Folder.PathOf("file"), "", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ExportException>(() => Folder.ExportAsync(store.Store, "file"));
        await Assert.ThrowsAsync<ExportException>(() => Folder.ExportAsync(store.Store, "nowhere/out"));
        Assert.Equal(["file", "out"], Folder.Names);
    }

    [Fact]
    public async Task A_text_that_no_cell_can_hold_is_reported_with_its_node()
    {
        await using var store = await TestStore.NewAsync("type Thing @node { id: ID! name: String! tags: [String!]! }");
        await store.WriteAsync(store.Nodes("Thing", ["name", "tags"], ("thing:1", ["", new[] { "x" }])));
        var failure = await Assert.ThrowsAsync<StoreException>(() => Folder.ExportAsync(store.Store, "out"));
        Assert.StartsWith("'thing:1': name is an empty text", failure.Message, StringComparison.Ordinal);
        await store.WriteAsync(store.Nodes("Thing", ["name", "tags"], ("thing:1", ["x", new[] { "x", "" }])));
        failure = await Assert.ThrowsAsync<StoreException>(() => Folder.ExportAsync(store.Store, "out"));
        Assert.StartsWith("'thing:1': tags contains an empty text", failure.Message, StringComparison.Ordinal);
        Assert.Equal([], Folder.Names);
    }

    [Fact]
    public async Task Lists_are_separated_by_the_given_character_or_else_are_arrays_where_they_contain_it()
    {
        await using var store = await TestStore.NewAsync("type Thing @node { id: ID! name: String! tags: [String!]! }");
        await store.WriteAsync(store.Nodes(
            "Thing", ["name", "tags"], ("thing:1", ["A", new[] { "x;y", "z" }]), ("thing:2", ["B", new[] { "x", "y" }])));
        Assert.Equal(1, (await Folder.ExportAsync(store.Store, "out")).JsonLists);
        Assert.Equal(["thing:1,A,\"[\"\"x;y\"\",\"\"z\"\"]\"", "thing:2,B,x;y"], Folder.Lines("out/nodes/Thing.csv")[1..]);
        Assert.Equal(0, (await Folder.ExportAsync(store.Store, "bar", delimiter: '|')).JsonLists);
        Assert.Equal(["thing:1,A,x;y|z", "thing:2,B,x|y"], Folder.Lines("bar/nodes/Thing.csv")[1..]);
        var failure = await Assert.ThrowsAsync<StoreException>(() => Folder.ExportAsync(store.Store, "wrong", delimiter: 'x'));
        Assert.Contains("contains 'x', which separates the items of lists", failure.Message, StringComparison.Ordinal);
    }
}

[Collection(Neo4j526Collection.Name)]
public sealed class ExportOnNeo4j526Tests(Neo4j526 server) : ExportTests(new Neo4jFamily(server));

[Long]
[Collection(Neo4j2026Collection.Name)]
public sealed class ExportOnNeo4j2026Tests(Neo4j2026 server) : ExportTests(new Neo4jFamily(server));
