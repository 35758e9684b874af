using System.Buffers.Binary;
using System.Text;

namespace GraphIntel.Bolt.PackStream;

/// <summary>
/// Reads PackStream values forward, without copying the bytes. Every length is checked against the remaining bytes; errors
/// are <see cref="ProtocolException"/>s with a position.
/// </summary>
public ref partial struct PackStreamReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    /// <summary>A reader at the start of the bytes.</summary>
    public PackStreamReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>The number of bytes read; can be set back to the start of a value, to read it again.</summary>
    public int Position
    {
        readonly get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)value, (uint)_bytes.Length, nameof(value));
            _position = value;
        }
    }

    /// <summary>The number of remaining bytes.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>Whether all bytes have been read.</summary>
    public readonly bool AtEnd => _position == _bytes.Length;

    /// <summary>The type of the next value.</summary>
    public readonly PackStreamType PeekType()
    {
        if (AtEnd)
            throw Truncated("a value");
        var marker = _bytes[_position];
        return marker switch
        {
            < 0x80 or >= 0xF0 => PackStreamType.Integer,
            < 0x90 => PackStreamType.String,
            < 0xA0 => PackStreamType.List,
            < 0xB0 => PackStreamType.Map,
            < 0xC0 => PackStreamType.Structure,
            Marker.Null => PackStreamType.Null,
            Marker.Float => PackStreamType.Float,
            Marker.False or Marker.True => PackStreamType.Boolean,
            >= Marker.Int8 and <= Marker.Int64 => PackStreamType.Integer,
            >= Marker.Bytes8 and <= Marker.Bytes32 => PackStreamType.Bytes,
            >= Marker.String8 and <= Marker.String32 => PackStreamType.String,
            >= Marker.List8 and <= Marker.List32 => PackStreamType.List,
            >= Marker.Map8 and <= Marker.Map32 => PackStreamType.Map,
            _ => throw new ProtocolException($"Byte {marker:X2} at {_position} is not the start of a PackStream value."),
        };
    }

    /// <summary>Reads a null if one comes next.</summary>
    /// <returns>Whether it was one.</returns>
    public bool TryReadNull()
    {
        if (AtEnd || _bytes[_position] != Marker.Null)
            return false;
        _position++;
        return true;
    }

    /// <summary>Reads a boolean.</summary>
    public bool ReadBoolean()
    {
        var marker = Next(PackStreamType.Boolean);
        return marker switch
        {
            Marker.True => true,
            Marker.False => false,
            _ => throw Unexpected(PackStreamType.Boolean),
        };
    }

    /// <summary>Reads an integer of any width.</summary>
    public long ReadInteger()
    {
        var marker = Next(PackStreamType.Integer);
        return marker switch
        {
            < 0x80 or >= 0xF0 => (sbyte)marker,
            Marker.Int8 => (sbyte)Take(1)[0],
            Marker.Int16 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            Marker.Int32 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            Marker.Int64 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            _ => throw Unexpected(PackStreamType.Integer),
        };
    }

    /// <summary>Reads a floating-point number.</summary>
    public double ReadFloat()
    {
        if (Next(PackStreamType.Float) != Marker.Float)
            throw Unexpected(PackStreamType.Float);
        return BinaryPrimitives.ReadDoubleBigEndian(Take(8));
    }

    /// <summary>Reads text as UTF-8, without a copy and without validation.</summary>
    public ReadOnlySpan<byte> ReadUtf8String()
    {
        var marker = Next(PackStreamType.String);
        return marker switch
        {
            >= Marker.TinyString and < Marker.TinyList => Take(marker & 0xF),
            >= Marker.String8 and <= Marker.String32 => Take(ReadLength(marker - Marker.String8)),
            _ => throw Unexpected(PackStreamType.String),
        };
    }

    /// <summary>Reads text.</summary>
    public string ReadString()
    {
        var utf8 = ReadUtf8String();
        try
        {
            return Marker.StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new ProtocolException($"The string that ends at {_position} is not valid UTF-8.", e);
        }
    }

    /// <summary>Reads bytes without a copy.</summary>
    public ReadOnlySpan<byte> ReadBytes()
    {
        var marker = Next(PackStreamType.Bytes);
        if (marker is < Marker.Bytes8 or > Marker.Bytes32)
            throw Unexpected(PackStreamType.Bytes);
        return Take(ReadLength(marker - Marker.Bytes8));
    }

    /// <summary>Reads the header of a list.</summary>
    /// <returns>The number of values that follow.</returns>
    public int ReadListHeader()
    {
        var marker = Next(PackStreamType.List);
        var count = marker switch
        {
            >= Marker.TinyList and < Marker.TinyMap => marker & 0xF,
            >= Marker.List8 and <= Marker.List32 => ReadLength(marker - Marker.List8),
            _ => throw Unexpected(PackStreamType.List),
        };
        return CheckCount(count, count);
    }

    /// <summary>Reads the header of a map.</summary>
    /// <returns>The number of pairs of a string and a value that follow.</returns>
    public int ReadMapHeader()
    {
        var marker = Next(PackStreamType.Map);
        var count = marker switch
        {
            >= Marker.TinyMap and < Marker.TinyStructure => marker & 0xF,
            >= Marker.Map8 and <= Marker.Map32 => ReadLength(marker - Marker.Map8),
            _ => throw Unexpected(PackStreamType.Map),
        };
        return CheckCount(count, 2L * count);
    }

    /// <summary>Reads the header of a structure.</summary>
    /// <param name="tag">The type of the structure.</param>
    /// <returns>The number of fields that follow.</returns>
    public int ReadStructureHeader(out byte tag)
    {
        var marker = Next(PackStreamType.Structure);
        if (marker is < Marker.TinyStructure or >= Marker.Null)
            throw Unexpected(PackStreamType.Structure);
        tag = Take(1)[0];
        return CheckCount(marker & 0xF, marker & 0xF);
    }

    /// <summary>Skips the next value, at any depth.</summary>
    public void Skip()
    {
        // Values to skip: each takes at least one byte, so more of them than bytes are an error, and the loop ends.
        long pending = 1;
        while (pending > 0)
        {
            pending--;
            switch (PeekType())
            {
                case PackStreamType.Null:
                case PackStreamType.Boolean:
                    _position++;
                    break;
                case PackStreamType.Integer:
                    ReadInteger();
                    break;
                case PackStreamType.Float:
                    ReadFloat();
                    break;
                case PackStreamType.Bytes:
                    ReadBytes();
                    break;
                case PackStreamType.String:
                    ReadUtf8String();
                    break;
                case PackStreamType.List:
                    pending += ReadListHeader();
                    break;
                case PackStreamType.Map:
                    pending += 2L * ReadMapHeader();
                    break;
                default:
                    pending += ReadStructureHeader(out _);
                    break;
            }
            if (pending > Remaining)
                throw Truncated($"{pending} values");
        }
    }

    /// <summary>Skips the next value and returns its bytes.</summary>
    public ReadOnlySpan<byte> ReadRaw()
    {
        var start = _position;
        Skip();
        return _bytes[start.._position];
    }

    private byte Next(PackStreamType expected)
    {
        if (AtEnd)
            throw Truncated(expected);
        return _bytes[_position++];
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > Remaining)
            throw Truncated(length);
        var slice = _bytes.Slice(_position, length);
        _position += length;
        return slice;
    }

    /// <summary>A length of 1, 2 or 4 bytes: the width is 1 shifted by <paramref name="size"/>.</summary>
    private int ReadLength(int size) => size switch
    {
        0 => Take(1)[0],
        1 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        _ => CheckLength(BinaryPrimitives.ReadUInt32BigEndian(Take(4))),
    };

    private readonly int CheckLength(uint length) =>
        length <= (uint)Remaining ? (int)length : throw Truncated($"{length} bytes or values");

    private readonly int CheckCount(int count, long minBytes) =>
        minBytes <= Remaining ? count : throw Truncated($"{minBytes} values");

    // Messages are created outside of the hot methods, which then are short enough to inline.
    private readonly ProtocolException Truncated(PackStreamType expected) => Truncated($"a value of type {expected}");

    private readonly ProtocolException Truncated(int length) => Truncated($"{length} bytes");

    private readonly ProtocolException Truncated(string expected) =>
        new($"Expected {expected} at {_position}, but only {Remaining} bytes are left.");

    /// <summary>Steps back to the unexpected marker, to report its type.</summary>
    private ProtocolException Unexpected(PackStreamType expected)
    {
        _position--;
        return new ProtocolException($"Expected a value of type {expected} at {_position}, but found one of type {PeekType()}.");
    }
}
