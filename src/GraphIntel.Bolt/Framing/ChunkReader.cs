using System.Buffers;
using System.Buffers.Binary;

namespace GraphIntel.Bolt.Framing;

/// <summary>
/// Splits received bytes into messages, in one rented buffer. A message of one chunk is returned without a copy; the chunks
/// of a longer one are joined in place. The buffer grows with received data, not with announced sizes; a large one counts in
/// the driver's budget, and is released after the message that needs it.
/// </summary>
internal sealed class ChunkReader(int maxMessageSize, ReceiveBudget budget) : IDisposable
{
    private const int HeaderSize = 2;
    private const int InitialSize = 32 * 1024;

    /// <summary>
    /// A buffer up to this size comes from the array pool, does not count in the budget, and is kept between messages,
    /// because the next one is likely to be as long.
    /// </summary>
    private const int KeptSize = 512 * 1024;

    /// <summary>
    /// The factor by which the buffer grows. Unused parts take no memory, and fewer steps mean fewer copies and less garbage.
    /// </summary>
    private const int GrowthFactor = 4;

    /// <summary>Space after the largest message, for a partly received chunk.</summary>
    private const int ChunkMargin = 128 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);

    // message start = message end = header of the next chunk = end of the received bytes
    private int _messageStart;
    private int _messageEnd;
    private int _next;
    private int _filled;
    private bool _inMessage;

    /// <summary>Whether no bytes were received after the messages that were read.</summary>
    public bool IsEmpty => _next == _filled;

    /// <summary>
    /// The next complete message, valid until the next call of <see cref="GetMemory"/>; empty chunks between messages are
    /// skipped.
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

    /// <summary>Free space for received bytes; a message returned before is no longer valid.</summary>
    public Memory<byte> GetMemory()
    {
        if (!_inMessage)
            _messageStart = _messageEnd = _next;
        if (_messageStart == _filled)
        {
            Trim();
        }
        else if (_buffer.Length - _filled < _buffer.Length / 4 || _next > _messageEnd)
        {
            Compact();
            if (_filled > _buffer.Length / 2 && GrownSize() is var size && size > _buffer.Length)
                Resize(size);
        }
        return _buffer.AsMemory(_filled);
    }

    public void Advance(int count) => _filled += count;

    /// <summary>Releases a large buffer if it contains no unread bytes; a message returned before is no longer valid.</summary>
    public void Trim()
    {
        if (_inMessage || _next != _filled)
            return;
        _messageStart = _messageEnd = _next = _filled = 0;
        if (_buffer.Length > KeptSize)
            Resize(InitialSize);
    }

    public void Dispose()
    {
        Release(_buffer);
        _buffer = [];
        _messageStart = _messageEnd = _next = _filled = 0;
        _inMessage = false;
    }

    private ReceiveLimitException TooLarge() => new(
        $"The server sent a message that exceeds the limit of {maxMessageSize} bytes (DriverConfig.MaxMessageSize).", isShared: false);

    /// <summary>Moves the current message to the front of the buffer, and the bytes after it next to it.</summary>
    private void Compact()
    {
        _buffer.AsSpan(_messageStart, _messageEnd - _messageStart).CopyTo(_buffer);
        _messageEnd -= _messageStart;
        _messageStart = 0;
        _buffer.AsSpan(_next, _filled - _next).CopyTo(_buffer.AsSpan(_messageEnd));
        _filled -= _next - _messageEnd;
        _next = _messageEnd;
    }

    private int GrownSize()
    {
        var max = Math.Min((long)maxMessageSize + ChunkMargin, Array.MaxLength);
        return (int)Math.Min((long)GrowthFactor * _buffer.Length, max);
    }

    private void Resize(int size)
    {
        var other = Rent(size);
        _buffer.AsSpan(0, _filled).CopyTo(other);
        Release(_buffer);
        _buffer = other;
    }

    private byte[] Rent(int size) => size <= KeptSize ? ArrayPool<byte>.Shared.Rent(size) : budget.Rent(size);

    private void Release(byte[] buffer)
    {
        if (buffer.Length <= KeptSize)
            ArrayPool<byte>.Shared.Return(buffer);
        else
            budget.Return(buffer);
    }
}
