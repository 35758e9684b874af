namespace GraphIntel.Bolt;

/// <summary>What a node and a relationship have in common.</summary>
public abstract class Entity
{
    private protected Entity(long id, string elementId, IReadOnlyDictionary<string, object?> properties)
    {
        Id = id;
        ElementId = elementId;
        Properties = properties;
    }

    /// <summary>The number that Neo4j gave it; reused after a deletion. Prefer <see cref="ElementId"/>.</summary>
    public long Id { get; }

    /// <summary>The identifier that Neo4j gave it.</summary>
    public string ElementId { get; }

    /// <summary>Its properties.</summary>
    public IReadOnlyDictionary<string, object?> Properties { get; }

    /// <summary>The value of a property.</summary>
    /// <exception cref="KeyNotFoundException">It has no such property.</exception>
    public object? this[string key] => Properties[key];

    /// <summary>Whether the other is the same node or relationship, whatever its properties were when it was read.</summary>
    public override bool Equals(object? obj) => obj is Entity other && other.GetType() == GetType() && other.ElementId == ElementId;

    /// <inheritdoc/>
    public override int GetHashCode() => ElementId.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A node as it was when it was read.</summary>
public sealed class Node : Entity
{
    internal Node(long id, string elementId, IReadOnlyList<string> labels, IReadOnlyDictionary<string, object?> properties)
        : base(id, elementId, properties) => Labels = labels;

    /// <summary>Its labels.</summary>
    public IReadOnlyList<string> Labels { get; }
}

/// <summary>A relationship as it was when it was read.</summary>
public sealed class Relationship : Entity
{
    internal Relationship(
        long id, string elementId, string type, IReadOnlyDictionary<string, object?> properties,
        (long Id, string ElementId) start, (long Id, string ElementId) end)
        : base(id, elementId, properties)
    {
        Type = type;
        (StartNodeId, StartNodeElementId) = start;
        (EndNodeId, EndNodeElementId) = end;
    }

    /// <summary>Its type.</summary>
    public string Type { get; }

    /// <summary>The number of the node that it starts at.</summary>
    public long StartNodeId { get; }

    /// <summary>The identifier of the node that it starts at.</summary>
    public string StartNodeElementId { get; }

    /// <summary>The number of the node that it ends at.</summary>
    public long EndNodeId { get; }

    /// <summary>The identifier of the node that it ends at.</summary>
    public string EndNodeElementId { get; }
}

/// <summary>A walk through the graph: one more node than relationships. A node or a relationship can come twice.</summary>
public sealed class Path
{
    internal Path(IReadOnlyList<Node> nodes, IReadOnlyList<Relationship> relationships)
    {
        Nodes = nodes;
        Relationships = relationships;
    }

    /// <summary>The nodes in the order of the walk.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The relationships in the order of the walk; each keeps its own direction.</summary>
    public IReadOnlyList<Relationship> Relationships { get; }

    /// <summary>Where the walk starts.</summary>
    public Node Start => Nodes[0];

    /// <summary>Where the walk ends.</summary>
    public Node End => Nodes[^1];
}
