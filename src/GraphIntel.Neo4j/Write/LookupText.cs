using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Pieces of statements that look up, by their index, what a list of ids names.</summary>
internal static class LookupText
{
    /// <summary>
    /// Goes through <c>$p.ids</c> by index, which is shorter to send back than an id, and matches what is there of a type. The
    /// index is named: over an empty database Neo4j plans a scan, and keeps to it while a load fills it.
    /// </summary>
    public static string Match(FactType type, string variable) => "UNWIND range(0, size($p.ids) - 1) AS i " + (type is RelationshipType relationship
        ? $"MATCH (s)-[{variable}:{Names.Type(relationship)} {{id: $p.ids[i]}}]->(t) USING INDEX {variable}:{Names.Type(relationship)}(id)"
        : $"MATCH ({variable}:{Names.Label((NodeType)type)} {{id: $p.ids[i]}}) USING INDEX {variable}:{Names.Label((NodeType)type)}(id)");

    /// <summary>A statement that gives the index of each id that is there.</summary>
    public static string Of(FactType type) => $"CYPHER 5 {Match(type, "x")} RETURN i";

    /// <summary>The properties behind the index in a RETURN. One may be asked for twice, so each has a name of its own.</summary>
    public static string Values(string variable, IEnumerable<string> properties) =>
        string.Concat(properties.Select((property, i) => $", {variable}.{property} AS v{i}"));

    /// <summary>The index with which a record begins.</summary>
    public static int ReadIndex(ResultCursor cursor)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        return (int)reader.ReadInteger();
    }
}
