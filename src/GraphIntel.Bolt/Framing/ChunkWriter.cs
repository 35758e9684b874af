using System.Buffers;
using System.Buffers.Binary;

namespace GraphIntel.Bolt.Framing;

/// <summary>
/// Collects outgoing messages, framed in chunks, in one rented buffer: each chunk has a length of two bytes and a payload; a
/// message ends with two zeros. A message is written after space for one chunk header; only a longer one is moved apart.
/// </summary>
internal sealed class ChunkWriter : IBufferWriter<byte>, IDisposable
{
    public const int MaxChunk = ushort.MaxValue;
    private const int HeaderSize = 2;
    private const int InitialSize = 4096;

    /// <summary>A larger buffer is not kept after a large message.</summary>
    private const int KeptSize = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;
    private int _messageStart;

    /// <summary>The framed messages.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>The part of the current message that is written so far.</summary>
    public ReadOnlySpan<byte> OpenMessage => _buffer.AsSpan(_messageStart + HeaderSize, _length - _messageStart - HeaderSize);

    public void BeginMessage()
    {
        _messageStart = _length;
        GetSpan(HeaderSize);
        _length += HeaderSize;
    }

    public void EndMessage()
    {
        var payload = _length - _messageStart - HeaderSize;
        var extraChunks = payload == 0 ? 0 : (payload - 1) / MaxChunk;
        GetSpan(extraChunks * HeaderSize + HeaderSize);
        // The last chunk moves the furthest, so it moves first.
        for (var chunk = extraChunks; chunk >= 0; chunk--)
        {
            var from = _messageStart + HeaderSize + chunk * MaxChunk;
            var to = from + chunk * HeaderSize;
            var size = Math.Min(MaxChunk, payload - chunk * MaxChunk);
            if (chunk > 0)
                _buffer.AsSpan(from, size).CopyTo(_buffer.AsSpan(to));
            BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(to - HeaderSize), (ushort)size);
        }
        _length += extraChunks * HeaderSize;
        _buffer.AsSpan(_length, HeaderSize).Clear();
        _length += HeaderSize;
    }

    /// <summary>Removes messages after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length) => _length = length;

    public void Clear()
    {
        _length = 0;
        if (_buffer.Length > KeptSize)
            Resize(InitialSize);
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_length);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void Reserve(int sizeHint)
    {
        if (_buffer.Length - _length < Math.Max(sizeHint, 1))
            Resize(checked((int)Math.Max(_length + (long)sizeHint, Math.Min(2L * _buffer.Length, Array.MaxLength))));
    }

    private void Resize(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
