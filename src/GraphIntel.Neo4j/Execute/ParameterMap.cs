using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Compile;

namespace GraphIntel.Neo4j.Execute;

/// <summary>A request's values as a statement of <see cref="CypherCompiler"/> finds them: <c>{p: {a0: ..., a1: ...}}</c>.</summary>
internal static class ParameterMap
{
    private const byte DateTag = 0x44;

    /// <summary>Writes them into a message.</summary>
    public static void Write(PackStreamWriter writer, (Plan Plan, BoundParameters Bound) run)
    {
        writer.WriteMapHeader(1);
        writer.WriteString("p"u8);
        writer.WriteMapHeader(run.Plan.Parameters.Count);
        foreach (var parameter in run.Plan.Parameters)
        {
            writer.WriteString(CypherCompiler.Key(parameter));
            Write(writer, run.Bound.Values[parameter.Index]);
        }
    }

    /// <summary>Writes a map without any value.</summary>
    public static void WriteEmpty(PackStreamWriter writer)
    {
        writer.WriteMapHeader(1);
        writer.WriteString("p"u8);
        writer.WriteMapHeader(0);
    }

    private static void Write(PackStreamWriter writer, object? value)
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
                writer.WriteFloat(number);
                break;
            case bool truth:
                writer.WriteBoolean(truth);
                break;
            case DateOnly day:
                writer.WriteStructureHeader(DateTag, 1);
                writer.WriteInteger(day.DayNumber - PackStreamRowReader.Epoch);
                break;
            case Array list:
                writer.WriteListHeader(list.Length);
                foreach (var item in list)
                    Write(writer, item);
                break;
            default:
                throw new InvalidOperationException($"A parameter cannot be a {value.GetType().Name}.");
        }
    }
}
