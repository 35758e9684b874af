using System.Globalization;
using GraphIntel.Bolt.Connections;

namespace GraphIntel.Bolt.Pool;

/// <summary>
/// The connections to one server: never more than its bound, given out first come first served, the one used last first. A
/// place in the turnstile is the right to use one; with it, a caller takes an idle one or opens one.
/// </summary>
internal sealed class ConnectionPool : IAsyncDisposable
{
    private readonly Connector _connector;
    private readonly DriverConfig _config;
    private readonly TimeProvider _time;
    private readonly PoolMetrics _metrics;
    private readonly Turnstile _turnstile;
    private readonly Lock _gate = new();
    private readonly Stack<Connection> _idle = new();
    private readonly HashSet<Connection> _used = [];
    private long _expiredBefore;
    private Exception? _closed;

    public ConnectionPool(ServerAddress address, Connector connector, DriverConfig config)
    {
        Address = address;
        _connector = connector;
        _config = config;
        _time = config.Time;
        _metrics = new PoolMetrics(address);
        _turnstile = new Turnstile(config.MaxConnectionPoolSize);
        _expiredBefore = long.MinValue;
        _metrics.Bounds(config.MaxConnectionPoolSize);
    }

    public ServerAddress Address { get; }

    /// <summary>How many connections are in use: what the router balances by.</summary>
    public int InUse
    {
        get
        {
            lock (_gate)
                return _used.Count;
        }
    }

    /// <summary>How many connections are open and idle.</summary>
    public int Idle
    {
        get
        {
            lock (_gate)
                return _idle.Count;
        }
    }

    public int Waiting => _turnstile.Waiting;

    /// <summary>Gives a connection on which the user is logged on and nothing runs.</summary>
    public ValueTask<Connection> AcquireAsync(AuthToken token, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!_turnstile.TryEnter())
            return WaitAndAcquireAsync(token, cancellation);
        if (PoolMetrics.TimesUse)
            _metrics.Waited(TimeSpan.Zero);
        // The usual case: an idle connection that needs no round trip to be trusted.
        var idle = TakeIdle();
        return idle is not null && Judge(idle, token) is Verdict.Good
            ? ValueTask.FromResult(idle)
            : TryThisAsync(idle, token, cancellation);
    }

    /// <summary>Takes a connection back. What is broken or too old is closed; what has unfinished or failed work is reset first.</summary>
    public async ValueTask ReleaseAsync(Connection connection, bool needsReset)
    {
        try
        {
            connection.Abandon();
            connection.TakeBack();
            if (!connection.IsBroken && (needsReset || connection.HasFailed || !connection.IsIdle))
                await connection.ResetAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Neo4jException)
        {
            // The connection is broken now, and goes the way of broken ones.
        }
        finally
        {
            await PutBackAsync(connection).ConfigureAwait(false);
        }
    }

    private async ValueTask PutBackAsync(Connection connection)
    {
        var keep = false;
        lock (_gate)
        {
            _used.Remove(connection);
            if (_closed is null && connection is { IsBroken: false, IsSending: false, Token: not null })
            {
                keep = true;
                if (PoolMetrics.TimesUse)
                    _metrics.UsedFor(_time.GetElapsedTime(connection.UsedSince));
                connection.IdleSince = _time.GetTimestamp();
                _idle.Push(connection);
            }
        }
        _metrics.Used(-1);
        if (keep)
            _metrics.Idle(1);
        else if (connection.IsBroken)
            _metrics.Failed();
        try
        {
            if (!keep)
                await connection.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _turnstile.Leave();
        }
    }

    /// <summary>Sees to it that no connection opened until now is given out again: what the server knows of the user is out of date.</summary>
    public void ExpireAll()
    {
        lock (_gate)
            _expiredBefore = _time.GetTimestamp();
    }

    /// <summary>Closes the idle connections, because the server is believed to be gone.</summary>
    public async ValueTask CloseIdleAsync()
    {
        while (TakeIdle(use: false) is { } idle)
            await idle.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Closes the pool: those who wait are turned away, idle connections closed, used ones ended.</summary>
    public ValueTask DisposeAsync() => CloseAsync(new ObjectDisposedException(nameof(Driver)), breakUsed: true);

    /// <summary>Closes the pool because its server has no part any more; what is in use may finish.</summary>
    public ValueTask RetireAsync() =>
        CloseAsync(new ServiceUnavailableException($"{Address} is no longer part of the cluster."), breakUsed: false);

    private async ValueTask CloseAsync(Exception reason, bool breakUsed)
    {
        Connection[] used;
        lock (_gate)
        {
            if (_closed is not null)
                return;
            _closed = reason;
            used = [.. _used];
        }
        _turnstile.Close(reason);
        _metrics.Bounds(-_config.MaxConnectionPoolSize);
        await CloseIdleAsync().ConfigureAwait(false);
        if (breakUsed)
        {
            foreach (var connection in used)
                connection.Break("The driver was closed.", null);
        }
    }

    private async ValueTask<Connection> WaitAndAcquireAsync(AuthToken token, CancellationToken cancellation)
    {
        var started = _time.GetTimestamp();
        _metrics.Waits(1);
        try
        {
            await _turnstile.EnterAsync(_config.ConnectionAcquisitionTimeout, _time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            _metrics.TimedOut();
            var seconds = _config.ConnectionAcquisitionTimeout.TotalSeconds;
            var message = string.Create(
                CultureInfo.InvariantCulture,
                $"All {_config.MaxConnectionPoolSize} connections to {Address} were in use for {seconds} seconds.");
            throw new ClientException(message, e);
        }
        finally
        {
            _metrics.Waits(-1);
        }
        _metrics.Waited(_time.GetElapsedTime(started));
        return await TryThisAsync(TakeIdle(), token, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<Connection> TryThisAsync(Connection? candidate, AuthToken token, CancellationToken cancellation)
    {
        try
        {
            for (; candidate is not null; candidate = TakeIdle())
            {
                if (await MakeGoodAsync(candidate, token, cancellation).ConfigureAwait(false))
                    return candidate;
                await DropAsync(candidate).ConfigureAwait(false);
            }
            return await OpenAsync(token, cancellation).ConfigureAwait(false);
        }
        catch
        {
            if (candidate is not null)
                await DropAsync(candidate).ConfigureAwait(false);
            _turnstile.Leave();
            throw;
        }
    }

    private async ValueTask<Connection> OpenAsync(AuthToken token, CancellationToken cancellation)
    {
        ThrowIfClosed();
        var started = _time.GetTimestamp();
        Connection connection;
        try
        {
            connection = await _connector.OpenAsync(Address, token, cancellation).ConfigureAwait(false);
        }
        catch (ServiceUnavailableException)
        {
            _metrics.Failed();
            throw;
        }
        _metrics.Created(_time.GetElapsedTime(started));
        connection.OpenedAt = connection.UsedSince = _time.GetTimestamp();
        bool closed;
        lock (_gate)
        {
            closed = _closed is not null;
            if (!closed)
                _used.Add(connection);
        }
        if (closed)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            ThrowIfClosed();
        }
        _metrics.Used(1);
        return connection;
    }

    private void ThrowIfClosed()
    {
        lock (_gate)
        {
            if (_closed is not null)
                throw _closed;
        }
    }

    private Connection? TakeIdle(bool use = true)
    {
        Connection? idle;
        lock (_gate)
        {
            // Whoever closed the pool has not seen what is taken from now on, and could not end it.
            if ((use && _closed is not null) || !_idle.TryPop(out idle))
                return null;
            if (use)
                _used.Add(idle);
        }
        _metrics.Idle(-1);
        if (use)
            _metrics.Used(1);
        return idle;
    }

    private async ValueTask DropAsync(Connection connection)
    {
        lock (_gate)
            _used.Remove(connection);
        _metrics.Used(-1);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private Verdict Judge(Connection connection, AuthToken token)
    {
        var now = _time.GetTimestamp();
        if (connection.IsBroken || connection.OpenedAt <= Volatile.Read(ref _expiredBefore) || !connection.IsQuiet()
            || _time.GetElapsedTime(connection.OpenedAt, now) > _config.MaxConnectionLifetime)
            return Verdict.Bad;
        var unsure = _config.ConnectionLivenessCheckTimeout is { } limit && _time.GetElapsedTime(connection.IdleSince, now) > limit;
        connection.UsedSince = now;
        return unsure ? Verdict.Unsure : token.Equals(connection.Token) ? Verdict.Good : Verdict.OtherUser;
    }

    private async ValueTask<bool> MakeGoodAsync(Connection connection, AuthToken token, CancellationToken cancellation)
    {
        var verdict = Judge(connection, token);
        try
        {
            if (verdict is Verdict.Unsure)
                await connection.ResetAsync(cancellation).ConfigureAwait(false);
            if (verdict is not Verdict.Bad && !token.Equals(connection.Token))
                await connection.LogOnAgainAsync(token, _config.ConnectionTimeout, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ServiceUnavailableException or ProtocolException)
        {
            // A server that says nothing on one says nothing on the others, and each would be waited for as long.
            if (e.InnerException is TimeoutException)
                await CloseIdleAsync().ConfigureAwait(false);
            return false;
        }
        return verdict is not Verdict.Bad;
    }

    private enum Verdict
    {
        Good,
        Bad,
        Unsure,
        OtherUser,
    }
}
