using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace GraphIntel.Benchmarks.Load;

/// <summary>
/// An HTTP/1.1 connection that sends its requests in a cycle and reads each whole response, with as little work as possible, since
/// it runs on the same machine as the measured server.
/// </summary>
internal sealed class LoopbackClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1024 * 1024];
    private readonly byte[][] _requests;
    private int _next;

    /// <summary>Opens the connection.</summary>
    /// <param name="address">The address of the server.</param>
    /// <param name="path">The path of the requests.</param>
    /// <param name="bodies">The bodies of the requests.</param>
    /// <param name="first">The index of the first request, so that concurrent connections send different requests.</param>
    public LoopbackClient(Uri address, string path, IReadOnlyList<byte[]> bodies, int first = 0)
    {
        _requests = [.. bodies.Select(body => (byte[])[
            .. Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
            .. body])];
        _next = first;
        _socket.Connect(address.Host, address.Port);
    }

    /// <summary>Sends the next request and returns the body of the response, which is valid until the next request.</summary>
    public ReadOnlyMemory<byte> Send()
    {
        _socket.Send(_requests[_next++ % _requests.Length]);
        var length = 0;
        while (true)
        {
            var read = _socket.Receive(_buffer.AsSpan(length));
            if (read == 0)
                throw new IOException("The server closed the connection.");
            length += read;
            if (TryFindBody(length, out var body))
                return body;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    /// <summary>Finds the body, if it is complete.</summary>
    private bool TryFindBody(int length, out ReadOnlyMemory<byte> body)
    {
        body = default;
        var received = _buffer.AsSpan(0, length);
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        if (!received.StartsWith("HTTP/1.1 200"u8))
            throw new IOException($"Expected status 200, but the response of {length} bytes starts with: {Encoding.UTF8.GetString(received[..Math.Min(length, 200)])}");
        // Node writes the name in lower case.
        var at = received[..head].IndexOf("ontent-Length: "u8);
        if (at < 0)
            at = received[..head].IndexOf("ontent-length: "u8);
        if (at < 0 || !Utf8Parser.TryParse(received[(at + "ontent-length: "u8.Length)..], out int bytes, out _))
            throw new IOException("The response has no Content-Length.");
        if (length - head - 4 < bytes)
            return false;
        body = _buffer.AsMemory(head + 4, bytes);
        return true;
    }
}
