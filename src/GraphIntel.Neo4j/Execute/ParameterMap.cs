using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Execute;

/// <summary>The parameters of a statement of <see cref="CypherCompiler"/>: <c>{p: {a0: ..., a1: ...}}</c>.</summary>
internal static class ParameterMap
{
    /// <summary>Writes them to a message.</summary>
    public static void Write(PackStreamWriter writer, (CypherStatement Statement, BoundParameters Bound) run)
    {
        var parameters = run.Statement.Parameters;
        writer.WriteMapHeader(1);
        writer.WriteString("p"u8);
        writer.WriteMapHeader(parameters.Count);
        for (var index = 0; index < parameters.Count; index++)
        {
            writer.WriteString(CypherCompiler.ParameterKey(index));
            PackedValue.Write(writer, run.Bound.Values[parameters[index].Index]);
        }
    }

    /// <summary>Writes an empty map.</summary>
    public static void WriteEmpty(PackStreamWriter writer)
    {
        writer.WriteMapHeader(1);
        writer.WriteString("p"u8);
        writer.WriteMapHeader(0);
    }
}
