using System.Buffers;

namespace GraphIntel.Sqlite.Keys;

/// <summary>Numbers of seven bits a byte, the lowest first, where all bytes but the last have the highest bit; and bytes after their length.</summary>
internal static class Varint
{
    /// <summary>The most bytes of a number.</summary>
    private const int MaxLength = 10;

    /// <summary>Writes a number.</summary>
    public static void Write(ArrayBufferWriter<byte> to, ulong value)
    {
        var span = to.GetSpan(MaxLength);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        to.Advance(length);
    }

    /// <summary>Reads a number, and moves behind it; 0 where the bytes end.</summary>
    public static ulong Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        var (value, shift) = (0UL, 0);
        while (position < bytes.Length && shift < 7 * MaxLength)
        {
            var part = bytes[position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                break;
            shift += 7;
        }
        return value;
    }

    /// <summary>Writes bytes after their length.</summary>
    public static void WriteBytes(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> bytes)
    {
        Write(to, (ulong)bytes.Length);
        to.Write(bytes);
    }

    /// <summary>Finds bytes after their length, and moves behind them; false at the end, or where they are damaged.</summary>
    public static bool TryReadBytes(ReadOnlySpan<byte> from, ref int position, out Range bytes)
    {
        bytes = default;
        if (position >= from.Length)
            return false;
        var length = Read(from, ref position);
        if (length > (ulong)(from.Length - position))
            return false;
        bytes = position..(position + (int)length);
        position += (int)length;
        return true;
    }
}
