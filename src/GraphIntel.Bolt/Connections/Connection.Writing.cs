using System.Globalization;
using System.Net.Sockets;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Connections;

internal sealed partial class Connection
{
    // Milliseconds of Environment.TickCount64; 0 for none.
    private long _readingSince;
    private long _deadline;

    /// <summary>Sets the time until the pending responses must arrive; the watchdog enforces it.</summary>
    public void SetDeadline(TimeSpan timeout) =>
        Volatile.Write(ref _deadline, Environment.TickCount64 + (long)timeout.TotalMilliseconds);

    /// <summary>Sets the deadline of a request that takes no longer than a RESET.</summary>
    public void SetDeadline() => SetDeadline(_resetTimeout);

    public void ClearDeadline() => Volatile.Write(ref _deadline, 0);

    /// <summary>Breaks the connection if the server exceeded the deadline or its receive timeout.</summary>
    public void CheckSilence(long now)
    {
        var deadline = Volatile.Read(ref _deadline);
        if (deadline != 0 && now > deadline)
        {
            Break($"The server at {Address} did not respond in time.", new TimeoutException());
            return;
        }
        var since = Volatile.Read(ref _readingSince);
        if (since != 0 && Server.ReceiveTimeout is { } limit && now - since > (long)limit.TotalMilliseconds)
        {
            Break(
                string.Create(CultureInfo.InvariantCulture, $"The server at {Address} sent nothing for {limit.TotalSeconds} seconds."),
                new TimeoutException());
        }
    }

    /// <returns>False if another read is running, which would use the same buffer.</returns>
    private bool TryBeginRead() => Interlocked.CompareExchange(ref _readingSince, Environment.TickCount64, 0) == 0;

    private void EndRead() => Volatile.Write(ref _readingSince, 0);

    /// <summary>
    /// Sends RESET unless one is pending. It has a buffer of its own, so it can follow a running write. The caller holds the
    /// lock.
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
            OnWriteFailed(e);
        }
        if (clear)
            _outgoing.Clear();
    }

    /// <summary>
    /// Before a server closes a connection, it sends the reason: the reader reads it, and then detects the end of the
    /// connection.
    /// </summary>
    private void OnWriteFailed(Exception error)
    {
        _writeFailed = true;
        if (IsIdle)
            Break($"The connection to {Address} was lost.", error);
        else
            SetDeadline();
    }
}
