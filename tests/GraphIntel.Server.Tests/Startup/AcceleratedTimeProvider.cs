using System.Collections.Concurrent;

namespace GraphIntel.Server.Tests.Startup;

/// <summary>A time provider that shortens all timers to a few milliseconds, and records their original delays.</summary>
internal sealed class AcceleratedTimeProvider : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20);

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime > Longest ? Longest : dueTime, period);
    }
}
