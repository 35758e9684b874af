using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Execute;

/// <summary>A request's values as a statement of <see cref="CypherCompiler"/> finds them: <c>{p: {a0: ..., a1: ...}}</c>.</summary>
internal static class ParameterMap
{
    /// <summary>Writes them into a message.</summary>
    public static void Write(PackStreamWriter writer, (Plan Plan, BoundParameters Bound) run)
    {
        writer.WriteMapHeader(1);
        writer.WriteString("p"u8);
        writer.WriteMapHeader(run.Plan.Parameters.Count);
        foreach (var parameter in run.Plan.Parameters)
        {
            writer.WriteString(CypherCompiler.Key(parameter));
            PackedValue.Write(writer, run.Bound.Values[parameter.Index]);
        }
    }

    /// <summary>Writes a map without any value.</summary>
    public static void WriteEmpty(PackStreamWriter writer)
    {
        writer.WriteMapHeader(1);
        writer.WriteString("p"u8);
        writer.WriteMapHeader(0);
    }
}
