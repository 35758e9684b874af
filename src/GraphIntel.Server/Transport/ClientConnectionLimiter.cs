using System.Net;
using Microsoft.AspNetCore.Connections;

namespace GraphIntel.Server.Transport;

/// <summary>
/// Limits the connections of each client, so that no client can use all connections of the server. Trusted proxies have no such
/// limit, because they connect for many clients.
/// </summary>
internal sealed partial class ClientConnectionLimiter(TransportOptions options, ILogger<ClientConnectionLimiter> logger)
{
    private const long WarningIntervalMs = 60_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<ClientKey, int> _open = [];
    private long _rejected;
    private long _warnedAt = -WarningIntervalMs;

    /// <summary>Connection middleware that applies the limit.</summary>
    public ConnectionDelegate Limit(ConnectionDelegate next) => connection =>
    {
        var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        var key = ClientKey.Of(address);
        var limit = options.MaxClientConnections.Of(key);
        return limit == ClientLimit.Unlimited || (address is not null && TrustedProxies.Contains(options.TrustedProxies, address))
            ? next(connection)
            : HandleAsync(next, connection, key, limit);
    };

    private async Task HandleAsync(ConnectionDelegate next, ConnectionContext connection, ClientKey key, int limit)
    {
        if (!TryEnter(key, limit))
        {
            connection.Abort(new ConnectionAbortedException("The client exceeds the limit of connections per client."));
            return;
        }
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            Leave(key);
        }
    }

    private bool TryEnter(ClientKey key, int limit)
    {
        lock (_lock)
        {
            var open = _open.GetValueOrDefault(key);
            if (open < limit)
            {
                _open[key] = open + 1;
                return true;
            }
            _rejected++;
            // An attack must not fill the log.
            if (Environment.TickCount64 - _warnedAt >= WarningIntervalMs)
            {
                LogRejected(_rejected, limit);
                (_rejected, _warnedAt) = (0, Environment.TickCount64);
            }
            return false;
        }
    }

    private void Leave(ClientKey key)
    {
        lock (_lock)
        {
            if (_open[key] == 1)
                _open.Remove(key);
            else
                _open[key]--;
        }
    }

    [LoggerMessage(
        EventId = 14,
        Level = LogLevel.Warning,
        Message = "{Count} connections were rejected: a client exceeded the limit of {Limit} (--max-client-connections). Further rejections are counted and logged at most once a minute.")]
    private partial void LogRejected(long count, int limit);
}
