using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace GraphIntel.Server.Tests.Http;

/// <summary>A raw TCP connection to the server.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly NetworkStream _stream;

    private RawConnection(NetworkStream stream) => _stream = stream;

    public static async Task<RawConnection> OpenAsync(InProcessServer server, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, cancellation);
            return new RawConnection(new NetworkStream(socket, ownsSocket: true));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends text on a new connection, and reads until the server closes it.</summary>
    public static async Task<(int Status, string Text)> ExchangeAsync(InProcessServer server, string text, CancellationToken cancellation)
    {
        using var connection = await OpenAsync(server, cancellation);
        await connection.WriteAsync(text, cancellation);
        var answer = await connection.ReadToEndAsync(cancellation);
        return (int.Parse(answer.Split(' ')[1], CultureInfo.InvariantCulture), answer);
    }

    public async Task WriteAsync(string text, CancellationToken cancellation) =>
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellation);

    /// <summary>Reads until the server closes or resets the connection.</summary>
    public async Task<string> ReadToEndAsync(CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        try
        {
            await _stream.CopyToAsync(text, cancellation);
        }
        catch (IOException)
        {
            // The connection was reset; the text before counts.
        }
        return Encoding.Latin1.GetString(text.ToArray());
    }

    /// <summary>Waits for data, and returns what has been received.</summary>
    public async Task<string> ReadSomeAsync(CancellationToken cancellation)
    {
        var bytes = new byte[4096];
        return Encoding.Latin1.GetString(bytes, 0, await _stream.ReadAsync(bytes, cancellation));
    }

    public void Dispose() => _stream.Dispose();
}
