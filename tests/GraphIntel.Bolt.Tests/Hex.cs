using System.Buffers;
using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Tests;

/// <summary>Converts between hexadecimal text, bytes and values.</summary>
internal static class Hex
{
    public static byte[] Parse(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public delegate void Write(PackStreamWriter writer);

    public static byte[] Of(Write write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(new PackStreamWriter(buffer));
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Of(object? value) => Of(writer => writer.WriteValue(value));
}
