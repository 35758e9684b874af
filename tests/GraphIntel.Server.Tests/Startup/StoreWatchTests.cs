using System.Net;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Startup;
using GraphIntel.Server.Tests.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GraphIntel.Server.Tests.Startup;

/// <summary>A store that goes and comes, with the server in front of it.</summary>
public sealed class StoreWatchTests
{
    private const string Place = """{ place(id: "place:maskanah") { name } }""";
    private const string Away = "STORE_UNAVAILABLE: The database cannot be asked at the moment; the server tries again by itself. Ask again in some seconds.";

    private const string Obstacle = "Neo4j at db:7687 is away: It does not answer.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static StoreException Unavailable => new(StoreFailure.Unavailable, "It does not answer.");

    private static async Task<(InProcessServer Server, Task Watching)> StartAsync(
        StandInStore store, CancellationToken end, Func<CancellationToken, Task>? prime = null, TimeProvider? time = null)
    {
        var server = new InProcessServer(store, settings => settings);
        server.Gate.Shut("It was not there yet.");
        await server.InitializeAsync();
        var loggers = LoggerFactory.Create(logging => logging.AddProvider(server.Log));
        var watch = new StoreWatch(
            store, "Neo4j at db:7687", server.Gate, async cancellation => await store.PrepareAsync(cancellation), prime ?? (_ => Task.CompletedTask), loggers.CreateLogger<StoreWatch>(), time);
        return (server, watch.RunAsync(end));
    }

    private static async Task<string> AskAsync(InProcessServer server)
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
    public async Task Requests_are_answered_at_once_until_the_store_comes_and_again_when_it_goes()
    {
        var isAway = true;
        var asked = 0;
        Task Try(CancellationToken cancellation) => isAway ? throw Unavailable : Task.CompletedTask;
        var store = new StandInStore(_ =>
        {
            Interlocked.Increment(ref asked);
            throw Unavailable;
        })
        { Prepare = Try, Health = Try };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(store, end.Token);
        await using var disposed = server;

        await UntilAsync(() => server.Gate.Obstacle == Obstacle);
        Assert.Equal(Away, await AskAsync(server));
        Assert.Equal(0, asked);
        Assert.Contains(Obstacle, await HealthAsync(server), StringComparison.Ordinal);
        using (var live = await server.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation))
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        isAway = false;
        await UntilAsync(() => server.Gate.Obstacle is null);
        Assert.Equal("{\"status\":\"healthy\",\"checks\":{\"store\":{\"status\":\"healthy\"}}}", await HealthAsync(server));

        // A statement fails while the store is there: the gate stays open. It fails because the store is gone: it shuts.
        Assert.Equal("STORE_UNAVAILABLE: " + Unavailable.Message, await AskAsync(server));
        isAway = true;
        Assert.Equal("STORE_UNAVAILABLE: " + Unavailable.Message, await AskAsync(server));
        await UntilAsync(() => server.Gate.Obstacle is not null);
        Assert.Equal(2, asked);
        Assert.Equal(Away, await AskAsync(server));
        Assert.Equal(2, asked);

        isAway = false;
        await UntilAsync(() => server.Gate.Obstacle is null);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Equal(2, server.Log.Lines.Count(line => line.StartsWith($"Warning {Obstacle}", StringComparison.Ordinal)));
        Assert.Equal(2, server.Log.Lines.Count(line => line.StartsWith("Information Neo4j at db:7687 is there", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refusal_ends_the_watch_before_the_store_was_there_and_shuts_the_gate_after()
    {
        var failure = new StoreException(StoreFailure.Refused, "The database holds another model.");
        var (refusing, ended) = await StartAsync(
            new StandInStore(_ => Task.CompletedTask) { Prepare = _ => throw failure }, Cancellation);
        await using (refusing)
            Assert.Same(failure, await Assert.ThrowsAsync<StoreException>(() => ended));

        var refuses = false;
        Task Try(CancellationToken cancellation) => refuses ? throw failure : Task.CompletedTask;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(new StandInStore(Try) { Prepare = Try }, end.Token);
        await using var disposed = server;
        await UntilAsync(() => server.Gate.Obstacle is null);
        refuses = true;
        server.Gate.Doubt();
        await UntilAsync(() => server.Gate.Obstacle == $"Neo4j at db:7687 cannot be used: {failure.Message}");
        refuses = false;
        await UntilAsync(() => server.Gate.Obstacle is null);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task What_is_primed_is_primed_again_when_the_store_comes_back_and_stopped_when_it_goes()
    {
        var isAway = false;
        var primings = 0;
        var stopped = 0;
        Task Try(CancellationToken cancellation) => isAway ? throw Unavailable : Task.CompletedTask;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(new StandInStore(Try) { Prepare = Try }, end.Token, async cancellation =>
        {
            Interlocked.Increment(ref primings);
            cancellation.Register(() => Interlocked.Increment(ref stopped));
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        await using var disposed = server;
        await UntilAsync(() => primings == 1);
        isAway = true;
        server.Gate.Doubt();
        await UntilAsync(() => stopped == 1);
        isAway = false;
        await UntilAsync(() => primings == 2);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Equal(2, stopped);
    }

    [Fact]
    public async Task A_store_that_answers_when_it_is_asked_a_second_time_is_not_lost()
    {
        var asked = 0;
        var primings = 0;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(
            new StandInStore(_ => Task.CompletedTask)
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
        server.Gate.Doubt();
        await UntilAsync(() => asked == 2);
        // The next doubt is looked after: the one before has changed nothing.
        server.Gate.Doubt();
        await UntilAsync(() => asked == 3);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Null(server.Gate.Obstacle);
        Assert.Equal(1, primings);
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_in_that_is_refused_is_tried_once_and_then_after_a_pause_in_which_others_can_log_in()
    {
        var refuses = false;
        var refusals = 0;
        Task Try(CancellationToken cancellation)
        {
            if (!refuses)
                return Task.CompletedTask;
            Interlocked.Increment(ref refusals);
            throw new StoreException(StoreFailure.NotAdmitted, "The password is not the right one.");
        }
        var time = new HurriedTime();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(new StandInStore(Try) { Prepare = Try, Health = Try }, end.Token, time: time);
        await using var disposed = server;
        await UntilAsync(() => server.Gate.Obstacle is null);
        refuses = true;
        server.Gate.Doubt();
        await UntilAsync(() => refusals >= 4);
        refuses = false;
        await UntilAsync(() => server.Gate.Obstacle is null);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        // One look, then attempts with a pause behind each.
        var pauses = time.Waits.Where(wait => wait > TimeSpan.FromSeconds(10)).ToList();
        Assert.Equal(refusals - 1, pauses.Count);
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Pauses_between_attempts_grow_to_some_seconds_and_no_two_servers_make_the_same()
    {
        var attempts = 0;
        var time = new HurriedTime();
        var (server, ended) = await StartAsync(
            new StandInStore(_ => Task.CompletedTask)
            {
                Prepare = _ => throw (Interlocked.Increment(ref attempts) < 20 ? Unavailable : new StoreException(StoreFailure.Refused, "No more.")),
            },
            Cancellation,
            time: time);
        await using var disposed = server;
        await Assert.ThrowsAsync<StoreException>(() => ended);
        // The patience of what is done beside each attempt is of another length.
        var pauses = time.Waits.Where(wait => wait < TimeSpan.FromSeconds(4.5)).ToList();
        Assert.Equal(19, pauses.Count);
        Assert.InRange(pauses[0], TimeSpan.FromMilliseconds(130), TimeSpan.FromMilliseconds(270));
        Assert.All(pauses[10..], pause => Assert.InRange(pause, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)));
        Assert.True(pauses[10..].Distinct().Count() > 1);
    }

    [Fact]
    public async Task A_store_that_falls_silent_while_it_is_prepared_is_prepared_again()
    {
        var attempts = 0;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(
            new StandInStore(_ => Task.CompletedTask)
            {
                Prepare = cancellation => Interlocked.Increment(ref attempts) == 1 ? Task.Delay(Timeout.Infinite, cancellation) : Task.CompletedTask,
                Health = cancellation => Task.Delay(Timeout.Infinite, cancellation),
            },
            end.Token,
            time: new HurriedTime());
        await using var disposed = server;
        await UntilAsync(() => server.Gate.Obstacle is null);
        Assert.Equal(2, attempts);
        Assert.Contains(
            server.Log.Lines, line => line.StartsWith("Warning Neo4j at db:7687 is away: It did not answer within 15 seconds.", StringComparison.Ordinal));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task A_store_that_answers_while_it_is_prepared_is_given_the_time_that_it_needs()
    {
        var attempts = 0;
        var asked = 0;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(
            new StandInStore(_ => Task.CompletedTask)
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
            time: new HurriedTime());
        await using var disposed = server;
        await UntilAsync(() => asked >= 5);
        Assert.NotNull(server.Gate.Obstacle);
        done.SetResult();
        await UntilAsync(() => server.Gate.Obstacle is null);
        Assert.Equal(1, attempts);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task A_fault_of_ours_leaves_its_type_and_stack_in_the_log_and_nothing_of_its_message()
    {
        var fails = false;
        Task Fail(CancellationToken cancellation) => fails ? throw new InvalidOperationException("with a SECRET") : Task.CompletedTask;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (server, watching) = await StartAsync(
            new StandInStore(Fail) { Prepare = Fail, Health = Fail }, end.Token, _ => throw new NotSupportedException("with a SECRET"));
        await using var disposed = server;
        await UntilAsync(() => server.Gate.Obstacle is null);
        await UntilAsync(() => server.Log.Text.Contains(typeof(NotSupportedException).FullName!, StringComparison.Ordinal));
        fails = true;
        server.Gate.Doubt();
        await UntilAsync(() => server.Gate.Obstacle == "Neo4j at db:7687 cannot be used: InvalidOperationException.");
        fails = false;
        await UntilAsync(() => server.Gate.Obstacle is null);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Contains(
            server.Log.Lines,
            line => line.StartsWith("Error", StringComparison.Ordinal)
                && line.Contains(typeof(InvalidOperationException).FullName!, StringComparison.Ordinal)
                && line.Contains($"at {typeof(StoreWatchTests).FullName}", StringComparison.Ordinal));
        Assert.DoesNotContain("SECRET", server.Log.Text, StringComparison.Ordinal);
    }
}
