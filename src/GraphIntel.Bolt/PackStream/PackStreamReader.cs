using System.Buffers.Binary;
using System.Text;

namespace GraphIntel.Bolt.PackStream;

/// <summary>
/// Reads PackStream values forward over bytes that it does not copy. Every length is held against the bytes that are there
/// before it is believed; what is wrong is a <see cref="ProtocolException"/> that names its place.
/// </summary>
public ref partial struct PackStreamReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    /// <summary>A reader at the first of these bytes.</summary>
    public PackStreamReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>How many bytes have been read; can be set back to where a value began, to read it again.</summary>
    public int Position
    {
        readonly get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)value, (uint)_bytes.Length, nameof(value));
            _position = value;
        }
    }

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>Whether all bytes have been read.</summary>
    public readonly bool AtEnd => _position == _bytes.Length;

    /// <summary>The kind of the next value.</summary>
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
            _ => throw new ProtocolException($"Byte {marker:X2} at {_position} begins no PackStream value."),
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

    /// <summary>Reads text as the UTF-8 that it is, without a copy and without looking whether it is valid.</summary>
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

    /// <summary>Reads where a list begins.</summary>
    /// <returns>How many values follow.</returns>
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

    /// <summary>Reads where a map begins.</summary>
    /// <returns>How many pairs of a string and a value follow.</returns>
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

    /// <summary>Reads where a structure begins.</summary>
    /// <param name="tag">What the structure is.</param>
    /// <returns>How many fields follow.</returns>
    public int ReadStructureHeader(out byte tag)
    {
        var marker = Next(PackStreamType.Structure);
        if (marker is < Marker.TinyStructure or >= Marker.Null)
            throw Unexpected(PackStreamType.Structure);
        tag = Take(1)[0];
        return CheckCount(marker & 0xF, marker & 0xF);
    }

    /// <summary>Passes over the next value with all that lies in it, at any depth.</summary>
    public void Skip()
    {
        // Values still to pass over: each takes a byte at least, so more of them than bytes is a lie, and the loop ends.
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

    /// <summary>Passes over the next value and gives its bytes.</summary>
    public ReadOnlySpan<byte> ReadRaw()
    {
        var start = _position;
        Skip();
        return _bytes[start.._position];
    }

    private byte Next(PackStreamType wanted)
    {
        if (AtEnd)
            throw Truncated(wanted);
        return _bytes[_position++];
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > Remaining)
            throw Truncated(length);
        var taken = _bytes.Slice(_position, length);
        _position += length;
        return taken;
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

    private readonly int CheckCount(int count, long leastBytes) =>
        leastBytes <= Remaining ? count : throw Truncated($"{leastBytes} values");

    // The text is made out of the way of the methods that every value goes through, which then are short enough to inline.
    private readonly ProtocolException Truncated(PackStreamType wanted) => Truncated($"a value of type {wanted}");

    private readonly ProtocolException Truncated(int length) => Truncated($"{length} bytes");

    private readonly ProtocolException Truncated(string wanted) =>
        new($"Expected {wanted} at {_position}, but only {Remaining} bytes are left.");

    /// <summary>Steps back to the marker that was not the one that was asked for, so that it can be named.</summary>
    private ProtocolException Unexpected(PackStreamType wanted)
    {
        _position--;
        return new ProtocolException($"Expected a value of type {wanted} at {_position}, but found one of type {PeekType()}.");
    }
}
