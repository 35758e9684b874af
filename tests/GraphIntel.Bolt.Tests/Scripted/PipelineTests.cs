using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class PipelineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pipelined_statements_are_sent_in_one_write_and_have_separate_results()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.LogInAsync();
            var before = peer.Reads;
            for (var i = 0; i < 3; i++)
            {
                await peer.ExpectAsync(Tag.RUN);
                Assert.Equal(-1L, (await peer.ExpectAsync(Tag.PULL)).Map(0)["n"]);
            }
            Assert.Equal(before + 1, peer.Reads);
            for (var i = 1; i <= 3; i++)
            {
                await peer.SuccessAsync(new { fields = new[] { "x" } });
                await peer.RecordAsync(i);
                await peer.SuccessAsync();
            }
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var cursors = await session.RunPipelinedAsync([new Query("RETURN 1"), new Query("RETURN $x", new { x = 2 }), new Query("RETURN 3")], cancellation: Cancellation);
        Assert.Equal(3L, (await cursors[2].SingleAsync(Cancellation))[0]);
        Assert.Equal(1L, (await cursors[0].SingleAsync(Cancellation))[0]);
        Assert.Equal(2L, (await cursors[1].SingleAsync(Cancellation))[0]);
        Assert.Equal(["x"], cursors[1].Keys);
    }

    [Fact]
    public async Task Pipelined_statements_after_a_failure_do_not_run()
    {
        var runs = 0;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || ++runs != 2)
                return false;
            await peer.FailureAsync("Neo.ClientError.Statement.SyntaxError");
            for (var i = 0; i < 3; i++)
            {
                await peer.ReadAsync();
                await peer.IgnoredAsync();
            }
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var cursors = await session.RunPipelinedAsync([new Query("RETURN 1"), new Query("BAD"), new Query("RETURN 3")], cancellation: Cancellation);
        await Assert.ThrowsAsync<ClientException>(() => cursors[1].ToListAsync(Cancellation));
        Assert.Equal(1L, (await cursors[0].SingleAsync(Cancellation))[0]);
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", (await Assert.ThrowsAsync<ClientException>(() => cursors[2].ToListAsync(Cancellation))).Code);
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
    }
}
