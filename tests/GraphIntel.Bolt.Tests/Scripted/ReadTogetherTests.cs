using GraphIntel.Bolt.PackStream;
using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>Several read statements in one transaction, sent in one write.</summary>
public sealed class ReadTogetherTests
{
    private const string Syntax = "Neo.ClientError.Statement.SyntaxError";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_transaction_is_sent_in_one_write()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.LogInAsync();
            var before = peer.Reads;
            var begin = await peer.ExpectAsync(Tag.BEGIN);
            Assert.Equal("r", begin.Map(0)["mode"]);
            for (var i = 1; i <= 2; i++)
            {
                Assert.Equal((long)i, (await peer.ExpectAsync(Tag.RUN)).Map(1)["x"]);
                Assert.Equal(-1L, (await peer.ExpectAsync(Tag.PULL)).Map(0)["n"]);
            }
            await peer.ExpectAsync(Tag.COMMIT);
            Assert.Equal(before + 1, peer.Reads);
            await peer.SuccessAsync();
            for (var i = 1; i <= 2; i++)
            {
                await peer.SuccessAsync(new { fields = new[] { "x" }, qid = i });
                await peer.RecordAsync(i);
                await peer.SuccessAsync();
            }
            await peer.SuccessAsync(new { bookmark = "b1" });
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var cursors = await session.ReadTogetherAsync([("RETURN $x AS x", 1), ("RETURN $x AS x", 2)], WriteX, null, Cancellation);
        for (var i = 0; i < 2; i++)
        {
            Assert.True(await cursors[i].FetchAsync(Cancellation));
            Assert.Equal(i + 1L, cursors[i].Current[0]);
        }
        await session.CloseAsync(Cancellation);
        Assert.Equal(["b1"], session.LastBookmarks.Values);
        Assert.DoesNotContain("RESET", server.Requests);
    }

    [Theory]
    [InlineData("BEGIN", 0)]
    [InlineData("RUN", 0)]
    [InlineData("PULL", 1)]
    public async Task After_a_failure_nothing_runs_and_all_results_have_its_code(string failing, int readable)
    {
        var seen = 0;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            // Fails the first BEGIN or RUN, or the second PULL.
            if (request.Tag.ToString() != failing || seen > 1 || (failing == "PULL" && seen++ == 0))
                return false;
            seen = 2;
            await peer.FailUntilResetAsync(Syntax);
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using (var session = driver.Session())
        {
            var cursors = await session.ReadTogetherAsync([("A", 1), ("B", 2), ("C", 3)], WriteX, null, Cancellation);
            for (var i = 0; i < readable; i++)
                await cursors[i].FetchAsync(Cancellation);
            var error = await Assert.ThrowsAsync<ClientException>(async () => await cursors[readable].FetchAsync(Cancellation));
            Assert.Equal(Syntax, error.Code);
        }
        await AssertUsableAsync(driver);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Unread_results_are_canceled_when_the_session_is_closed()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using (var session = driver.Session())
        {
            var cursors = await session.ReadTogetherAsync([("A", 1), ("B", 2)], WriteX, null, Cancellation);
            await cursors[0].FetchAsync(Cancellation);
        }
        Assert.Contains("RESET", server.Requests);
        await AssertUsableAsync(driver);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_canceled_one_is_reset_and_its_connection_kept()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || cancel.IsCancellationRequested)
                return false;
            await peer.ExpectAsync(Tag.PULL);
            await peer.ExpectAsync(Tag.RUN);
            await peer.ExpectAsync(Tag.PULL);
            await peer.ExpectAsync(Tag.COMMIT);
            await cancel.CancelAsync();
            await peer.ExpectAsync(Tag.RESET);
            for (var i = 0; i < 5; i++)
                await peer.IgnoredAsync();
            await peer.SuccessAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using (var session = driver.Session())
        {
            var cursors = await session.ReadTogetherAsync([("A", 1), ("B", 2)], WriteX, null, Cancellation);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cursors[0].FetchAsync(cancel.Token));
        }
        await AssertUsableAsync(driver);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Parameters_that_fail_to_be_written_send_nothing()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.ReadTogetherAsync(
            [("A", 1), ("B", 2)],
            static (writer, x) =>
            {
                WriteX(writer, x);
                if (x == 2)
                    throw new InvalidOperationException();
            },
            null,
            Cancellation));
        Assert.DoesNotContain("BEGIN", server.Requests);
        await AssertUsableAsync(driver);
        Assert.Equal(1, server.Connections);
    }

    private static async Task AssertUsableAsync(Driver driver)
    {
        await using var session = driver.Session();
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
    }

    private static void WriteX(PackStreamWriter writer, int x)
    {
        writer.WriteMapHeader(1);
        writer.WriteString("x"u8);
        writer.WriteInteger(x);
    }
}
