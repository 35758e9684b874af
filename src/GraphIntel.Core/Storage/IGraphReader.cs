using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage;

/// <summary>
/// Reads a whole graph, type by type, in parts of some thousand rows, as batches that write the same graph into an empty store. On
/// SQLite from one snapshot; on Neo4j, writes of others meanwhile can be in a part of it. Failures are those of
/// <see cref="IGraphStore"/>. Not thread-safe.
/// </summary>
internal interface IGraphReader : IAsyncDisposable
{
    /// <summary>All nodes of a type, by their ids. Values have the types of a batch, unless another tool wrote others.</summary>
    IAsyncEnumerable<NodeRows> ReadAsync(NodeType type, CancellationToken cancellation);

    /// <summary>
    /// All relationships of a type, by their ids, stored or derived. An end that does not exist is an empty text.
    /// </summary>
    IAsyncEnumerable<RelationshipRows> ReadAsync(RelationshipType type, CancellationToken cancellation);
}

/// <summary>The properties from which a graph can be written again.</summary>
internal static class GivenProperties
{
    /// <summary>
    /// All properties but the id and those derived from claims. Attested days are among them: a reader returns those that were
    /// given, and null for derived ones.
    /// </summary>
    public static Property[] Of(ElementType type) => [.. type.Properties.Where(property => !property.IsId && property != type.Standing)];

    /// <summary>Whether the property is a day that is only given if the relationship says so.</summary>
    public static bool IsAttested(ElementType type, Property property) =>
        type is RelationshipType { Attested: var (from, until) } && (property == from || property == until);
}
