using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>The required properties that rows do not provide, without which a row cannot be inserted.</summary>
internal static class MissingColumns
{
    /// <summary>
    /// The required properties not among the columns, except lists, which default to empty, and derived ones.
    /// </summary>
    public static Property[] Of(ElementType type, IReadOnlyList<Property> columns) =>
        [.. type.Properties.Where(property => property is { IsRequired: true, IsList: false, IsId: false }
            && property != type.Standing
            && !columns.Contains(property))];
}
