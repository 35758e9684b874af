using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Neo4j.Connection;

/// <summary>Values as this process has them, written as Neo4j takes them.</summary>
internal static class PackedValue
{
    /// <summary>Writes a string, int, double, bool or day, an array of one of these, or null.</summary>
    public static void Write(PackStreamWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case string text:
                writer.WriteString(text);
                break;
            case int number:
                writer.WriteInteger(number);
                break;
            case double number:
                writer.WriteFloat(Unsigned(number));
                break;
            case bool flag:
                writer.WriteBoolean(flag);
                break;
            case DateOnly day:
                writer.WriteDate(new LocalDate(day));
                break;
            case Array list:
                WriteList(writer, list);
                break;
            default:
                throw new ArgumentException($"Neo4j gets no value of {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>No store keeps a negative zero, and none is looked for.</summary>
    public static double Unsigned(double number) => number == 0 ? 0.0 : number;

    // By their types, so that no item is boxed.
    private static void WriteList(PackStreamWriter writer, Array list)
    {
        writer.WriteListHeader(list.Length);
        switch (list)
        {
            case string[] texts:
                foreach (var text in texts)
                    writer.WriteString(text);
                break;
            case int[] numbers:
                foreach (var number in numbers)
                    writer.WriteInteger(number);
                break;
            case double[] numbers:
                foreach (var number in numbers)
                    writer.WriteFloat(Unsigned(number));
                break;
            case bool[] flags:
                foreach (var flag in flags)
                    writer.WriteBoolean(flag);
                break;
            case DateOnly[] days:
                foreach (var day in days)
                    writer.WriteDate(new LocalDate(day));
                break;
            default:
                throw new ArgumentException($"Neo4j gets no list of {list.GetType().Name}.", nameof(list));
        }
    }
}
