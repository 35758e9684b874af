using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Tests.PackStream;

/// <summary>Writes structures of all kinds, with fields that mostly have the right type and often extreme values.</summary>
internal sealed class Structures(Random random)
{
    private static readonly long[] Extremes =
    [
        0, 1, -1, 2, long.MinValue, long.MaxValue, int.MinValue, int.MaxValue, int.MinValue - 1L, int.MaxValue + 1L, 999_999_999, 1_000_000_000,
        86_399_999_999_999, 86_400_000_000_000, 64_800, 64_801, -64_800, -64_801, -365_243_219_162, 365_241_780_471, 31_556_889_864_403_199, 7203, 4326,
    ];

    /// <summary>
    /// Tags with the types of their fields: integer, string, float, list of labels, map, list of nodes, list of unbound
    /// relationships, list of indices. Capital letters are lists.
    /// </summary>
    private static readonly (byte Tag, string Fields)[] All =
    [
        (0x4E, "ilms"), (0x52, "iiismsss"), (0x72, "isms"), (0x50, "nux"), (0x44, "i"), (0x54, "ii"), (0x74, "i"), (0x49, "iii"), (0x69, "iis"),
        (0x46, "iii"), (0x66, "iis"), (0x64, "ii"), (0x45, "iiii"), (0x58, "iff"), (0x59, "ifff"),
    ];

    public void Write(PackStreamWriter writer)
    {
        var (tag, fields) = All[random.Next(All.Length)];
        Write(writer, tag, fields);
    }

    private void Write(PackStreamWriter writer, byte tag, string fields)
    {
        writer.WriteStructureHeader(tag, fields.Length);
        foreach (var kind in fields)
            WriteField(writer, random.Next(40) == 0 ? "isflm"[random.Next(5)] : kind);
    }

    private void WriteField(PackStreamWriter writer, char kind)
    {
        switch (kind)
        {
            case 'i':
                writer.WriteInteger(Extremes[random.Next(Extremes.Length)]);
                break;
            case 's':
                writer.WriteString(new string('x', random.Next(4)));
                break;
            case 'f':
                writer.WriteFloat(random.Next(2) == 0 ? double.NaN : random.NextDouble());
                break;
            case 'm':
                writer.WriteMapHeader(1);
                writer.WriteString("x"u8);
                if (random.Next(3) == 0)
                    Write(writer);
                else
                    WriteField(writer, 'i');
                break;
            case 'l':
                WriteList(writer, 's');
                break;
            case 'n':
                WriteList(writer, 'N');
                break;
            case 'N':
                Write(writer, 0x4E, "ilms");
                break;
            case 'u':
                WriteList(writer, 'U');
                break;
            case 'U':
                Write(writer, 0x72, "isms");
                break;
            case 'x':
                WriteList(writer, 'X');
                break;
            default:
                writer.WriteInteger(random.Next(5) == 0 ? Extremes[random.Next(Extremes.Length)] : random.Next(-2, 3));
                break;
        }
    }

    private void WriteList(PackStreamWriter writer, char kind)
    {
        var count = random.Next(4);
        writer.WriteListHeader(count);
        for (var i = 0; i < count; i++)
            WriteField(writer, kind);
    }
}
