using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <summary>Plans sources with the time and <c>where</c> arguments of a field: of a connection, or of groups by nodes.</summary>
internal sealed class SourcePlanner(Planner planner)
{
    private readonly PlanBuilder _plan = planner.Builder;
    private readonly FilterPlanner _filters = new(planner.Builder);

    /// <summary>All nodes of a type.</summary>
    public ScanSource Scan(SelectedField field, NodeType type)
    {
        var node = _plan.Node(type);
        return new ScanSource(node, Where(field, node, null));
    }

    /// <summary>All relationships of a type.</summary>
    public ScanSource Scan(SelectedField field, RelationshipType type)
    {
        var relationship = _plan.Relationship(type);
        return new ScanSource(relationship, Predicate.All([planner.Time(field).On(relationship), Where(field, relationship, null)]));
    }

    /// <summary>The nodes that refer to an id.</summary>
    public RefersBySource RefersBy(SelectedField field, RefersByField by, Operand id)
    {
        var node = _plan.Node(by.Target);
        return new RefersBySource(id, by.Property, node, Where(field, node, null));
    }

    /// <summary>The nodes to which an element refers.</summary>
    public RefersToSource RefersTo(SelectedField field, RefersToField to, Alias origin)
    {
        var node = _plan.Node(to.Target);
        return new RefersToSource(origin, to.Ids, node, Where(field, node, null));
    }

    /// <summary>The relationships of a node.</summary>
    public HopSource Hop(SelectedField field, RelationshipField relationship, NodeAlias origin)
    {
        var edge = _plan.Relationship(relationship.Relationship);
        var node = _plan.Node(relationship.Target);
        var where = Predicate.All([planner.Time(field).On(edge), Where(field, node, edge)]);
        return new HopSource(origin, edge, relationship.Direction, false, node, where);
    }

    /// <summary>The ends of walks from a node, or from an end of a relationship.</summary>
    public WalkSource Walk(SelectedField field, PathField path, Alias origin) =>
        WalkPlanner.Walk(_plan, path, origin, planner.Time(field), node => Where(field, node, null));

    /// <summary>The node at one end of a relationship.</summary>
    public EndSource End(SelectedField field, bool isSource, RelationshipAlias origin)
    {
        var end = _plan.End(origin, isSource);
        return end with { Where = Where(field, end.Node, null) };
    }

    private Predicate Where(SelectedField field, Alias item, RelationshipAlias? edge) =>
        planner.Argument(field, ArgumentNames.Where) is ObjectInput where ? _filters.Filter(where, item, edge) : Predicate.True;
}
