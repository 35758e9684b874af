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

    /// <summary>The records of a statement of the test's own, columns joined by a bar.</summary>
    public Task<string[]> RunAsync(string statement) => RunAsync(_server, statement);

    /// <summary>The records of a statement of the test's own, columns joined by a bar.</summary>
    public static async Task<string[]> RunAsync(Neo4jServer server, string statement)
    {
        await using var driver = server.Driver();
        await using var session = driver.Session(new SessionConfig { Database = server.Database });
        var cursor = await session.RunAsync(statement, cancellation: TestContext.Current.CancellationToken);
        return [.. (await cursor.ToListAsync(TestContext.Current.CancellationToken)).Select(record => string.Join('|', record.Values.Select(Show)))];
    }

    public override ValueTask DisposeAsync() => _store.DisposeAsync();

    protected override Task<string[]> RowsAsync(FactType type, string[] columns)
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
