using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>What the cells of a file's rows hold. Where a column is missing its index is -1.</summary>
/// <param name="Names">The columns' names as the file writes them, by cell.</param>
/// <param name="Id">The cell with the row's own id.</param>
/// <param name="Source">The cell with the id of the node where a relationship starts.</param>
/// <param name="Target">The cell with the id of the node where it ends.</param>
/// <param name="Label">The cell that repeats the node type or the relationship type.</param>
/// <param name="Columns">The cells with properties that are written, in the order of the file.</param>
/// <param name="Derived">The cell with the standing, which is checked and not written.</param>
/// <param name="Missing">Required properties without a column: such rows can only add to what the store has.</param>
internal sealed record Header(
    IReadOnlyList<string> Names,
    int Id,
    int Source,
    int Target,
    int Label,
    IReadOnlyList<PropertyColumn> Columns,
    PropertyColumn? Derived,
    IReadOnlyList<Property> Missing)
{
    /// <summary>The properties that the rows give, in the order of their values.</summary>
    public IReadOnlyList<Property> Properties { get; } = [.. Columns.Select(column => column.Property)];

    /// <summary>Pairs of days, as indexes of <see cref="Columns"/>, of which the first may not come after the second.</summary>
    public IReadOnlyList<(int From, int Until)> Periods { get; init; } = [];
}

/// <summary>A property's cell.</summary>
/// <param name="Cell">The index of the cell.</param>
/// <param name="Property">The property.</param>
/// <param name="RefersTo">The node type to which the property's ids refer (@refersTo); null where they refer to none.</param>
internal sealed record PropertyColumn(int Cell, Property Property, NodeType? RefersTo);
