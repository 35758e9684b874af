using GraphIntel.Core.Execution;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>Which operations run, wait and are rejected.</summary>
public sealed class AdmissionLaneTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_limited_number_run_at_once_and_the_next_starts_when_one_ends()
    {
        var lane = new AdmissionLane(2, 10, Long);
        var first = await lane.EnterAsync(TimeSpan.Zero, Cancellation);
        await lane.EnterAsync(TimeSpan.Zero, Cancellation);
        var third = lane.EnterAsync(TimeSpan.Zero, Cancellation);
        Assert.False(third.IsCompleted);
        first!.Value.Dispose();
        Assert.NotNull(await third);
        Assert.Equal(2, lane.Running);
    }

    [Fact]
    public async Task A_cheap_operation_runs_before_expensive_ones_that_came_earlier()
    {
        var lane = new AdmissionLane(1, 10, Long);
        var running = await lane.EnterAsync(TimeSpan.Zero, Cancellation);
        var expensive = lane.EnterAsync(TimeSpan.FromMinutes(5), Cancellation).AsTask();
        var cheap = lane.EnterAsync(TimeSpan.Zero, Cancellation).AsTask();
        running!.Value.Dispose();
        var place = await cheap;
        Assert.False(expensive.IsCompleted);
        place!.Value.Dispose();
        Assert.NotNull(await expensive);
    }

    [Fact]
    public async Task Equal_operations_run_in_order_of_arrival()
    {
        var lane = new AdmissionLane(1, 10, Long);
        var running = await lane.EnterAsync(TimeSpan.Zero, Cancellation);
        var waiting = Enumerable.Range(0, 5).Select(_ => lane.EnterAsync(TimeSpan.Zero, Cancellation).AsTask()).ToList();
        foreach (var next in waiting)
        {
            running!.Value.Dispose();
            running = await next;
        }
    }

    [Fact]
    public async Task An_operation_that_times_out_in_the_queue_holds_no_lease()
    {
        var lane = new AdmissionLane(1, 10, TimeSpan.FromMilliseconds(20));
        var running = await lane.EnterAsync(TimeSpan.Zero, Cancellation);
        Assert.Null(await lane.EnterAsync(TimeSpan.Zero, Cancellation));
        running!.Value.Dispose();
        Assert.Equal(0, lane.Running);
    }

    [Fact]
    public async Task A_full_queue_rejects()
    {
        var lane = new AdmissionLane(1, 1, Long);
        var running = await lane.EnterAsync(TimeSpan.Zero, Cancellation);
        var waiting = lane.EnterAsync(TimeSpan.Zero, Cancellation).AsTask();
        Assert.Null(await lane.EnterAsync(TimeSpan.Zero, Cancellation));
        running!.Value.Dispose();
        Assert.NotNull(await waiting);
    }

    [Fact]
    public async Task A_cancelled_wait_leaves_the_queue()
    {
        var lane = new AdmissionLane(1, 1, Long);
        var running = await lane.EnterAsync(TimeSpan.Zero, Cancellation);
        using var leaving = new CancellationTokenSource();
        var left = lane.EnterAsync(TimeSpan.Zero, leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        var waiting = lane.EnterAsync(TimeSpan.Zero, Cancellation).AsTask();
        running!.Value.Dispose();
        Assert.NotNull(await waiting);
    }

    [Fact]
    public async Task No_lease_is_lost_under_concurrency_with_timeouts_and_cancellations()
    {
        var lane = new AdmissionLane(3, 20, TimeSpan.FromMilliseconds(3));
        var most = 0;
        var running = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            var dice = new Random(worker);
            for (var round = 0; round < 200; round++)
            {
                using var leaving = new CancellationTokenSource(dice.Next(1, 6));
                try
                {
                    using var place = await lane.EnterAsync(TimeSpan.FromMilliseconds(dice.Next(5)), leaving.Token);
                    if (place is null)
                        continue;
                    InterlockedMax(ref most, Interlocked.Increment(ref running));
                    await Task.Yield();
                    Interlocked.Decrement(ref running);
                }
                catch (OperationCanceledException)
                {
                    // It timed out.
                }
            }
        })));
        Assert.InRange(most, 1, 3);
        Assert.Equal(0, lane.Running);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }
}
