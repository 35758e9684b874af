using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Neo4j.Connection;

/// <summary>Writes .NET values as PackStream values.</summary>
internal static class PackedValue
{
    /// <summary>Writes a string, int, long, double, bool or <see cref="DateOnly"/>, an array of one of these, or null.</summary>
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
            case long number:
                writer.WriteInteger(number);
                break;
            case double number:
                writer.WriteFloat(WithoutNegativeZero(number));
                break;
            case bool flag:
                writer.WriteBoolean(flag);
                break;
            case DateOnly day:
                writer.WriteDate(new LocalDate(day));
                break;
            case byte[]:
                // Text that is not valid Unicode, which Neo4j cannot contain: it comes only from a cursor of another store.
                writer.WriteNull();
                break;
            case Array list:
                WriteList(writer, list);
                break;
            default:
                throw new ArgumentException($"Values of type {value.GetType().Name} are not supported.", nameof(value));
        }
    }

    /// <summary>Turns -0 into 0: stores contain no negative zero, so none may be compared with their values.</summary>
    public static double WithoutNegativeZero(double number) => number == 0 ? 0.0 : number;

    // One case for each type, to avoid boxing.
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
                    writer.WriteFloat(WithoutNegativeZero(number));
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
                throw new ArgumentException($"Lists of type {list.GetType().Name} are not supported.", nameof(list));
        }
    }
}
