using System.Globalization;
using System.Net.Sockets;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Connections;

internal sealed partial class Connection
{
    // Milliseconds of Environment.TickCount64; 0 for none.
    private long _waitingSince;
    private long _deadline;

    /// <summary>Says when the answer to what is asked now must be there; the watchdog sees to it.</summary>
    public void SetDeadline(TimeSpan timeout) =>
        Volatile.Write(ref _deadline, Environment.TickCount64 + (long)timeout.TotalMilliseconds);

    /// <summary>Says that what is asked now is answered as fast as a RESET is.</summary>
    public void SetDeadline() => SetDeadline(_resetTimeout);

    public void ClearDeadline() => Volatile.Write(ref _deadline, 0);

    /// <summary>Ends the connection if its server has been silent for longer than it may be.</summary>
    public void CheckSilence(long now)
    {
        var deadline = Volatile.Read(ref _deadline);
        if (deadline != 0 && now > deadline)
        {
            Break($"The server at {Address} did not answer in time.", new TimeoutException());
            return;
        }
        var since = Volatile.Read(ref _waitingSince);
        if (since != 0 && Server.ReceiveTimeout is { } limit && now - since > (long)limit.TotalMilliseconds)
        {
            Break(
                string.Create(CultureInfo.InvariantCulture, $"The server at {Address} was silent for {limit.TotalSeconds} seconds."),
                new TimeoutException());
        }
    }

    /// <returns>False where somebody waits already: two would read into one buffer.</returns>
    private bool TryBeginWaiting() => Interlocked.CompareExchange(ref _waitingSince, Environment.TickCount64, 0) == 0;

    private void EndWaiting() => Volatile.Write(ref _waitingSince, 0);

    /// <summary>
    /// Sends RESET unless one is on its way. It has bytes of its own, so it can follow a write that is under way; a caller holds
    /// the gate.
    /// </summary>
    private void AddReset()
    {
        if (_resetsPending > 0)
            return;
        _resetsPending++;
        _pending.Enqueue(new ResetResponse());
        SetDeadline();
        _writing = WriteAsync(_writing, Reset.Framed, clear: false);
    }

    private async Task WriteAsync(Task previous, ReadOnlyMemory<byte> bytes, bool clear)
    {
        try
        {
            if (!previous.IsCompleted)
                await previous.ConfigureAwait(false);
            await _stream.WriteAsync(bytes).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            Break($"The connection to {Address} was lost.", e);
        }
        if (clear)
            _outgoing.Clear();
    }
}
