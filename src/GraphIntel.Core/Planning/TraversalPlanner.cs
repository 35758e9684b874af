using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphQL.Types;

namespace GraphIntel.Core.Planning;

/// <summary>Plans the root fields <c>paths</c> and <c>neighborhood</c>.</summary>
internal sealed class TraversalPlanner(Planner planner, GraphModel model)
{
    private readonly PlanBuilder _builder = planner.Builder;
    private readonly FilterPlanner _filters = new(planner.Builder);

    public TraversalSlot PlanPaths(SelectedField field)
    {
        var walk = Walk(field);
        _builder.Bindings.Add(new PathSearchBinding(
            walk, Scalar(field, ArgumentNames.From)!, Scalar(field, ArgumentNames.To)!, Scalar(field, ArgumentNames.MaxLength), Scalar(field, ArgumentNames.First)));
        return Slot(field, walk);
    }

    public TraversalSlot PlanNeighborhood(SelectedField field)
    {
        var walk = Walk(field);
        _builder.Bindings.Add(new NeighborhoodSearchBinding(
            walk, Scalar(field, ArgumentNames.Of)!, Scalar(field, ArgumentNames.Depth), Scalar(field, ArgumentNames.MaxNodes)));
        return Slot(field, walk);
    }

    private ScalarInput? Scalar(SelectedField field, string name) => (ScalarInput?)planner.Argument(field, name);

    private TraversalArguments Walk(SelectedField field)
    {
        _builder.CountSearch(field.Context.Location);
        var time = planner.Time(field);
        var where = planner.Argument(field, ArgumentNames.Where) as ObjectInput;
        var traversal = new Traversal(
            [.. model.Relationships.Select(type => _builder.Relationship(type)).Select(followed => new TraversedRelationships(followed, time.On(followed)))],
            [.. model.Nodes.Select(type => Nodes(type, where?.Find(type.Singular)))],
            Ids(),
            Ids(),
            _builder.Parameter(ScalarKind.Int));
        return new TraversalArguments(
            traversal, Ids(), Ids(), planner.Argument(field, ArgumentNames.Via) is ListInput via ? [.. via.Items.Select(Via)] : null, Scalar(field, ArgumentNames.Types));
    }

    private Parameter Ids() => _builder.Parameter(ScalarKind.Id, isList: true);

    private TraversedNodes Nodes(NodeType type, InputValue? where)
    {
        var node = _builder.Node(type);
        if (where is NullInput)
            _builder.AddError(where.Location, $"`{type.Singular}` is null, which is not a valid condition: omit it.");
        return new TraversedNodes(node, where is ObjectInput given ? _filters.Filter(given, node) : Predicate.True, Ids());
    }

    private static ViaArgument Via(InputValue given)
    {
        var via = (ObjectInput)given;
        return new ViaArgument((ScalarInput)via.Find(ArgumentNames.Type)!, via.Find(ArgumentNames.Direction) as ScalarInput);
    }

    private TraversalSlot Slot(SelectedField field, TraversalArguments walk)
    {
        var lists = new List<PolymorphicListSlot>();
        var parts = Parts(field, walk, lists);
        return new TraversalSlot(field.Context, walk.Traversal, [.. lists], parts);
    }

    private TraversalPart[] Parts(SelectedField field, TraversalArguments walk, List<PolymorphicListSlot> lists)
    {
        var type = (IObjectGraphType)field.ResultType;
        return
        [
            .. planner.Collector.Collect(type, field.Selections).Select(group => planner.Describe(type, group)).Select(child =>
            {
                var kind = KindOf(child);
                return new TraversalPart(
                    child.Context,
                    kind,
                    child.TypeName,
                    kind is TraversalPartKind.Nodes or TraversalPartKind.Relationships ? List(child, walk, kind == TraversalPartKind.Nodes, lists) : -1,
                    kind == TraversalPartKind.Items ? Parts(child, walk, lists) : []);
            }),
        ];
    }

    private static TraversalPartKind KindOf(SelectedField field) => field.Binding is not TraversalFieldBinding part
        ? TraversalPartKind.TypeName
        : part.Field switch
        {
            TraversalField.Truncated => TraversalPartKind.Truncated,
            TraversalField.Items => TraversalPartKind.Items,
            TraversalField.Length => TraversalPartKind.Length,
            TraversalField.Nodes => TraversalPartKind.Nodes,
            TraversalField.Relationships => TraversalPartKind.Relationships,
        };

    /// <summary>
    /// Plans a list of nodes or relationships. All types of the interface are planned, so that errors in fragments on any are found;
    /// the list has only nodes, or only relationships.
    /// </summary>
    private int List(SelectedField field, TraversalArguments walk, bool isNodes, List<PolymorphicListSlot> lists)
    {
        var list = planner.PolymorphicList(field, isNodes ? walk.Nodes : walk.Relationships);
        // A model without relationships has no type for them.
        if (list.Cases.Length == 0)
            return -1;
        lists.Add(list.With([.. list.Cases.Where(found => found.Found is NodeAlias == isNodes).Select((found, number) => found with { Number = number })]));
        return lists.Count - 1;
    }
}
