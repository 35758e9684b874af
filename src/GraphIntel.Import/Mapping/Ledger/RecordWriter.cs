using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GraphIntel.Core.Values;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>Writes the content of a record, in the encoding that <see cref="BinaryReader"/> reads. It can be used again and again.</summary>
internal sealed class RecordWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(256);

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Begins another record.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>The content.</summary>
    public byte[] ToArray() => Written.ToArray();

    /// <summary>The content, compressed.</summary>
    public byte[] Compress()
    {
        using var compressed = new MemoryStream();
        using (var stream = new BrotliStream(compressed, CompressionLevel.Fastest))
            stream.Write(Written);
        return compressed.ToArray();
    }

    /// <summary>Writes a number, seven bits a byte.</summary>
    public void Write(long number)
    {
        var left = (ulong)number;
        var span = _bytes.GetSpan(10);
        var length = 0;
        for (; left > 0x7F; left >>= 7)
            span[length++] = (byte)(left | 0x80);
        span[length++] = (byte)left;
        _bytes.Advance(length);
    }

    public void Write(bool flag) => WriteByte(flag ? (byte)1 : (byte)0);

    public void Write(string text) => Write(text.AsSpan());

    public void Write(ReadOnlySpan<char> text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Write((long)length);
        Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }

    public void WriteOptional(string? text)
    {
        Write(text is not null);
        if (text is not null)
            Write(text);
    }

    public void Write(byte[]? bytes)
    {
        Write(bytes is null ? 0L : bytes.Length + 1);
        _bytes.Write(bytes);
    }

    /// <summary>Writes a list.</summary>
    public void Write<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Write((long)items.Count);
        foreach (var item in items)
            write(item);
    }

    /// <summary>Writes a value of a property. One that only another tool can have written is kept as <see cref="UnknownValue"/>.</summary>
    public void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                WriteTag(ValueTag.Null);
                break;
            case string text:
                WriteTag(ValueTag.Text);
                Write(text);
                break;
            case int number:
                WriteTag(ValueTag.Int);
                WriteInt32(number);
                break;
            case double number:
                WriteTag(ValueTag.Float);
                WriteDouble(number);
                break;
            case bool flag:
                WriteTag(ValueTag.Boolean);
                Write(flag);
                break;
            case DateOnly day:
                WriteTag(ValueTag.Date);
                WriteInt32(day.DayNumber);
                break;
            case GeoPoint point:
                WriteTag(ValueTag.Point);
                WriteDouble(point.Latitude);
                WriteDouble(point.Longitude);
                break;
            case Array items when TagOf(items) is { } tag:
                WriteTag(tag);
                Write((long)items.Length);
                foreach (var item in items)
                    WriteValue(item);
                break;
            default:
                WriteTag(ValueTag.Unknown);
                break;
        }
    }

    private static ValueTag? TagOf(Array items) => items switch
    {
        string[] => ValueTag.Texts,
        int[] => ValueTag.Ints,
        double[] => ValueTag.Floats,
        bool[] => ValueTag.Booleans,
        DateOnly[] => ValueTag.Dates,
        _ => null,
    };

    private void WriteTag(ValueTag tag) => WriteByte((byte)tag);

    private void WriteByte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    private void WriteInt32(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), number);
        _bytes.Advance(sizeof(int));
    }

    private void WriteDouble(double number)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(sizeof(double)), number);
        _bytes.Advance(sizeof(double));
    }
}

/// <summary>Stands for a value of another tool that a record cannot hold.</summary>
internal sealed class UnknownValue
{
    public static readonly UnknownValue Instance = new();

    private UnknownValue()
    {
    }
}

/// <summary>The types of values in records.</summary>
internal enum ValueTag : byte
{
    Null,
    Text,
    Int,
    Float,
    Boolean,
    Date,
    Point,
    Texts,
    Ints,
    Floats,
    Booleans,
    Dates,
    Unknown,
}
