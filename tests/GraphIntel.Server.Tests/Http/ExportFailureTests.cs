using System.Net;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Startup;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>What is written, fails or ends while an export reads its pages, and its limits.</summary>
public sealed class ExportFailureTests : IDisposable
{
    private const string Actors = "{ actors(first: 2) { nodes { id name } } }";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>A server over a file with actors.</summary>
    private async Task<(InProcessServer Server, InterruptedStore Store)> StartAsync(
        IEnumerable<string> names, Func<int, CancellationToken, Task>? before = null, Func<ServeSettings, ServeSettings>? change = null)
    {
        var store = new InterruptedStore(
            await ExportFiles.ActorsAsync(_folder.File("graph.db"), names, Cancellation), before ?? ((_, _) => Task.CompletedTask));
        var server = new InProcessServer(store, change ?? (settings => settings));
        await server.InitializeAsync();
        return (server, store);
    }

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(number => $"Actor {number}");

    [Fact]
    public async Task What_is_written_between_two_pages_is_not_in_the_file()
    {
        InterruptedStore? written = null;
        var (server, store) = await StartAsync(Names(6), async (execution, cancellation) =>
        {
            // After the first page: a row that would follow, and new values of rows that do.
            if (execution == 2)
                await ExportFiles.AddActorsAsync(written!, [("actor:0035", "Added"), ("actor:004", "Renamed")], cancellation);
        });
        written = store;
        await using var owned = server;
        using var response = await server.Client.SendAsync(ExportFiles.Post("csv", Actors), Cancellation);
        var rows = ExportFiles.Rows(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(Names(6).Prepend("name"), rows.Select(row => row[1]));
        Assert.Equal(3, store.Executions);
        using var later = await server.Client.SendAsync(ExportFiles.Post("csv", Actors), Cancellation);
        Assert.Equal(
            ["name", "Actor 0", "Actor 1", "Actor 2", "Actor 3", "Added", "Renamed", "Actor 5"],
            ExportFiles.Rows(await later.Content.ReadAsByteArrayAsync(Cancellation)).Select(row => row[1]));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("br")]
    public async Task A_failure_in_mid_stream_breaks_the_response_off(string encoding)
    {
        var begun = new TaskCompletionSource();
        var (server, _) = await StartAsync(Names(6), async (execution, _) =>
        {
            if (execution < 3)
                return;
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            throw new StoreException(StoreFailure.Unavailable, "The store is away.");
        });
        await using var owned = server;
        var request = ExportFiles.Post("csv", Actors);
        request.Headers.Add("Accept-Encoding", encoding);
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(encoding == "br" ? ["br"] : [], response.Content.Headers.ContentEncoding);
        begun.SetResult();
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync(Cancellation));
        await UntilLoggedAsync(server, "POST /export/csv 200", "STORE_UNAVAILABLE");
    }

    [Fact]
    public async Task A_failure_before_the_first_row_is_an_error_with_its_status()
    {
        var (server, _) = await StartAsync(Names(6), (_, _) => throw new StoreException(StoreFailure.Unavailable, "The store is away."));
        await using var owned = server;
        using var response = await server.Client.SendAsync(ExportFiles.Post("csv", Actors), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Null(response.Content.Headers.ContentDisposition);
        Assert.Equal("STORE_UNAVAILABLE: The store is away.", await response.ErrorAsync());
    }

    [Fact]
    public async Task An_unavailable_store_is_not_asked()
    {
        var (server, store) = await StartAsync(Names(6));
        await using var owned = server;
        server.Gate.Close("Neo4j at bolt://secret is unavailable");
        using var response = await server.Client.SendAsync(ExportFiles.Post("csv", Actors), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.StartsWith("STORE_UNAVAILABLE: ", await response.ErrorAsync(), StringComparison.Ordinal);
        Assert.Equal(0, store.Executions);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_page_that_takes_too_long_ends_the_export(int slow)
    {
        var (server, _) = await StartAsync(
            Names(6),
            (execution, cancellation) => execution == slow ? Task.Delay(Timeout.Infinite, cancellation) : Task.CompletedTask,
            settings => settings with { Timeout = TimeSpan.FromSeconds(1) });
        await using var owned = server;
        using var response = await server.Client.SendAsync(ExportFiles.Post("csv", Actors), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        if (slow == 1)
            Assert.StartsWith("TIMEOUT: ", await response.ErrorAsync(), StringComparison.Ordinal);
        else
            await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync(Cancellation));
        await UntilLoggedAsync(server, "POST /export/csv", "TIMEOUT");
    }

    [Fact]
    public async Task An_export_that_takes_too_long_as_a_whole_is_broken_off()
    {
        var (server, _) = await StartAsync(
            Names(6),
            (execution, cancellation) => execution == 3 ? Task.Delay(Timeout.Infinite, cancellation) : Task.CompletedTask,
            settings => settings with { Engine = settings.Engine with { ExportTimeout = TimeSpan.FromSeconds(1) } });
        await using var owned = server;
        using var response = await server.Client.SendAsync(ExportFiles.Post("csv", Actors), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync(Cancellation));
        await UntilLoggedAsync(server, "POST /export/csv 200", "TIMEOUT");
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_page_that_is_read_and_frees_its_place()
    {
        var reading = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var (server, _) = await StartAsync(Names(6), async (execution, cancellation) =>
        {
            if (execution % 3 != 0)
                return;
            reading.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            catch (OperationCanceledException)
            {
                ended.TrySetResult();
                throw;
            }
        });
        await using var owned = server;
        // More than may be open at once: each has to give its place back.
        for (var round = 0; round <= StoreConcurrency.Snapshots; round++)
        {
            (reading, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
            using (await server.Client.SendAsync(ExportFiles.Post("csv", Actors), HttpCompletionOption.ResponseHeadersRead, Cancellation))
                await reading.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }
        await UntilLoggedAsync(server, "POST /export/csv 499", "");
    }

    [Fact]
    public async Task More_rows_than_allowed_are_rejected_before_the_first()
    {
        var (server, _) = await StartAsync(Names(6), change: settings => settings with { Engine = settings.Engine with { MaxExportRows = 5 } });
        await using var owned = server;
        using var many = await server.Client.SendAsync(ExportFiles.Post("csv", Actors), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
        Assert.StartsWith("LIMIT_EXCEEDED: The export has more than 5 rows, which is the limit (--max-export-rows).", await many.ErrorAsync(), StringComparison.Ordinal);
        using var few = await server.Client.SendAsync(ExportFiles.Post("csv", "{ actors(where: {name: {neq: \"Actor 1\"}}, first: 2) { nodes { id } } }"), Cancellation);
        Assert.Equal(6, ExportFiles.Rows(await few.Content.ReadAsByteArrayAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task Quotes_line_breaks_and_formulas_come_back_as_they_are_and_Excel_runs_none()
    {
        string[] names = ["=1+1", "+963", "-2", "@sum", "\"quoted\", and more", "two\r\nlines", "\tindented", "حلب", "plain"];
        var (server, _) = await StartAsync(names);
        await using var owned = server;
        const string Document = "{ actors { nodes { name } } }";
        using var response = await server.Client.SendAsync(ExportFiles.Post("csv", Document), Cancellation);
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.NotEqual(0xEF, bytes[0]);
        Assert.Equal(names, ExportFiles.Rows(bytes).Skip(1).Select(row => row[0]));

        using var forExcel = await server.Client.SendAsync(ExportFiles.Post("csv", Document, excel: true), Cancellation);
        var marked = await forExcel.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal([0xEF, 0xBB, 0xBF], marked[..3]);
        Assert.Equal(
            ["'=1+1", "'+963", "'-2", "'@sum", "\"quoted\", and more", "two\r\nlines", "'\tindented", "حلب", "plain"],
            ExportFiles.Rows(marked).Skip(1).Select(row => row[0]));
    }

    [Fact]
    public async Task Exports_beyond_those_at_once_are_told_to_retry_and_operations_are_not()
    {
        using var entered = new SemaphoreSlim(0);
        var (server, _) = await StartAsync(
            Names(6),
            async (execution, cancellation) =>
            {
                if (execution > StoreConcurrency.Snapshots)
                    return;
                entered.Release();
                await Task.Delay(Timeout.Infinite, cancellation);
            },
            settings => settings with { Engine = settings.Engine with { MaxWait = TimeSpan.FromMilliseconds(200) } });
        await using var owned = server;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var running = Enumerable.Range(0, StoreConcurrency.Snapshots)
            .Select(_ => server.Client.SendAsync(ExportFiles.Post("csv", Actors), leaving.Token)).ToList();
        for (var export = 0; export < StoreConcurrency.Snapshots; export++)
            Assert.True(await entered.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
        using var busy = await server.Client.SendAsync(ExportFiles.Post("csv", Actors), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);
        Assert.StartsWith("STORE_BUSY: ", await busy.ErrorAsync(), StringComparison.Ordinal);
        Assert.NotNull(busy.Headers.RetryAfter);
        using var query = await server.Client.SendAsync(Requests.Post(Requests.Query("{ actors { totalCount } }")), Cancellation);
        Assert.Equal("""{"data":{"actors":{"totalCount":6}}}""", await query.TextAsync());
        await leaving.CancelAsync();
        foreach (var export in running)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => export);
    }

    private static async Task UntilLoggedAsync(InProcessServer server, string start, string code)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (server.Log.Lines.Any(line => line.Contains(start, StringComparison.Ordinal) && line.Contains(code, StringComparison.Ordinal)))
                return;
            await Task.Delay(50, Cancellation);
        }
        Assert.Fail($"No line has `{start}` and `{code}`:\n{server.Log.Text}");
    }
}
