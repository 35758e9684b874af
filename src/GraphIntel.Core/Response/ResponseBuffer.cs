using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Response;

/// <summary>
/// The bytes of a response in pooled segments, so that growth copies nothing and sent segments are released at once. It can be
/// truncated when a null propagates to a parent.
/// </summary>
/// <param name="budget">The budget for its segments; null for none.</param>
internal sealed class ResponseBuffer(MemoryBudget? budget = null) : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = MemoryBudget.TinySize;

    /// <summary>2017-06-04</summary>
    private const int IsoDateLength = 10;

    // All further segments have one size, so that the pool can reuse them.
    private const int SegmentSize = ByteArrays.MaxShared;

    /// <summary>The current segment.</summary>
    private byte[] _bytes = [];

    /// <summary>The position of the next byte in the current segment.</summary>
    private int _position;

    /// <summary>The end of the current segment, or the position at which the response reaches its limit.</summary>
    private int _capacity;

    /// <summary>The full segments before the current one.</summary>
    private Segment[] _full = [];
    private int _fullCount;
    private int _fullLength;

    private long _reserved;

    /// <summary>The number of bytes written; can be decreased.</summary>
    public int Length
    {
        get => _fullLength + _position;
        set
        {
            if (value < _fullLength)
                TruncateTo(value);
            _position = value - _fullLength;
        }
    }

    /// <summary>The maximum length; exceeding it throws <see cref="ResponseTooLargeException"/>.</summary>
    public int MaxLength { get; init; } = Array.MaxLength;

    /// <summary>The number of non-empty segments.</summary>
    public int SegmentCount => _fullCount + (_position > 0 ? 1 : 0);

    /// <summary>All bytes as contiguous memory; several segments are joined.</summary>
    public ReadOnlySpan<byte> Written => WrittenMemory.Span;

    /// <inheritdoc cref="Written"/>
    public ReadOnlyMemory<byte> WrittenMemory
    {
        get
        {
            if (_fullCount > 0)
                Join();
            return _bytes.AsMemory(0, _position);
        }
    }

    /// <summary>The bytes of a segment.</summary>
    public ReadOnlyMemory<byte> SegmentAt(int index) => index < _fullCount ? _full[index].Memory : _bytes.AsMemory(0, _position);

    /// <summary>Releases the array of a segment, which must not be used afterwards.</summary>
    public void ReleaseSegment(int index)
    {
        if (index < _fullCount)
        {
            Return(_full[index].Array);
            _full[index] = new Segment([], 0);
        }
        else
        {
            Return(_bytes);
            (_bytes, _position, _capacity) = ([], 0, 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _capacity - _position)
        {
            WriteAcrossSegments(bytes);
            return;
        }
        bytes.CopyTo(_bytes.AsSpan(_position));
        _position += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(byte value)
    {
        if (_position == _capacity)
            Grow(1);
        _bytes[_position++] = value;
    }

    /// <summary>Writes a day as a JSON string in ISO 8601 format.</summary>
    public void Write(DateOnly day)
    {
        Write((byte)'"');
        day.TryFormat(GetSpan(IsoDateLength), out var written, "O", CultureInfo.InvariantCulture);
        Advance(written);
        Write((byte)'"');
    }

    /// <summary>Writes a finite number in the shortest form that round-trips; negative zero as 0.</summary>
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

    /// <summary>Replaces the first byte.</summary>
    public void ReplaceFirst(byte value) => (_fullCount > 0 ? _full[0].Array : _bytes)[0] = value;

    /// <summary>Appends the segments of another buffer of the same budget without copying; the other becomes empty.</summary>
    public void Append(ResponseBuffer other)
    {
        Close();
        other.Close();
        for (var index = 0; index < other._fullCount; index++)
            Add(other._full[index]);
        _reserved += other._reserved;
        (other._fullCount, other._fullLength, other._reserved) = (0, 0, 0);
        other.Dispose();
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (Math.Max(sizeHint, 1) > _capacity - _position)
            Grow(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_position, _capacity - _position);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return _bytes.AsMemory(_position, _capacity - _position);
    }

    /// <inheritdoc/>
    public void Advance(int count) => _position += count;

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var index = 0; index < _fullCount; index++)
            Return(_full[index].Array);
        Return(_bytes);
        (_bytes, _position, _capacity, _fullCount, _fullLength) = ([], 0, 0, 0, 0);
        if (_full.Length > 0)
            ArrayPool<Segment>.Shared.Return(_full, clearArray: true);
        _full = [];
    }

    /// <summary>Writes bytes that do not fit the current segment, across segments.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteAcrossSegments(ReadOnlySpan<byte> bytes)
    {
        if ((long)Length + bytes.Length > MaxLength)
            throw new ResponseTooLargeException(MaxLength);
        while (bytes.Length > 0)
        {
            var count = Math.Min(bytes.Length, GetSpan(1).Length);
            bytes[..count].CopyTo(_bytes.AsSpan(_position));
            _position += count;
            bytes = bytes[count..];
        }
    }

    /// <summary>Starts a new segment with at least that many contiguous bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int needed)
    {
        if ((long)Length + needed > MaxLength)
            throw new ResponseTooLargeException(MaxLength);
        var next = Rent(Math.Max(Length == 0 ? FirstSize : SegmentSize, needed));
        Close();
        (_bytes, _position, _capacity) = (next, 0, Math.Min(next.Length, MaxLength - _fullLength));
    }

    /// <summary>Adds the current segment to the full ones, or releases it if it is empty.</summary>
    private void Close()
    {
        if (_position == 0)
            Return(_bytes);
        else
            Add(new Segment(_bytes, _position));
        (_bytes, _position, _capacity) = ([], 0, 0);
    }

    private void Add(Segment segment)
    {
        if (_fullCount == _full.Length)
            GrowFull();
        _full[_fullCount++] = segment;
        _fullLength += segment.Length;
    }

    private void GrowFull()
    {
        var larger = ArrayPool<Segment>.Shared.Rent(Math.Max(8, _full.Length * 2));
        _full.AsSpan(0, _fullCount).CopyTo(larger);
        if (_full.Length > 0)
            ArrayPool<Segment>.Shared.Return(_full, clearArray: true);
        _full = larger;
    }

    /// <summary>Makes the segment that contains this position the current one.</summary>
    private void TruncateTo(int length)
    {
        while (length < _fullLength)
        {
            Return(_bytes);
            var last = _full[--_fullCount];
            _fullLength -= last.Length;
            (_bytes, _position, _capacity) = (last.Array, last.Length, Math.Min(last.Array.Length, MaxLength - _fullLength));
        }
    }

    private void Join()
    {
        var whole = Rent(Length);
        var length = 0;
        for (var index = 0; index < SegmentCount; index++)
        {
            var segment = SegmentAt(index);
            segment.Span.CopyTo(whole.AsSpan(length));
            length += segment.Length;
        }
        for (var index = 0; index < _fullCount; index++)
            Return(_full[index].Array);
        Return(_bytes);
        (_fullCount, _fullLength) = (0, 0);
        (_bytes, _position, _capacity) = (whole, length, Math.Min(whole.Length, MaxLength));
    }

    private byte[] Rent(int size)
    {
        var bytes = ByteArrays.Rent(size);
        if (budget is not null && !budget.TryReserve(bytes.Length, _reserved))
        {
            ByteArrays.Return(bytes);
            throw new MemoryBudgetException(budget.MaxBytes);
        }
        _reserved += bytes.Length;
        return bytes;
    }

    private void Return(byte[] bytes)
    {
        if (bytes.Length == 0)
            return;
        ByteArrays.Return(bytes);
        _reserved -= bytes.Length;
        budget?.Return(bytes.Length);
    }

    /// <summary>An array and the number of bytes written to it.</summary>
    private readonly record struct Segment(byte[] Array, int Length)
    {
        public ReadOnlyMemory<byte> Memory => Array.AsMemory(0, Length);
    }
}

/// <summary>A response exceeds the maximum length.</summary>
internal sealed class ResponseTooLargeException(int maxLength) : Exception
{
    /// <summary>The maximum length in bytes.</summary>
    public int MaxLength { get; } = maxLength;
}
