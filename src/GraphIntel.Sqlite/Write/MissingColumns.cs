using GraphIntel.Core.Model;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>What rows must give before one of them can be new.</summary>
internal static class MissingColumns
{
    /// <summary>The required properties not among the columns, but for lists, which begin empty, and what is derived.</summary>
    public static Property[] Of(FactType type, IReadOnlyList<Property> columns) =>
        [.. type.Properties.Where(property => property is { IsRequired: true, IsList: false }
            && !Ddl.IsId(property)
            && property != type.Standing
            && !columns.Contains(property))];

    /// <summary>Properties as a message names them.</summary>
    public static string Name(IEnumerable<Property> properties) =>
        string.Join(", ", properties.Select(property => property.Name));
}
