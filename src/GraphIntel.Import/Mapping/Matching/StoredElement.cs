using GraphIntel.Core.Values;

namespace GraphIntel.Import.Mapping.Matching;

/// <summary>A node or relationship of the store, with what rules of <c>match</c> compare.</summary>
internal sealed class StoredElement
{
    public required string Id { get; init; }

    /// <summary>The values of properties by name; a list of texts for each.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; }

    /// <summary>The points of properties by name.</summary>
    public required IReadOnlyDictionary<string, GeoPoint> Points { get; init; }

    /// <summary>The id of the node within which it is, by the to-one field that a rule follows; null if there is none.</summary>
    public string? Parent { get; init; }

    /// <summary>Of a relationship: the ids of its ends.</summary>
    public (string Source, string Target) Ends { get; init; }
}
