using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GraphIntel.Core.Model;
using GraphIntel.Core.Response;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Core.Values;

namespace GraphIntel.Sqlite.Execute;

/// <summary>
/// Reads rows that SQLite's json_array and json_group_array wrote: arrays without white space, with strings escaped as in a
/// response, so that they are copied unchanged. Lists that another tool wrote can contain any JSON.
/// </summary>
internal ref struct JsonRowReader(ReadOnlySpan<byte> json) : IRowReader
{
    /// <summary>Quotes and ten bytes: <c>"2017-06-04"</c>.</summary>
    private const int DateLength = 12;

    private readonly ReadOnlySpan<byte> _json = json;

    /// <summary>
    /// Whether no string has to be validated by itself: SQLite stores invalid UTF-8 as it is, and validating the whole is
    /// fastest.
    /// </summary>
    private readonly bool _isUtf8 = Utf8.IsValid(json);
    private int _position;

    /// <inheritdoc/>
    public int Position
    {
        readonly get => _position;
        set => _position = value;
    }

    /// <inheritdoc/>
    public bool TryReadNull()
    {
        if (Next() != (byte)'n')
            return false;
        _position += "null"u8.Length;
        return true;
    }

    /// <inheritdoc/>
    public void EnterRow() => Expect((byte)'[');

    /// <inheritdoc/>
    public void ExitRow() => Expect((byte)']');

    /// <inheritdoc/>
    public int EnterList()
    {
        Expect((byte)'[');
        return 0;
    }

    /// <inheritdoc/>
    public bool NextItem(ref int remaining)
    {
        if (Next() != (byte)']')
            return true;
        _position++;
        return false;
    }

    /// <inheritdoc/>
    public int ReadInt()
    {
        var token = Token();
        return Utf8Parser.TryParse(token, out int value, out var read) && read == token.Length ? value : throw Unexpected();
    }

    /// <inheritdoc/>
    public bool TryReadDay(out DateOnly day)
    {
        day = default;
        var start = _position;
        var token = Token();
        if (token.Length != DateLength || !IsDate(token[1..^1]))
        {
            _position = start;
            return false;
        }
        var text = token[1..^1];
        day = new DateOnly(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]));
        return true;
    }

    /// <inheritdoc/>
    public bool TryEnterList(out int remaining)
    {
        remaining = 0;
        if (Next() != (byte)'[')
            return false;
        _position++;
        return true;
    }

    /// <inheritdoc/>
    public bool TryCopyScalar(ScalarKind kind, EnumType? values, ResponseBuffer output)
    {
        if (Next() is (byte)'[' or (byte)'{')
            return false;
        var start = _position;
        var token = Token();
        if (TryCopy(token, kind, values, output))
            return true;
        _position = start;
        return false;
    }

    /// <inheritdoc/>
    public bool TryReadPoint(out GeoPoint point)
    {
        var start = _position;
        Expect((byte)'[');
        if (TryReadNumber(out var latitude) && TryReadNumber(out var longitude) && new GeoPoint(latitude, longitude) is { IsValid: true } found)
        {
            ExitRow();
            point = found;
            return true;
        }
        _position = start;
        point = default;
        return false;
    }

    /// <inheritdoc/>
    public void CopyKey(ScalarKind kind, ResponseBuffer output)
    {
        var token = Token();
        switch (kind)
        {
            case ScalarKind.Boolean when token is [(byte)'0' or (byte)'1']:
                output.Write(token[0] == (byte)'1' ? "true"u8 : "false"u8);
                break;
            case ScalarKind.Float when token[0] != (byte)'n' && Number(token) is var number && double.IsFinite(number):
                output.Write(number);
                break;
            case ScalarKind.Id or ScalarKind.String or ScalarKind.Enum or ScalarKind.Date when !_isUtf8 && !Utf8.IsValid(token):
                Cursor.WriteBytes(output, Bytes(token));
                break;
            default:
                output.Write(token);
                break;
        }
    }

    /// <inheritdoc/>
    public string Describe(ScalarKind kind)
    {
        switch (Next())
        {
            case (byte)'[' when kind == ScalarKind.Point:
                return DescribePoint();
            case (byte)'[':
                return "a list";
            case (byte)'{':
                return "an object";
            case (byte)'"':
                return WriteErrors.Show(Text(Peek()));
            case (byte)'t' or (byte)'f' or (byte)'n':
                return Encoding.UTF8.GetString(Peek());
            default:
                return Number(Peek()) is var number && double.IsFinite(number)
                    && kind != ScalarKind.Float
                    ? Encoding.UTF8.GetString(Peek())
                    : number.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <inheritdoc/>
    public void Skip()
    {
        Next();
        var depth = 0;
        do
        {
            switch (_json[_position])
            {
                case (byte)'[' or (byte)'{':
                    depth++;
                    _position++;
                    break;
                case (byte)']' or (byte)'}':
                    depth--;
                    _position++;
                    break;
                case (byte)',' or (byte)':':
                    _position++;
                    break;
                default:
                    Token();
                    break;
            }
        }
        while (depth > 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool TryCopy(ReadOnlySpan<byte> token, ScalarKind kind, EnumType? values, ResponseBuffer output)
    {
        switch (kind)
        {
            case ScalarKind.Int:
                if (!Utf8Parser.TryParse(token, out int _, out var read) || read != token.Length)
                    return TryCopyInteger(token, output);
                break;
            case ScalarKind.Long:
                if (!Utf8Parser.TryParse(token, out long _, out var digits) || digits != token.Length)
                    return false;
                break;
            case ScalarKind.Float:
                // SQLite writes up to 17 digits.
                if (token[0] is (byte)'"' or >= (byte)'f' || Number(token) is var number && !double.IsFinite(number))
                    return false;
                output.Write(number);
                return true;
            case ScalarKind.Boolean:
                if (token is [(byte)'0' or (byte)'1'] or [(byte)'t' or (byte)'f', ..])
                {
                    output.Write(token[0] is (byte)'1' or (byte)'t' ? "true"u8 : "false"u8);
                    return true;
                }
                return false;
            case ScalarKind.Date:
                if (token.Length != DateLength || !IsDate(token[1..^1]))
                    return token.Contains((byte)'\\') && IsDate(Encoding.UTF8.GetBytes(Text(token))) && Copy(token, output);
                break;
            case ScalarKind.Enum:
                if (token[0] != (byte)'"' || !values!.Contains(token[1..^1]))
                    return token.Contains((byte)'\\') && values!.Contains(Text(token)) && Copy(token, output);
                break;
            default:
                if (token[0] != (byte)'"' || (!_isUtf8 && !Utf8.IsValid(token)))
                    return false;
                break;
        }
        return Copy(token, output);
    }

    private static bool Copy(ReadOnlySpan<byte> token, ResponseBuffer output)
    {
        output.Write(token);
        return true;
    }

    /// <summary>An integer in another notation, as another tool may write it in a list: <c>3.0</c>, <c>3e2</c>.</summary>
    private static bool TryCopyInteger(ReadOnlySpan<byte> token, ResponseBuffer output)
    {
        if (token[0] is (byte)'"' or >= (byte)'f')
            return false;
        var number = Number(token);
        if (number is not (>= int.MinValue and <= int.MaxValue) || !double.IsInteger(number))
            return false;
        output.Write(number);
        return true;
    }

    /// <summary>A number; infinite if it is out of range.</summary>
    private static double Number(ReadOnlySpan<byte> token) => double.Parse(token, CultureInfo.InvariantCulture);

    private bool TryReadNumber(out double number)
    {
        number = 0;
        var token = Token();
        if (token[0] is (byte)'"' or >= (byte)'f')
            return false;
        number = Number(token);
        return true;
    }

    /// <summary>Whether a text is a date of the years 1 to 9999.</summary>
    private static bool IsDate(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != (byte)'-' || text[7] != (byte)'-')
            return false;
        return Digits(text[..4]) is > 0 and var year
            && Digits(text[5..7]) is >= 1 and <= 12 and var month
            && Digits(text[8..]) is >= 1 and var day
            && (day <= 28 || day <= DateTime.DaysInMonth(year, month));
    }

    /// <summary>The number of a text of digits; -1 for any other text.</summary>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit((char)character))
                return -1;
            number = (number * 10) + character - '0';
        }
        return number;
    }

    /// <summary>The value of a quoted string, with U+FFFD for invalid characters.</summary>
    private static string Text(ReadOnlySpan<byte> token)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(token)))!;
        }
        catch (JsonException)
        {
            // An escaped lone surrogate.
            return Encoding.UTF8.GetString(token[1..^1]);
        }
    }

    /// <summary>The bytes of a string that is not UTF-8. SQLite escapes only ASCII.</summary>
    private static byte[] Bytes(ReadOnlySpan<byte> token) =>
        Encoding.Latin1.GetBytes(Text(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(token))));

    private string DescribePoint()
    {
        var start = _position;
        EnterRow();
        var latitude = Describe(ScalarKind.Float);
        Token();
        var longitude = Describe(ScalarKind.Float);
        _position = start;
        return $"a position with the latitude {latitude} and the longitude {longitude}";
    }

    private ReadOnlySpan<byte> Peek()
    {
        var start = _position;
        var token = Token();
        _position = start;
        return token;
    }

    /// <summary>The first byte of the next value, or the end of the enclosing array; skips a comma before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Next()
    {
        if (_json[_position] == (byte)',')
            _position++;
        return _json[_position];
    }

    private void Expect(byte expected)
    {
        if (Next() != expected)
            throw Unexpected();
        _position++;
    }

    /// <summary>Reads a quoted string, a number or a keyword.</summary>
    private ReadOnlySpan<byte> Token()
    {
        var isText = Next() == (byte)'"';
        var start = _position;
        var rest = _json[start..];
        int length;
        if (isText)
        {
            length = 1;
            while (true)
            {
                length += rest[length..].IndexOfAny((byte)'"', (byte)'\\');
                if (rest[length] == (byte)'"')
                    break;
                length += 2;
            }
            length++;
        }
        else
        {
            length = rest.IndexOfAny((byte)',', (byte)']', (byte)'}');
        }
        _position = start + length;
        return rest[..length];
    }

    private readonly InvalidOperationException Unexpected() => new($"The store's result does not match the plan at byte {_position}.");
}
