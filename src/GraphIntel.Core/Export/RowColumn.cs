using System.Text.Json;

namespace GraphIntel.Core.Export;

/// <summary>The kind of a value in a row.</summary>
internal enum CellKind
{
    Missing,
    Text,
    Number,
    True,
    False,
}

/// <summary>A column of an export of rows, and its value in the current row.</summary>
/// <param name="name">The response keys that lead to it, separated by dots.</param>
/// <param name="isJoined">Whether it has several values, which are joined.</param>
internal sealed class RowColumn(string name, bool isJoined)
{
    private byte[] _bytes = new byte[32];
    private int _length;
    private int _count;

    /// <summary>The response keys that lead to it, separated by dots: <c>place.name</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it has several values, which are joined: it is a list, or inside one.</summary>
    public bool IsJoined { get; } = isJoined;

    /// <summary>Whether only the first of several values counts, as for a geometry.</summary>
    public bool TakesFirst { get; set; }

    /// <summary>The kind of the value.</summary>
    public CellKind Kind { get; private set; }

    /// <summary>The value as text, UTF-8; empty if it is missing.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(0, _length);

    private static ReadOnlySpan<byte> Separator => "; "u8;

    /// <summary>Begins a row.</summary>
    public void Clear() => (_length, _count, Kind) = (0, 0, CellKind.Missing);

    /// <summary>Adds a value, which may be null.</summary>
    /// <param name="json">At a scalar.</param>
    public void Add(ref Utf8JsonReader json)
    {
        if (TakesFirst && (Kind != CellKind.Missing || json.TokenType == JsonTokenType.Null))
            return;
        if (_count++ > 0)
            Append(Separator);
        Kind = IsJoined && !TakesFirst ? CellKind.Text : KindOf(json.TokenType);
        if (json.TokenType == JsonTokenType.String)
            _length += json.CopyString(Reserve(json.ValueSpan.Length));
        else if (json.TokenType != JsonTokenType.Null)
            Append(json.ValueSpan);
    }

    /// <summary>Adds an empty value to a list, so that the values of its columns stay side by side.</summary>
    public void AddMissing()
    {
        if (TakesFirst)
            return;
        if (_count++ > 0)
            Append(Separator);
        Kind = CellKind.Text;
    }

    private static CellKind KindOf(JsonTokenType type) => type switch
    {
        JsonTokenType.Number => CellKind.Number,
        JsonTokenType.True => CellKind.True,
        JsonTokenType.False => CellKind.False,
        JsonTokenType.Null => CellKind.Missing,
        _ => CellKind.Text,
    };

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>The space after the value, at least as long as given.</summary>
    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _length < length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + length));
        return _bytes.AsSpan(_length);
    }
}
