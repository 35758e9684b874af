using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Export;

/// <summary>Plan -> the fields of its response, in their order.</summary>
internal sealed class ResultFields : ISlotVisitor<NoArgument, ResultField>, IConnectionPartVisitor<Source, ResultField>
{
    private static readonly ResultFields Visitor = new();

    /// <summary>The fields of the response of a plan.</summary>
    public static IReadOnlyList<ResultField> Of(Plan plan) => Of(plan.Slots);

    /// <summary>The fields of each row of a connection that was planned for an export.</summary>
    public static IReadOnlyList<ResultField> OfRows(ConnectionSlot connection) => Of(connection.Parts.OfType<ItemsPart>().Single().Slots);

    private static ResultField[] Of(IEnumerable<Slot> slots) =>
        [.. slots.Where(slot => slot.ResponseKey != ExportPlan.Added).Select(slot => slot.Accept(Visitor, default))];

    private static ResultField Scalar(ResponseField field, ScalarKind kind = ScalarKind.String) =>
        new() { Name = field.ResponseKey, Kind = ResultKind.Scalar, Scalar = kind };

    private static ResultField Object(ResponseField field, IEnumerable<Slot> slots, Source? source = null) =>
        new() { Name = field.ResponseKey, Kind = ResultKind.Object, Fields = Of(slots), Source = source };

    private static ResultField List(ResponseField field, IEnumerable<Slot> slots, Source? source = null) =>
        new() { Name = field.ResponseKey, Kind = ResultKind.List, Fields = Of(slots), Source = source };

    /// <summary>An object, or items, of one of several types.</summary>
    private static ResultField Lookup(ResponseField field, LookupSlot slot, ResultKind kind)
    {
        var types = slot.Cases.Select(each => (Number: ExportPlan.NumberOf(each), Fields: (IReadOnlyList<ResultField>)Of(each.Slots))).ToList();
        return new ResultField
        {
            Name = field.ResponseKey,
            Kind = kind,
            Cases = types.Where(each => each.Number is not null).ToDictionary(each => each.Number!, each => each.Fields, StringComparer.Ordinal),
            Fields = Merged(types.Select(each => each.Fields)),
        };
    }

    /// <summary>The fields of several types, each key once. A document has only equal selections for one key.</summary>
    private static ResultField[] Merged(IEnumerable<IReadOnlyList<ResultField>> types) =>
        [.. types.SelectMany(fields => fields).GroupBy(field => field.Name, StringComparer.Ordinal).Select(group => Merged([.. group]))];

    private static ResultField Merged(ResultField[] same) => same.Length == 1 || same[0].Fields.Count == 0
        ? same[0]
        : new ResultField { Name = same[0].Name, Kind = same[0].Kind, Source = same[0].Source, Fields = Merged(same.Select(field => field.Fields)) };

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(ConstantSlot constant, NoArgument none) => Scalar(constant);

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(IntrospectionSlot introspection, NoArgument none) =>
        new() { Name = introspection.ResponseKey, Kind = ResultKind.Introspection };

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(ValueSlot value, NoArgument none) => new()
    {
        Name = value.ResponseKey,
        Kind = ResultKind.Scalar,
        Scalar = value.Scalar,
        IsList = value.IsList,
        Value = value.Value,
    };

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(PointSlot point, NoArgument none) => new()
    {
        Name = point.ResponseKey,
        Kind = ResultKind.Point,
        Fields =
        [
            .. point.Parts.Select(part => new ResultField
            {
                Name = part.ResponseKey,
                Kind = ResultKind.Scalar,
                Scalar = part.Field == PointField.TypeName ? ScalarKind.String : ScalarKind.Float,
                IsLatitude = part.Field switch
                {
                    PointField.Latitude => true,
                    PointField.Longitude => false,
                    PointField.TypeName => null,
                },
            }),
        ],
    };

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(ObjectSlot single, NoArgument none) => Object(single, single.Slots, single.Source);

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(InlineSlot inline, NoArgument none) =>
        new() { Name = inline.ResponseKey, Kind = ResultKind.Object, Fields = Of(inline.Slots), IsOfEdge = true };

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(PolymorphicSlot any, NoArgument none) => Lookup(any, any, ResultKind.Object);

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(PolymorphicListSlot list, NoArgument none) => Lookup(list, list, ResultKind.List);

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(ConnectionSlot connection, NoArgument none) => new()
    {
        Name = connection.ResponseKey,
        Kind = ResultKind.Object,
        Fields = [.. connection.Parts.Select(part => part.Accept(this, connection.Source))],
    };

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(CursorSlot cursor, NoArgument none) =>
        new() { Name = cursor.ResponseKey, Kind = ResultKind.Scalar, IsCursor = true };

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(GroupsSlot groups, NoArgument none) => List(groups, groups.Slots);

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(TimelineSlot timeline, NoArgument none) => List(timeline, timeline.Slots);

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(PeriodEndSlot end, NoArgument none) => Scalar(end, ScalarKind.Date);

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(SearchSlot search, NoArgument none) => new()
    {
        Name = search.ResponseKey,
        Kind = ResultKind.Object,
        Fields = [.. search.Parts.Select(Part)],
    };

    ResultField ISlotVisitor<NoArgument, ResultField>.Visit(TraversalSlot traversal, NoArgument none) => new()
    {
        Name = traversal.ResponseKey,
        Kind = ResultKind.Object,
        Fields = [.. traversal.Parts.Select(part => Part(part, traversal.Lists))],
    };

    ResultField IConnectionPartVisitor<Source, ResultField>.Visit(TypeNamePart name, Source source) => Scalar(name);

    ResultField IConnectionPartVisitor<Source, ResultField>.Visit(ItemsPart items, Source source) => List(items, items.Slots, source);

    ResultField IConnectionPartVisitor<Source, ResultField>.Visit(PageInfoPart info, Source source) => new()
    {
        Name = info.ResponseKey,
        Kind = ResultKind.Object,
        Fields = [.. info.Values.Select(value => Scalar(value, value.Kind is PageInfoKind.More or PageInfoKind.Given ? ScalarKind.Boolean : ScalarKind.String))],
    };

    ResultField IConnectionPartVisitor<Source, ResultField>.Visit(TotalPart total, Source source) => Scalar(total, ScalarKind.Int);

    ResultField IConnectionPartVisitor<Source, ResultField>.Visit(AggregatePart aggregate, Source source) => Object(aggregate, aggregate.Slots);

    private static ResultField Part(SearchPart part) => part.Kind switch
    {
        SearchPartKind.TypeName => Scalar(part),
        SearchPartKind.Truncated => Scalar(part, ScalarKind.Boolean),
        SearchPartKind.Items => new ResultField
        {
            Name = part.ResponseKey,
            Kind = ResultKind.List,
            Fields = [.. part.Items.Select(item => item.Node is { } node ? Lookup(item, node, ResultKind.Object) : Scalar(item))],
        },
    };

    private static ResultField Part(TraversalPart part, PolymorphicListSlot[] lists) => part.Kind switch
    {
        TraversalPartKind.TypeName => Scalar(part),
        TraversalPartKind.Truncated => Scalar(part, ScalarKind.Boolean),
        TraversalPartKind.Length => Scalar(part, ScalarKind.Int),
        TraversalPartKind.Items => new ResultField
        {
            Name = part.ResponseKey,
            Kind = ResultKind.List,
            Fields = [.. part.Items.Select(item => Part(item, lists))],
        },
        // A model without relationships has no list of them.
        TraversalPartKind.Nodes or TraversalPartKind.Relationships => part.List < 0
            ? new ResultField { Name = part.ResponseKey, Kind = ResultKind.List }
            : Lookup(part, lists[part.List], ResultKind.List),
    };
}
