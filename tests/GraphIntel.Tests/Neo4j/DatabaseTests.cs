using GraphIntel.Bolt.Tests.Scripted;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j;
using GraphIntel.Neo4j.Connection;
using Xunit;

namespace GraphIntel.Tests.Neo4j;

/// <summary>Connections and sessions of a database, against a scripted server.</summary>
public sealed class DatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Neo4jDatabase Open(ScriptedServer server, int connections = 10, bool isRouted = false) => new(new Neo4jOptions
    {
        Uri = isRouted ? server.Neo4j : server.Bolt,
        Database = "graph",
        Connections = connections,
        ConnectionTimeout = TimeSpan.FromSeconds(3),
    });

    private static Task<bool> ReadAsync(Neo4jDatabase database, CancellationToken cancellation) => database.ReadOnceAsync(
        async session =>
        {
            var cursor = await session.RunAsync("RETURN 1", cancellation: cancellation);
            return await cursor.FetchAsync(cancellation);
        },
        cancellation);

    [Theory]
    [InlineData(true, "bookmark-of-the-write")]
    // A single server shows its own writes to everyone.
    [InlineData(false, "")]
    public async Task A_read_uses_a_reader_and_bookmarks_of_earlier_writes_until_connections_are_reset(bool isRouted, string bookmark)
    {
        var reads = new List<string>();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is Tag.RUN && request.Query == "RETURN 1")
            {
                var extra = request.Map(2);
                var bookmarks = extra.TryGetValue("bookmarks", out var given) ? string.Join(' ', ((List<object?>)given!).Cast<string>()) : "";
                reads.Add($"{extra.GetValueOrDefault("mode")} {extra.GetValueOrDefault("db")} {bookmarks}");
            }
            if (request.Tag is not Tag.COMMIT)
                return false;
            await peer.SuccessAsync(new { bookmark = "bookmark-of-the-write" });
            return true;
        });
        await using var database = Open(server, isRouted: isRouted);
        await ReadAsync(database, Cancellation);
        await database.WriteAsync(
            async transaction => await (await transaction.RunAsync("CREATE (n)", cancellation: Cancellation)).ToListAsync(Cancellation), Cancellation);
        await ReadAsync(database, Cancellation);
        await database.PingAsync(Cancellation);
        await database.ResetConnectionsAsync();
        await ReadAsync(database, Cancellation);
        Assert.Equal(["r graph ", "r graph " + bookmark, "r graph "], reads);
    }

    [Fact]
    public async Task While_operations_use_all_connections_others_fail_as_busy_and_the_health_check_succeeds()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = ScriptedServer.Serve(async (_, request) =>
        {
            if (request.Tag is Tag.RUN && request.Query == "RETURN 1")
                await release.Task;
            return false;
        });
        await using var database = Open(server, connections: 1);
        var first = ReadAsync(database, Cancellation);
        var failure = await Assert.ThrowsAsync<StoreException>(() => ReadAsync(database, Cancellation));
        Assert.Equal(StoreFailure.Busy, failure.Failure);
        Assert.DoesNotContain("127.0.0.1", failure.Message, StringComparison.Ordinal);
        Assert.True(await database.CheckHealthAsync(StoreNode.ProbeText, Cancellation));
        release.SetResult();
        Assert.True(await first);
    }

    [Fact]
    public async Task A_canceled_operation_does_not_wait_for_a_silent_server()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = ScriptedServer.Serve((_, request) =>
        {
            if (request.Tag is Tag.RUN)
                asked.TrySetResult();
            return Task.FromResult(asked.Task.IsCompleted);
        });
        await using var database = Open(server);
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var read = ReadAsync(database, canceled.Token);
        await asked.Task.WaitAsync(Cancellation);
        await canceled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
    }
}
