using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Clauses that look up a list of ids by index.</summary>
internal static class LookupText
{
    /// <summary>
    /// Matches the elements of a type whose ids are in <c>$p.ids</c>, with each id's position <c>i</c>, which is shorter to
    /// return than the id. The index is named in a hint: over an empty database Neo4j plans a scan, and would keep that plan
    /// while a load fills the database.
    /// </summary>
    public static string Match(ElementType type, string variable) => "UNWIND range(0, size($p.ids) - 1) AS i " + (type is RelationshipType relationship
        ? $"MATCH (s)-[{variable}:{Names.Type(relationship)} {{id: $p.ids[i]}}]->(t) USING INDEX SEEK {variable}:{Names.Type(relationship)}(id)"
        : $"MATCH ({variable}:{Names.Label((NodeType)type)} {{id: $p.ids[i]}}) USING INDEX SEEK {variable}:{Names.Label((NodeType)type)}(id)");

    /// <summary>A statement that returns the position of each id that exists.</summary>
    public static string Of(ElementType type) => $"CYPHER 5 {Match(type, "x")} RETURN i";

    /// <summary>The properties after the position in a RETURN, each with a name of its own, since one may occur twice.</summary>
    public static string Values(string variable, IEnumerable<string> properties) =>
        string.Concat(properties.Select((property, i) => $", {variable}.{property} AS v{i}"));

    /// <summary>Reads the position at the start of a record.</summary>
    public static int ReadPosition(ResultCursor cursor)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        return (int)reader.ReadInteger();
    }
}
