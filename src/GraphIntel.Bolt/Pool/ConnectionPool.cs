using System.Globalization;
using GraphIntel.Bolt.Connections;

namespace GraphIntel.Bolt.Pool;

/// <summary>
/// The connections to one server, limited in number. Waiters are served in order; the most recently used connection is reused
/// first. A permit of the semaphore is the right to use one connection: with it, a caller takes an idle one or opens one.
/// </summary>
internal sealed class ConnectionPool : IAsyncDisposable
{
    private readonly Connector _connector;
    private readonly DriverConfig _config;
    private readonly TimeProvider _time;
    private readonly PoolMetrics _metrics;
    private readonly FairSemaphore _permits;
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
        _permits = new FairSemaphore(config.MaxConnectionPoolSize);
        _expiredBefore = long.MinValue;
        _metrics.AddMax(config.MaxConnectionPoolSize);
    }

    public ServerAddress Address { get; }

    /// <summary>The number of connections in use, for load balancing.</summary>
    public int InUse
    {
        get
        {
            lock (_gate)
                return _used.Count;
        }
    }

    /// <summary>The number of idle connections.</summary>
    public int Idle
    {
        get
        {
            lock (_gate)
                return _idle.Count;
        }
    }

    public int Waiting => _permits.Waiting;

    /// <summary>Acquires a connection that is logged on with the token and idle.</summary>
    public ValueTask<Connection> AcquireAsync(AuthToken token, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!_permits.TryEnter())
            return WaitAndAcquireAsync(token, cancellation);
        if (PoolMetrics.MeasuresTime)
            _metrics.RecordWait(TimeSpan.Zero);
        // Fast path: an idle connection that needs no round trip.
        var idle = TakeIdle();
        return idle is not null && Assess(idle, token) is ConnectionState.Valid
            ? ValueTask.FromResult(idle)
            : AcquireAsync(idle, token, new AcquisitionTimeout(_time, _config.ConnectionAcquisitionTimeout), cancellation);
    }

    /// <summary>Releases a connection. A broken or old one is closed; one with unfinished or failed work is reset first.</summary>
    public async ValueTask ReleaseAsync(Connection connection, bool needsReset)
    {
        try
        {
            connection.Abandon();
            connection.DetachBorrower();
            if (!connection.IsBroken && (needsReset || connection.HasFailed || !connection.IsIdle))
                await connection.ResetAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Neo4jException)
        {
            // The connection is broken now, and is closed as such.
        }
        finally
        {
            await ReturnAsync(connection).ConfigureAwait(false);
        }
    }

    private async ValueTask ReturnAsync(Connection connection)
    {
        var keep = false;
        lock (_gate)
        {
            _used.Remove(connection);
            if (_closed is null && connection is { IsBroken: false, CanSend: true, Token: not null })
            {
                keep = true;
                if (PoolMetrics.MeasuresTime)
                    _metrics.RecordUse(_time.GetElapsedTime(connection.AcquiredAt));
                connection.ReleasedAt = _time.GetTimestamp();
                connection.Trim();
                _idle.Push(connection);
            }
        }
        _metrics.AddUsed(-1);
        if (keep)
            _metrics.AddIdle(1);
        else if (connection.IsBroken)
            _metrics.CountFailure();
        try
        {
            if (!keep)
                await connection.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _permits.Leave();
        }
    }

    /// <summary>Requires another login on every connection, because the server's authorization data has expired.</summary>
    public void ExpireAll()
    {
        lock (_gate)
            _expiredBefore = _time.GetTimestamp();
    }

    /// <summary>Closes the idle connections, because the server seems to be unavailable.</summary>
    public async ValueTask CloseIdleAsync()
    {
        while (TakeIdle(use: false) is { } idle)
            await idle.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Closes the pool: waiters fail, idle connections are closed, used ones are broken.</summary>
    public ValueTask DisposeAsync() => CloseAsync(new ObjectDisposedException(nameof(Driver)), breakUsed: true);

    /// <summary>Closes the pool because its server left the cluster; connections in use may finish.</summary>
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
        _permits.Close(reason);
        _metrics.AddMax(-_config.MaxConnectionPoolSize);
        await CloseIdleAsync().ConfigureAwait(false);
        if (breakUsed)
        {
            foreach (var connection in used)
                connection.Break("The driver was closed.", null);
        }
    }

    private async ValueTask<Connection> WaitAndAcquireAsync(AuthToken token, CancellationToken cancellation)
    {
        var timeout = new AcquisitionTimeout(_time, _config.ConnectionAcquisitionTimeout);
        _metrics.AddPending(1);
        try
        {
            await _permits.EnterAsync(timeout.Total, _time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            _metrics.CountTimeout();
            var seconds = _config.ConnectionAcquisitionTimeout.TotalSeconds;
            var message = string.Create(
                CultureInfo.InvariantCulture,
                $"All {_config.MaxConnectionPoolSize} connections to {Address} were in use for {seconds} seconds.");
            throw new ClientException(message, e);
        }
        finally
        {
            _metrics.AddPending(-1);
        }
        _metrics.RecordWait(timeout.Elapsed);
        return await AcquireAsync(TakeIdle(), token, timeout, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<Connection> AcquireAsync(
        Connection? candidate, AuthToken token, AcquisitionTimeout timeout, CancellationToken cancellation)
    {
        try
        {
            for (; candidate is not null; candidate = TakeIdle())
            {
                if (await ValidateAsync(candidate, token, timeout, cancellation).ConfigureAwait(false))
                    return candidate;
                await CloseAsync(candidate).ConfigureAwait(false);
            }
            return await OpenAsync(token, timeout, cancellation).ConfigureAwait(false);
        }
        catch
        {
            if (candidate is not null)
                await CloseAsync(candidate).ConfigureAwait(false);
            _permits.Leave();
            throw;
        }
    }

    private async ValueTask<Connection> OpenAsync(AuthToken token, AcquisitionTimeout timeout, CancellationToken cancellation)
    {
        ThrowIfClosed();
        var started = _time.GetTimestamp();
        Connection connection;
        try
        {
            connection = await _connector.OpenAsync(Address, token, timeout, cancellation).ConfigureAwait(false);
        }
        catch (ServiceUnavailableException)
        {
            _metrics.CountFailure();
            throw;
        }
        _metrics.RecordCreation(_time.GetElapsedTime(started));
        connection.OpenedAt = connection.LoggedOnAt = connection.AcquiredAt = _time.GetTimestamp();
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
        _metrics.AddUsed(1);
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
            // A connection taken after the pool was closed would not be broken with it.
            if ((use && _closed is not null) || !_idle.TryPop(out idle))
                return null;
            if (use)
                _used.Add(idle);
        }
        _metrics.AddIdle(-1);
        if (use)
            _metrics.AddUsed(1);
        return idle;
    }

    private async ValueTask CloseAsync(Connection connection)
    {
        lock (_gate)
            _used.Remove(connection);
        _metrics.AddUsed(-1);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private ConnectionState Assess(Connection connection, AuthToken token)
    {
        var now = _time.GetTimestamp();
        if (connection.IsBroken || !connection.IsQuiet()
            || _time.GetElapsedTime(connection.OpenedAt, now) > _config.MaxConnectionLifetime)
        {
            return ConnectionState.Invalid;
        }

        var needsCheck = _config.ConnectionLivenessCheckTimeout is { } limit && _time.GetElapsedTime(connection.ReleasedAt, now) > limit;
        connection.AcquiredAt = now;
        return needsCheck ? ConnectionState.Unverified : RequiresLogin(connection, token) ? ConnectionState.NeedsLogin : ConnectionState.Valid;
    }

    private bool RequiresLogin(Connection connection, AuthToken token) =>
        connection.LoggedOnAt <= Volatile.Read(ref _expiredBefore) || !token.Equals(connection.Token);

    private async ValueTask<bool> ValidateAsync(
        Connection connection, AuthToken token, AcquisitionTimeout timeout, CancellationToken cancellation)
    {
        var state = Assess(connection, token);
        try
        {
            if (state is ConnectionState.Unverified)
                await connection.ResetAsync(timeout.Remaining(Address, _config.ResetTimeout), cancellation).ConfigureAwait(false);
            if (state is not ConnectionState.Invalid && RequiresLogin(connection, token))
            {
                await connection.LogOnAgainAsync(token, timeout.Remaining(Address, _config.ConnectionTimeout), cancellation).ConfigureAwait(false);
                connection.LoggedOnAt = _time.GetTimestamp();
            }
        }
        catch (Exception e) when (e is ServiceUnavailableException or ProtocolException)
        {
            // If a server does not respond on one connection, it will not on the others, and each would wait for as long.
            if (e.InnerException is TimeoutException)
                await CloseIdleAsync().ConfigureAwait(false);
            return false;
        }
        return state is not ConnectionState.Invalid;
    }

    private enum ConnectionState
    {
        Valid,
        Invalid,
        Unverified,

        /// <summary>Another user is logged on, or the authorization data has expired.</summary>
        NeedsLogin,
    }
}
