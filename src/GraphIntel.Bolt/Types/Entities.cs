namespace GraphIntel.Bolt;

/// <summary>The base of nodes and relationships.</summary>
public abstract class Entity
{
    private protected Entity(long id, string elementId, IReadOnlyDictionary<string, object?> properties)
    {
        Id = id;
        ElementId = elementId;
        Properties = properties;
    }

    /// <summary>Neo4j's numeric id; reused after a deletion. Prefer <see cref="ElementId"/>.</summary>
    public long Id { get; }

    /// <summary>Neo4j's element id.</summary>
    public string ElementId { get; }

    /// <summary>Its properties.</summary>
    public IReadOnlyDictionary<string, object?> Properties { get; }

    /// <summary>The value of a property.</summary>
    /// <exception cref="KeyNotFoundException">There is no such property.</exception>
    public object? this[string key] => Properties[key];

    /// <summary>Whether the other is the same node or relationship; properties are not compared.</summary>
    public override bool Equals(object? obj) => obj is Entity other && other.GetType() == GetType() && other.ElementId == ElementId;

    /// <inheritdoc/>
    public override int GetHashCode() => ElementId.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A node as it was read.</summary>
public sealed class Node : Entity
{
    internal Node(long id, string elementId, IReadOnlyList<string> labels, IReadOnlyDictionary<string, object?> properties)
        : base(id, elementId, properties) => Labels = labels;

    /// <summary>Its labels.</summary>
    public IReadOnlyList<string> Labels { get; }
}

/// <summary>A relationship as it was read.</summary>
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

    /// <summary>The numeric id of the start node.</summary>
    public long StartNodeId { get; }

    /// <summary>The element id of the start node.</summary>
    public string StartNodeElementId { get; }

    /// <summary>The numeric id of the end node.</summary>
    public long EndNodeId { get; }

    /// <summary>The element id of the end node.</summary>
    public string EndNodeElementId { get; }
}

/// <summary>A path: one more node than relationships. A node or a relationship can occur twice.</summary>
public sealed class Path
{
    internal Path(IReadOnlyList<Node> nodes, IReadOnlyList<Relationship> relationships)
    {
        Nodes = nodes;
        Relationships = relationships;
    }

    /// <summary>The nodes in order.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The relationships in order; each has its own direction.</summary>
    public IReadOnlyList<Relationship> Relationships { get; }

    /// <summary>The first node.</summary>
    public Node Start => Nodes[0];

    /// <summary>The last node.</summary>
    public Node End => Nodes[^1];
}
