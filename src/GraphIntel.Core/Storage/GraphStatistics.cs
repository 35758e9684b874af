using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage;

/// <summary>
/// Counts and distributions of the data in a store, from which the cost of operations is estimated. Refreshed periodically, so
/// it lags behind the store. Immutable.
/// </summary>
internal sealed class GraphStatistics(
    IReadOnlyDictionary<NodeType, long> nodes,
    IReadOnlyDictionary<RelationshipType, RelationshipStatistics> relationships,
    IReadOnlyDictionary<Property, PropertyStatistics> properties,
    IReadOnlyDictionary<Property, Degree> references)
{
    /// <summary>The statistics of an empty store.</summary>
    public static GraphStatistics Empty { get; } = new(
        new Dictionary<NodeType, long>(),
        new Dictionary<RelationshipType, RelationshipStatistics>(),
        new Dictionary<Property, PropertyStatistics>(),
        new Dictionary<Property, Degree>());

    /// <summary>Nodes of each type; a type that is missing has none.</summary>
    public IReadOnlyDictionary<NodeType, long> Nodes { get; } = nodes;

    /// <summary>Relationships of each type; a type that is missing has none.</summary>
    public IReadOnlyDictionary<RelationshipType, RelationshipStatistics> Relationships { get; } = relationships;

    /// <summary>Values of indexed properties; a property that is missing is unknown.</summary>
    public IReadOnlyDictionary<Property, PropertyStatistics> Properties { get; } = properties;

    /// <summary>
    /// For a property that refers to another element by id: how many nodes hold one id. For a list of ids: its length. A
    /// property that is missing has none.
    /// </summary>
    public IReadOnlyDictionary<Property, Degree> References { get; } = references;

    /// <summary>Nodes and relationships together.</summary>
    public long Elements { get; } = nodes.Values.Sum() + relationships.Values.Sum(relationship => relationship.Out.Total);
}

/// <summary>The degrees of nodes for a relationship type.</summary>
/// <param name="Out">Out-degree of sources.</param>
/// <param name="In">In-degree of targets.</param>
/// <param name="Above">Of a hierarchy: a node and its ancestors; null otherwise.</param>
/// <param name="Below">Of a hierarchy: a node and its descendants; null otherwise.</param>
internal sealed record RelationshipStatistics(Degree Out, Degree In, Degree? Above = null, Degree? Below = null);

/// <summary>The distribution of a count over the nodes for which it is not zero.</summary>
/// <param name="Total">The sum over all nodes.</param>
/// <param name="Max">The maximum.</param>
/// <param name="SizeBiasedMean">
/// The average over what is counted, not over nodes: the expected degree of a node reached by such a relationship. It is the
/// sum of the squared degrees divided by their sum.
/// </param>
internal sealed record Degree(long Total, long Max, double SizeBiasedMean)
{
    /// <summary>The count is zero everywhere.</summary>
    public static Degree None { get; } = new(0, 0, 0);

    /// <summary>Computes a degree from the sums of the degrees and of their squares.</summary>
    public static Degree Of(long total, long max, double squares) =>
        total == 0 ? None : new Degree(total, max, squares / total);
}

/// <summary>The distribution of the values of a property.</summary>
/// <param name="PerValue">The average number of nodes or relationships with the same value.</param>
/// <param name="Min">The minimum, for dates as a day number; null if the kind is not numeric.</param>
/// <param name="Max">The maximum, likewise.</param>
internal sealed record PropertyStatistics(double PerValue, double? Min, double? Max);
