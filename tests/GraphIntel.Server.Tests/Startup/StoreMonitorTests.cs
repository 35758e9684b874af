using System.Net;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Startup;
using GraphIntel.Server.Tests.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GraphIntel.Server.Tests.Startup;

/// <summary>The server over a store that becomes available and unavailable.</summary>
public sealed class StoreMonitorTests
{
    private const string Place = """{ place(id: "place:maskanah") { name } }""";
    private const string Away = "STORE_UNAVAILABLE: The database is unavailable; retry in a few seconds.";

    private const string UnavailableReason = "Neo4j at db:7687 is unavailable: It does not answer.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static StoreException Unavailable => new(StoreFailure.Unavailable, "It does not answer.");

    private static async Task<(InProcessServer Server, Task Watching)> StartAsync(
        StubStore store, CancellationToken end, Func<CancellationToken, Task>? prime = null, TimeProvider? time = null)
    {
        var server = new InProcessServer(store, settings => settings);
        server.Gate.Close("It was not there yet.");
        await server.InitializeAsync();
        var loggers = LoggerFactory.Create(logging => logging.AddProvider(server.Log));
        var watch = new StoreMonitor(
            store, "Neo4j at db:7687", server.Gate, async cancellation => await store.PrepareAsync(cancellation), prime ?? (_ => Task.CompletedTask), loggers.CreateLogger<StoreMonitor>(), time);
        return (server, watch.RunAsync(end));
    }

    private static async Task<string> QueryAsync(InProcessServer server)
    {
        using var response = await server.Client.SendAsync(Requests.Post(Requests.Query(Place)), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.ErrorAsync();
    }

    private static async Task<string> HealthAsync(InProcessServer server)
    {
        using var response = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
        return await response.TextAsync();
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(10, Cancellation);
    }

    [Fact]
    public async Task Requests_fail_at_once_while_the_store_is_unavailable()
    {
        var isUnavailable = true;
        var asked = 0;
        var healthy = 0;
        Task Try(CancellationToken cancellation) => isUnavailable ? throw Unavailable : Task.CompletedTask;
        Task Probe(CancellationToken cancellation)
        {
            var probed = Try(cancellation);
            Interlocked.Increment(ref healthy);
            return probed;
        }
        var store = new StubStore(_ =>
        {
            Interlocked.Increment(ref asked);
            throw Unavailable;
        })
        { Prepare = Try, Health = Probe };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(store, end.Token);
        await using var disposed = server;

        await UntilAsync(() => server.Gate.UnavailableReason == UnavailableReason);
        Assert.Equal(Away, await QueryAsync(server));
        Assert.Equal(0, asked);
        Assert.Contains(UnavailableReason, await HealthAsync(server), StringComparison.Ordinal);
        using (var live = await server.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation))
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        isUnavailable = false;
        await UntilAsync(() => server.Gate.UnavailableReason is null);
        Assert.Equal("{\"status\":\"healthy\",\"checks\":{\"store\":{\"status\":\"healthy\"}}}", await HealthAsync(server));

        // A statement fails while the store is available: the probe that follows leaves the gate open. It fails because of an outage:
        // the gate closes.
        var before = Volatile.Read(ref healthy);
        Assert.Equal("STORE_UNAVAILABLE: " + Unavailable.Message, await QueryAsync(server));
        await UntilAsync(() => Volatile.Read(ref healthy) > before);
        isUnavailable = true;
        Assert.Equal("STORE_UNAVAILABLE: " + Unavailable.Message, await QueryAsync(server));
        await UntilAsync(() => server.Gate.UnavailableReason is not null);
        Assert.Equal(2, asked);
        Assert.Equal(Away, await QueryAsync(server));
        Assert.Equal(2, asked);

        isUnavailable = false;
        await UntilAsync(() => server.Gate.UnavailableReason is null);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Equal(2, server.Log.Lines.Count(line => line.StartsWith($"Warning {UnavailableReason}", StringComparison.Ordinal)));
        Assert.Equal(2, server.Log.Lines.Count(line => line.StartsWith("Information Neo4j at db:7687 is available", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_permanent_error_stops_the_monitor_before_the_first_success_and_closes_the_gate_afterwards()
    {
        var failure = new StoreException(StoreFailure.Refused, "The database holds another model.");
        var (refusing, ended) = await StartAsync(
            new StubStore(_ => Task.CompletedTask) { Prepare = _ => throw failure }, Cancellation);
        await using (refusing)
            Assert.Same(failure, await Assert.ThrowsAsync<StoreException>(() => ended));

        var refuses = false;
        Task Try(CancellationToken cancellation) => refuses ? throw failure : Task.CompletedTask;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(new StubStore(Try) { Prepare = Try }, end.Token);
        await using var disposed = server;
        await UntilAsync(() => server.Gate.UnavailableReason is null);
        refuses = true;
        server.Gate.ReportSuspectedOutage();
        await UntilAsync(() => server.Gate.UnavailableReason == $"Neo4j at db:7687 cannot be used: {failure.Message}");
        refuses = false;
        await UntilAsync(() => server.Gate.UnavailableReason is null);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task Priming_runs_again_when_the_store_is_back_and_stops_when_it_is_unavailable()
    {
        var isUnavailable = false;
        var primings = 0;
        var stopped = 0;
        Task Try(CancellationToken cancellation) => isUnavailable ? throw Unavailable : Task.CompletedTask;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(new StubStore(Try) { Prepare = Try }, end.Token, async cancellation =>
        {
            Interlocked.Increment(ref primings);
            cancellation.Register(() => Interlocked.Increment(ref stopped));
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        await using var disposed = server;
        await UntilAsync(() => primings == 1);
        isUnavailable = true;
        server.Gate.ReportSuspectedOutage();
        await UntilAsync(() => stopped == 1);
        isUnavailable = false;
        await UntilAsync(() => primings == 2);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Equal(2, stopped);
    }

    [Fact]
    public async Task A_store_that_responds_to_the_second_probe_is_available()
    {
        var asked = 0;
        var primings = 0;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(
            new StubStore(_ => Task.CompletedTask)
            {
                Prepare = _ => Task.CompletedTask,
                Health = _ => Interlocked.Increment(ref asked) == 1 ? throw Unavailable : Task.CompletedTask,
            },
            end.Token,
            _ =>
            {
                primings++;
                return Task.CompletedTask;
            });
        await using var disposed = server;
        await UntilAsync(() => primings == 1);
        server.Gate.ReportSuspectedOutage();
        await UntilAsync(() => asked == 2);
        // The next report is processed: the one before has changed nothing.
        server.Gate.ReportSuspectedOutage();
        await UntilAsync(() => asked == 3);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Null(server.Gate.UnavailableReason);
        Assert.Equal(1, primings);
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rejected_login_is_retried_once_after_a_long_delay()
    {
        var refuses = false;
        var refusals = 0;
        Task Try(CancellationToken cancellation)
        {
            if (!refuses)
                return Task.CompletedTask;
            Interlocked.Increment(ref refusals);
            throw new StoreException(StoreFailure.AccessDenied, "The password is not the right one.");
        }
        var time = new AcceleratedTimeProvider();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(new StubStore(Try) { Prepare = Try, Health = Try }, end.Token, time: time);
        await using var disposed = server;
        await UntilAsync(() => server.Gate.UnavailableReason is null);
        refuses = true;
        server.Gate.ReportSuspectedOutage();
        await UntilAsync(() => refusals >= 4);
        refuses = false;
        await UntilAsync(() => server.Gate.UnavailableReason is null);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        // One probe, then attempts with a delay after each.
        var pauses = time.Waits.Where(wait => wait > TimeSpan.FromSeconds(10)).ToList();
        Assert.Equal(refusals - 1, pauses.Count);
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Retry_delays_grow_and_vary_randomly()
    {
        var attempts = 0;
        var time = new AcceleratedTimeProvider();
        var (server, ended) = await StartAsync(
            new StubStore(_ => Task.CompletedTask)
            {
                Prepare = _ => throw (Interlocked.Increment(ref attempts) < 20 ? Unavailable : new StoreException(StoreFailure.Refused, "No more.")),
            },
            Cancellation,
            time: time);
        await using var disposed = server;
        await Assert.ThrowsAsync<StoreException>(() => ended);
        // The probe timers of each attempt have other delays.
        var pauses = time.Waits.Where(wait => wait < TimeSpan.FromSeconds(4.5)).ToList();
        Assert.Equal(19, pauses.Count);
        Assert.InRange(pauses[0], TimeSpan.FromMilliseconds(130), TimeSpan.FromMilliseconds(270));
        Assert.All(pauses[10..], pause => Assert.InRange(pause, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)));
        Assert.True(pauses[10..].Distinct().Count() > 1);
    }

    [Fact]
    public async Task A_store_that_stops_responding_during_preparation_is_prepared_again()
    {
        var attempts = 0;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(
            new StubStore(_ => Task.CompletedTask)
            {
                Prepare = cancellation => Interlocked.Increment(ref attempts) == 1 ? Task.Delay(Timeout.Infinite, cancellation) : Task.CompletedTask,
                Health = cancellation => Task.Delay(Timeout.Infinite, cancellation),
            },
            end.Token,
            time: new AcceleratedTimeProvider());
        await using var disposed = server;
        await UntilAsync(() => server.Gate.UnavailableReason is null);
        Assert.Equal(2, attempts);
        Assert.Contains(
            server.Log.Lines, line => line.StartsWith("Warning Neo4j at db:7687 is unavailable: No response within 15 seconds.", StringComparison.Ordinal));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task A_preparation_has_no_timeout_while_the_store_responds()
    {
        var attempts = 0;
        var asked = 0;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(
            new StubStore(_ => Task.CompletedTask)
            {
                Prepare = cancellation =>
                {
                    Interlocked.Increment(ref attempts);
                    return done.Task.WaitAsync(cancellation);
                },
                Health = _ =>
                {
                    Interlocked.Increment(ref asked);
                    return Task.CompletedTask;
                },
            },
            end.Token,
            time: new AcceleratedTimeProvider());
        await using var disposed = server;
        await UntilAsync(() => asked >= 5);
        Assert.NotNull(server.Gate.UnavailableReason);
        done.SetResult();
        await UntilAsync(() => server.Gate.UnavailableReason is null);
        Assert.Equal(1, attempts);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task An_internal_error_is_logged_with_its_type_and_stack_but_without_its_message()
    {
        var fails = false;
        Task Fail(CancellationToken cancellation) => fails ? throw new InvalidOperationException("with a SECRET") : Task.CompletedTask;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(
            new StubStore(Fail) { Prepare = Fail, Health = Fail }, end.Token, _ => throw new NotSupportedException("with a SECRET"));
        await using var disposed = server;
        await UntilAsync(() => server.Gate.UnavailableReason is null);
        await UntilAsync(() => server.Log.Text.Contains(typeof(NotSupportedException).FullName!, StringComparison.Ordinal));
        fails = true;
        server.Gate.ReportSuspectedOutage();
        await UntilAsync(() => server.Gate.UnavailableReason == "Neo4j at db:7687 cannot be used: InvalidOperationException.");
        fails = false;
        await UntilAsync(() => server.Gate.UnavailableReason is null);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Contains(
            server.Log.Lines,
            line => line.StartsWith("Error", StringComparison.Ordinal)
                && line.Contains(typeof(InvalidOperationException).FullName!, StringComparison.Ordinal)
                && line.Contains($"at {typeof(StoreMonitorTests).FullName}", StringComparison.Ordinal));
        Assert.DoesNotContain("SECRET", server.Log.Text, StringComparison.Ordinal);
    }
}
