using System.Net.Sockets;
using GraphIntel.Bolt.Framing;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Connections;

/// <summary>
/// One connection: requests go out in the order they were added, their responses come back in that order. One caller uses it
/// at a time; <see cref="Cancel"/> and the watchdog may come from anywhere.
/// </summary>
internal sealed partial class Connection : IAsyncDisposable
{
    private const string Unreadable = "An answer of the server's could not be read.";
    private readonly Stream _stream;
    private readonly Socket _socket;
    private readonly TimeSpan _resetTimeout;
    private readonly ChunkReader _incoming;
    private readonly ChunkWriter _outgoing = new();
    private readonly List<Response> _added = [];

    /// <summary>Guards what follows: the requests that wait for an answer and the order of writes.</summary>
    private readonly Lock _gate = new();
    private readonly Queue<Response> _pending = new();
    private Task _writing = Task.CompletedTask;
    private int _resetsPending;
    private volatile bool _cancelled;
    private string? _broken;
    private Exception? _brokenBy;
    private bool _disposed;

    /// <summary>The first of the pending, so that a record need not take the lock; only the reader looks at it.</summary>
    private Response? _head;
    private Neo4jException? _failure;

    /// <summary>Whose record was handed out where it lies last.</summary>
    private Response? _lentTo;

    public Connection(
        Socket socket, Stream stream, ServerAddress address, BoltVersion version, TimeSpan resetTimeout, int maxMessageSize)
    {
        _incoming = new ChunkReader(maxMessageSize);
        _resetTimeout = resetTimeout;
        _socket = socket;
        _stream = stream;
        Address = address;
        Version = version;
    }

    public ServerAddress Address { get; }

    public BoltVersion Version { get; }

    /// <summary>What the server said of itself.</summary>
    public HelloResponse Server { get; private set; } = new();

    /// <summary>Who is logged on.</summary>
    public AuthToken? Token { get; set; }

    /// <summary>When it was opened, given back and given out, as timestamps of the pool's clock.</summary>
    public long OpenedAt { get; set; }

    /// <inheritdoc cref="OpenedAt"/>
    public long UsedSince { get; set; }

    /// <inheritdoc cref="OpenedAt"/>
    public long IdleSince { get; set; }

    /// <summary>Whether nothing more can be sent or received.</summary>
    public bool IsBroken => Volatile.Read(ref _broken) is not null;

    /// <summary>Whether a failure was not cleared by a RESET yet.</summary>
    public bool HasFailed => _failure is not null;

    /// <summary>Whether every request has its answer.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _pending.Count == 0;
        }
    }

    /// <summary>Whether bytes are still being sent; the buffer is theirs until then.</summary>
    public bool IsSending => !Volatile.Read(ref _writing).IsCompleted;

    /// <summary>
    /// Whether neither bytes nor an end are there to read: on an idle connection both mean that it is of no use any more. It
    /// takes no round trip.
    /// </summary>
    public bool IsQuiet()
    {
        try
        {
            // Empty chunks, which a server sends as signs of life, are passed over; a message that nobody asked for is the end.
            if (!_incoming.IsEmpty && _incoming.TryRead(out _))
                Break($"The server at {Address} said something unasked.", null);
            return _incoming.IsEmpty && !IsBroken && !_socket.Poll(0, SelectMode.SelectRead);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or ProtocolException)
        {
            return false;
        }
    }

    /// <summary>
    /// Waits until the previous write is out, so that the buffer is free for the next. Cancellation ends the connection: a RESET
    /// would have to wait behind the write.
    /// </summary>
    public ValueTask ReadyAsync(CancellationToken cancellation) =>
        Volatile.Read(ref _writing).IsCompleted ? default : ReadySlowlyAsync(cancellation);

    /// <exception cref="ServiceUnavailableException">Nothing more can be sent or received.</exception>
    public void ThrowIfBroken()
    {
        if (IsBroken)
            throw Lost();
    }

    /// <summary>
    /// Writes a message into the buffer; it leaves with <see cref="Flush"/>. A message that fails to be written leaves no trace.
    /// </summary>
    public void Add<TMessage>(TMessage message, Response? response)
        where TMessage : struct, IMessage
    {
        var start = _outgoing.Written.Length;
        try
        {
            _outgoing.BeginMessage();
            message.Write(new PackStream.PackStreamWriter(_outgoing));
            CheckWhole();
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

    /// <summary>Takes back every message that was added and not flushed.</summary>
    public void Abandon()
    {
        if (_added.Count == 0)
            return;
        _outgoing.Clear();
        _added.Clear();
    }

    /// <summary>Copies a record that was handed out where it lies and is still looked at: the connection goes to somebody else.</summary>
    public void TakeBack()
    {
        _lentTo?.Detach();
        _lentTo = null;
    }

    /// <summary>Where the messages added so far end, for <see cref="Abandon(ConnectionMark)"/>.</summary>
    public ConnectionMark Mark() => new(_outgoing.Written.Length, _added.Count);

    /// <summary>Takes back the messages that were added since.</summary>
    public void Abandon(ConnectionMark mark)
    {
        _outgoing.Truncate(mark.Length);
        _added.RemoveRange(mark.Requests, _added.Count - mark.Requests);
    }

    /// <summary>Sends what was added, in one write. It does not wait: what goes wrong shows where the answer is waited for.</summary>
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
    /// Reads until what the response waits for is here. Cancellation sends RESET and then reads until the server has answered
    /// everything, so the connection is of use afterwards.
    /// </summary>
    public ValueTask WaitAsync(Response response, CancellationToken cancellation)
    {
        if (IsBroken)
            return ValueTask.FromException(Lost());
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
            Break(Unreadable, e);
            return ValueTask.FromException(e);
        }
        return response.HasArrived && !_cancelled ? default : WaitSlowlyAsync(response, cancellation);
    }

    /// <summary>Reads until every request has its answer.</summary>
    public async ValueTask DrainAsync()
    {
        while (!IsIdle)
            await ReceiveAsync().ConfigureAwait(false);
    }

    /// <summary>Stops what runs: RESET overtakes all that was asked before. Without anything outstanding it does nothing.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            if (_pending.Count == 0 || _broken is not null)
                return;
            _cancelled = true;
            AddReset();
        }
    }

    /// <summary>Says who is at both ends: HELLO and LOGON in one write.</summary>
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

    /// <summary>Lets another user log on to the same connection: LOGOFF and LOGON in one write.</summary>
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
    /// Brings the connection back to where nothing runs, nothing is open and nothing has failed. Cancellation ends it, as there
    /// is nothing left to stop a RESET with.
    /// </summary>
    public async ValueTask ResetAsync(CancellationToken cancellation)
    {
        Abandon();
        lock (_gate)
        {
            if (_broken is not null)
                throw Lost();
            // Records that still come are of no use to anyone.
            _cancelled = true;
            AddReset();
        }
        try
        {
            using var registration = cancellation.UnsafeRegister(
                static connection => ((Connection)connection!).Break("The answer to RESET was not waited for.", null), this);
            await DrainAsync().ConfigureAwait(false);
            ThrowIfBroken();
        }
        catch (Neo4jException e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("The server was not waited for.", e, cancellation);
        }
        _cancelled = false;
    }

    /// <summary>Says goodbye where that can be done at once, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
        }
        // A write that is under way still has the buffer.
        if (!IsBroken && _writing.IsCompleted)
        {
            Abandon();
            Add(default(Goodbye), null);
            Flush();
            // The farewell is a courtesy: a server that does not take it at once is not waited for.
            await Task.WhenAny(_writing, Task.Delay(TimeSpan.FromMilliseconds(200))).ConfigureAwait(false);
        }
        Break("The connection was closed.", null);
        // A write that is still under way holds the buffer; leave both to the garbage collector then.
        if (_writing.IsCompleted)
            _outgoing.Dispose();
        await _stream.DisposeAsync().ConfigureAwait(false);
        // So does a read that was left alone.
        if (Volatile.Read(ref _waitingSince) == 0)
            _incoming.Dispose();
    }

    /// <summary>Ends the connection for the reason given; whoever waits on it learns the reason.</summary>
    public void Break(string reason, Exception? by)
    {
        lock (_gate)
        {
            if (_broken is not null)
                return;
            _brokenBy = by;
            Volatile.Write(ref _broken, reason);
        }
        _socket.Dispose();
    }

    private ServiceUnavailableException Lost() => new(_broken ?? "The connection was lost.", _brokenBy);

    /// <summary>A caller's callback wrote parts of the message: one that is not whole would break the connection for all that follow.</summary>
    private void CheckWhole()
    {
        var reader = new PackStream.PackStreamReader(_outgoing.OpenMessage);
        try
        {
            var fields = reader.ReadStructureHeader(out var tag);
            for (var field = 0; field < fields; field++)
            {
                if (tag == MessageTag.Run && field == 1 && reader.PeekType() is not PackStream.PackStreamType.Map)
                    throw new ClientException("What was written as parameters is not a map.");
                reader.Skip();
            }
        }
        catch (ProtocolException e)
        {
            throw new ClientException("What was written as parameters is not one whole value.", e);
        }
        if (!reader.AtEnd)
            throw new ClientException("What was written as parameters is more than one value.");
    }
}

/// <summary>A place in what a connection is about to send.</summary>
internal readonly record struct ConnectionMark(int Length, int Requests);
