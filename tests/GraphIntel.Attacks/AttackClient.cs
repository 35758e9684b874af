using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace GraphIntel.Attacks;

/// <summary>Sends attacks to one server.</summary>
/// <param name="endpoint">The URL of the GraphQL API, on this machine.</param>
/// <param name="timeout">Timeout of a request.</param>
internal sealed class AttackClient(Uri endpoint, TimeSpan timeout) : IDisposable
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends all requests of an attack; returns the responses, none for clients that do not wait for one.</summary>
    public async Task<IReadOnlyList<AttackResponse>> SendAsync(Attack attack, CancellationToken cancellation = default)
    {
        if (attack.Delivery == Delivery.Sequential)
        {
            var responses = new List<AttackResponse>();
            foreach (var request in attack.Requests)
                responses.Add(await SendAsync(request, cancellation));
            return responses;
        }
        await Task.WhenAll(attack.Requests.Select(request => attack.Delivery switch
        {
            Delivery.SlowReaders => ReadSlowlyAsync(request, attack.Hold, cancellation),
            Delivery.SlowWriters => WriteSlowlyAsync(request, attack.Hold, cancellation),
            _ => LeaveAsync(request, attack.Hold, cancellation),
        }));
        return [];
    }

    /// <summary>Sends one request and reads the whole response.</summary>
    public async Task<AttackResponse> SendAsync(AttackRequest request, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            using var message = Message(request);
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return new AttackResponse((int)response.StatusCode, body, null, watch.Elapsed);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return AttackResponse.None($"no response in {timeout.TotalSeconds:0} s", watch.Elapsed);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return AttackResponse.Lost(watch.Elapsed);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Message(AttackRequest request)
    {
        var message = request.QueryString is { } query
            ? new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint + query, AsItIs))
            : new HttpRequestMessage(HttpMethod.Post, endpoint)
            {
                Content = new ByteArrayContent(request.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            };
        if (request.AcceptEncoding is { } coding)
            message.Headers.AcceptEncoding.ParseAdd(coding);
        return message;
    }

    private Task ReadSlowlyAsync(AttackRequest request, TimeSpan hold, CancellationToken cancellation) => HoldAsync(hold, async (socket, limit) =>
    {
        // The smallest buffer that the system allows, so that the rest stays in the server.
        socket.ReceiveBufferSize = 4096;
        await ConnectAsync(socket, limit);
        await socket.SendAsync(Head(request), limit);
        await socket.SendAsync(request.Body, limit);
        var buffer = new byte[512];
        while (await socket.ReceiveAsync(buffer, limit) > 0)
            await Task.Delay(500, limit);
    }, cancellation);

    private Task WriteSlowlyAsync(AttackRequest request, TimeSpan hold, CancellationToken cancellation) => HoldAsync(hold, async (socket, limit) =>
    {
        await ConnectAsync(socket, limit);
        await socket.SendAsync(Head(request), limit);
        for (var at = 0; at < request.Body.Length; at++)
        {
            await socket.SendAsync(request.Body.AsMemory(at, 1), limit);
            await Task.Delay(1000, limit);
        }
    }, cancellation);

    private Task LeaveAsync(AttackRequest request, TimeSpan hold, CancellationToken cancellation) => HoldAsync(hold, async (socket, limit) =>
    {
        await ConnectAsync(socket, limit);
        await socket.SendAsync(Head(request), limit);
        await socket.SendAsync(request.Body, limit);
        await socket.ReceiveAsync(new byte[1], limit);
    }, cancellation);

    private static async Task HoldAsync(TimeSpan hold, Func<Socket, CancellationToken, Task> act, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(hold);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await act(socket, limit.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException && !cancellation.IsCancellationRequested)
        {
            // The hold time ended, or the server closed the connection.
        }
    }

    private ValueTask ConnectAsync(Socket socket, CancellationToken cancellation) => socket.ConnectAsync(endpoint.Host, endpoint.Port, cancellation);

    private byte[] Head(AttackRequest request) => Encoding.ASCII.GetBytes(
        $"POST {endpoint.AbsolutePath} HTTP/1.1\r\nHost: {endpoint.Authority}\r\nContent-Type: application/json\r\nContent-Length: {request.Body.Length}\r\n\r\n");
}
