namespace GraphIntel.Sqlite.Keys;

/// <summary>A part of an index, written at once.</summary>
/// <param name="Number">Its number; later ones are higher.</param>
/// <param name="Level">How often its keys have been merged.</param>
/// <param name="Replaced">Nodes of which earlier parts are no longer valid, in ascending order.</param>
internal sealed record KeySegment(long Number, int Level, long[] Replaced);
