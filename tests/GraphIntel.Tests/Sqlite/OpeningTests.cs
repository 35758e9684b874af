using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

public sealed class OpeningTests
{
    private const string Things = "type Thing @node { id: ID! name: String! @index }";

    private static readonly GraphModel Model = ModelReader.Read(Things);

    private static async Task<string> RefusalAsync(SqliteLocation location)
    {
        var failure = await Assert.ThrowsAsync<StoreException>(() => TestStore.NewAsync(Model, location));
        Assert.Equal(StoreFailure.Refused, failure.Failure);
        return failure.Message;
    }

    private static void Foreign(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task A_store_is_new_once_and_keeps_its_data()
    {
        using var folder = new TemporaryFolder();
        await using (var store = SqliteStore.Open(Model, folder.Location))
        {
            Assert.True(await store.PrepareAsync(TestContext.Current.CancellationToken));
            Assert.False(await store.PrepareAsync(TestContext.Current.CancellationToken));
        }

        await using (var store = await TestStore.NewAsync(Model, folder.Location))
            await store.WriteAsync(store.Nodes("Thing", ["name"], ("thing:1", ["One"])));
        await using (var store = SqliteStore.Open(Model, folder.Location))
            Assert.False(await store.PrepareAsync(TestContext.Current.CancellationToken));
        await using (var store = await TestStore.NewAsync(Model, folder.Location))
            Assert.Equal(["thing:1|One"], await store.ReadAsync("SELECT id, name FROM n_Thing"));
        Assert.Equal(["graph.db"], Directory.GetFiles(Path.GetDirectoryName(folder.File("x"))!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_of_zero_bytes_is_a_new_store()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("graph.db"), [], TestContext.Current.CancellationToken);
        await using var store = SqliteStore.Open(Model, folder.Location);
        Assert.True(await store.PrepareAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_not_changed()
    {
        using var folder = new TemporaryFolder();
        var text = string.Concat(Enumerable.Repeat("id,name\n", 1_000));
        await File.WriteAllTextAsync(folder.File("graph.db"), text, TestContext.Current.CancellationToken);
        Assert.Equal(
            $"{folder.File("graph.db")} is not a SQLite database; it was not changed. Specify another file for the store.",
            await RefusalAsync(folder.Location));
        Assert.Equal(text, await File.ReadAllTextAsync(folder.File("graph.db"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("CREATE TABLE t (x)")]
    [InlineData("PRAGMA application_id = 1; CREATE TABLE t (x)")]
    [InlineData("PRAGMA user_version = 7")]
    public async Task A_database_of_another_application_is_not_changed(string sql)
    {
        using var folder = new TemporaryFolder();
        Foreign(folder.File("graph.db"), sql);
        var before = await File.ReadAllBytesAsync(folder.File("graph.db"), TestContext.Current.CancellationToken);
        Assert.Contains("of another application", await RefusalAsync(folder.Location), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File("graph.db"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_with_a_later_layout_is_rejected()
    {
        using var folder = new TemporaryFolder();
        await using (await TestStore.NewAsync(Model, folder.Location))
        {
        }

        Foreign(folder.File("graph.db"), "PRAGMA user_version = 99");
        Assert.Contains("has layout 99; this version of GraphIntel supports layout 1", await RefusalAsync(folder.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_and_a_missing_folder_are_rejected()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("graph.db"));
        Assert.Contains("is a folder", await RefusalAsync(folder.Location), StringComparison.Ordinal);
        Assert.Contains(
            "does not exist: create it", await RefusalAsync(SqliteLocation.File(folder.File("none/graph.db"))), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("none")));
    }

    [Fact]
    public async Task A_path_through_a_file_is_rejected()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "x", TestContext.Current.CancellationToken);
        Assert.Contains(
            "does not exist: create it", await RefusalAsync(SqliteLocation.File(folder.File("file/graph.db"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unusual_file_names_are_allowed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a b;Mode=Memory'\"?#%20حلب.db");
        await using (await TestStore.NewAsync(Model, SqliteLocation.File(path)))
        {
        }

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Two_stores_in_memory_are_separate()
    {
        await using var one = await TestStore.NewAsync(Model);
        await using var other = await TestStore.NewAsync(Model);
        await one.WriteAsync(one.Nodes("Thing", ["name"], ("thing:1", ["One"])));
        Assert.Equal(["0"], await other.ReadAsync("SELECT count(*) FROM n_Thing"));
    }

    [Fact]
    public async Task A_closed_store_reports_that_it_is_closed()
    {
        var store = await TestStore.NewAsync(Model);
        await store.DisposeAsync();
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.WriteAsync());
        Assert.Equal(StoreFailure.Unavailable, failure.Failure);
        await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync("SELECT 1"));
        await store.DisposeAsync();
    }

    [Fact]
    public async Task The_health_check_detects_a_deleted_file()
    {
        using var folder = new TemporaryFolder();
        await using var store = await TestStore.NewAsync(Model, folder.Location);
        await store.Store.CheckHealthAsync(TestContext.Current.CancellationToken);
        File.Move(folder.File("graph.db"), folder.File("moved.db"));
        var health = await Assert.ThrowsAsync<StoreException>(
            () => store.Store.CheckHealthAsync(TestContext.Current.CancellationToken).AsTask());
        var write = await Assert.ThrowsAsync<StoreException>(
            () => store.WriteAsync(store.Nodes("Thing", ["name"], ("thing:1", ["One"]))));
        Assert.All([health, write], failure => Assert.Equal(StoreFailure.Unavailable, failure.Failure));
        Assert.All([health, write], failure => Assert.Contains("was moved or deleted", failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Marks_are_kept_beside_the_graph()
    {
        using var folder = new TemporaryFolder();
        await using (var store = await TestStore.NewAsync(Model, folder.Location))
        {
            Assert.Null(await store.Store.ReadMetadataAsync("seeded", TestContext.Current.CancellationToken));
            await store.Store.WriteMetadataAsync("seeded", "1", TestContext.Current.CancellationToken);
            await store.Store.WriteMetadataAsync("seeded", "2", TestContext.Current.CancellationToken);
        }

        await using (var store = await TestStore.NewAsync(Model, folder.Location))
            Assert.Equal("2", await store.Store.ReadMetadataAsync("seeded", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Opening_a_store_again_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var model = ModelReader.ReadDomain();
        string[] before;
        await using (var store = await TestStore.NewAsync(model, folder.Location))
            before = await store.ReadAsync("PRAGMA schema_version");
        await using (var store = await TestStore.NewAsync(model, folder.Location))
            Assert.Equal(before, await store.ReadAsync("PRAGMA schema_version"));
    }

    [Fact]
    public async Task A_missing_index_is_created_again()
    {
        using var folder = new TemporaryFolder();
        const string Indexes = "SELECT count(*) FROM sqlite_schema WHERE name = 'i_n_Thing$name'";
        await using (await TestStore.NewAsync(Model, folder.Location))
        {
        }

        Foreign(folder.File("graph.db"), "DROP INDEX \"i_n_Thing$name\"");
        await using var store = await TestStore.NewAsync(Model, folder.Location);
        Assert.Equal(["1"], await store.ReadAsync(Indexes));
    }
}
