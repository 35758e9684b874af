using System.Collections;
using System.Globalization;
using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Sqlite.Write;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>A store in the database of a test server.</summary>
internal sealed class Neo4jGraph : TestGraph
{
    private readonly Neo4jServer _server;
    private readonly Neo4jStore _store;

    private Neo4jGraph(Neo4jServer server, Neo4jStore store)
    {
        _server = server;
        _store = store;
    }

    public override IGraphStore Store => _store;

    public static Neo4jOptions Options(Neo4jServer server) => new()
    {
        Uri = server.Uri.ToString(),
        User = server.User,
        Password = server.Password,
        Database = server.Database,
    };

    /// <summary>
    /// Empties the database. Constraints and indexes stay if they are those of the model, which saves seconds: Neo4j then
    /// also keeps its plans.
    /// </summary>
    public static async Task EmptyAsync(GraphModel model, Neo4jServer server)
    {
        var names = await RunAsync(server, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
        var keeps = GraphIntel.Neo4j.Layout.Schema.Of(model).Select(item => item.Name).ToHashSet(StringComparer.Ordinal).SetEquals(names);
        await server.WipeAsync(keeps, TestContext.Current.CancellationToken);
    }

    public static async Task<Neo4jGraph> OpenAsync(GraphModel model, Neo4jServer server, Neo4jOptions? options = null)
    {
        var store = Neo4jStore.Open(model, options ?? Options(server));
        try
        {
            await store.PrepareAsync(TestContext.Current.CancellationToken);
            return new Neo4jGraph(server, store);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>The records of a statement, columns joined by a bar.</summary>
    public Task<string[]> RunAsync(string statement) => RunAsync(_server, statement);

    /// <summary>The records of a statement, columns joined by a bar.</summary>
    public static async Task<string[]> RunAsync(Neo4jServer server, string statement)
    {
        await using var driver = server.Driver();
        await using var session = driver.Session(new SessionConfig { Database = server.Database });
        var cursor = await session.RunAsync(statement, cancellation: TestContext.Current.CancellationToken);
        return [.. (await cursor.ToListAsync(TestContext.Current.CancellationToken)).Select(record => string.Join('|', record.Values.Select(Show)))];
    }

    public override async Task SetAsync(string type, string id, string property, string literal, string? before = null)
    {
        Assert.Null(before);
        await RunAsync($"MATCH (x:`{type}` {{id: '{id}'}}) SET x.`{property}` = {literal}");
    }

    /// <summary>Scans again for values that other tools wrote.</summary>
    public Task ScanAsync() => _store.IrregularProperties.ScanAsync(TestContext.Current.CancellationToken);

    public override ValueTask DisposeAsync() => _store.DisposeAsync();

    protected override Task<string[]> RowsAsync(ElementType type, string[] columns)
    {
        var pattern = type is RelationshipType relationship ? $"(s)-[x:`{relationship.Type}`]->(t)" : $"(x:`{type.Name}`)";
        var values = columns.Select(column => column switch
        {
            Source => "s.id",
            Target => "t.id",
            Given => "coalesce(x.`$attestedGiven`, false)",
            _ => $"x.`{column}`",
        });
        return RunAsync($"MATCH {pattern} RETURN {string.Join(", ", values)} ORDER BY x.id");
    }

    private static string Show(object? value) => value switch
    {
        null => "?",
        bool flag => flag ? "1" : "0",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        Point point => $"{Show(point.Y)}|{Show(point.X)}",
        string text => text,
        IList list => ListText.Of(list.Cast<object>().Select(Plain).ToArray()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static object Plain(object value) => value switch
    {
        long number => (int)number,
        LocalDate day => day.ToDateOnly(),
        _ => value,
    };
}
