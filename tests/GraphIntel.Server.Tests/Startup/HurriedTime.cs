using System.Collections.Concurrent;

namespace GraphIntel.Server.Tests.Startup;

/// <summary>A clock on which no wait is longer than some milliseconds, and which remembers how long each would have been.</summary>
internal sealed class HurriedTime : TimeProvider
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
