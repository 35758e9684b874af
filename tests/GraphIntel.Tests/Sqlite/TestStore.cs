using GraphIntel.Core.Model;
using GraphIntel.Sqlite;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Read;
using GraphIntel.Tests.Stores;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

/// <summary>A store for one test, in memory or in a folder, with access by SQL.</summary>
internal sealed class TestStore : TestGraph
{
    private readonly SqliteStore _store;

    private TestStore(SqliteStore store) => _store = store;

    public override SqliteStore Store => _store;

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

    public override async Task SetAsync(string type, string id, string property, string literal, string? before = null)
    {
        if (before is not null)
            await RunAsync(before);
        await RunAsync($"UPDATE \"n_{type}\" SET \"{property}\" = {literal} WHERE id = '{id}'");
    }

    /// <summary>Runs a statement on the writing connection.</summary>
    public async Task RunAsync(string sql) => await _store.Writer.RunAsync(
        (connection, _) =>
        {
            Statement.Execute(connection, sql);
            return true;
        },
        TestContext.Current.CancellationToken);

    public override ValueTask DisposeAsync() => _store.DisposeAsync();

    protected override Task<string[]> RowsAsync(ElementType type, string[] columns)
    {
        var ends = type as RelationshipType;
        var from = ends is null ? $"\"n_{type.Name}\" x" :
            $"\"r_{ends.Type}\" x JOIN \"n_{ends.Source.Name}\" s ON s.\"$key\" = x.\"$src\" " +
            $"JOIN \"n_{ends.Target.Name}\" t ON t.\"$key\" = x.\"$dst\"";
        var id = ends is { Id: null } ? $"'{ends.IdPrefix}:' || s.id || '>' || t.id" : "x.id";
        var values = columns.Select(column => column switch
        {
            "id" => id,
            Source => "s.id",
            Target => "t.id",
            SourceOrder => "x.\"$srcBy\"",
            TargetOrder => "x.\"$dstBy\"",
            Given => "x.\"$attested\"",
            _ when type.FindProperty(column) is { Kind: ScalarKind.Point } => $"x.\"{column}$lat\", x.\"{column}$lon\"",
            _ => $"x.\"{column}\"",
        });
        return ReadAsync($"SELECT {string.Join(", ", values)} FROM {from} ORDER BY {id}");
    }
}
