using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphQL.Types;

namespace GraphIntel.Core.Planning;

/// <summary>A field that is a connection -> its source, its page, and what is shown of each item.</summary>
internal sealed class ConnectionPlanner(Planner planner)
{
    private readonly PlanBuilder _plan = planner.Builder;
    private readonly FilterPlanner _filters = new(planner.Builder);
    private readonly OrderPlanner _orders = new(planner.Builder);

    /// <summary>Every node of a type.</summary>
    public ConnectionSlot Root(SelectedField field, NodeType type)
    {
        var node = _plan.Node(type);
        return Connection(field, new ScanSource(node, Where(field, node, null)));
    }

    /// <summary>Nodes that hold the id of what an alias holds.</summary>
    public ConnectionSlot RefersBy(SelectedField field, RefersByField by, Alias origin)
    {
        var node = _plan.Node(by.Target);
        return Connection(field, new RefersBySource(origin, by.Property, node, Where(field, node, null)));
    }

    /// <summary>Nodes whose ids what an alias holds names.</summary>
    public ConnectionSlot RefersTo(SelectedField field, RefersToField to, Alias origin)
    {
        var node = _plan.Node(to.Target);
        return Connection(field, new RefersToSource(origin, to.Ids, node, Where(field, node, null)));
    }

    /// <summary>Relationships of a node.</summary>
    public ConnectionSlot Relationship(SelectedField field, RelationshipField relationship, NodeAlias origin)
    {
        var edge = _plan.Relationship(relationship.Relationship);
        var node = _plan.Node(relationship.Target);
        var where = Predicate.All([planner.Time(field).On(edge), Where(field, node, edge)]);
        return Connection(field, new HopSource(origin, edge, relationship.Direction, false, node, where));
    }

    /// <summary>Ends of walks from a node.</summary>
    public ConnectionSlot Path(SelectedField field, PathField path, NodeAlias origin)
    {
        var steps = WalkPlanner.Steps(_plan, path, planner.Time(field));
        var node = _plan.Node(path.Target);
        return Connection(field, new WalkSource(origin, steps, new WalkAlias(_plan.NextNumber()), node, Where(field, node, null)));
    }

    private Predicate Where(SelectedField field, NodeAlias node, RelationshipAlias? edge) =>
        planner.Argument(field, ArgumentNames.Where) is ObjectInput where ? _filters.Filter(where, node, edge) : Predicate.True;

    private ConnectionSlot Connection(SelectedField field, Source source)
    {
        var (keys, fingerprint) = _orders.Order(planner.Argument(field, ArgumentNames.Order) as ListInput, source);
        var type = (IObjectGraphType)field.ResultType;
        var groups = planner.Collector.Collect(type, field.Selections).Select(group => planner.Describe(type, group)).ToList();
        var pageInfos = groups.Where(IsPageInfo).SelectMany(PageInfoFields).ToList();
        var page = Page(field, keys, fingerprint, pageInfos.Contains(MoreOf(field)));
        var hasCursors = pageInfos.Any(part => part is ConnectionPart.StartCursor or ConnectionPart.EndCursor)
            || groups.Where(IsEdges).Any(HasCursor);
        var offset = hasCursors ? keys.Length : 0;
        var parts = new List<Slot>(groups.Count);
        foreach (var group in groups)
        {
            var part = Part(group, source, page, offset);
            parts.Add(part);
            if (part is ItemsSlot items)
                offset += items.Width;
        }
        return new ConnectionSlot(field.Context, source, page, [.. parts], hasCursors);
    }

    private static bool IsPageInfo(SelectedField field) => field.Part == ConnectionPart.PageInfo;

    private static bool IsEdges(SelectedField field) => field.Part == ConnectionPart.Edges;

    private IEnumerable<ConnectionPart?> PageInfoFields(SelectedField field) => Children(field).Select(child => child.Part);

    private bool HasCursor(SelectedField field) => Children(field).Any(child => child.Part == ConnectionPart.Cursor);

    private IEnumerable<SelectedField> Children(SelectedField field)
    {
        var type = (IObjectGraphType)field.ResultType;
        return planner.Collector.Collect(type, field.Selections).Select(group => planner.Describe(type, group));
    }

    /// <summary>The page info's field that asks whether more follow in the direction of paging.</summary>
    private ConnectionPart? MoreOf(SelectedField field) =>
        IsBackward(field) ? ConnectionPart.HasPreviousPage : ConnectionPart.HasNextPage;

    private bool IsBackward(SelectedField field) => planner.Argument(field, ArgumentNames.Last) is not null;

    private Page Page(SelectedField field, SortKey[] keys, int fingerprint, bool readsOneMore)
    {
        var first = planner.Argument(field, ArgumentNames.First) as ScalarInput;
        var last = planner.Argument(field, ArgumentNames.Last) as ScalarInput;
        if (first is not null && last is not null)
            _plan.Refuse(last.Location, "`first` and `last` cannot be given together: page forward with `first` and `after`, or backward with `last` and `before`.");
        var size = _plan.Parameter(ScalarKind.Int);
        var limit = _plan.Parameter(ScalarKind.Int);
        var given = last ?? first;
        _plan.Bindings.Add(new PageBinding(
            size,
            limit,
            given?.Source,
            last is null ? ArgumentNames.First : ArgumentNames.Last,
            readsOneMore,
            given?.Location ?? field.Context.Location));
        return new Page(
            keys,
            fingerprint,
            last is not null,
            size,
            limit,
            Bound(field, ArgumentNames.After, fingerprint, keys),
            Bound(field, ArgumentNames.Before, fingerprint, keys));
    }

    private CursorBound? Bound(SelectedField field, string argument, int fingerprint, SortKey[] keys) =>
        planner.Argument(field, argument) is ScalarInput given ? _plan.Cursor(given, argument, fingerprint, keys) : null;

    private Slot Part(SelectedField part, Source source, Page page, int offset)
    {
        switch (part.Part)
        {
            case null:
                return Planner.TypeName(part);
            case ConnectionPart.Nodes:
                return new ItemsSlot(part.Context, planner.Select((IObjectGraphType)part.ResultType, part.Selections, source.Node), offset);
            case ConnectionPart.Edges:
                return new ItemsSlot(part.Context, [.. Children(part).Select(child => EdgeField(child, source, page))], offset);
            case ConnectionPart.TotalCount:
                return new TotalSlot(part.Context, AtMost(part));
            case ConnectionPart.PageInfo:
                return new PageInfoSlot(part.Context, [.. Children(part).Select(child => PageInfoField(child, page))]);
            default:
                throw new InvalidOperationException($"A connection has no part {part.Part}.");
        }
    }

    private Parameter? AtMost(SelectedField part)
    {
        if (planner.Argument(part, ArgumentNames.AtMost) is not ScalarInput given)
            return null;
        var parameter = _plan.Parameter(ScalarKind.Int);
        _plan.Bindings.Add(new AtMostBinding(parameter, given.Source, given.Location));
        return parameter;
    }

    private Slot EdgeField(SelectedField child, Source source, Page page) => child.Binding switch
    {
        null => Planner.TypeName(child),
        ConnectionPartBinding { Part: ConnectionPart.Cursor } => new CursorSlot(child.Context, page),
        ConnectionPartBinding { Part: ConnectionPart.Depth } =>
            new ValueSlot(child.Context, new DepthOperand(source.Walk!), ScalarKind.Int, false),
        ConnectionPartBinding { Part: ConnectionPart.Node } =>
            new InlineSlot(child.Context, planner.Select((IObjectGraphType)child.ResultType, child.Selections, source.Node)),
        EdgeFactBinding =>
            new InlineSlot(child.Context, planner.Select((IObjectGraphType)child.ResultType, child.Selections, source.Relationship!)),
        _ => planner.Field(child, source.Relationship!),
    };

    private static Slot PageInfoField(SelectedField child, Page page) => child.Part switch
    {
        null => Planner.TypeName(child),
        ConnectionPart.HasNextPage => new PageInfoFieldSlot(child.Context, page.IsBackward ? Planning.PageInfoField.Given : Planning.PageInfoField.More),
        ConnectionPart.HasPreviousPage => new PageInfoFieldSlot(child.Context, page.IsBackward ? Planning.PageInfoField.More : Planning.PageInfoField.Given),
        ConnectionPart.StartCursor => new PageInfoFieldSlot(child.Context, Planning.PageInfoField.StartCursor),
        ConnectionPart.EndCursor => new PageInfoFieldSlot(child.Context, Planning.PageInfoField.EndCursor),
        _ => throw new InvalidOperationException($"Page info has no field {child.Part}."),
    };
}
