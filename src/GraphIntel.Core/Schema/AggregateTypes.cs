using GraphIntel.Core.Model;
using GraphIntel.Core.Values;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>
/// Aggregates of nodes and of relationships: counts, summaries, groups and timelines. Types are made once for each type of
/// members; a type that refers to one still being filled gets the same object.
/// </summary>
internal sealed class AggregateTypes : IModelFieldVisitor<AggregateTypes.Grouped, FieldType?>
{
    private readonly ScalarTypes _scalars;
    private readonly InputTypes _inputs;
    private readonly Func<ElementType, ObjectGraphType> _objectOf;
    private readonly Dictionary<string, ObjectGraphType> _types = new(StringComparer.Ordinal);
    private readonly ExplainedEnumType _interval;

    public AggregateTypes(ScalarTypes scalars, InputTypes inputs, Func<ElementType, ObjectGraphType> objectOf)
    {
        _scalars = scalars;
        _inputs = inputs;
        _objectOf = objectOf;
        _interval = new ExplainedEnumType { Name = "CalendarInterval", Description = "The length of the periods of a timeline." };
        foreach (var interval in Enum.GetValues<CalendarInterval>())
            _interval.Add(Casing.UpperSnake(interval.ToString()), DescriptionOf(interval));
    }

    /// <summary>The fields of the summary of a kind of value; none if values of this kind have no summary.</summary>
    public static IReadOnlyList<SummaryValue> SummaryValuesOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int or ScalarKind.Long => [SummaryValue.Count, SummaryValue.Sum, SummaryValue.Min, SummaryValue.Max, SummaryValue.Average],
        ScalarKind.Float or ScalarKind.Date => [SummaryValue.Count, SummaryValue.Min, SummaryValue.Max],
        ScalarKind.Point => [SummaryValue.Count, SummaryValue.South, SummaryValue.West, SummaryValue.North, SummaryValue.East],
        ScalarKind.Id or ScalarKind.String or ScalarKind.Boolean or ScalarKind.Enum => [],
    };

    /// <summary>The name of a field of a summary.</summary>
    public static string NameOf(SummaryValue value) => Casing.Camel(value.ToString());

    /// <summary><c>EventAggregate</c></summary>
    public ObjectGraphType Of(ElementType members) => Make(members.Name + "Aggregate", $"What {members.Name} objects come to, over all of them, not only those of a page.", type =>
    {
        AddCount(type, new MemberCountBinding());
        foreach (var property in members.Summarized)
            Add(type, property.Name, Summary(property.Kind), new SummaryBinding(property), property.Description);
        if (members.GroupedFields.Any() || members is RelationshipType)
        {
            Add(type, "groups", Groups(members), new GroupsBinding(), "Divided by a value, or by the nodes to which they lead.");
            Add(type, "distinct", Distinct(members), new DistinctBinding(), "How many different values there are, or nodes to which they lead.");
        }
        if (members.Dates.Any())
            Add(type, "timeline", Timeline(members), new TimelineBinding(), "Divided by days, weeks, months, quarters or years.");
    });

    private ObjectGraphType Groups(ElementType members) => Make(members.Name + "Groups", $"Groups of {members.Name} objects.", type =>
        AddGroupings(type, new Grouped(members, IsList: true)));

    private ObjectGraphType Distinct(ElementType members) => Make(members.Name + "Distinct", $"Numbers of different values of {members.Name} objects.", type =>
        AddGroupings(type, new Grouped(members, IsList: false)));

    private void AddGroupings(ObjectGraphType type, Grouped grouped)
    {
        if (grouped.Members is RelationshipType relationship)
        {
            type.AddField(End(grouped, "source", relationship.Source, isSource: true));
            type.AddField(End(grouped, "target", relationship.Target, isSource: false));
        }
        foreach (var field in grouped.Members.GroupedFields)
        {
            if (field.Accept(this, grouped) is { } made)
                type.AddField(made);
        }
    }

    private FieldType End(Grouped grouped, string name, NodeType node, bool isSource) => Grouping(
        grouped,
        name,
        isSource ? SchemaDescriptions.Source : SchemaDescriptions.Target,
        new EndGroupingBinding(isSource),
        new NodeKey(node, IsNullable: true),
        [Argument(ArgumentNames.Where, _inputs.NodeFilter(node), SchemaDescriptions.GroupWhere)]);

    FieldType? IModelFieldVisitor<Grouped, FieldType?>.Visit(PropertyField field, Grouped grouped)
    {
        var property = field.Property;
        return Grouping(grouped, field, new ValueKey(_scalars.Of(property.Kind, property.Enum), IsNullable: !property.IsList), []);
    }

    FieldType? IModelFieldVisitor<Grouped, FieldType?>.Visit(RelationshipField field, Grouped grouped) => Grouping(
        grouped,
        field,
        new NodeKey(field.Target, IsNullable: !field.IsList),
        [
            Argument(ArgumentNames.Where, _inputs.RelationshipFilter(grouped.Members, field), SchemaDescriptions.GroupWhere),
            .. _inputs.TimeArguments(field.Relationship),
        ]);

    FieldType? IModelFieldVisitor<Grouped, FieldType?>.Visit(PathField field, Grouped grouped) => Grouping(
        grouped,
        field,
        new NodeKey(field.Target, IsNullable: false),
        [
            Argument(ArgumentNames.Where, _inputs.NodeFilter(field.Target), SchemaDescriptions.GroupWhere),
            .. _inputs.TimeArguments(field),
        ]);

    FieldType? IModelFieldVisitor<Grouped, FieldType?>.Visit(RefersToField field, Grouped grouped) => Grouping(
        grouped,
        field,
        new NodeKey(field.Target, IsNullable: false),
        [Argument(ArgumentNames.Where, _inputs.NodeFilter(field.Target), SchemaDescriptions.GroupWhere)]);

    FieldType? IModelFieldVisitor<Grouped, FieldType?>.Visit(RefersByField field, Grouped grouped) => null;

    private FieldType Grouping(Grouped grouped, ModelField field, GroupKey key, IReadOnlyList<QueryArgument> arguments) =>
        Grouping(grouped, field.Name, SchemaDescriptions.OfField(field), new FieldGroupingBinding(field), key, arguments);

    /// <summary>A list of groups, or their number.</summary>
    private FieldType Grouping(
        Grouped grouped, string name, string? description, GroupingBinding binding, GroupKey key, IReadOnlyList<QueryArgument> arguments)
    {
        if (!grouped.IsList)
            return Field(name, new NonNullGraphType(_scalars.Int), binding, description, arguments);
        var order = new ListGraphType(new NonNullGraphType(_inputs.GroupSort(grouped.Members)));
        return Field(name, List(Group(grouped.Members, name, key)), binding, description, [
            new QueryArgument(_scalars.Int) { Name = ArgumentNames.First, Description = SchemaDescriptions.GroupFirst, DefaultValue = PageLimits.DefaultSize },
            Argument(ArgumentNames.Order, order, SchemaDescriptions.GroupOrder),
            .. arguments,
        ]);
    }

    /// <summary><c>EventKindGroup</c></summary>
    private ObjectGraphType Group(ElementType members, string field, GroupKey key) =>
        Make($"{members.Name}{Casing.Pascal(field)}Group", $"{members.Name} objects with the same `{field}`.", type =>
        {
            switch (key)
            {
                case ValueKey value:
                    Add(type, ArgumentNames.Key, Null(value.Type), new GroupFieldBinding(GroupField.Key), key.IsNullable ? "The value; null: they have none." : "The value.");
                    break;
                case NodeKey node:
                    Add(type, "node", Null(_objectOf(node.Type)), new GroupFieldBinding(GroupField.Node), key.IsNullable ? "The node; null: they lead to none." : "The node.");
                    break;
            }
            AddCount(type, new GroupFieldBinding(GroupField.Count));
            Add(type, "aggregate", new NonNullGraphType(Of(members)), new GroupFieldBinding(GroupField.Aggregate), "What they come to.");

            IGraphType Null(IGraphType result) => key.IsNullable ? result : new NonNullGraphType(result);
        });

    private ObjectGraphType Timeline(ElementType members) => Make(members.Name + "Timeline", $"{members.Name} objects over time.", type =>
    {
        foreach (var date in members.Dates)
        {
            type.AddField(Field(
                date.Name,
                new ListGraphType(new NonNullGraphType(Period(members))),
                new PeriodsBinding(date),
                date.Description,
                [
                    Argument(ArgumentNames.By, new NonNullGraphType(_interval), "The length of a period."),
                    Argument(ArgumentNames.From, _scalars.Date, "The first day that counts. Default: the first there is."),
                    Argument(ArgumentNames.Until, _scalars.Date, "The first day that no longer counts. Default: the day after the last there is."),
                ]));
        }
    });

    private ObjectGraphType Period(ElementType members) => Make(members.Name + "Period", $"{members.Name} objects of a period.", type =>
    {
        Add(type, ArgumentNames.From, new NonNullGraphType(_scalars.Date), new PeriodFieldBinding(PeriodField.From), "The first day.");
        Add(type, ArgumentNames.Until, _scalars.Date, new PeriodFieldBinding(PeriodField.Until), "The first day after it; null after the year 9999.");
        AddCount(type, new PeriodFieldBinding(PeriodField.Count));
        Add(type, "aggregate", new NonNullGraphType(Of(members)), new PeriodFieldBinding(PeriodField.Aggregate), "What they come to.");
    });

    /// <summary><c>IntSummary</c></summary>
    private NonNullGraphType Summary(ScalarKind kind) => new(Make(kind + "Summary", "What values come to. Where there are none, `count` is 0 and the rest null.", type =>
    {
        foreach (var value in SummaryValuesOf(kind))
            Add(type, NameOf(value), TypeOf(value, kind), new SummaryValueBinding(value), DescriptionOf(value));
    }));

    private IGraphType TypeOf(SummaryValue value, ScalarKind kind) => value switch
    {
        SummaryValue.Count => new NonNullGraphType(_scalars.Int),
        SummaryValue.Sum => _scalars.Long,
        SummaryValue.Min or SummaryValue.Max => _scalars.Of(kind, null),
        SummaryValue.Average or SummaryValue.South or SummaryValue.West or SummaryValue.North or SummaryValue.East => _scalars.Float,
    };

    /// <summary>The description of a field of a summary.</summary>
    public static string DescriptionOf(SummaryValue value) => value switch
    {
        SummaryValue.Count => "How many have a value.",
        SummaryValue.Sum => "The sum, exact.",
        SummaryValue.Min => "The least.",
        SummaryValue.Max => "The greatest.",
        SummaryValue.Average => "The sum divided by the count.",
        SummaryValue.South => "The least latitude.",
        SummaryValue.West => "The least longitude.",
        SummaryValue.North => "The greatest latitude.",
        SummaryValue.East => "The greatest longitude.",
    };

    private static string DescriptionOf(CalendarInterval interval) => interval switch
    {
        CalendarInterval.Day => "A day.",
        CalendarInterval.Week => "A week from Monday (ISO 8601).",
        CalendarInterval.Month => "A calendar month.",
        CalendarInterval.Quarter => "A quarter from the first of January, April, July or October.",
        CalendarInterval.Year => "A calendar year.",
    };

    private ObjectGraphType Make(string name, string description, Action<ObjectGraphType> fill)
    {
        if (_types.TryGetValue(name, out var known))
            return known;
        var type = new ObjectGraphType { Name = name, Description = description };
        _types.Add(name, type);
        fill(type);
        return type;
    }

    private void AddCount(ObjectGraphType type, FieldBinding binding) =>
        Add(type, ArgumentNames.Count, new NonNullGraphType(_scalars.Int), binding, "How many there are.");

    private static void Add(ObjectGraphType type, string name, IGraphType result, FieldBinding binding, string? description) =>
        type.AddField(Field(name, result, binding, description, []));

    private static void Add(ObjectGraphType type, string name, ObjectGraphType result, FieldBinding binding, string? description) =>
        Add(type, name, new NonNullGraphType(result), binding, description);

    private static FieldType Field(
        string name, IGraphType result, FieldBinding binding, string? description, IReadOnlyList<QueryArgument> arguments)
    {
        var field = new FieldType
        {
            Name = name,
            ResolvedType = result,
            Description = description,
            Arguments = arguments.Count == 0 ? null : new QueryArguments(arguments),
        };
        binding.AttachTo(field);
        return field;
    }

    private static NonNullGraphType List(IGraphType item) => new(new ListGraphType(new NonNullGraphType(item)));

    private static QueryArgument Argument(string name, IGraphType type, string description) => new(type) { Name = name, Description = description };

    /// <summary>The members that a grouping divides.</summary>
    /// <param name="Members">Their type.</param>
    /// <param name="IsList">Whether the groups are shown, or only their number.</param>
    internal readonly record struct Grouped(ElementType Members, bool IsList);

    /// <summary>What the members of a group have in common.</summary>
    /// <param name="IsNullable">Whether there is a group of the members that have no key.</param>
    private abstract record GroupKey(bool IsNullable);

    private sealed record ValueKey(IGraphType Type, bool IsNullable) : GroupKey(IsNullable);

    private sealed record NodeKey(NodeType Type, bool IsNullable) : GroupKey(IsNullable);
}
