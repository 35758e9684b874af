using System.IO.Compression;
using System.Text;
using GraphIntel.Core.Values;
using GraphIntel.Import.Graph;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>Reads the content of a record.</summary>
internal sealed class RecordReader : IDisposable
{
    private readonly BinaryReader _reader;

    public RecordReader(byte[] record) => _reader = new BinaryReader(new MemoryStream(record), Encoding.UTF8);

    /// <summary>A reader of a compressed record.</summary>
    public static RecordReader Decompress(byte[] record)
    {
        using var content = new MemoryStream();
        using (var stream = new BrotliStream(new MemoryStream(record), CompressionMode.Decompress))
            stream.CopyTo(content);
        return new RecordReader(content.ToArray());
    }

    /// <summary>Whether everything was read.</summary>
    public bool IsAtEnd => _reader.BaseStream.Position == _reader.BaseStream.Length;

    public long ReadNumber() => _reader.Read7BitEncodedInt64();

    public bool ReadFlag() => _reader.ReadBoolean();

    public string ReadText() => _reader.ReadString();

    public string? ReadOptional() => _reader.ReadBoolean() ? _reader.ReadString() : null;

    public byte[]? ReadBytes() => _reader.Read7BitEncodedInt() is var length and > 0 ? _reader.ReadBytes(length - 1) : null;

    /// <summary>Reads a list.</summary>
    public List<T> Read<T>(Func<T> read)
    {
        var items = new List<T>();
        for (var left = ReadNumber(); left > 0; left--)
            items.Add(read());
        return items;
    }

    /// <summary>Reads a value of a property.</summary>
    public object? ReadValue() => (ValueTag)_reader.ReadByte() switch
    {
        ValueTag.Null => null,
        ValueTag.Text => _reader.ReadString(),
        ValueTag.Int => _reader.ReadInt32(),
        ValueTag.Float => _reader.ReadDouble(),
        ValueTag.Boolean => _reader.ReadBoolean(),
        ValueTag.Date => DateOnly.FromDayNumber(_reader.ReadInt32()),
        ValueTag.Point => new GeoPoint(_reader.ReadDouble(), _reader.ReadDouble()),
        ValueTag.Texts => ReadItems<string>(),
        ValueTag.Ints => ReadItems<int>(),
        ValueTag.Floats => ReadItems<double>(),
        ValueTag.Booleans => ReadItems<bool>(),
        ValueTag.Dates => ReadItems<DateOnly>(),
        ValueTag.Unknown => UnknownValue.Instance,
        _ => throw new ImportException("The store's records of imports were written by a later version of GraphIntel, or are damaged."),
    };

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private T[] ReadItems<T>()
    {
        var items = new T[_reader.Read7BitEncodedInt()];
        for (var index = 0; index < items.Length; index++)
            items[index] = (T)ReadValue()!;
        return items;
    }
}
