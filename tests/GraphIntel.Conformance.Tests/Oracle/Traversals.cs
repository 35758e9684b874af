using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>The result of <c>paths</c>.</summary>
internal sealed record PathsResult(bool IsTruncated, IReadOnlyList<SimplePath> Items);

/// <summary>A path.</summary>
internal sealed record SimplePath(IReadOnlyList<MemoryNode> Nodes, IReadOnlyList<MemoryRelationship> Relationships);

/// <summary>The result of <c>neighborhood</c>.</summary>
internal sealed record Neighborhood(bool IsTruncated, IReadOnlyList<MemoryNode> Nodes, IReadOnlyList<MemoryRelationship> Relationships);

/// <summary>
/// Finds paths by walking all of them, and neighborhoods by walking everything, level by level. A graph in memory is too small to
/// exceed the number of relationships that are looked at.
/// </summary>
internal sealed class Traversals(MemoryGraph graph, Filters filters)
{
    /// <summary>The root field <c>paths</c>.</summary>
    public PathsResult Paths(Dictionary<string, object?> arguments)
    {
        var (from, to) = (Node(arguments["from"]), Node(arguments["to"]));
        if (from is null || to is null)
            return new PathsResult(false, []);
        var walk = new Walk(graph, arguments, [from, to]);
        var paths = new List<SimplePath>();
        Extend(walk, new SimplePath([from], []), to, Number(arguments, "maxLength", 4), paths);
        paths.Sort(Compare);
        var first = Number(arguments, "first", PageLimits.DefaultSize);
        return new PathsResult(paths.Count > first, [.. paths.Take(first)]);
    }

    /// <summary>The root field <c>neighborhood</c>.</summary>
    public Neighborhood Neighborhood(Dictionary<string, object?> arguments)
    {
        var origins = Inputs.AsList(arguments["of"]!).Select(Node).OfType<MemoryNode>().Distinct().ToList();
        var walk = new Walk(graph, arguments, origins);
        var reached = Sorted(origins);
        var level = reached;
        for (var depth = 0; depth < Number(arguments, "depth", 1); depth++)
        {
            level = Sorted(level.SelectMany(node => Steps(walk, node)).Select(step => step.Node).Distinct().Except(reached));
            reached = [.. reached, .. level];
        }
        var maxNodes = Number(arguments, "maxNodes", 100);
        var shown = reached.Take(maxNodes).ToList();
        var among = graph.Relationships
            .Where(relationship => shown.Contains(relationship.Source) && shown.Contains(relationship.Target))
            .Where(relationship => walk.Walks(relationship, Direction.Out) || walk.Walks(relationship, Direction.In))
            .OrderBy(relationship => relationship.Id, Comparer<string>.Create((left, right) => Values.Compare(left, right)));
        return new Neighborhood(reached.Count > maxNodes, shown, [.. among]);
    }

    private MemoryNode? Node(object? id) => graph.Find((string)Inputs.Scalar(id!, ScalarKind.Id)) as MemoryNode;

    private static int Number(Dictionary<string, object?> arguments, string name, int usual) => (int)(arguments.GetValueOrDefault(name) as long? ?? usual);

    private static List<MemoryNode> Sorted(IEnumerable<MemoryNode> nodes)
    {
        var sorted = nodes.ToList();
        sorted.Sort((left, right) => Values.Compare(left.Id, right.Id));
        return sorted;
    }

    private void Extend(Walk walk, SimplePath path, MemoryNode to, int length, List<SimplePath> found)
    {
        var end = path.Nodes[^1];
        if (end == to)
        {
            found.Add(path);
            return;
        }
        if (path.Relationships.Count == length)
            return;
        foreach (var (relationship, node) in Steps(walk, end).Where(step => !path.Nodes.Contains(step.Node)))
            Extend(walk, new SimplePath([.. path.Nodes, node], [.. path.Relationships, relationship]), to, length, found);
    }

    private IEnumerable<(MemoryRelationship Relationship, MemoryNode Node)> Steps(Walk walk, MemoryNode node)
    {
        foreach (var relationship in graph.Relationships)
        {
            var isWalked = (relationship.Source == node && walk.Walks(relationship, Direction.Out))
                || (relationship.Target == node && walk.Walks(relationship, Direction.In));
            if (isWalked && walk.MayPass(filters, relationship.Other(node)))
                yield return (relationship, relationship.Other(node));
        }
    }

    // By length, then by the ids of nodes, then by those of relationships.
    private static int Compare(SimplePath left, SimplePath right)
    {
        if (left.Nodes.Count != right.Nodes.Count)
            return left.Nodes.Count - right.Nodes.Count;
        var nodes = left.Nodes.Zip(right.Nodes).Select(pair => Values.Compare(pair.First.Id, pair.Second.Id));
        var relationships = left.Relationships.Zip(right.Relationships).Select(pair => Values.Compare(pair.First.Id, pair.Second.Id));
        return nodes.Concat(relationships).FirstOrDefault(order => order != 0);
    }

    /// <summary>What the arguments of a field admit.</summary>
    private sealed class Walk(MemoryGraph graph, Dictionary<string, object?> arguments, IReadOnlyList<MemoryNode> given)
    {
        private readonly HopConditions _conditions = HopConditions.Read(arguments);
        private readonly Dictionary<string, object?>? _where = arguments.GetValueOrDefault("where") as Dictionary<string, object?>;

        private readonly List<Dictionary<string, object?>>? _via =
            arguments.GetValueOrDefault("via") is { } via ? [.. Inputs.AsList(via).Cast<Dictionary<string, object?>>()] : null;

        private readonly List<object?>? _types = arguments.GetValueOrDefault("types") is { } types ? Inputs.AsList(types) : null;

        /// <summary>Whether a relationship may be walked, outward from its source or inward from its target.</summary>
        public bool Walks(MemoryRelationship relationship, Direction direction)
        {
            var type = (RelationshipType)relationship.Type;
            if (_types is { Count: 0 } || !_conditions.Admit(graph, relationship))
                return false;
            return _via?.Exists(via => (string)via["type"]! == type.Type
                && (via.GetValueOrDefault("direction") as string ?? "BOTH") is var way
                && (way == "BOTH" || way.Equals(direction.ToString(), StringComparison.OrdinalIgnoreCase)))
                ?? !(type.Source.Provenance || type.Target.Provenance);
        }

        /// <summary>Whether a node may be passed or reached; those that were given may.</summary>
        public bool MayPass(Filters filters, MemoryNode node)
        {
            if (given.Contains(node))
                return true;
            var type = (NodeType)node.Type;
            return _types?.Contains(Casing.UpperSnake(type.Name)) != false && filters.Holds(_where?.GetValueOrDefault(type.Singular), new Item(node));
        }
    }
}
