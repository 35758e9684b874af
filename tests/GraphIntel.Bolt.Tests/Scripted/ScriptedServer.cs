using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>A server that runs a test's script once for each connection; failures of the script fail the test.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<Peer, Task> _script;
    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly ConcurrentDictionary<Peer, Task> _peers = new();
    private readonly Task _accepting;
    private int _connections;

    private ScriptedServer(Func<Peer, Task> script, X509Certificate2? certificate, IPEndPoint? endPoint)
    {
        _listener = new TcpListener(endPoint ?? new IPEndPoint(IPAddress.Loopback, 0));
        _script = script;
        _certificate = certificate;
        _listener.Start();
        var local = (IPEndPoint)_listener.LocalEndpoint;
        Address = new ServerAddress(local.Address.ToString(), local.Port);
        _accepting = AcceptAsync();
    }

    public ServerAddress Address { get; }

    public string Bolt => $"bolt://{Address}";

    public string Neo4j => $"neo4j://{Address}";

    /// <summary>The number of accepted connections.</summary>
    public int Connections => _connections;

    /// <summary>The requests of all connections in order, by connection number and name: 1 RUN.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>The requests without login and GOODBYE, without the connection numbers.</summary>
    public IEnumerable<string> Requests =>
        Log.Select(l => l.Split(' ')[1]).Where(r => r is not (nameof(Tag.HELLO) or nameof(Tag.LOGON) or nameof(Tag.GOODBYE)));

    public static ScriptedServer Start(Func<Peer, Task> script, X509Certificate2? certificate = null, IPEndPoint? endPoint = null) =>
        new(script, certificate, endPoint);

    /// <summary>A server that responds to everything with success, unless the handler responds.</summary>
    public static ScriptedServer Serve(
        Func<Peer, Request, Task<bool>>? handler = null, int minor = 8, object? hints = null, IPEndPoint? endPoint = null) => Start(
        async peer =>
        {
            await peer.LogInAsync(minor, hints);
            await peer.ServeAsync(handler);
        },
        endPoint: endPoint);

    /// <summary>Closes all open connections, as a killed server does.</summary>
    public void CutAll()
    {
        foreach (var peer in _peers.Keys)
            peer.Close();
    }

    /// <summary>Accepts no more connections.</summary>
    public void StopListening() => _listener.Stop();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        CutAll();
        await Task.WhenAll(_peers.Values);
        _listener.Dispose();
        if (!_failures.IsEmpty)
            throw new AggregateException("The script failed.", _failures);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync();
                socket.NoDelay = true;
                var peer = new Peer(this, Interlocked.Increment(ref _connections), socket);
                _peers[peer] = RunAsync(peer);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private async Task RunAsync(Peer peer)
    {
        try
        {
            if (_certificate is not null)
                await peer.EncryptAsync(_certificate);
            await _script(peer);
            await peer.DrainAsync();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client or the script closed the connection; the test's assertions decide whether that was right.
        }
        catch (Exception e)
        {
            _failures.Enqueue(e);
        }
        peer.Dispose();
    }
}

/// <summary>The tags of requests by their names.</summary>
public enum Tag : byte
{
    HELLO = 0x01,
    GOODBYE = 0x02,
    RESET = 0x0F,
    RUN = 0x10,
    BEGIN = 0x11,
    COMMIT = 0x12,
    ROLLBACK = 0x13,
    DISCARD = 0x2F,
    PULL = 0x3F,
    TELEMETRY = 0x54,
    ROUTE = 0x66,
    LOGON = 0x6A,
    LOGOFF = 0x6B,
}

/// <summary>What a client sent.</summary>
internal sealed record Request(Tag Tag, List<object?> Fields)
{
    public string Query => (string)Fields[0]!;

    public Dictionary<string, object?> Map(int field) => (Dictionary<string, object?>)Fields[field]!;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tag} of {Fields.Count} fields");
}
