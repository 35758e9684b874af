using System.Net.Sockets;
using GraphIntel.Bolt;
using GraphIntel.Bolt.Framing;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Benchmarks.Bolt;

/// <summary>
/// The baseline of the Bolt client, which only the network and the server limit: a socket that sends the same bytes for every
/// request, and only searches the response for its end.
/// </summary>
internal sealed class BareSocket : IDisposable
{
    private static readonly BoltVersion Version = new(5, 8);
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly NetworkStream _stream;
    private readonly byte[] _request;
    private readonly byte[] _more = Frame(new Pull(1000, null));
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    private BareSocket(Uri uri, string query)
    {
        _socket.Connect(uri.Host, uri.Port);
        _stream = new NetworkStream(_socket, ownsSocket: true);
        _request =
        [
            .. Frame(new Run<ObjectParameters>(query, new ObjectParameters(null), new Extra { IsRead = true, Database = "neo4j" }, Version)),
            .. _more,
        ];
    }

    public static async Task<BareSocket> OpenAsync(Uri uri, AuthToken token, string query)
    {
        var bare = new BareSocket(uri, query);
        await Handshake.NegotiateAsync(bare._stream, offerManifest: false, CancellationToken.None);
        await bare._stream.WriteAsync((byte[])[.. Frame(new Hello(Version, "benchmark", null, null)), .. Frame(new Logon(token))]);
        await bare.ReadSummariesAsync(2);
        return bare;
    }

    public async Task RunAsync()
    {
        await _stream.WriteAsync(_request);
        await ReadSummariesAsync(2);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Skips messages until a number of summaries has been received; requests further records after a summary with `has_more`.</summary>
    private async ValueTask ReadSummariesAsync(int count)
    {
        var inMessage = false;
        while (count > 0)
        {
            while (_end - _start >= 2)
            {
                var length = _buffer[_start] << 8 | _buffer[_start + 1];
                if (length == 0)
                {
                    inMessage = false;
                    _start += 2;
                    if (count == 0)
                        return;
                    continue;
                }
                // The message tag, and the whole of a summary, must be received first; only a record is as large as a chunk.
                var needed = 2 + Math.Min(length, inMessage ? 0 : 2);
                if (_end - _start < needed || (_end - _start < 2 + length && length < _buffer.Length / 2))
                    break;
                if (!inMessage && _buffer[_start + 3] == MessageTag.Failure)
                    throw new InvalidOperationException("The server rejected a request of the bare socket.");
                if (!inMessage && _buffer[_start + 3] == MessageTag.Success)
                {
                    if (_buffer.AsSpan(_start + 2, Math.Min(length, _end - _start - 2)).IndexOf("has_more"u8) >= 0)
                        await _stream.WriteAsync(_more);
                    else
                        count--;
                }
                inMessage = true;
                _start += 2;
                await SkipAsync(length);
            }
            await FillAsync();
        }
    }

    private async ValueTask SkipAsync(int length)
    {
        while (_end - _start < length)
        {
            length -= _end - _start;
            _start = _end;
            await FillAsync();
        }
        _start += length;
    }

    private async ValueTask FillAsync()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        var count = await _stream.ReadAsync(_buffer.AsMemory(_end));
        _end += count > 0 ? count : throw new EndOfStreamException();
    }

    private static byte[] Frame<TMessage>(TMessage message)
        where TMessage : struct, IMessage
    {
        using var chunks = new ChunkWriter();
        chunks.BeginMessage();
        message.Write(new PackStreamWriter(chunks));
        chunks.EndMessage();
        return chunks.Written.ToArray();
    }
}
