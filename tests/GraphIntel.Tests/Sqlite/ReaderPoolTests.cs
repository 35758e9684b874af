using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite;
using GraphIntel.Sqlite.Read;
using SQLitePCL;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

public sealed class ReaderPoolTests
{
    private const string Endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

    private static Task<TestStore> NewAsync(int readers, int statements = ReaderPool.DefaultStatements) => TestStore.NewAsync(
        ModelReader.Read("type Thing @node { id: ID! name: String! }"),
        SqliteLocation.Memory(),
        new SqliteOptions { Readers = readers, StatementsPerReader = statements });

    private static ValueTask<Reader> RentAsync(TestStore store, CancellationToken? cancellation = null) =>
        store.Store.Readers.RentAsync(cancellation ?? TestContext.Current.CancellationToken);

    [Fact]
    public async Task Waiters_are_served_in_order()
    {
        await using var store = await NewAsync(1);
        var first = await RentAsync(store);
        var waiting = Enumerable.Range(0, 5).Select(_ => RentAsync(store).AsTask()).ToList();
        Assert.All(waiting, task => Assert.False(task.IsCompleted));
        var reader = first;
        for (var i = 0; i < waiting.Count; i++)
        {
            reader.Dispose();
            reader = await waiting[i];
            Assert.Same(first, reader);
            Assert.All(waiting.Skip(i + 1), task => Assert.False(task.IsCompleted));
        }

        reader.Dispose();
    }

    [Fact]
    public async Task A_wait_can_be_canceled_without_losing_a_reader()
    {
        await using var store = await NewAsync(1);
        var reader = await RentAsync(store);
        using var cancellation = new CancellationTokenSource();
        var canceled = RentAsync(store, cancellation.Token).AsTask();
        var patient = RentAsync(store).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        reader.Dispose();
        (await patient).Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RentAsync(store, new CancellationToken(true)).AsTask());
        (await RentAsync(store)).Dispose();
    }

    [Fact]
    public async Task A_canceled_statement_ends_and_does_not_affect_the_next_rental()
    {
        await using var store = await NewAsync(1);
        using var cancellation = new CancellationTokenSource();
        using (var reader = await RentAsync(store, cancellation.Token))
        {
            var running = Task.Run(() => TestStore.Read(reader, Endless));
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        }

        Assert.Equal(["3"], await store.ReadAsync("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT max(i) FROM n"));
    }

    [Fact]
    public async Task An_interruption_before_the_first_step_is_not_lost()
    {
        await using var store = await NewAsync(1);
        using (var reader = await RentAsync(store))
        {
            reader.Interrupt();
            Assert.ThrowsAny<OperationCanceledException>(() => TestStore.Read(reader, Endless));
        }

        Assert.Equal(["1"], await store.ReadAsync("SELECT 1"));
    }

    [Fact]
    public async Task A_late_cancellation_does_not_affect_the_next_rental()
    {
        await using var store = await NewAsync(1);
        using var cancellation = new CancellationTokenSource();
        (await RentAsync(store, cancellation.Token)).Dispose();
        using var reader = await RentAsync(store);
        var statement = reader.Statement("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n");
        Assert.True(statement.Step());
        await cancellation.CancelAsync();
        var rows = 1;
        while (statement.Step())
            rows++;
        Assert.Equal(100_000, rows);
    }

    [Fact]
    public async Task Statements_are_prepared_once_and_the_least_recently_used_are_evicted()
    {
        await using var store = await NewAsync(1, statements: 3);
        sqlite3_stmt kept;
        using (var reader = await RentAsync(store))
        {
            kept = reader.Prepare("SELECT 0");
            Assert.Same(kept, reader.Prepare("SELECT 0"));
            for (var i = 1; i < 10; i++)
                reader.Prepare($"SELECT {i}");
            Assert.Same(kept, reader.Prepare("SELECT 0"));
            Assert.Equal(10, reader.StatementCount);
        }

        using (var reader = await RentAsync(store))
        {
            Assert.Equal(3, reader.StatementCount);
            Assert.Same(kept, reader.Prepare("SELECT 0"));
        }
    }

    [Fact]
    public async Task A_statement_is_returned_reset_and_unbound()
    {
        await using var store = await NewAsync(1);
        using (var reader = await RentAsync(store))
        {
            var statement = reader.Statement("SELECT ?1");
            statement.Bind(1, "secret");
            Assert.True(statement.Step());
        }

        using (var reader = await RentAsync(store))
        {
            var statement = reader.Statement("SELECT ?1");
            Assert.Equal(0, raw.sqlite3_stmt_busy(statement.Handle));
            Assert.True(statement.Step());
            Assert.True(statement.IsNull(0));
        }
    }

    [Fact]
    public async Task Readers_cannot_write()
    {
        await using var store = await NewAsync(2);
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync("DELETE FROM n_Thing"));
        Assert.DoesNotContain("DELETE", failure.Message, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        await using var inFile = await TestStore.NewAsync(store.Model, folder.Location);
        await Assert.ThrowsAsync<StoreException>(() => inFile.ReadAsync("DELETE FROM n_Thing"));
    }

    [Fact]
    public async Task Capacity_is_not_lost_when_a_reader_fails_to_open()
    {
        using var folder = new TemporaryFolder();
        await using var store = await TestStore.NewAsync(
            ModelReader.Read("type Thing @node { id: ID! name: String! }"), folder.Location, new SqliteOptions { Readers = 1 });
        File.Move(folder.File("graph.db"), folder.File("away.db"));
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<StoreException>(() => RentAsync(store).AsTask());
        File.Move(folder.File("away.db"), folder.File("graph.db"));
        Assert.Equal(["0"], await store.ReadAsync("SELECT count(*) FROM n_Thing"));
    }

    [Fact]
    public async Task Closing_the_pool_fails_waiters()
    {
        var store = await NewAsync(1);
        var reader = await RentAsync(store);
        var waiting = RentAsync(store).AsTask();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<StoreException>(() => waiting);
        reader.Dispose();
    }

    [Fact]
    public async Task A_reader_notices_tables_that_another_process_changed()
    {
        using var folder = new TemporaryFolder();
        await using var old = await TestStore.NewAsync(
            ModelReader.Read("type Thing @node { id: ID! name: String! }"), folder.Location, new SqliteOptions { Readers = 1 });
        Assert.Empty(await old.ReadAsync("SELECT id FROM n_Thing"));
        await using var grown = await TestStore.NewAsync(
            ModelReader.Read("type Thing @node { id: ID! name: String! @index note: String }"), folder.Location);
        await grown.WriteAsync(grown.Nodes("Thing", ["name"], ("thing:1", ["x"])));
        Assert.Equal(["thing:1"], await old.ReadAsync("SELECT id FROM n_Thing"));

        // The old process does not know the new model's rules.
        var failure = await Assert.ThrowsAsync<StoreException>(
            () => old.WriteAsync(old.Nodes("Thing", ["name"], ("thing:2", ["y"]))));
        Assert.Contains("another model", failure.Message, StringComparison.Ordinal);
    }
}
