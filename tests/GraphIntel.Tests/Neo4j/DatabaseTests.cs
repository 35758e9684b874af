using GraphIntel.Bolt.Tests.Scripted;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j;
using GraphIntel.Neo4j.Connection;
using Xunit;

namespace GraphIntel.Tests.Neo4j;

/// <summary>The connections and sessions of a database, against a server that does what the test says.</summary>
public sealed class DatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Neo4jDatabase Open(ScriptedServer server, int connections = 10, bool isRouted = false) => new(new Neo4jOptions
    {
        Uri = isRouted ? server.Neo4j : server.Bolt,
        Database = "graph",
        Connections = connections,
        ConnectionPatience = TimeSpan.FromSeconds(3),
    });

    private static Task<bool> ReadAsync(Neo4jDatabase database, CancellationToken cancellation) => database.UseReaderAsync(
        async session =>
        {
            var cursor = await session.RunAsync("RETURN 1", cancellation: cancellation);
            return await cursor.FetchAsync(cancellation);
        },
        cancellation);

    [Theory]
    [InlineData(true, "bookmark-of-the-write")]
    // One server shows its own writes to everybody.
    [InlineData(false, "")]
    public async Task A_read_goes_to_who_reads_and_sees_what_was_written_before_until_all_begins_anew(bool isRouted, string bookmark)
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
        await database.CheckAnswerAsync(Cancellation);
        await database.BeginAnewAsync();
        await ReadAsync(database, Cancellation);
        Assert.Equal(["r graph ", "r graph " + bookmark, "r graph "], reads);
    }

    [Fact]
    public async Task While_operations_have_every_connection_others_are_told_so_and_the_database_is_still_seen_to_answer()
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
        Assert.True(await database.CheckHealthAsync(Cancellation));
        release.SetResult();
        Assert.True(await first);
    }

    [Fact]
    public async Task An_operation_that_is_cancelled_does_not_wait_for_a_server_that_is_silent()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = ScriptedServer.Serve((_, request) =>
        {
            if (request.Tag is Tag.RUN)
                asked.TrySetResult();
            return Task.FromResult(asked.Task.IsCompleted);
        });
        await using var database = Open(server);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var read = ReadAsync(database, cancelled.Token);
        await asked.Task.WaitAsync(Cancellation);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
    }
}
