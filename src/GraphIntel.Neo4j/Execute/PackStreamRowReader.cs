using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Execute;

/// <summary>Reads rows as Bolt brings them: lists of values, in PackStream, where they lie in the connection's buffer.</summary>
internal ref struct PackStreamRowReader(PackStreamReader values) : IRowReader
{
    /// <summary>Days from 0001-01-01 to 1970-01-01, from which Neo4j counts.</summary>
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private const byte DateTag = 0x44;

    private static readonly SearchValues<byte> _escaped =
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
    public void CopyScalar(ScalarKind kind, ResponseBuffer output)
    {
        switch (kind, _values.PeekType())
        {
            case (ScalarKind.Id or ScalarKind.String or ScalarKind.Enum, PackStreamType.String):
                CopyText(_values.ReadUtf8String(), output);
                break;
            case (ScalarKind.Int, PackStreamType.Integer):
                CopyInteger(_values.ReadInteger(), output);
                break;
            case (ScalarKind.Float, PackStreamType.Float) when _values.ReadFloat() is var number && double.IsFinite(number):
                output.Write(number);
                break;
            case (ScalarKind.Float, PackStreamType.Integer):
                output.Write((double)_values.ReadInteger());
                break;
            case (ScalarKind.Boolean, PackStreamType.Boolean):
                output.Write(_values.ReadBoolean() ? "true"u8 : "false"u8);
                break;
            case (ScalarKind.Date, PackStreamType.Structure) when TryReadDay(out var day):
                CopyDay(day, output);
                break;
            default:
                throw Neo4jFailure.Stray();
        }
    }

    /// <inheritdoc/>
    public void Skip() => _values.Skip();

    private bool TryReadDay(out DateOnly day)
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

    private static void CopyDay(DateOnly day, ResponseBuffer output)
    {
        output.Write((byte)'"');
        day.TryFormat(output.GetSpan(10), out var written, "O", CultureInfo.InvariantCulture);
        output.Advance(written);
        output.Write((byte)'"');
    }

    /// <summary>Text as JSON has it, escaped as little as that allows.</summary>
    private static void CopyText(ReadOnlySpan<byte> text, ResponseBuffer output)
    {
        output.Write((byte)'"');
        while (text.IndexOfAny(_escaped) is var plain and >= 0)
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
