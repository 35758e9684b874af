using System.Collections.Concurrent;

namespace GraphIntel.Bolt.Connections;

/// <summary>Checks regularly whether servers exceeded their deadlines: one timer for all connections.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<Connection, bool> _watched = new();
    private readonly Timer _timer;

    public Watchdog() => _timer = new Timer(static watchdog => ((Watchdog)watchdog!).CheckAll(), this, Period, Period);

    public void Watch(Connection connection) => _watched.TryAdd(connection, true);

    public void Dispose() => _timer.Dispose();

    private void CheckAll()
    {
        var now = Environment.TickCount64;
        foreach (var (connection, _) in _watched)
        {
            connection.CheckSilence(now);
            if (connection.IsBroken)
                _watched.TryRemove(connection, out _);
        }
    }
}
