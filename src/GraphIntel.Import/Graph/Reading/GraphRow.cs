namespace GraphIntel.Import.Graph.Reading;

/// <summary>A row of a file, parsed by the model.</summary>
/// <param name="Id">The id of the row; null if its type stores none, or if it is invalid.</param>
/// <param name="Source">The id of a relationship's source; null for a node, or if it is invalid.</param>
/// <param name="Target">The id of a relationship's target; null for a node, or if it is invalid.</param>
/// <param name="Values">The values, in the order of <see cref="Header.Columns"/>; null also for an invalid cell.</param>
internal readonly record struct GraphRow(string? Id, string? Source, string? Target, object?[] Values);
