using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>The values of a new node or relationship, as the map behind CREATE.</summary>
internal static class NewValues
{
    /// <summary>
    /// The inside of the map: what is given, an empty list for each required list that is not, and the standing of what
    /// nothing is claimed about.
    /// </summary>
    /// <param name="first">What the map begins with.</param>
    /// <param name="type">The type.</param>
    /// <param name="columns">The properties given, in the order of the row's values.</param>
    /// <param name="index">Where in the row their values begin.</param>
    public static string Text(string first, FactType type, IReadOnlyList<Property> columns, int index)
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
