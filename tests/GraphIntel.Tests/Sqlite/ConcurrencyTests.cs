using System.Diagnostics;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite;
using GraphIntel.Sqlite.Connection;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

public sealed class ConcurrencyTests
{
    private const string KilledStore = "GRAPHINTEL_KILLED_STORE";
    private const int KilledBatch = 500;

    private static readonly GraphModel Model = ModelReader.Read(
        """
        type Place @node {
          id: ID! name: String!
          parent: Place @relationship(type: "PART_OF", direction: OUT)
        }
        """);

    private static NodeRows Places(TestStore store, int start, int count) => store.Nodes(
        "Place", ["name"], [.. Enumerable.Range(start, count).Select(i => ($"place:{i}", new object?[] { new string('x', 200) }))]);

    private static async Task<int> CountAsync(TestStore store) => int.Parse(
        (await store.ReadAsync("SELECT count(*) FROM n_Place")).Single(), System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Two_stores_on_one_file_write_in_turn()
    {
        using var folder = new TemporaryFolder();
        await using var one = await TestStore.NewAsync(Model, folder.Location);
        await using var other = await TestStore.NewAsync(Model, folder.Location);
        var writes = Enumerable.Range(0, 40).Select(i =>
        {
            var store = i % 2 == 0 ? one : other;
            return store.WriteAsync(Places(store, i * 100, 100));
        });
        var summaries = await Task.WhenAll(writes);
        Assert.Equal(4_000, summaries.Sum(summary => summary.Created));
        Assert.Equal(["4000"], await one.ReadAsync("SELECT count(*) FROM n_Place"));
        Assert.Equal(["4000"], await other.ReadAsync("SELECT count(*) FROM n_Place"));
    }

    [Fact]
    public async Task Several_stores_prepare_one_new_file_concurrently()
    {
        using var folder = new TemporaryFolder();
        var stores = Enumerable.Range(0, 8).Select(_ => SqliteStore.Open(Model, folder.Location)).ToList();
        var isNew = await Task.WhenAll(stores.Select(
            store => Task.Run(() => store.PrepareAsync(TestContext.Current.CancellationToken).AsTask())));
        Assert.Single(isNew, answer => answer);
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task A_write_that_waits_too_long_for_another_process_reports_it()
    {
        using var folder = new TemporaryFolder();
        await using var one = await TestStore.NewAsync(Model, folder.Location);
        await using var hasty = await TestStore.NewAsync(
            Model, folder.Location, new SqliteOptions { WriterTimeout = TimeSpan.FromMilliseconds(50) });
        await WithLockAsync(one, async () =>
        {
            var failure = await Assert.ThrowsAsync<StoreException>(() => hasty.WriteAsync(Places(hasty, 0, 1)));
            Assert.Equal(StoreFailure.Unavailable, failure.Failure);
            Assert.Contains("another process is writing", failure.Message, StringComparison.Ordinal);
            Assert.Equal(["0"], await hasty.ReadAsync("SELECT count(*) FROM n_Place"));
        });
        await hasty.WriteAsync(Places(hasty, 0, 1));
    }

    [Fact]
    public async Task A_write_that_waits_can_be_canceled()
    {
        using var folder = new TemporaryFolder();
        await using var one = await TestStore.NewAsync(Model, folder.Location);
        await using var other = await TestStore.NewAsync(Model, folder.Location);
        await WithLockAsync(one, async () =>
        {
            using var cancellation = new CancellationTokenSource();
            var write = other.WriteAsync(cancellation.Token, Places(other, 0, 1));
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        });
        await other.WriteAsync(Places(other, 0, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Readers_see_complete_batches_during_writes(bool inMemory)
    {
        using var folder = new TemporaryFolder();
        await using var store = await TestStore.NewAsync(Model, inMemory ? SqliteLocation.Memory() : folder.Location);
        using var done = new CancellationTokenSource();
        var readings = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var seen = 0;
            while (!done.IsCancellationRequested)
            {
                var count = await CountAsync(store);
                Assert.True(count >= seen && count % 50 == 0, $"{count} after {seen}");
                seen = count;
            }
        })).ToList();
        for (var i = 0; i < 40; i++)
            await store.WriteAsync(Places(store, i * 50, 50));
        await done.CancelAsync();
        await Task.WhenAll(readings);
        Assert.Equal(["2000"], await store.ReadAsync("SELECT count(*) FROM n_Place"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_full_disk_rolls_the_batch_back_and_reading_goes_on(bool inMemory)
    {
        using var folder = new TemporaryFolder();
        await using var store = await TestStore.NewAsync(Model, inMemory ? SqliteLocation.Memory() : folder.Location);
        await store.WriteAsync(Places(store, 0, 100));
        await store.Store.Writer.RunAsync(
            (connection, _) =>
            {
                Statement.Execute(connection, "PRAGMA max_page_count = 100");
                return true;
            },
            TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.WriteAsync(Places(store, 100, 10_000)));
        Assert.Equal(StoreFailure.Unavailable, failure.Failure);
        Assert.Contains("no space left", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["100"], await store.ReadAsync("SELECT count(*) FROM n_Place"));
        await store.WriteAsync(Places(store, 100, 10));
        Assert.Equal(["110|110"], await store.ReadAsync("SELECT (SELECT count(*) FROM n_Place), (SELECT count(*) FROM c_PART_OF)"));
    }

    [Fact]
    public async Task A_process_killed_while_writing_leaves_complete_batches()
    {
        using var folder = new TemporaryFolder();
        using var child = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(ConcurrencyTests).Assembly.Location, "-explicit", "only", "-method",
                $"{typeof(ConcurrencyTests).FullName}.{nameof(Writes_until_it_is_killed)}",
            },
            Environment = { [KilledStore] = folder.File("graph.db") },
            RedirectStandardOutput = true,
        })!;
        var output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await using var watcher = await TestStore.NewAsync(Model, folder.Location);
            while (await CountAsync(watcher) < 5 * KilledBatch)
            {
                Assert.False(child.HasExited, child.HasExited ? await output : "");
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            child.Kill(entireProcessTree: true);
        }

        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        await using var store = await TestStore.NewAsync(Model, folder.Location);
        Assert.Equal(["ok"], await store.ReadAsync("PRAGMA integrity_check"));
        Assert.Equal(
            ["0"], await store.ReadAsync($"SELECT count(*) % {KilledBatch} FROM n_Place"));
        Assert.Equal(
            ["1"],
            await store.ReadAsync(
                "SELECT (SELECT count(*) FROM c_PART_OF WHERE \"$depth\" = 0) = (SELECT count(*) FROM n_Place) " +
                "AND (SELECT count(*) FROM c_PART_OF WHERE \"$depth\" = 1) = (SELECT count(*) FROM r_PART_OF)"));
        await store.WriteAsync(Places(store, 0, 10));
    }

    /// <summary>The process that the test above kills.</summary>
    [Fact(Explicit = true)]
    public async Task Writes_until_it_is_killed()
    {
        var path = Environment.GetEnvironmentVariable(KilledStore);
        Assert.SkipWhen(path is null, "Runs in a process of its own, started by another test.");
        await using var store = await TestStore.NewAsync(Model, SqliteLocation.File(path!));
        for (var start = 0; start < 1_000_000; start += KilledBatch)
        {
            var links = Enumerable.Range(Math.Max(start, 1), KilledBatch - (start == 0 ? 1 : 0))
                .Select(i => ($"place:{i}", $"place:{i / 3}"));
            await store.WriteAsync(Places(store, start, KilledBatch), store.Links("PART_OF", [.. links]));
        }
    }

    /// <summary>Runs an action while a transaction of another store holds the file's write lock.</summary>
    private static async Task WithLockAsync(TestStore holder, Func<Task> action)
    {
        using var held = new SemaphoreSlim(0);
        using var over = new ManualResetEventSlim();
        var holding = Task.Run(() => holder.Store.Writer.RunAsync(
            (_, _) =>
            {
                held.Release();
                over.Wait();
                return true;
            },
            TestContext.Current.CancellationToken).AsTask());
        await held.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await action();
        }
        finally
        {
            over.Set();
        }

        await holding;
    }
}
