using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Values;

/// <summary>
/// The position of an item in an order: base64url (RFC 4648, section 5) of a JSON array of the order's fingerprint and the
/// values of its sort keys as the store compares them. These include values outside their type that other tools wrote, so that
/// paging continues after them. Opaque to clients; the same on every store.
/// </summary>
internal static class Cursor
{
    /// <summary>The maximum length of a cursor; keys are ids, names and days.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>Why a cursor cannot be used.</summary>
    public enum ReadError
    {
        None,
        Malformed,
        OtherOrder,
    }

    /// <summary>
    /// The fingerprint of an order's text: FNV-1a, 32 bits, so that cursors are valid on every server with the same schema.
    /// </summary>
    public static int Fingerprint(string order)
    {
        var hash = 2166136261u;
        foreach (var unit in order)
            hash = Add(hash, unit);
        return unchecked((int)hash);
    }

    /// <summary>The fingerprint of an order and a number; numbers that are equal, as 0.0 and -0.0, have the same one.</summary>
    public static int Fingerprint(int order, double number)
    {
        var hash = unchecked((uint)order);
        var bits = number == 0 ? 0 : BitConverter.DoubleToUInt64Bits(number);
        for (var shift = 0; shift < 64; shift += 8)
            hash = Add(hash, (byte)(bits >> shift));
        return unchecked((int)hash);
    }

    private static uint Add(uint hash, uint unit) => unchecked((hash ^ unit) * 16777619u);

    /// <summary>Begins the JSON of a cursor; the values of the keys follow, each after <see cref="NextKey"/>.</summary>
    public static void Begin(IBufferWriter<byte> json, int fingerprint)
    {
        json.Write("["u8);
        fingerprint.TryFormat(json.GetSpan(11), out var written, default, CultureInfo.InvariantCulture);
        json.Advance(written);
    }

    /// <summary>Writes the separator before a value.</summary>
    public static void NextKey(IBufferWriter<byte> json) => json.Write(","u8);

    /// <summary>Writes a key that is stored as text and is not valid UTF-8.</summary>
    public static void WriteBytes(IBufferWriter<byte> json, ReadOnlySpan<byte> bytes)
    {
        json.Write("[\""u8);
        Base64.EncodeToUtf8(bytes, json.GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        json.Advance(written);
        json.Write("\"]"u8);
    }

    /// <summary>Ends the JSON of a cursor.</summary>
    public static void End(IBufferWriter<byte> json) => json.Write("]"u8);

    /// <summary>Encodes the JSON of a cursor and writes it as a JSON string.</summary>
    public static void Encode(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        Base64Url.EncodeToUtf8(json, output.GetSpan(Base64Url.GetEncodedLength(json.Length)), out _, out var written);
        output.Advance(written);
        output.Write("\""u8);
    }

    /// <summary>Reads the values of the keys into <paramref name="values"/>, which has the same length.</summary>
    public static ReadError Read(string text, int fingerprint, ReadOnlySpan<(ScalarKind Kind, bool IsNullable)> keys, Span<object?> values)
    {
        if (text.Length > MaxLength)
            return ReadError.Malformed;
        var bytes = ArrayPool<byte>.Shared.Rent(Base64Url.GetMaxDecodedLength(text.Length));
        try
        {
            if (Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done)
                return ReadError.Malformed;
            return ReadJson(bytes.AsSpan(0, length), fingerprint, keys, values);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            return ReadError.Malformed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static ReadError ReadJson(
        ReadOnlySpan<byte> json, int fingerprint, ReadOnlySpan<(ScalarKind Kind, bool IsNullable)> keys, Span<object?> values)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray || !reader.Read() || !reader.TryGetInt32(out var found))
            return ReadError.Malformed;
        if (found != fingerprint)
            return ReadError.OtherOrder;
        for (var index = 0; index < keys.Length; index++)
        {
            if (!reader.Read() || !TryReadKey(ref reader, keys[index], out values[index]))
                return ReadError.Malformed;
        }
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray && !reader.Read() ? ReadError.None : ReadError.Malformed;
    }

    private static bool TryReadKey(ref Utf8JsonReader reader, (ScalarKind Kind, bool IsNullable) key, out object? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null)
            return key.IsNullable;
        switch (key.Kind)
        {
            case ScalarKind.Float when reader.TokenType == JsonTokenType.Number:
                value = reader.GetDouble();
                return true;
            case ScalarKind.Int or ScalarKind.Boolean when reader.TokenType == JsonTokenType.Number:
                value = Number(ref reader);
                return true;
            case ScalarKind.Boolean when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                value = reader.GetBoolean();
                return true;
            case ScalarKind.Date when reader.TokenType == JsonTokenType.String:
                var text = reader.GetString();
                value = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    ? date
                    : text;
                return true;
            case ScalarKind.Id or ScalarKind.String or ScalarKind.Enum when reader.TokenType == JsonTokenType.String:
                value = reader.GetString();
                return true;
            case ScalarKind.Id or ScalarKind.String or ScalarKind.Enum or ScalarKind.Date when reader.TokenType == JsonTokenType.StartArray:
                // Text that is not valid UTF-8.
                value = reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetBytesFromBase64() : null;
                return value is not null && reader.Read() && reader.TokenType == JsonTokenType.EndArray;
            default:
                return false;
        }
    }

    private static object Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt32(out var number))
            return number;
        if (reader.TryGetInt64(out var wide))
            return wide;
        return reader.GetDouble();
    }
}
