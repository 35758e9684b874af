using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphQL.Types;

namespace GraphIntel.Core.Planning;

/// <summary>Plans connection fields: the page, and the fields of each item.</summary>
internal sealed class ConnectionPlanner(Planner planner)
{
    private readonly PlanBuilder _plan = planner.Builder;
    private readonly OrderPlanner _orders = new(planner.Builder);
    private readonly AggregatePlanner _aggregates = new(planner);

    /// <summary>Plans a connection of what a source has.</summary>
    public ConnectionSlot Plan(SelectedField field, Source source)
    {
        var (keys, fingerprint) = Order(field, source);
        var selected = Children(field).ConvertAll(child => new SelectedPart(child, ConnectionFieldOf(child), InnerFields(child)));
        var hasCursors = selected.Exists(part => part.ShowsCursor);
        var page = Page(field, keys, fingerprint, selected);
        var offsets = (Items: hasCursors ? keys.Length : 0, Aggregates: 0);
        var parts = new List<ConnectionPart>(selected.Count);
        foreach (var part in selected)
        {
            var planned = Part(part, source, page, offsets);
            parts.Add(planned);
            if (planned is ItemsPart items)
                offsets.Items += items.Width;
            else if (planned is AggregatePart aggregate)
                offsets.Aggregates += aggregate.Width;
        }
        ConnectionPart[] all = [.. parts];
        return new ConnectionSlot(field.Context, source, page, all, ConnectionRead.Of(source, page, all, hasCursors));
    }

    /// <summary>Plans the order of a connection.</summary>
    public (SortKey[] Keys, OrderFingerprint Fingerprint) Order(SelectedField field, Source source) =>
        _orders.Order(planner.Argument(field, ArgumentNames.Order) as ListInput, source);

    /// <summary>Plans <c>nodes</c> or <c>edges</c>, the first part of a connection.</summary>
    public ItemsPart Items(SelectedField part, Source source, Page page) =>
        (ItemsPart)Part(new SelectedPart(part, ConnectionFieldOf(part), InnerFields(part)), source, page, (page.Keys.Length, 0));

    /// <summary>The selected fields of a connection.</summary>
    public List<SelectedField> Children(SelectedField field)
    {
        var type = (IObjectGraphType)field.ResultType;
        return [.. planner.Collector.Collect(type, field.Selections).Select(group => planner.Describe(type, group))];
    }

    /// <summary>Which field of a connection it is; null for <c>__typename</c>.</summary>
    public static ConnectionField? ConnectionFieldOf(SelectedField field) => ((ConnectionFieldBinding?)field.Binding)?.Field;

    /// <summary>
    /// The fields of edges and of page info, on which the page depends; those of nodes are planned like any node's.
    /// </summary>
    private List<SelectedField> InnerFields(SelectedField part) =>
        ConnectionFieldOf(part) is ConnectionField.Edges or ConnectionField.PageInfo ? Children(part) : [];

    private Page Page(SelectedField field, SortKey[] keys, OrderFingerprint fingerprint, List<SelectedPart> selected)
    {
        var first = planner.Argument(field, ArgumentNames.First) as ScalarInput;
        var last = planner.Argument(field, ArgumentNames.Last) as ScalarInput;
        if (first is not null && last is not null)
            _plan.AddError(last.Location, "`first` and `last` cannot be given together: page forward with `first` and `after`, or backward with `last` and `before`.");
        var isBackward = last is not null;
        var readsOneMore = selected.Exists(part => part.Asks(isBackward ? PageInfoField.HasPreviousPage : PageInfoField.HasNextPage));
        var size = _plan.Parameter(ScalarKind.Int);
        var limit = _plan.Parameter(ScalarKind.Int);
        var given = last ?? first;
        _plan.Bindings.Add(new PageBinding(
            size,
            limit,
            given?.Source,
            isBackward ? ArgumentNames.Last : ArgumentNames.First,
            readsOneMore,
            given?.Location ?? field.Context.Location));
        return new Page(
            keys,
            fingerprint,
            isBackward,
            readsOneMore,
            size,
            limit,
            Bound(field, ArgumentNames.After, fingerprint, keys),
            Bound(field, ArgumentNames.Before, fingerprint, keys));
    }

    /// <summary>Plans a bound of a page; null if it is not given.</summary>
    public CursorBound? Bound(SelectedField field, string argument, OrderFingerprint fingerprint, SortKey[] keys) =>
        planner.Argument(field, argument) is ScalarInput given ? _plan.Cursor(given, argument, fingerprint, keys) : null;

    private ConnectionPart Part(SelectedPart part, Source source, Page page, (int Items, int Aggregates) offsets)
    {
        var field = part.Field;
        if (part.Kind is not { } kind)
            return new TypeNamePart(field.Context, field.TypeName);
        return kind switch
        {
            ConnectionField.Nodes =>
                new ItemsPart(field.Context, planner.Select((IObjectGraphType)field.ResultType, field.Selections, source.Item), offsets.Items),
            ConnectionField.Edges => new ItemsPart(field.Context, [.. part.Inner.Select(child => OfEdge(child, source, page))], offsets.Items),
            ConnectionField.TotalCount => new TotalPart(field.Context, AtMost(field)),
            ConnectionField.Aggregate => new AggregatePart(field.Context, _aggregates.Select(field, source.Item), offsets.Aggregates),
            ConnectionField.PageInfo =>
                new PageInfoPart(field.Context, [.. part.Inner.Select(child => new PageInfoValue(child.Context, KindOf(child, page), child.TypeName))]),
        };
    }

    private Parameter? AtMost(SelectedField part) =>
        planner.Argument(part, ArgumentNames.AtMost) is ScalarInput given ? _plan.NotNegative(given, ArgumentNames.AtMost) : null;

    /// <summary>Plans a field of an edge: its own, or one of the relationship to the node.</summary>
    private Slot OfEdge(SelectedField child, Source source, Page page)
    {
        if (child.Binding is not EdgeFieldBinding { Field: var field })
            return child.Binding is null ? Planner.TypeName(child) : planner.Field(child, source.Relationship!);
        return field switch
        {
            EdgeField.Cursor => new CursorSlot(child.Context, page),
            EdgeField.Depth => new ValueSlot(child.Context, new DepthOperand(source.Walk!), ScalarKind.Int, false),
            EdgeField.Node => Inline(source.Item),
            EdgeField.Fact => Inline(source.Relationship!),
        };

        InlineSlot Inline(Alias of) => new(child.Context, planner.Select((IObjectGraphType)child.ResultType, child.Selections, of));
    }

    private static PageInfoKind KindOf(SelectedField child, Page page) => child.Binding is { } binding
        ? KindOf(((PageInfoFieldBinding)binding).Field, page)
        : PageInfoKind.TypeName;

    private static PageInfoKind KindOf(PageInfoField field, Page page) => field switch
    {
        PageInfoField.HasNextPage => page.IsBackward ? PageInfoKind.Given : PageInfoKind.More,
        PageInfoField.HasPreviousPage => page.IsBackward ? PageInfoKind.More : PageInfoKind.Given,
        PageInfoField.StartCursor => PageInfoKind.StartCursor,
        PageInfoField.EndCursor => PageInfoKind.EndCursor,
    };

    /// <summary>A field of a connection with the inner fields on which the page depends.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Kind">Its kind; null for <c>__typename</c>.</param>
    /// <param name="Inner">The fields of edges or of page info.</param>
    private sealed record SelectedPart(SelectedField Field, ConnectionField? Kind, List<SelectedField> Inner)
    {
        /// <summary>Whether it selects a cursor.</summary>
        public bool ShowsCursor => Asks(PageInfoField.StartCursor) || Asks(PageInfoField.EndCursor)
            || Inner.Exists(child => child.Binding is EdgeFieldBinding { Field: EdgeField.Cursor });

        /// <summary>Whether it is the page info and selects this field.</summary>
        public bool Asks(PageInfoField field) => Inner.Exists(child => child.Binding is PageInfoFieldBinding { Field: var shown } && shown == field);
    }
}
