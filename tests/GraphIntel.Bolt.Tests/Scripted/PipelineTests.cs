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
            await AnswerAsync(peer, [1, 2, 3]);
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

    [Fact]
    public async Task A_statement_is_sent_before_the_one_before_it_is_answered()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.LogInAsync();
            await peer.ExpectAsync(Tag.BEGIN);
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal((long)i, (await peer.ExpectAsync(Tag.RUN)).Map(1)["x"]);
                await peer.ExpectAsync(Tag.PULL);
            }
            await peer.SuccessAsync();
            await AnswerAsync(peer, [0, 1, 2]);
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await session.ExecuteWriteAsync(
            async tx =>
            {
                var cursors = new List<ResultCursor>();
                for (var i = 0; i < 3; i++)
                    cursors.Add(await SendAsync(tx, "RETURN $x", i));
                Assert.Equal(2L, (await cursors[2].SingleAsync(Cancellation))[0]);
                Assert.Equal(0L, (await cursors[0].SingleAsync(Cancellation))[0]);
            },
            cancellation: Cancellation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_statement_that_was_sent_and_failed_fails_the_next_one_that_is_waited_for_or_the_commit(bool hasNext)
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || request.Query != "BAD")
                return false;
            await peer.FailureAsync("Neo.ClientError.Schema.ConstraintValidationFailed");
            await peer.ReadAsync();
            await peer.IgnoredAsync();
            for (var i = 0; hasNext && i < 2; i++)
            {
                await peer.ReadAsync();
                await peer.IgnoredAsync();
            }
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var error = await Assert.ThrowsAsync<ClientException>(() => session.ExecuteWriteAsync(
            async tx =>
            {
                await SendAsync(tx, "BAD", 1);
                if (hasNext)
                    await tx.RunAsync("RETURN 1", cancellation: Cancellation);
            },
            cancellation: Cancellation));
        Assert.Equal("Neo.ClientError.Schema.ConstraintValidationFailed", error.Code);
        Assert.DoesNotContain("COMMIT", server.Requests);
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
    }

    /// <summary>Answers statements, each with a record of one number.</summary>
    private static async Task AnswerAsync(Peer peer, int[] numbers)
    {
        foreach (var number in numbers)
        {
            await peer.SuccessAsync(new { fields = new[] { "x" } });
            await peer.RecordAsync(number);
            await peer.SuccessAsync();
        }
    }

    private static Task<ResultCursor> SendAsync(Transaction transaction, string text, int x) => transaction.SendAsync(
        text,
        static (writer, value) =>
        {
            writer.WriteMapHeader(1);
            writer.WriteString("x"u8);
            writer.WriteInteger(value);
        },
        x,
        Cancellation);
}
