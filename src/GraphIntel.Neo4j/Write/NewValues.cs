using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>The property map of a CREATE clause.</summary>
internal static class NewValues
{
    /// <summary>
    /// The entries of the map: the given values, an empty list for each other required list, and the standing of an element
    /// without claims.
    /// </summary>
    /// <param name="first">The first entries.</param>
    /// <param name="type">The type.</param>
    /// <param name="columns">The given properties, in the order of the row's values.</param>
    /// <param name="index">The position of the first value in the row.</param>
    public static string Text(string first, ElementType type, IReadOnlyList<Property> columns, int index)
    {
        var values = new List<string> { first };
        for (var i = 0; i < columns.Count; i++)
            values.Add($"{Names.Property(columns[i])}: row[{index + i}]");
        foreach (var property in type.Properties)
        {
            if (property == type.Standing)
                values.Add($"{Names.Property(property)}: '{Standings.Asserted}'");
            else if (property is { IsList: true, IsRequired: true } && !columns.Contains(property))
                values.Add($"{Names.Property(property)}: []");
        }

        return string.Join(", ", values);
    }
}
