using System.Buffers;
using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Values;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Write;

/// <summary>How a property's value stands in the database: written into a message, and compared with what is stored.</summary>
internal static class StoredValue
{
    /// <summary>Writes a checked value.</summary>
    public static void Write(PackStreamWriter writer, Property property, object? value)
    {
        switch (value)
        {
            case null when property is { IsList: true, IsRequired: true }:
                writer.WriteListHeader(0);
                break;
            case GeoPoint point:
                writer.WritePoint(new Point(Point.Wgs84, PackedValue.Unsigned(point.Longitude), PackedValue.Unsigned(point.Latitude)));
                break;
            default:
                PackedValue.Write(writer, value);
                break;
        }
    }

    /// <summary>
    /// Whether two values are the same in the database. Neo4j writes each value in its shortest form, as this client does, so
    /// equal values are equal bytes.
    /// </summary>
    /// <param name="stored">A value as Neo4j sent it.</param>
    /// <param name="property">The property that has it.</param>
    /// <param name="value">A checked value.</param>
    /// <param name="scratch">Room to write in.</param>
    public static bool Matches(ReadOnlySpan<byte> stored, Property property, object? value, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        Write(new PackStreamWriter(scratch), property, value);
        return stored.SequenceEqual(scratch.WrittenSpan);
    }

    /// <summary>Whether two checked values are the same in the database.</summary>
    public static bool AreSame(Property property, object? one, object? other, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        Write(new PackStreamWriter(scratch), property, one);
        var length = scratch.WrittenCount;
        Write(new PackStreamWriter(scratch), property, other);
        return scratch.WrittenSpan[..length].SequenceEqual(scratch.WrittenSpan[length..]);
    }

    /// <summary>Reads a day; null where there is none. What another tool wrote there instead is refused.</summary>
    public static DateOnly? ReadDay(ref PackStreamReader reader)
    {
        if (reader.TryReadNull())
            return null;
        try
        {
            return reader.ReadDate().ToDateOnly();
        }
        catch (Neo4jException stray) when (stray is ValueOverflowException or ProtocolException)
        {
            throw Neo4jFailure.Stray(stray);
        }
    }

    /// <summary>Reads a text; null where there is none. What another tool wrote there instead is refused.</summary>
    public static string? ReadText(ref PackStreamReader reader)
    {
        if (reader.TryReadNull())
            return null;
        return reader.PeekType() == PackStreamType.String ? reader.ReadString() : throw Neo4jFailure.Stray();
    }

    /// <summary>Writes a day or null.</summary>
    public static void WriteDay(PackStreamWriter writer, DateOnly? day)
    {
        if (day is { } known)
            writer.WriteDate(new LocalDate(known));
        else
            writer.WriteNull();
    }
}
