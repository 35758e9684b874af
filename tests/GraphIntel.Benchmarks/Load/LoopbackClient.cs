using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace GraphIntel.Benchmarks.Load;

/// <summary>
/// One HTTP/1.1 connection that sends the same request again and again and takes each answer whole: as little work as can be
/// beside the server that is measured.
/// </summary>
internal sealed class LoopbackClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1024 * 1024];
    private readonly byte[] _request;

    public LoopbackClient(Uri address, string path, byte[] body)
    {
        var head = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        _request = [.. Encoding.ASCII.GetBytes(head), .. body];
        _socket.Connect(address.Host, address.Port);
    }

    /// <summary>Asks once and gives the body's bytes, valid until the next request.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> AskAsync()
    {
        await _socket.SendAsync(_request);
        var length = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            if (read == 0)
                throw new IOException("The server closed the connection.");
            length += read;
            if (TryFindBody(length, out var body))
                return body;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    /// <summary>The body, once all of it is there.</summary>
    private bool TryFindBody(int length, out ReadOnlyMemory<byte> body)
    {
        body = default;
        var received = _buffer.AsSpan(0, length);
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        if (!received.StartsWith("HTTP/1.1 200"u8))
            throw new IOException($"An answer of {length} bytes begins with: {Encoding.UTF8.GetString(received[..Math.Min(length, 200)])}");
        var at = received.IndexOf("Content-Length: "u8) + "Content-Length: "u8.Length;
        if (!Utf8Parser.TryParse(received[at..], out int bytes, out _))
            throw new IOException("The answer does not say how long it is.");
        if (length - head - 4 < bytes)
            return false;
        body = _buffer.AsMemory(head + 4, bytes);
        return true;
    }
}
