using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GraphIntel.Bolt.PackStream;

/// <summary>
/// Writes PackStream values, each in its shortest form, directly to a buffer. After a header, the caller writes the announced
/// number of values.
/// </summary>
public readonly ref struct PackStreamWriter
{
    private readonly IBufferWriter<byte> _output;

    /// <summary>A writer that appends to a buffer.</summary>
    public PackStreamWriter(IBufferWriter<byte> output) => _output = output;

    /// <summary>Writes a null.</summary>
    public void WriteNull() => WriteByte(Marker.Null);

    /// <summary>Writes a boolean.</summary>
    public void WriteBoolean(bool value) => WriteByte(value ? Marker.True : Marker.False);

    /// <summary>Writes an integer.</summary>
    public void WriteInteger(long value)
    {
        var span = _output.GetSpan(9);
        int length;
        if (value is >= -16 and < 128)
        {
            span[0] = (byte)value;
            length = 1;
        }
        else if (value is >= sbyte.MinValue and <= sbyte.MaxValue)
        {
            span[0] = Marker.Int8;
            span[1] = (byte)value;
            length = 2;
        }
        else if (value is >= short.MinValue and <= short.MaxValue)
        {
            span[0] = Marker.Int16;
            BinaryPrimitives.WriteInt16BigEndian(span[1..], (short)value);
            length = 3;
        }
        else if (value is >= int.MinValue and <= int.MaxValue)
        {
            span[0] = Marker.Int32;
            BinaryPrimitives.WriteInt32BigEndian(span[1..], (int)value);
            length = 5;
        }
        else
        {
            span[0] = Marker.Int64;
            BinaryPrimitives.WriteInt64BigEndian(span[1..], value);
            length = 9;
        }
        _output.Advance(length);
    }

    /// <summary>Writes a floating-point number.</summary>
    public void WriteFloat(double value)
    {
        var span = _output.GetSpan(9);
        span[0] = Marker.Float;
        BinaryPrimitives.WriteDoubleBigEndian(span[1..], value);
        _output.Advance(9);
    }

    /// <summary>Writes text. A lone surrogate becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        WriteHeader(Marker.TinyString, Marker.String8, length);
        Encoding.UTF8.GetBytes(value, _output.GetSpan(length));
        _output.Advance(length);
    }

    /// <summary>Writes text that is UTF-8 already.</summary>
    public void WriteString(ReadOnlySpan<byte> utf8)
    {
        WriteHeader(Marker.TinyString, Marker.String8, utf8.Length);
        _output.Write(utf8);
    }

    /// <summary>Writes bytes.</summary>
    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteHeader(null, Marker.Bytes8, value.Length);
        _output.Write(value);
    }

    /// <summary>Writes the header of a list of <paramref name="count"/> values.</summary>
    public void WriteListHeader(int count) => WriteHeader(Marker.TinyList, Marker.List8, count);

    /// <summary>Writes the header of a map of <paramref name="count"/> pairs of a string and a value.</summary>
    public void WriteMapHeader(int count) => WriteHeader(Marker.TinyMap, Marker.Map8, count);

    /// <summary>Writes the header of a structure of <paramref name="fields"/> fields.</summary>
    public void WriteStructureHeader(byte tag, int fields)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)fields, 15u, nameof(fields));
        var span = _output.GetSpan(2);
        span[0] = (byte)(Marker.TinyStructure | fields);
        span[1] = tag;
        _output.Advance(2);
    }

    /// <summary>Writes an encoded PackStream value.</summary>
    public void WriteRaw(ReadOnlySpan<byte> value) => _output.Write(value);

    /// <summary>Writes a date.</summary>
    public void WriteDate(LocalDate value)
    {
        WriteStructureHeader(StructureTag.Date, 1);
        WriteInteger(value.EpochDays);
    }

    /// <summary>Writes a time of day at an offset.</summary>
    public void WriteTime(OffsetTime value)
    {
        WriteStructureHeader(StructureTag.Time, 2);
        WriteInteger(value.NanosecondsOfDay);
        WriteInteger(value.OffsetSeconds);
    }

    /// <summary>Writes a time of day without an offset.</summary>
    public void WriteLocalTime(LocalTime value)
    {
        WriteStructureHeader(StructureTag.LocalTime, 1);
        WriteInteger(value.NanosecondsOfDay);
    }

    /// <summary>Writes a date and time without an offset.</summary>
    public void WriteLocalDateTime(LocalDateTime value)
    {
        WriteStructureHeader(StructureTag.LocalDateTime, 2);
        WriteInteger(value.EpochSeconds);
        WriteInteger(value.Nanosecond);
    }

    /// <summary>Writes a date and time with an offset or a named zone.</summary>
    public void WriteDateTime(ZonedDateTime value)
    {
        WriteStructureHeader(value.ZoneId is null ? StructureTag.DateTime : StructureTag.DateTimeZoneId, 3);
        WriteInteger(value.UtcSeconds);
        WriteInteger(value.Nanosecond);
        if (value.ZoneId is null)
            WriteInteger(value.OffsetSeconds ?? 0);
        else
            WriteString(value.ZoneId);
    }

    /// <summary>Writes a duration.</summary>
    public void WriteDuration(Duration value)
    {
        WriteStructureHeader(StructureTag.Duration, 4);
        WriteInteger(value.Months);
        WriteInteger(value.Days);
        WriteInteger(value.Seconds);
        WriteInteger(value.Nanos);
    }

    /// <summary>Writes a point.</summary>
    public void WritePoint(Point value)
    {
        WriteStructureHeader(value.Z is null ? StructureTag.Point2D : StructureTag.Point3D, value.Z is null ? 3 : 4);
        WriteInteger(value.SrId);
        WriteFloat(value.X);
        WriteFloat(value.Y);
        if (value.Z is { } z)
            WriteFloat(z);
    }

    /// <summary>
    /// Writes any value that Neo4j supports as a parameter: null, booleans, numbers, text, bytes, .NET's and this library's
    /// dates and times, points, and dictionaries and lists of these.
    /// </summary>
    /// <exception cref="ClientException">The type of a value is not supported; the message names the type, not the value.</exception>
    public void WriteValue(object? value) => ValueWriter.Write(this, value, 0);

    private void WriteByte(byte value)
    {
        _output.GetSpan(1)[0] = value;
        _output.Advance(1);
    }

    /// <summary>A length in the marker itself if it is below 16 and the type has such a form, else in 1, 2 or 4 bytes.</summary>
    private void WriteHeader(byte? tiny, byte marker8, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var span = _output.GetSpan(5);
        int written;
        if (length < 16 && tiny is { } marker)
        {
            span[0] = (byte)(marker | length);
            written = 1;
        }
        else if (length <= byte.MaxValue)
        {
            span[0] = marker8;
            span[1] = (byte)length;
            written = 2;
        }
        else if (length <= ushort.MaxValue)
        {
            span[0] = (byte)(marker8 + 1);
            BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)length);
            written = 3;
        }
        else
        {
            span[0] = (byte)(marker8 + 2);
            BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)length);
            written = 5;
        }
        _output.Advance(written);
    }
}
