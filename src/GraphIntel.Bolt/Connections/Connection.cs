using System.Net;
using System.Net.Sockets;
using GraphIntel.Bolt.Framing;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Connections;

/// <summary>
/// One connection: requests are sent in the order they were added, and responses arrive in the same order. Not thread-safe,
/// except for <see cref="Cancel"/> and <see cref="CheckSilence"/>.
/// </summary>
internal sealed partial class Connection : IAsyncDisposable
{
    private const string UnreadableMessage = "A response of the server could not be read.";
    private readonly Stream _stream;
    private readonly Socket _socket;
    private readonly TimeSpan _resetTimeout;
    private readonly ChunkReader _incoming;
    private readonly ChunkWriter _outgoing = new();
    private readonly List<Response> _added = [];

    /// <summary>Guards the following fields: pending responses and the order of writes.</summary>
    private readonly Lock _gate = new();
    private readonly Queue<Response> _pending = new();
    private Task _writing = Task.CompletedTask;
    private int _resetsPending;
    private volatile bool _canceled;
    private string? _broken;
    private Exception? _breakCause;
    private volatile bool _writeFailed;
    private bool _disposed;

    /// <summary>The first pending response, so that records need no lock; used only by the reader.</summary>
    private Response? _head;
    private Neo4jException? _failure;

    /// <summary>The response that last borrowed a record from the receive buffer.</summary>
    private Response? _borrower;

    public Connection(
        Socket socket, Stream stream, ServerAddress address, BoltVersion version, TimeSpan resetTimeout, ChunkReader incoming)
    {
        _incoming = incoming;
        _resetTimeout = resetTimeout;
        _socket = socket;
        _stream = stream;
        Address = address;
        var reached = (socket.RemoteEndPoint as IPEndPoint)?.Address;
        RemoteAddress = reached is { IsIPv4MappedToIPv6: true } ? reached.MapToIPv4() : reached;
        Version = version;
    }

    public ServerAddress Address { get; }

    /// <summary>The IP address of the server; null if unknown.</summary>
    public IPAddress? RemoteAddress { get; }

    public BoltVersion Version { get; }

    /// <summary>The server's response to HELLO.</summary>
    public HelloResponse Server { get; private set; } = new();

    /// <summary>The token of the login.</summary>
    public AuthToken? Token { get; set; }

    /// <summary>When it was opened, logged on, acquired and released, as timestamps of the pool's clock.</summary>
    public long OpenedAt { get; set; }

    /// <inheritdoc cref="OpenedAt"/>
    public long LoggedOnAt { get; set; }

    /// <inheritdoc cref="OpenedAt"/>
    public long AcquiredAt { get; set; }

    /// <inheritdoc cref="OpenedAt"/>
    public long ReleasedAt { get; set; }

    /// <summary>Whether the connection can no longer be used.</summary>
    public bool IsBroken => Volatile.Read(ref _broken) is not null;

    /// <summary>Whether there was a failure that no RESET has cleared yet.</summary>
    public bool HasFailed => _failure is not null;

    /// <summary>Whether it was never released: a new connection needs no RESET.</summary>
    public bool IsNew => ReleasedAt == 0;

    /// <summary>Whether no responses are pending.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _pending.Count == 0;
        }
    }

    /// <summary>Whether the next request can be sent: the send buffer is free, and the last write succeeded.</summary>
    public bool CanSend => Volatile.Read(ref _writing).IsCompleted && !_writeFailed;

    /// <summary>
    /// Whether there is neither data nor the end of the stream to read, both of which make an idle connection unusable. Takes
    /// no round trip.
    /// </summary>
    public bool IsQuiet()
    {
        try
        {
            // Empty chunks, which a server sends as keep-alives, are skipped; an unrequested message makes the connection
            // unusable.
            if (!_incoming.IsEmpty && _incoming.TryRead(out _))
                Break($"The server at {Address} sent an unrequested message.", null);
            return _incoming.IsEmpty && !IsBroken && !_socket.Poll(0, SelectMode.SelectRead);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or ProtocolException)
        {
            return false;
        }
    }

    /// <summary>Releases a large buffer while the connection is idle.</summary>
    public void Trim() => _incoming.Trim();

    /// <summary>
    /// Waits until the previous write is complete, so that the buffer is free. Cancellation breaks the connection: a RESET
    /// would have to wait for the write.
    /// </summary>
    public ValueTask ReadyAsync(CancellationToken cancellation) =>
        Volatile.Read(ref _writing).IsCompleted ? default : ReadyCoreAsync(cancellation);

    /// <exception cref="Neo4jException">The connection is broken.</exception>
    public void ThrowIfBroken()
    {
        if (IsBroken)
            throw BrokenError();
    }

    /// <summary>Writes a message to the buffer; <see cref="Flush"/> sends it. If that throws, the buffer is unchanged.</summary>
    public void Add<TMessage>(TMessage message, Response? response)
        where TMessage : struct, IMessage
    {
        var start = _outgoing.Written.Length;
        try
        {
            _outgoing.BeginMessage();
            message.Write(new PackStream.PackStreamWriter(_outgoing));
            CheckMessage();
            _outgoing.EndMessage();
        }
        catch
        {
            _outgoing.Truncate(start);
            throw;
        }
        if (response is not null)
            _added.Add(response);
    }

    /// <summary>Removes all messages that were not flushed.</summary>
    public void Abandon()
    {
        if (_added.Count == 0)
            return;
        _outgoing.Clear();
        _added.Clear();
    }

    /// <summary>Copies a record that a cursor still uses, before the receive buffer is reused.</summary>
    public void DetachBorrower()
    {
        _borrower?.Detach();
        _borrower = null;
    }

    /// <summary>The end of the messages added so far, for <see cref="Abandon(ConnectionMark)"/>.</summary>
    public ConnectionMark Mark() => new(_outgoing.Written.Length, _added.Count);

    /// <summary>Removes the messages that were added since.</summary>
    public void Abandon(ConnectionMark mark)
    {
        _outgoing.Truncate(mark.Length);
        _added.RemoveRange(mark.Requests, _added.Count - mark.Requests);
    }

    /// <summary>Sends the added messages in one write, without waiting: errors are reported to those who wait for responses.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            foreach (var response in _added)
                _pending.Enqueue(response);
            _added.Clear();
            _writing = WriteAsync(_writing, _outgoing.Written, clear: true);
        }
    }

    /// <summary>
    /// Reads until the response has arrived. Cancellation sends RESET and then reads all pending responses, so the connection
    /// can be used again.
    /// </summary>
    public ValueTask WaitAsync(Response response, CancellationToken cancellation)
    {
        if (IsBroken)
            return ValueTask.FromException(BrokenError());
        try
        {
            while (!response.HasArrived && _incoming.TryRead(out var message))
                Dispatch(message);
        }
        catch (ProtocolException e)
        {
            Break(e.Message, e);
            return ValueTask.FromException(e);
        }
        catch (Exception e)
        {
            Break(UnreadableMessage, e);
            return ValueTask.FromException(e);
        }
        return response.HasArrived && !_canceled ? default : WaitCoreAsync(response, cancellation);
    }

    /// <summary>Reads until no responses are pending.</summary>
    public async ValueTask DrainAsync()
    {
        while (!IsIdle)
            await ReceiveAsync().ConfigureAwait(false);
    }

    /// <summary>Stops running requests: RESET takes effect before all earlier ones. Does nothing without pending responses.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            if (_pending.Count == 0 || _broken is not null)
                return;
            _canceled = true;
            AddReset();
        }
    }

    /// <summary>Sends HELLO and LOGON in one write.</summary>
    public async ValueTask LogOnAsync(Hello hello, AuthToken token)
    {
        var server = new HelloResponse();
        var logon = new Response();
        Add(hello, server);
        Add(new Logon(token), logon);
        Flush();
        await WaitAsync(server, default).ConfigureAwait(false);
        server.ThrowIfFailed();
        await WaitAsync(logon, default).ConfigureAwait(false);
        logon.ThrowIfFailed();
        Server = server;
        Token = token;
    }

    /// <summary>Logs on as another user, with LOGOFF and LOGON in one write.</summary>
    public async ValueTask LogOnAgainAsync(AuthToken token, TimeSpan timeout, CancellationToken cancellation)
    {
        await ReadyAsync(cancellation).ConfigureAwait(false);
        var logoff = new Response();
        var logon = new Response();
        Add(default(Logoff), logoff);
        Add(new Logon(token), logon);
        SetDeadline(timeout);
        Flush();
        Token = null;
        await WaitAsync(logoff, cancellation).ConfigureAwait(false);
        logoff.ThrowIfFailed();
        await WaitAsync(logon, cancellation).ConfigureAwait(false);
        logon.ThrowIfFailed();
        ClearDeadline();
        Token = token;
    }

    /// <summary>
    /// Resets the connection: no running request, no open transaction, no failure. Cancellation breaks it, because a RESET
    /// cannot be canceled.
    /// </summary>
    public ValueTask ResetAsync(CancellationToken cancellation) => ResetAsync(_resetTimeout, cancellation);

    /// <inheritdoc cref="ResetAsync(CancellationToken)"/>
    public async ValueTask ResetAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        Abandon();
        lock (_gate)
        {
            if (_broken is not null)
                throw BrokenError();
            // Remaining records are discarded.
            _canceled = true;
            AddReset();
            SetDeadline(timeout);
        }
        try
        {
            using var registration = cancellation.UnsafeRegister(
                static connection => ((Connection)connection!).Break("The RESET was canceled.", null), this);
            await DrainAsync().ConfigureAwait(false);
            ThrowIfBroken();
        }
        catch (Neo4jException e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("The RESET was canceled.", e, cancellation);
        }
        _canceled = false;
    }

    /// <summary>Sends GOODBYE if that is possible at once, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
        }
        // A running write still uses the buffer.
        if (!IsBroken && _writing.IsCompleted)
        {
            Abandon();
            Add(default(Goodbye), null);
            Flush();
            // GOODBYE is optional: a slow server is not waited for.
            await Task.WhenAny(_writing, Task.Delay(TimeSpan.FromMilliseconds(200))).ConfigureAwait(false);
        }
        Break("The connection was closed.", null);
        // Buffers in use by a running write or read are left to the garbage collector.
        if (_writing.IsCompleted)
            _outgoing.Dispose();
        await _stream.DisposeAsync().ConfigureAwait(false);
        if (Volatile.Read(ref _readingSince) == 0)
            _incoming.Dispose();
    }

    /// <summary>Breaks the connection with a reason, which pending requests report.</summary>
    public void Break(string reason, Exception? cause)
    {
        lock (_gate)
        {
            if (_broken is not null)
                return;
            _breakCause = cause;
            Volatile.Write(ref _broken, reason);
        }
        _socket.Dispose();
    }

    /// <summary>
    /// The error of pending requests on a broken connection: an earlier failure, if there is one, because the server would
    /// have ignored the request.
    /// </summary>
    private Neo4jException BrokenError() => _failure ?? new ServiceUnavailableException(_broken ?? "The connection was lost.", _breakCause);

    /// <summary>
    /// Checks parts that a callback of the caller wrote: an incomplete message would break the connection for all that
    /// follow.
    /// </summary>
    private void CheckMessage()
    {
        var reader = new PackStream.PackStreamReader(_outgoing.OpenMessage);
        try
        {
            var fields = reader.ReadStructureHeader(out var tag);
            for (var field = 0; field < fields; field++)
            {
                if (tag == MessageTag.Run && field == 1 && reader.PeekType() is not PackStream.PackStreamType.Map)
                    throw new ClientException("The written parameters are not a map.");
                reader.Skip();
            }
        }
        catch (ProtocolException e)
        {
            throw new ClientException("The written parameters are not a complete value.", e);
        }
        if (!reader.AtEnd)
            throw new ClientException("The written parameters are more than one value.");
    }
}

/// <summary>A position in the send buffer of a connection.</summary>
internal readonly record struct ConnectionMark(int Length, int Requests);
