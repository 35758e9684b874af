using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>What rows must give before one of them can be new.</summary>
internal static class MissingColumns
{
    /// <summary>The required properties not among the columns, but for lists, which begin empty, and what is derived.</summary>
    public static Property[] Of(FactType type, IReadOnlyList<Property> columns) =>
        [.. type.Properties.Where(property => property is { IsRequired: true, IsList: false, IsId: false }
            && property != type.Standing
            && !columns.Contains(property))];
}
