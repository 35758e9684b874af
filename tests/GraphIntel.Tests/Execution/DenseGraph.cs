using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Sqlite;
using GraphIntel.Tests.Sqlite;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>A complete graph of people in a store with one reader, so that a test can trace its statements.</summary>
internal sealed class DenseGraph : IAsyncDisposable
{
    /// <summary>Walks of up to 32 steps in a complete graph, which take minutes.</summary>
    public const string Endless = "{ people(first: 500) { nodes { acquaintances { totalCount } } } }";

    private const string Model = """
        type Person @node(plural: "people") {
          id: ID!
          name: String!
          born: Int
          knows: [Person!]! @relationship(type: "KNOWS", direction: OUT)
          acquaintances: [Person!]! @path(steps: "KNOWS>{1,32}")
        }
        """;

    private DenseGraph(TestStore store) => Store = store;

    public TestStore Store { get; }

    public static Task<DenseGraph> NewAsync(int people, int statements = 256) =>
        NewAsync(people, new SqliteOptions { StatementsPerReader = statements }, SqliteLocation.Memory());

    public static async Task<DenseGraph> NewAsync(int people, SqliteOptions options, SqliteLocation location)
    {
        var store = await TestStore.NewAsync(ModelReader.Read(Model), location, options with { Readers = 1 });
        var ids = Enumerable.Range(0, people).Select(number => $"person:{number}").ToList();
        await store.WriteAsync(
            store.Nodes("Person", ["name", "born"], [.. ids.Select((id, index) => (id, new object?[] { $"Person {index}", 1900 + index }))]),
            store.Links("KNOWS", [.. ids.SelectMany(source => ids.Where(target => target != source).Select(target => (source, target)))]));
        return new DenseGraph(store);
    }

    /// <summary>An engine without a cost limit, for tests of what follows the estimate.</summary>
    public GraphEngine Engine(EngineOptions? options = null)
    {
        options ??= new EngineOptions();
        return new(SchemaBuilder.Build(Store.Model), Store.Store, options with { Limits = options.Limits with { Cost = long.MaxValue } });
    }

    public static async Task<JsonElement> QueryAsync(GraphEngine engine, string query, string? variables = null, CancellationToken? cancellation = null)
    {
        using var response = await engine.ExecuteAsync(
            new GraphRequest(Encoding.UTF8.GetBytes(query), Variables: variables is null ? null : JsonElement.Parse(variables)),
            cancellation ?? TestContext.Current.CancellationToken);
        return JsonElement.Parse(response.Body.Span);
    }

    /// <summary>Reports each statement of the only reader when it begins.</summary>
    public async Task TraceAsync(Action<string> began)
    {
        using var reader = await Store.Store.Readers.RentAsync(TestContext.Current.CancellationToken);
        SQLitePCL.raw.sqlite3_trace(reader.Handle, (_, statement) => began(statement), null);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
