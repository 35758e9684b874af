using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using GraphIntel.Bolt;

namespace GraphIntel.Neo4j.Testing;

/// <summary>Stands between a client and a server, and does to their connections what networks do.</summary>
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

    /// <summary>How long every piece is held back.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>After how many bytes from the server a connection is cut; null for never.</summary>
    public int? CutAfter { get; set; }

    /// <summary>Judges each piece that a client sends before it is passed on; null passes all.</summary>
    public Func<ReadOnlyMemory<byte>, Fate>? Judge { get; set; }

    /// <summary>Whether clients find nobody: what they open is closed at once.</summary>
    public bool Refuses { get; set; }

    /// <summary>
    /// Whether what either side sends is swallowed, as by a network that forgot the connection or a server that hangs. One that
    /// lost a piece stays silent for good, as TCP never loses a piece and goes on.
    /// </summary>
    public bool IsSilent { get; set; }

    public int Accepted => _accepted;

    public int Open => _open.Count / 2;

    /// <summary>Cuts one of the connections that are open, in both directions, without an orderly end.</summary>
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
            var line = new Line();
            await Task.WhenAny(CopyAsync(client, server, null, line, isFromClient: true), CopyAsync(server, client, CutAfter, line, isFromClient: false));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The server is down, which the client learns from the end of its connection.
        }
        _open.TryRemove(client, out _);
        _open.TryRemove(server, out _);
        client.Close(0);
        server.Close(0);
    }

    private async Task CopyAsync(Socket from, Socket to, int? budget, Line line, bool isFromClient)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var count = await from.ReceiveAsync(buffer);
                if (count == 0)
                    return;
                line.IsSilent |= IsSilent;
                if (line.IsSilent)
                    continue;
                var fate = isFromClient ? Judge?.Invoke(buffer.AsMemory(0, count)) : null;
                if (fate is Fate.Lost || (!isFromClient && line.AnswerIsLost))
                    return;
                line.AnswerIsLost |= fate is Fate.AnswerLost;
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
            // One of the two ends was cut.
        }
    }

    /// <summary>What became of a connection, for both its directions.</summary>
    private sealed class Line
    {
        public volatile bool AnswerIsLost;
        public volatile bool IsSilent;
    }
}

/// <summary>What becomes of a piece that a client sends.</summary>
public enum Fate
{
    /// <summary>It arrives.</summary>
    Passed,

    /// <summary>The connection is cut before it arrives.</summary>
    Lost,

    /// <summary>It arrives, and the connection is cut when the server has answered and before the client hears it.</summary>
    AnswerLost,
}
