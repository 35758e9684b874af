using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Values;

/// <summary>
/// The place of an item in an order: base64url (RFC 4648, section 5) of a JSON array that begins with the fingerprint of
/// the order and goes on with the values of its keys. Opaque to clients; the same on every store.
/// </summary>
internal static class Cursor
{
    /// <summary>No cursor of ours is longer: keys are ids, names and days.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>Why a cursor cannot be used.</summary>
    public enum Fault
    {
        None,
        Malformed,
        OtherOrder,
    }

    /// <summary>
    /// A fingerprint of an order's text: FNV-1a, 32 bits, so that a cursor means the same to every server of the schema.
    /// </summary>
    public static int Fingerprint(string order)
    {
        var hash = 2166136261u;
        foreach (var unit in order)
            hash = unchecked((hash ^ unit) * 16777619u);
        return unchecked((int)hash);
    }

    /// <summary>Reads the keys' values into <paramref name="values"/>, which is as long as the order has keys.</summary>
    public static Fault Read(string text, int fingerprint, ReadOnlySpan<(ScalarKind Kind, bool IsNullable)> keys, Span<object?> values)
    {
        if (text.Length > MaxLength)
            return Fault.Malformed;
        var bytes = ArrayPool<byte>.Shared.Rent(Base64Url.GetMaxDecodedLength(text.Length));
        try
        {
            if (Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done)
                return Fault.Malformed;
            return ReadJson(bytes.AsSpan(0, length), fingerprint, keys, values);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            return Fault.Malformed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static Fault ReadJson(
        ReadOnlySpan<byte> json, int fingerprint, ReadOnlySpan<(ScalarKind Kind, bool IsNullable)> keys, Span<object?> values)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray || !reader.Read() || !reader.TryGetInt32(out var found))
            return Fault.Malformed;
        if (found != fingerprint)
            return Fault.OtherOrder;
        for (var index = 0; index < keys.Length; index++)
        {
            if (!reader.Read() || !TryReadKey(ref reader, keys[index], out values[index]))
                return Fault.Malformed;
        }
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray && !reader.Read() ? Fault.None : Fault.Malformed;
    }

    private static bool TryReadKey(ref Utf8JsonReader reader, (ScalarKind Kind, bool IsNullable) key, out object? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null)
            return key.IsNullable;
        switch (key.Kind)
        {
            case ScalarKind.Int when reader.TryGetInt32(out var number):
                value = number;
                return true;
            case ScalarKind.Float when reader.TryGetDouble(out var number) && double.IsFinite(number):
                value = number;
                return true;
            case ScalarKind.Boolean when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                value = reader.GetBoolean();
                return true;
            case ScalarKind.Date when reader.TokenType == JsonTokenType.String:
                var read = DateOnly.TryParseExact(
                    reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
                value = date;
                return read;
            case ScalarKind.Id or ScalarKind.String or ScalarKind.Enum when reader.TokenType == JsonTokenType.String:
                value = reader.GetString();
                return true;
            default:
                return false;
        }
    }
}
