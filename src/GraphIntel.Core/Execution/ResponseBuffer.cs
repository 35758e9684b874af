using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Bytes of a response while it is made: one rented array that grows, and that can be cut back where a null turns up that
/// may not be.
/// </summary>
internal sealed class ResponseBuffer : IBufferWriter<byte>, IDisposable
{
    private const int InitialSize = 16 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _maxLength = Array.MaxLength;

    /// <summary>How many bytes can be written before it grows: an array may be longer than the response may be.</summary>
    private int _capacity;

    public ResponseBuffer() => _capacity = _bytes.Length;

    /// <summary>How many bytes are written; can be set back.</summary>
    public int Length { get; set; }

    /// <summary>The most bytes it takes; one more is a <see cref="ResponseTooLargeException"/>.</summary>
    public int MaxLength
    {
        get => _maxLength;
        init
        {
            _maxLength = value;
            _capacity = Math.Min(_bytes.Length, value);
        }
    }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    /// <summary>Makes room for about so many bytes at once, where it would have to grow again and again.</summary>
    public void Reserve(int bytes)
    {
        var room = (int)Math.Min(bytes, (long)MaxLength - Length);
        if (room > _capacity - Length)
            Grow(room);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _capacity - Length)
            Grow(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(byte value)
    {
        if (Length == _capacity)
            Grow(1);
        _bytes[Length++] = value;
    }

    /// <summary>Writes a finite number in the shortest form that reads back the same; both zeros are 0.</summary>
    public void Write(double value)
    {
        if (value == 0)
        {
            Write((byte)'0');
            return;
        }
        value.TryFormat(GetSpan(32), out var written, default, CultureInfo.InvariantCulture);
        Advance(written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (Math.Max(sizeHint, 1) > _capacity - Length)
            Grow(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Length, _capacity - Length);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return _bytes.AsMemory(Length, _capacity - Length);
    }

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _capacity = 0;
        Length = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int needed)
    {
        if ((long)Length + needed > MaxLength)
            throw new ResponseTooLargeException(MaxLength);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, (long)Length + needed)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
        _capacity = Math.Min(larger.Length, MaxLength);
    }
}

/// <summary>A response grew beyond what the server sends.</summary>
internal sealed class ResponseTooLargeException(int maxLength) : Exception
{
    /// <summary>Bytes.</summary>
    public int MaxLength { get; } = maxLength;
}
