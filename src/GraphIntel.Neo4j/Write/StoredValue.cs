using System.Buffers;
using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Values;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Write;

/// <summary>Writes the values of properties, and compares them with stored ones.</summary>
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
                writer.WritePoint(new Point(Point.Wgs84, PackedValue.WithoutNegativeZero(point.Longitude), PackedValue.WithoutNegativeZero(point.Latitude)));
                break;
            default:
                PackedValue.Write(writer, value);
                break;
        }
    }

    /// <summary>
    /// Whether a stored value equals a new one. Neo4j writes each value in its shortest form, as this client does, so equal
    /// values have equal bytes.
    /// </summary>
    /// <param name="stored">The stored value in PackStream.</param>
    /// <param name="property">The property.</param>
    /// <param name="value">A checked value.</param>
    /// <param name="scratch">A scratch buffer.</param>
    public static bool Matches(ReadOnlySpan<byte> stored, Property property, object? value, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        Write(new PackStreamWriter(scratch), property, value);
        return stored.SequenceEqual(scratch.WrittenSpan);
    }

    /// <summary>Reads a day or null. Throws if another tool wrote a value of another type.</summary>
    public static DateOnly? ReadDay(ref PackStreamReader reader)
    {
        if (reader.TryReadNull())
            return null;
        try
        {
            return reader.ReadDate().ToDateOnly();
        }
        catch (Neo4jException unexpected) when (unexpected is ValueOverflowException or ProtocolException)
        {
            throw Neo4jFailure.UnexpectedValueType(unexpected);
        }
    }

    /// <inheritdoc cref="ReadDay"/>
    public static DateOnly?[] ReadDays(ref PackStreamReader reader, int count)
    {
        var days = count == 0 ? [] : new DateOnly?[count];
        for (var i = 0; i < count; i++)
            days[i] = ReadDay(ref reader);
        return days;
    }

    /// <summary>Reads a string or null. Throws if another tool wrote a value of another type.</summary>
    public static string? ReadText(ref PackStreamReader reader)
    {
        if (reader.TryReadNull())
            return null;
        return reader.PeekType() == PackStreamType.String ? reader.ReadString() : throw Neo4jFailure.UnexpectedValueType();
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
