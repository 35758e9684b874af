using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using GraphIntel.Bolt;

namespace GraphIntel.Neo4j.Testing;

/// <summary>A TCP proxy between a client and a server that injects network faults.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly ServerAddress _target;
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly ConcurrentBag<Task> _relays = [];
    private readonly Task _accepting;
    private int _accepted;

    public FaultProxy(Uri target, string listenOn = "127.0.0.1")
    {
        _target = new ServerAddress(target.Host, target.Port);
        _listener = new TcpListener(IPAddress.Parse(listenOn), 0);
        _listener.Start();
        Address = new ServerAddress(listenOn, ((IPEndPoint)_listener.LocalEndpoint).Port);
        _accepting = AcceptAsync();
    }

    public ServerAddress Address { get; }

    /// <summary>The delay of all data.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The number of bytes from the server after which a connection is cut; null for never.</summary>
    public int? CutAfter { get; set; }

    /// <summary>Decides on a fault for data from a client before it is forwarded; null forwards all.</summary>
    public Func<ReadOnlyMemory<byte>, FaultKind>? SelectFault { get; set; }

    /// <summary>Whether new connections are closed immediately.</summary>
    public bool Refuses { get; set; }

    /// <summary>
    /// Whether data of both sides is dropped, as by a network that lost the connection or a server that hangs. A connection
    /// stays silent once data was dropped, because TCP never loses data and continues.
    /// </summary>
    public bool IsSilent { get; set; }

    public int Accepted => _accepted;

    public int Open => _open.Count / 2;

    /// <summary>Resets one of the open connections.</summary>
    public void CutOne(Random random)
    {
        var sockets = _open.Keys.ToArray();
        if (sockets.Length > 0)
            sockets[random.Next(sockets.Length)].Close(0);
    }

    public void CutAll()
    {
        foreach (var socket in _open.Keys)
            socket.Close(0);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        CutAll();
        await Task.WhenAll(_relays);
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _accepted);
                if (Refuses)
                {
                    client.Close(0);
                    continue;
                }
                _relays.Add(RelayAsync(client));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        try
        {
            await server.ConnectAsync(_target.Host, _target.Port);
            _open[client] = _open[server] = true;
            var link = new LinkState();
            await Task.WhenAny(CopyAsync(client, server, null, link, isFromClient: true), CopyAsync(server, client, CutAfter, link, isFromClient: false));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The server is down; the client detects it by the end of its connection.
        }
        _open.TryRemove(client, out _);
        _open.TryRemove(server, out _);
        client.Close(0);
        server.Close(0);
    }

    private async Task CopyAsync(Socket from, Socket to, int? budget, LinkState link, bool isFromClient)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var count = await from.ReceiveAsync(buffer);
                if (count == 0)
                    return;
                link.IsSilent |= IsSilent;
                if (link.IsSilent)
                    continue;
                var fault = isFromClient ? SelectFault?.Invoke(buffer.AsMemory(0, count)) : null;
                if (fault is FaultKind.Lost || (!isFromClient && link.ResponseIsLost))
                    return;
                link.ResponseIsLost |= fault is FaultKind.ResponseLost;
                if (Delay > TimeSpan.Zero)
                    await Task.Delay(Delay);
                var passed = Math.Min(count, budget ?? count);
                await to.SendAsync(buffer.AsMemory(0, passed));
                budget -= passed;
                if (budget <= 0)
                    return;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One of the ends was closed.
        }
    }

    /// <summary>The state of a connection, shared by both directions.</summary>
    private sealed class LinkState
    {
        public volatile bool ResponseIsLost;
        public volatile bool IsSilent;
    }
}

/// <summary>The fault for data from a client.</summary>
public enum FaultKind
{
    /// <summary>The data is forwarded.</summary>
    Forwarded,

    /// <summary>The connection is cut before the data is forwarded.</summary>
    Lost,

    /// <summary>The data is forwarded, and the connection is cut when the server responds, before the response is forwarded.</summary>
    ResponseLost,
}
