using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>The columns of a file. The index of a missing column is -1.</summary>
/// <param name="Names">The names of the columns as in the file, by cell.</param>
/// <param name="Id">The cell with the id of the row.</param>
/// <param name="Source">The cell with the id of a relationship's source.</param>
/// <param name="Target">The cell with the id of a relationship's target.</param>
/// <param name="Label">The cell that repeats the node type or relationship type.</param>
/// <param name="Columns">The cells with properties that are written, in the order of the file.</param>
/// <param name="Derived">The cell with the standing, which is checked and not written.</param>
/// <param name="Missing">Required properties without a column: such rows can only update existing nodes and relationships.</param>
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
    /// <summary>The properties in the rows, in the order of their values.</summary>
    public IReadOnlyList<Property> Properties { get; } = [.. Columns.Select(column => column.Property)];

    /// <summary>Pairs of dates, as indexes of <see cref="Columns"/>: the first must not be after the second.</summary>
    public IReadOnlyList<(int From, int Until)> Periods { get; init; } = [];
}

/// <summary>A property's cell.</summary>
/// <param name="Cell">The index of the cell.</param>
/// <param name="Property">The property.</param>
/// <param name="RefersTo">The node type that the property's ids refer to (@refersTo); null if it has no references.</param>
internal sealed record PropertyColumn(int Cell, Property Property, NodeType? RefersTo);
