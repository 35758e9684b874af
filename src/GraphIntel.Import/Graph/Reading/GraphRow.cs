namespace GraphIntel.Import.Graph.Reading;

/// <summary>One row of a file, read against the model.</summary>
/// <param name="Id">The row's own id; null where its type stores none or it cannot be read.</param>
/// <param name="Source">The id of the node where a relationship starts; null for a node, or where it cannot be read.</param>
/// <param name="Target">The id of the node where it ends, likewise.</param>
/// <param name="Values">The values beside <see cref="Header.Columns"/>; null also where a cell cannot be read.</param>
internal readonly record struct GraphRow(string? Id, string? Source, string? Target, object?[] Values);
