using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite;
using GraphIntel.Sqlite.Read;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

/// <summary>A store for one test, in memory or in a folder of its own, with short words for rows and for looking inside.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private TestStore(SqliteStore store) => Store = store;

    public SqliteStore Store { get; }

    public GraphModel Model => Store.Model;

    public static Task<TestStore> NewAsync(string sdl) => NewAsync(ModelReader.Read(sdl));

    public static Task<TestStore> NewAsync(GraphModel model) => NewAsync(model, SqliteLocation.Memory());

    public static async Task<TestStore> NewAsync(GraphModel model, SqliteLocation location, SqliteOptions? options = null)
    {
        var store = SqliteStore.Open(model, location, options ?? new SqliteOptions());
        try
        {
            await store.PrepareAsync(TestContext.Current.CancellationToken);
            return new TestStore(store);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public NodeRows Nodes(string type, string[] columns, params (string Id, object?[] Values)[] rows)
    {
        var node = Model.Nodes.Single(candidate => candidate.Name == type);
        return new NodeRows(node, Columns(node, columns), [.. rows.Select(row => new NodeRow(row.Id, row.Values))]);
    }

    public RelationshipRows Links(
        string type, string[] columns, params (string? Id, string Source, string Target, object?[] Values)[] rows)
    {
        var relationship = Model.Relationships.Single(candidate => candidate.Type == type);
        return new RelationshipRows(
            relationship,
            Columns(relationship, columns),
            [.. rows.Select(row => new RelationshipRow(row.Id, row.Source, row.Target, row.Values))]);
    }

    public RelationshipRows Links(string type, params (string Source, string Target)[] ends) =>
        Links(type, [], [.. ends.Select(end => ((string?)null, end.Source, end.Target, Array.Empty<object?>()))]);

    public Task<WriteSummary> WriteAsync(params object[] parts) => WriteAsync(TestContext.Current.CancellationToken, parts);

    public Task<WriteSummary> WriteAsync(CancellationToken cancellation, params object[] parts) =>
        Store.WriteAsync(new GraphBatch([.. parts.OfType<NodeRows>()], [.. parts.OfType<RelationshipRows>()]), cancellation)
            .AsTask();

    /// <summary>The message with which the store refuses to write these parts.</summary>
    public async Task<string> RefusalAsync(params object[] parts)
    {
        var failure = await Assert.ThrowsAsync<StoreException>(() => WriteAsync(parts));
        Assert.Equal(StoreFailure.WriteRefused, failure.Failure);
        return failure.Message;
    }

    /// <summary>The rows of a statement, columns joined by a bar, null as a question mark.</summary>
    public async Task<string[]> ReadAsync(string sql)
    {
        using var reader = await Store.Readers.RentAsync(TestContext.Current.CancellationToken);
        return Read(reader, sql);
    }

    public static string[] Read(Reader reader, string sql)
    {
        var statement = reader.Statement(sql);
        var rows = new List<string>();
        while (statement.Step())
        {
            var columns = Enumerable.Range(0, SQLitePCL.raw.sqlite3_column_count(statement.Handle));
            rows.Add(string.Join('|', columns.Select(column => statement.Text(column) ?? "?")));
        }

        return [.. rows];
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static Property[] Columns(FactType type, string[] names) =>
        [.. names.Select(name => type.FindProperty(name) ?? throw new ArgumentException($"{type.Name} has no {name}"))];
}
