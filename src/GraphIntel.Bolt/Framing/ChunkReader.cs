using System.Buffers;
using System.Buffers.Binary;

namespace GraphIntel.Bolt.Framing;

/// <summary>
/// Finds messages in the bytes that arrive, in one rented buffer. A message of one chunk is handed out where it lies; the
/// chunks of a longer one are moved together in place. The buffer grows with what has arrived, never with what is announced.
/// </summary>
internal sealed class ChunkReader(int maxMessageSize) : IDisposable
{
    private const int HeaderSize = 2;
    private const int InitialSize = 32 * 1024;
    private const int KeptSize = 1024 * 1024;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);

    // start <= end of the message so far <= next chunk's header <= end of the bytes that arrived
    private int _messageStart;
    private int _messageEnd;
    private int _next;
    private int _filled;
    private bool _inMessage;

    /// <summary>Whether nothing has arrived behind the messages that were read.</summary>
    public bool IsEmpty => _next == _filled;

    /// <summary>
    /// The next whole message, valid until the next call of <see cref="GetMemory"/>; empty chunks between messages are passed
    /// over.
    /// </summary>
    public bool TryRead(out ReadOnlyMemory<byte> message)
    {
        while (_filled - _next >= HeaderSize)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_next));
            if (length == 0)
            {
                _next += HeaderSize;
                if (!_inMessage)
                    continue;
                _inMessage = false;
                message = _buffer.AsMemory(_messageStart, _messageEnd - _messageStart);
                return true;
            }
            if (_filled - _next - HeaderSize < length)
                break;
            var payload = _next + HeaderSize;
            if (!_inMessage)
                (_inMessage, _messageStart, _messageEnd) = (true, payload, payload);
            else if (_messageEnd - _messageStart + length > maxMessageSize)
                throw TooLarge();
            else
                _buffer.AsSpan(payload, length).CopyTo(_buffer.AsSpan(_messageEnd));
            _messageEnd += length;
            _next = payload + length;
        }
        message = default;
        return false;
    }

    /// <summary>Room for bytes to arrive in; a message handed out before is no longer valid.</summary>
    public Memory<byte> GetMemory()
    {
        if (!_inMessage)
            _messageStart = _messageEnd = _next;
        if (_messageStart == _filled)
        {
            _messageStart = _messageEnd = _next = _filled = 0;
            if (_buffer.Length > KeptSize)
                Resize(InitialSize);
        }
        else if (_buffer.Length - _filled < _buffer.Length / 4 || _next > _messageEnd)
        {
            Compact();
            if (_filled > _buffer.Length / 2)
                Resize(GrownSize());
        }
        return _buffer.AsMemory(_filled);
    }

    public void Advance(int count) => _filled += count;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _messageStart = _messageEnd = _next = _filled = 0;
        _inMessage = false;
    }

    private ProtocolException TooLarge() =>
        new($"The server sent a message of more than {maxMessageSize} bytes; DriverConfig.MaxMessageSize allows no more.");

    /// <summary>Moves the message so far to the front of the buffer, and what follows it behind it.</summary>
    private void Compact()
    {
        _buffer.AsSpan(_messageStart, _messageEnd - _messageStart).CopyTo(_buffer);
        _messageEnd -= _messageStart;
        _messageStart = 0;
        _buffer.AsSpan(_next, _filled - _next).CopyTo(_buffer.AsSpan(_messageEnd));
        _filled -= _next - _messageEnd;
        _next = _messageEnd;
    }

    private int GrownSize() => _buffer.Length < Array.MaxLength
        ? (int)Math.Min(2L * _buffer.Length, Array.MaxLength)
        : throw new ProtocolException($"The server sent a message of more than {_buffer.Length} bytes.");

    private void Resize(int size)
    {
        var other = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, _filled).CopyTo(other);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = other;
    }
}
