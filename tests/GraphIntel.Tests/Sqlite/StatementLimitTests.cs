using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Response;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Execute;
using SQLitePCL;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

/// <summary>Statements over SQLite's limits are too complex operations, not failures of the store.</summary>
public sealed class StatementLimitTests
{
    private const string Model =
        """
        type Place @node { id: ID! name: String! size: Int next: [Place!]! @relationship(type: "NEXT", direction: OUT) }
        """;

    private static async Task<JsonElement> ErrorAsync(string query)
    {
        await using var store = await TestStore.NewAsync(Model);
        var options = new EngineOptions
        {
            MaxDocumentBytes = 16 << 20,
            Limits = new OperationLimits { Tokens = 1_000_000, Depth = 1_000, Items = long.MaxValue, PlanSize = long.MaxValue },
        };
        var engine = new GraphEngine(SchemaBuilder.Build(store.Model), store.Store, options);
        using var response = await engine.ExecuteAsync(new GraphRequest(Encoding.UTF8.GetBytes(query)), TestContext.Current.CancellationToken);
        return JsonElement.Parse(response.Body.Span).GetProperty("errors")[0];
    }

    private static void AssertLimit(JsonElement error, string words)
    {
        Assert.Equal("LIMIT_EXCEEDED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(words, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_values_are_a_limit_with_their_number()
    {
        await using var store = await TestStore.NewAsync(Model);
        var statement = new SqlitePlan(store.Store.Readers, "SELECT json_array(?32766)", []);
        using var output = new ResponseBuffer();
        var plan = new Plan([], [], [], 0);
        using var most = new PlanRun(plan, new BoundParameters(new Dictionary<string, object?>(), SqlitePlan.MaxParameters, 0), output);
        await statement.ExecuteAsync(most, TestContext.Current.CancellationToken);
        using var more = new PlanRun(plan, new BoundParameters(new Dictionary<string, object?>(), SqlitePlan.MaxParameters + 1, 0), output);
        var failure = await Assert.ThrowsAsync<StoreException>(() => statement.ExecuteAsync(more, TestContext.Current.CancellationToken).AsTask());
        Assert.Equal(StoreFailure.TooComplex, failure.Failure);
        Assert.Contains("32767 values, more than this store's limit of 32766", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_nested_too_deeply_are_a_limit()
    {
        const int Depth = 40;
        var query = string.Concat(Enumerable.Repeat("next{nodes{", Depth)) + "id" + new string('}', 2 * Depth);
        AssertLimit(await ErrorAsync($"{{places{{nodes{{{query}}}}}}}"), "is nested too deeply");
    }

    [Fact]
    public async Task A_response_larger_than_sqlite_can_build_is_a_limit()
    {
        await using var store = await TestStore.NewAsync(Model);
        using var reader = await store.Store.Readers.RentAsync(TestContext.Current.CancellationToken);
        var failure = Assert.Throws<StoreException>(() => reader.Statement("SELECT zeroblob(2000000000)").Step());
        Assert.Equal(StoreFailure.TooComplex, failure.Failure);
        Assert.Contains("smaller pages", failure.Message, StringComparison.Ordinal);
        Assert.Equal(StoreFailure.WriteRefused, Assert.IsType<StoreException>(SqliteFailure.From(raw.SQLITE_TOOBIG, "")).Failure);
    }
}
