using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Values;
using GraphQL.Types;

namespace GraphIntel.Core.Planning;

/// <summary>Plans the aggregate of a connection: counts, summaries, groups and timelines of its nodes.</summary>
internal sealed class AggregatePlanner(Planner planner) : IAggregateVisitor<AggregatePlanner.Place, Slot>
{
    /// <summary>How deeply groups and timelines may be nested.</summary>
    public const int MaxDepth = 2;

    private readonly PlanBuilder _plan = planner.Builder;
    private readonly GroupingPlanner _groupings = new(planner);

    /// <summary>Plans the fields of an aggregate.</summary>
    /// <param name="field">The field, an aggregate.</param>
    /// <param name="members">What is aggregated.</param>
    public Slot[] Select(SelectedField field, Alias members) => Select(field, members, 0);

    private Slot[] Select(SelectedField field, Alias members, int depth) =>
        [.. Children(field).Select(child => ((AggregateBinding?)child.Binding)?.Accept(this, new Place(child, members, depth)) ?? Planner.TypeName(child))];

    private IEnumerable<SelectedField> Children(SelectedField field)
    {
        var type = (IObjectGraphType)field.ResultType;
        return planner.Collector.Collect(type, field.Selections).Select(group => planner.Describe(type, group));
    }

    Slot IAggregateVisitor<Place, Slot>.Visit(MemberCountBinding count, Place at) => MemberCount(at.Field);

    private static ValueSlot MemberCount(SelectedField field) => new(field.Context, MemberCountOperand.Instance, ScalarKind.Int, false);

    Slot IAggregateVisitor<Place, Slot>.Visit(SummaryBinding summary, Place at) => Inline(
        at.Field, child => child.Binding is SummaryValueBinding { Value: var value } ? SummaryOf(child.Context, at.Members, summary.Property, value) : null);

    private static ValueSlot SummaryOf(FieldContext context, Alias members, Property property, SummaryValue value)
    {
        var operand = Summary(members, property, value);
        return new ValueSlot(context, operand, operand.Kind, false);
    }

    /// <summary>The value of a field of the summary of a property.</summary>
    public static SummaryOperand Summary(Alias members, Property property, SummaryValue value)
    {
        var of = FilterPlanner.ValueOf(members, property);
        return value switch
        {
            SummaryValue.Count => new SummaryOperand(
                SummaryFunction.Count, property.Kind == ScalarKind.Point ? Coordinate(true) : of, ScalarKind.Int),
            SummaryValue.Sum => new SummaryOperand(SummaryFunction.Sum, of, ScalarKind.Long),
            SummaryValue.Min => new SummaryOperand(SummaryFunction.Min, of, property.Kind),
            SummaryValue.Max => new SummaryOperand(SummaryFunction.Max, of, property.Kind),
            SummaryValue.Average => new SummaryOperand(SummaryFunction.Average, of, ScalarKind.Float),
            SummaryValue.South => new SummaryOperand(SummaryFunction.Min, Coordinate(true), ScalarKind.Float),
            SummaryValue.West => new SummaryOperand(SummaryFunction.Min, Coordinate(false), ScalarKind.Float),
            SummaryValue.North => new SummaryOperand(SummaryFunction.Max, Coordinate(true), ScalarKind.Float),
            SummaryValue.East => new SummaryOperand(SummaryFunction.Max, Coordinate(false), ScalarKind.Float),
        };

        CoordinateOperand Coordinate(bool isLatitude) => new(members, property, isLatitude);
    }

    Slot IAggregateVisitor<Place, Slot>.Visit(GroupsBinding groups, Place at) =>
        Inline(at.Field, child => child.Binding is GroupingBinding by ? Groups(child, by, at.Members, Deeper(child, at)) : null);

    Slot IAggregateVisitor<Place, Slot>.Visit(DistinctBinding distinct, Place at) => Inline(at.Field, child => child.Binding is GroupingBinding by
        ? new ValueSlot(child.Context, new DistinctCountOperand(_groupings.Plan(child, by, at.Members)), ScalarKind.Int, false)
        : null);

    Slot IAggregateVisitor<Place, Slot>.Visit(TimelineBinding timeline, Place at) =>
        Inline(at.Field, child => child.Binding is PeriodsBinding days ? Periods(child, days.Property, at.Members, Deeper(child, at)) : null);

    /// <summary>An object in the same row; <paramref name="plan"/> returns null for <c>__typename</c>.</summary>
    private InlineSlot Inline(SelectedField field, Func<SelectedField, Slot?> plan) =>
        new(field.Context, [.. Children(field).Select(child => plan(child) ?? Planner.TypeName(child))]);

    private static int Deeper(SelectedField field, Place at) => at.Depth < MaxDepth
        ? at.Depth + 1
        : throw new PlanTooLargeException(
            $"Nesting {at.Depth + 1} of groups and timelines exceeds the limit of {MaxDepth}. Query `{field.Context.ResponseKey}` at a connection of the group's `node`, or on its own.",
            field.Context.Location);

    private GroupsSlot Groups(SelectedField field, GroupingBinding by, Alias members, int depth)
    {
        var grouping = _groupings.Plan(field, by, members);
        var first = _plan.Parameter(ScalarKind.Int);
        var given = planner.Argument(field, ArgumentNames.First) as ScalarInput;
        _plan.Bindings.Add(new GroupCountBinding(first, given?.Source, given?.Location ?? field.Context.Location));
        var keys = GroupingPlanner.Order(planner.Argument(field, ArgumentNames.Order) as ListInput, grouping, members);
        Slot[] slots =
        [
            .. Children(field).Select(child => child.Binding is GroupFieldBinding { Field: var part } ? OfGroup(child, part, grouping, members, depth) : Planner.TypeName(child)),
        ];
        return new GroupsSlot(field.Context, grouping, keys, first, slots);
    }

    private Slot OfGroup(SelectedField child, GroupField part, Grouping grouping, Alias members, int depth) => part switch
    {
        GroupField.Key => Key(child, GroupingPlanner.KeyOf(grouping)!),
        GroupField.Node => Node(child, ((NodeGrouping)grouping).Source.Node),
        GroupField.Count => MemberCount(child),
        GroupField.Aggregate => new InlineSlot(child.Context, Select(child, members, depth)),
    };

    private static ValueSlot Key(SelectedField child, GroupKeyOperand key) => new(child.Context, key, key.Property.Kind, false);

    private ObjectSlot Node(SelectedField child, NodeAlias key)
    {
        var node = _plan.Node(key.Node);
        return new ObjectSlot(
            child.Context, new GroupNodeSource(key, node), planner.Select((IObjectGraphType)child.ResultType, child.Selections, node));
    }

    private TimelineSlot Periods(SelectedField field, Property day, Alias members, int depth)
    {
        var interval = Enum.Parse<CalendarInterval>((string)((ScalarInput)planner.Argument(field, ArgumentNames.By)!).Current!, ignoreCase: true);
        var from = Day(field, ArgumentNames.From);
        var until = Day(field, ArgumentNames.Until);
        if (from is not null && until is not null)
            _plan.Bindings.Add(new PeriodBinding(from, until, field.Context.Location, ArgumentNames.From, ArgumentNames.Until));
        var grouping = new PeriodGrouping(_plan.NextNumber(), new PropertyOperand(members, day), interval, from, until);
        Slot[] slots =
        [
            .. Children(field).Select(child => child.Binding is PeriodFieldBinding { Field: var part } ? OfPeriod(child, part, members, depth) : Planner.TypeName(child)),
        ];
        return new TimelineSlot(field.Context, grouping, slots);
    }

    private Parameter? Day(SelectedField field, string argument) =>
        planner.Argument(field, argument) is ScalarInput given ? _plan.Value(ScalarKind.Date, given) : null;

    private Slot OfPeriod(SelectedField child, PeriodField part, Alias members, int depth) => part switch
    {
        PeriodField.From => new PeriodEndSlot(child.Context, isStart: true),
        PeriodField.Until => new PeriodEndSlot(child.Context, isStart: false),
        PeriodField.Count => MemberCount(child),
        PeriodField.Aggregate => new InlineSlot(child.Context, Select(child, members, depth)),
    };

    /// <summary>A field of an aggregate that is being planned.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Members">What is aggregated.</param>
    /// <param name="Depth">How deeply it is nested in groups and timelines.</param>
    internal readonly record struct Place(SelectedField Field, Alias Members, int Depth);
}
