using System.IO.Compression;
using System.Text;
using GraphIntel.Core.Values;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>Writes the content of a record.</summary>
internal sealed class RecordWriter : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;

    public RecordWriter() => _writer = new BinaryWriter(_bytes, Encoding.UTF8);

    /// <summary>The content.</summary>
    public byte[] ToArray()
    {
        _writer.Flush();
        return _bytes.ToArray();
    }

    /// <summary>The content, compressed.</summary>
    public byte[] Compress()
    {
        _writer.Flush();
        using var compressed = new MemoryStream();
        using (var stream = new BrotliStream(compressed, CompressionLevel.Fastest))
            stream.Write(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length));
        return compressed.ToArray();
    }

    public void Write(long number) => _writer.Write7BitEncodedInt64(number);

    public void Write(bool flag) => _writer.Write(flag);

    public void Write(string text) => _writer.Write(text);

    public void WriteOptional(string? text)
    {
        _writer.Write(text is not null);
        if (text is not null)
            _writer.Write(text);
    }

    public void Write(byte[]? bytes)
    {
        _writer.Write7BitEncodedInt(bytes is null ? 0 : bytes.Length + 1);
        _writer.Write(bytes ?? []);
    }

    /// <summary>Writes a list.</summary>
    public void Write<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Write(items.Count);
        foreach (var item in items)
            write(item);
    }

    /// <summary>Writes a value of a property. One that only another tool can have written is kept as <see cref="UnknownValue"/>.</summary>
    public void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                _writer.Write((byte)ValueTag.Null);
                break;
            case string text:
                _writer.Write((byte)ValueTag.Text);
                _writer.Write(text);
                break;
            case int number:
                _writer.Write((byte)ValueTag.Int);
                _writer.Write(number);
                break;
            case double number:
                _writer.Write((byte)ValueTag.Float);
                _writer.Write(number);
                break;
            case bool flag:
                _writer.Write((byte)ValueTag.Boolean);
                _writer.Write(flag);
                break;
            case DateOnly day:
                _writer.Write((byte)ValueTag.Date);
                _writer.Write(day.DayNumber);
                break;
            case GeoPoint point:
                _writer.Write((byte)ValueTag.Point);
                _writer.Write(point.Latitude);
                _writer.Write(point.Longitude);
                break;
            case Array items when TagOf(items) is { } tag:
                _writer.Write((byte)tag);
                _writer.Write7BitEncodedInt(items.Length);
                foreach (var item in items)
                    WriteValue(item);
                break;
            default:
                _writer.Write((byte)ValueTag.Unknown);
                break;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static ValueTag? TagOf(Array items) => items switch
    {
        string[] => ValueTag.Texts,
        int[] => ValueTag.Ints,
        double[] => ValueTag.Floats,
        bool[] => ValueTag.Booleans,
        DateOnly[] => ValueTag.Dates,
        _ => null,
    };
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
