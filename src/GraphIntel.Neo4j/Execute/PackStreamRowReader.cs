using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Response;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Core.Values;

namespace GraphIntel.Neo4j.Execute;

/// <summary>Reads rows as lists of PackStream values, directly from the connection's buffer.</summary>
internal ref struct PackStreamRowReader(PackStreamReader values) : IRowReader
{
    /// <summary>Days from 0001-01-01 to 1970-01-01, from which Neo4j counts.</summary>
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private const byte DateTag = 0x44;
    private const byte Point2DTag = 0x58;
    private const int Point2DFields = 3;

    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private PackStreamReader _values = values;

    /// <inheritdoc/>
    public int Position
    {
        readonly get => _values.Position;
        set => _values.Position = value;
    }

    /// <inheritdoc/>
    public bool TryReadNull() => _values.TryReadNull();

    /// <inheritdoc/>
    public void EnterRow() => _values.ReadListHeader();

    /// <inheritdoc/>
    public readonly void ExitRow()
    {
        // A row ends with its last value.
    }

    /// <inheritdoc/>
    public int EnterList() => _values.ReadListHeader();

    /// <inheritdoc/>
    public readonly bool NextItem(ref int remaining) => remaining-- > 0;

    /// <inheritdoc/>
    public int ReadInt() => (int)_values.ReadInteger();

    /// <inheritdoc/>
    public bool TryReadDay(out DateOnly day)
    {
        var start = _values.Position;
        day = default;
        if (_values.PeekType() == PackStreamType.Structure && TryReadDate(out day))
            return true;
        _values.Position = start;
        return false;
    }

    /// <inheritdoc/>
    public bool TryEnterList(out int remaining)
    {
        remaining = 0;
        if (_values.PeekType() != PackStreamType.List)
            return false;
        remaining = _values.ReadListHeader();
        return true;
    }

    /// <inheritdoc/>
    public bool TryCopyScalar(ScalarKind kind, EnumType? values, ResponseBuffer output)
    {
        var start = _values.Position;
        if (TryCopy(kind, values, output))
            return true;
        _values.Position = start;
        return false;
    }

    private bool TryCopy(ScalarKind kind, EnumType? values, ResponseBuffer output)
    {
        switch (kind, _values.PeekType())
        {
            case (ScalarKind.Id or ScalarKind.String, PackStreamType.String):
                CopyText(_values.ReadUtf8String(), output);
                return true;
            case (ScalarKind.Enum, PackStreamType.String):
                var name = _values.ReadUtf8String();
                if (!values!.Contains(name))
                    return false;
                CopyName(name, output);
                return true;
            case (ScalarKind.Int, PackStreamType.Integer):
                var whole = _values.ReadInteger();
                if (whole is < int.MinValue or > int.MaxValue)
                    return false;
                CopyInteger(whole, output);
                return true;
            case (ScalarKind.Long, PackStreamType.Integer):
                CopyInteger(_values.ReadInteger(), output);
                return true;
            case (ScalarKind.Int, PackStreamType.Float):
                var integral = _values.ReadFloat();
                if (integral is not (>= int.MinValue and <= int.MaxValue) || !double.IsInteger(integral))
                    return false;
                CopyInteger((long)integral, output);
                return true;
            case (ScalarKind.Float, PackStreamType.Float):
                if (_values.ReadFloat() is var number && !double.IsFinite(number))
                    return false;
                output.Write(number);
                return true;
            case (ScalarKind.Float, PackStreamType.Integer):
                output.Write((double)_values.ReadInteger());
                return true;
            case (ScalarKind.Boolean, PackStreamType.Boolean):
                output.Write(_values.ReadBoolean() ? "true"u8 : "false"u8);
                return true;
            case (ScalarKind.Date, PackStreamType.Structure) when TryReadDate(out var day):
                output.Write(day);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public bool TryReadPoint(out GeoPoint point)
    {
        var start = _values.Position;
        point = default;
        if (_values.PeekType() == PackStreamType.Structure && _values.ReadStructureHeader(out var tag) == Point2DFields && tag == Point2DTag
            && _values.ReadInteger() == Point.Wgs84)
        {
            var (longitude, latitude) = (_values.ReadFloat(), _values.ReadFloat());
            point = new GeoPoint(latitude, longitude);
        }
        else
        {
            point = new GeoPoint(double.NaN, double.NaN);
        }
        if (point.IsValid)
            return true;
        _values.Position = start;
        return false;
    }

    /// <inheritdoc/>
    public void CopyKey(ScalarKind kind, ResponseBuffer output)
    {
        var start = _values.Position;
        switch (_values.PeekType())
        {
            case PackStreamType.String:
                CopyText(_values.ReadUtf8String(), output);
                break;
            case PackStreamType.Integer:
                CopyInteger(_values.ReadInteger(), output);
                break;
            case PackStreamType.Float:
                var number = _values.ReadFloat();
                if (double.IsFinite(number))
                    output.Write(number);
                else
                    output.Write(number < 0 ? "-9e999"u8 : "9e999"u8);
                break;
            case PackStreamType.Boolean:
                output.Write(_values.ReadBoolean() ? "true"u8 : "false"u8);
                break;
            case PackStreamType.Structure when TryReadDate(out var day):
                output.Write(day);
                break;
            default:
                // Statements return null for values that they do not sort by.
                _values.Position = start;
                _values.Skip();
                output.Write("null"u8);
                break;
        }
    }

    /// <inheritdoc/>
    public string Describe(ScalarKind kind)
    {
        var start = _values.Position;
        var text = _values.PeekType() switch
        {
            PackStreamType.String => WriteErrors.Show(_values.ReadString()),
            PackStreamType.Integer => _values.ReadInteger().ToString(CultureInfo.InvariantCulture),
            PackStreamType.Float => _values.ReadFloat().ToString("R", CultureInfo.InvariantCulture),
            PackStreamType.Boolean => _values.ReadBoolean() ? "true" : "false",
            PackStreamType.List => "a list",
            PackStreamType.Bytes => "bytes",
            _ => Convert.ToString(_values.ReadValue(), CultureInfo.InvariantCulture)!,
        };
        _values.Position = start;
        return text;
    }

    /// <inheritdoc/>
    public void Skip() => _values.Skip();

    /// <summary>Reads a date; another structure is left partly read.</summary>
    private bool TryReadDate(out DateOnly day)
    {
        day = default;
        if (_values.ReadStructureHeader(out var tag) != 1 || tag != DateTag)
            return false;
        var number = _values.ReadInteger() + Epoch;
        if (number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber)
            return false;
        day = DateOnly.FromDayNumber((int)number);
        return true;
    }

    private static void CopyInteger(long value, ResponseBuffer output)
    {
        Utf8Formatter.TryFormat(value, output.GetSpan(20), out var written);
        output.Advance(written);
    }

    private static void CopyName(ReadOnlySpan<byte> name, ResponseBuffer output)
    {
        output.Write((byte)'"');
        output.Write(name);
        output.Write((byte)'"');
    }

    /// <summary>Writes text as a JSON string, with the minimum of escapes.</summary>
    private static void CopyText(ReadOnlySpan<byte> text, ResponseBuffer output)
    {
        output.Write((byte)'"');
        while (text.IndexOfAny(Escaped) is var plain and >= 0)
        {
            output.Write(text[..plain]);
            Escape(text[plain], output);
            text = text[(plain + 1)..];
        }
        output.Write(text);
        output.Write((byte)'"');
    }

    private static void Escape(byte character, ResponseBuffer output)
    {
        switch (character)
        {
            case (byte)'"':
                output.Write("\\\""u8);
                break;
            case (byte)'\\':
                output.Write("\\\\"u8);
                break;
            case (byte)'\b':
                output.Write("\\b"u8);
                break;
            case (byte)'\f':
                output.Write("\\f"u8);
                break;
            case (byte)'\n':
                output.Write("\\n"u8);
                break;
            case (byte)'\r':
                output.Write("\\r"u8);
                break;
            case (byte)'\t':
                output.Write("\\t"u8);
                break;
            default:
                output.Write("\\u00"u8);
                output.Write((byte)(character < 0x10 ? '0' : '1'));
                output.Write("0123456789abcdef"u8[character & 0xF]);
                break;
        }
    }
}
