using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace GraphIntel.Bolt.PackStream;

/// <summary>Writes objects as PackStream values, and throws for those that the server would reject.</summary>
internal static class ValueWriter
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Writes a statement's parameters: a dictionary, or an object whose public properties are the parameters.</summary>
    public static void WriteParameters(PackStreamWriter writer, object? parameters)
    {
        switch (parameters)
        {
            case null:
                writer.WriteMapHeader(0);
                return;
            case IReadOnlyDictionary<string, object?> or IDictionary:
                Write(writer, parameters, 0);
                return;
            case string or IEnumerable or ValueType:
                throw new ClientException(
                    $"Parameters of type {parameters.GetType().Name} are not supported; expected a dictionary or an object with a property for each.");
        }
        var properties = Properties.GetOrAdd(parameters.GetType(), type =>
            [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)]);
        writer.WriteMapHeader(properties.Length);
        foreach (var property in properties)
        {
            writer.WriteString(property.Name);
            Write(writer, property.GetValue(parameters), 1);
        }
    }

    public static void Write(PackStreamWriter writer, object? value, int depth)
    {
        if (depth > Marker.MaxDepth)
            throw new ClientException($"A parameter is nested more than {Marker.MaxDepth} levels deep, or contains itself.");
        switch (value)
        {
            case null: writer.WriteNull(); break;
            case bool boolean: writer.WriteBoolean(boolean); break;
            case string text: writer.WriteString(text); break;
            case char character: writer.WriteString([character]); break;
            case long or int or short or sbyte or uint or ushort or byte: writer.WriteInteger(Convert.ToInt64(value, null)); break;
            case ulong big:
                writer.WriteInteger(big <= long.MaxValue
                    ? (long)big
                    : throw new ClientException("A parameter of type UInt64 is out of the range of Neo4j's signed 64-bit integers."));
                break;
            case double or float: writer.WriteFloat(Convert.ToDouble(value, null)); break;
            case byte[] bytes: writer.WriteBytes(bytes); break;
            case ReadOnlyMemory<byte> bytes: writer.WriteBytes(bytes.Span); break;
            case Memory<byte> bytes: writer.WriteBytes(bytes.Span); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(writer, map, depth); break;
            case IDictionary map: WriteMap(writer, map, depth); break;
            case IEnumerable list: WriteList(writer, list, depth); break;
            default:
                if (!TryWriteStructure(writer, value))
                    throw Unsupported(value);
                break;
        }
    }

    private static bool TryWriteStructure(PackStreamWriter writer, object value)
    {
        switch (value)
        {
            case LocalDate date: writer.WriteDate(date); return true;
            case DateOnly date: writer.WriteDate(new LocalDate(date)); return true;
            case LocalTime time: writer.WriteLocalTime(time); return true;
            case TimeOnly time: writer.WriteLocalTime(new LocalTime(time)); return true;
            case OffsetTime time: writer.WriteTime(time); return true;
            case LocalDateTime dateTime: writer.WriteLocalDateTime(dateTime); return true;
            case DateTime dateTime: writer.WriteLocalDateTime(new LocalDateTime(dateTime)); return true;
            case ZonedDateTime dateTime: writer.WriteDateTime(dateTime); return true;
            case DateTimeOffset dateTime: writer.WriteDateTime(new ZonedDateTime(dateTime)); return true;
            case Duration duration: writer.WriteDuration(duration); return true;
            case Point point: writer.WritePoint(point); return true;
            default: return false;
        }
    }

    private static void WriteMap(PackStreamWriter writer, IReadOnlyDictionary<string, object?> map, int depth)
    {
        writer.WriteMapHeader(map.Count);
        foreach (var (key, value) in map)
        {
            writer.WriteString(key);
            Write(writer, value, depth + 1);
        }
    }

    private static void WriteMap(PackStreamWriter writer, IDictionary map, int depth)
    {
        writer.WriteMapHeader(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Key is not string key)
                throw new ClientException($"A map has a key of type {entry.Key.GetType().Name}; expected strings.");
            writer.WriteString(key);
            Write(writer, entry.Value, depth + 1);
        }
    }

    private static void WriteList(PackStreamWriter writer, IEnumerable list, int depth)
    {
        var values = list as ICollection ?? list.Cast<object?>().ToList();
        writer.WriteListHeader(values.Count);
        foreach (var value in values)
            Write(writer, value, depth + 1);
    }

    private static ClientException Unsupported(object value) => new(value switch
    {
        Entity or Path => $"A {value.GetType().Name} is not supported as a parameter; pass its ElementId or its properties.",
        TimeSpan => "A TimeSpan is not supported as a parameter, because it can be a time of day or a duration; pass a LocalTime or a Duration.",
        decimal => "A Decimal is not supported as a parameter, because Neo4j has no decimal type; pass a double or a string.",
        Enum => $"The enum {value.GetType().Name} is not supported as a parameter; pass its name or its number.",
        _ => $"A value of type {value.GetType().FullName} is not supported as a parameter.",
    });
}
