using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;

namespace GraphIntel.Sqlite.Execute;

/// <summary>
/// Reads rows as SQLite's json_array and json_group_array write them: arrays without white space, strings escaped as a
/// response has them, so that they are copied as they are.
/// </summary>
internal ref struct JsonRowReader(ReadOnlySpan<byte> json) : IRowReader
{
    private readonly ReadOnlySpan<byte> _json = json;
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
    public void CopyScalar(ScalarKind kind, ResponseBuffer output)
    {
        var token = Token();
        switch (kind)
        {
            case ScalarKind.Boolean:
                output.Write(token[0] is (byte)'1' or (byte)'t' ? "true"u8 : "false"u8);
                break;
            case ScalarKind.Float:
                // SQLite writes up to 17 digits.
                output.Write(double.Parse(token, CultureInfo.InvariantCulture));
                break;
            default:
                output.Write(token);
                break;
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
                case (byte)'[':
                    depth++;
                    _position++;
                    break;
                case (byte)']':
                    depth--;
                    _position++;
                    break;
                case (byte)',':
                    _position++;
                    break;
                default:
                    Token();
                    break;
            }
        }
        while (depth > 0);
    }

    /// <summary>The first byte of the next value, or the end of what is around it; a comma before it is consumed.</summary>
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

    /// <summary>Consumes a string with its quotes, a number or a word.</summary>
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
            length = rest.IndexOfAny((byte)',', (byte)']');
        }
        _position = start + length;
        return rest[..length];
    }

    private readonly InvalidOperationException Unexpected() => new($"The store's answer is not what the plan says at byte {_position}.");
}
