using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Sqlite;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

/// <summary>Processes that are killed or stopped while they write, then the same command again.</summary>
[Long]
public sealed class InterruptionTests : IDisposable
{
    // Several batches of 10,000 rows, so that there is time between the first and the last.
    private const int Places = 150_000;

    private readonly TemporaryFolder _folder = new();

    public InterruptionTests()
    {
        var rows = new StringBuilder("id:ID,name,kind\n");
        for (var number = 1; number <= Places; number++)
            rows.Append(CultureInfo.InvariantCulture, $"place:p{number:D6},Place {number},TOWN\n");
        _folder.Write("data/nodes/Place.csv", rows.ToString());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_interrupted_seeding_is_completed_at_the_next_start()
    {
        string[] serve = ["serve", "--urls", "http://127.0.0.1:0", "--store", _folder.Store()];
        await using (var killed = GraphIntelProcess.Start(_folder.Path, [.. serve, "--seed", _folder.File("data")]))
            await KillHalfWayAsync(killed);
        // Without --seed, the interrupted seeding is completed and not mixed with another seed.
        await using var server = GraphIntelProcess.Start(_folder.Path, serve);
        Assert.Equal(Places, await CountAsync(await server.EndpointAsync()));
    }

    [Fact]
    public async Task An_import_that_was_killed_keeps_whole_batches_and_can_be_run_again()
    {
        string[] import = ["import", "graph", _folder.File("data"), "--store", _folder.Store()];
        await using (var killed = GraphIntelProcess.Start(_folder.Path, import))
            await KillHalfWayAsync(killed);
        var (exitCode, output, _) = await GraphIntelProcess.RunAsync(_folder.Path, import);
        Assert.Equal(0, exitCode);
        var written = output.Split(':')[1].Split(',').Select(part => int.Parse(
            part.Trim().Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(written[0], 1, Places - 1);
    }

    [Theory]
    [InlineData("-TERM")]
    [InlineData("-INT")]
    public async Task An_import_that_was_stopped_ends_at_once_and_keeps_whole_batches(string signal)
    {
        const int Batch = 10_000;
        await using (var stopped = GraphIntelProcess.Start(_folder.Path, ["import", "graph", _folder.File("data"), "--store", _folder.Store()]))
        {
            await using (await WaitForFirstBatchAsync())
                await stopped.SignalAsync(signal);
            Assert.Equal(130, await stopped.EndAsync());
            Assert.EndsWith("Interrupted before the command was completed.", stopped.Error, StringComparison.Ordinal);
        }

        await using var store = SqliteStore.Open(ModelReader.ReadDomain(), SqliteLocation.File(_folder.File("graph.db")));
        await store.PrepareAsync(TestContext.Current.CancellationToken);
        Assert.True(await HasAsync(store, Batch));
        Assert.False(await HasAsync(store, Places), "The process was done before it was stopped: the test needs more rows.");
        var batches = 1;
        while (await HasAsync(store, (batches * Batch) + 1))
            batches++;
        Assert.True(await HasAsync(store, batches * Batch));
    }

    private static async Task<int> CountAsync(Uri endpoint)
    {
        using var client = new HttpClient();
        using var body = JsonDocument.Parse(await client.GetStringAsync(
            new Uri(endpoint + "?query={places(first:1){totalCount,nodes{id}}}"), TestContext.Current.CancellationToken));
        return body.RootElement.GetProperty("data").GetProperty("places").GetProperty("totalCount").GetInt32();
    }

    /// <summary>Kills the process after its first batch, and checks that the last one was not written.</summary>
    private async Task KillHalfWayAsync(GraphIntelProcess process)
    {
        await using var store = await WaitForFirstBatchAsync();
        await process.KillAsync();
        Assert.False(await HasAsync(store, Places), "The process was done before it was killed: the test needs more rows.");
    }

    private async Task<SqliteStore> WaitForFirstBatchAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        while (!File.Exists(_folder.File("graph.db")))
            await Task.Delay(5, cancellation);
        var store = SqliteStore.Open(ModelReader.ReadDomain(), SqliteLocation.File(_folder.File("graph.db")));
        await store.PrepareAsync(cancellation);
        while (!await HasAsync(store, 1))
            await Task.Delay(5, cancellation);
        return store;
    }

    private static async Task<bool> HasAsync(SqliteStore store, int number) =>
        (await store.FindAsync([$"place:p{number:D6}"], TestContext.Current.CancellationToken)).Count > 0;
}
