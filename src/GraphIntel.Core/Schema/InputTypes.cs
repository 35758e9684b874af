using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>
/// The input types: filters, orders, and the arguments of time and standing. Types are made once for each name; a type
/// that refers to one still being filled gets the same object.
/// </summary>
internal sealed partial class InputTypes : IModelFieldVisitor<ElementType, InputObjectGraphType?>
{
    private readonly Dictionary<string, IGraphType> _types = new(StringComparer.Ordinal);
    private readonly ScalarTypes _scalars;
    private readonly PointInputTypes _points;

    public InputTypes(ScalarTypes scalars)
    {
        _scalars = scalars;
        SortDirection = new ExplainedEnumType { Name = "SortEnumType", Description = "The direction of a sort key." };
        SortDirection.Add(ArgumentNames.Ascending, "Ascending, nulls first.");
        SortDirection.Add(ArgumentNames.Descending, "Descending, nulls last.");
        Certainty = new ExplainedEnumType { Name = "Certainty", Description = "What an unknown start or end of a relationship means to `asOf` and `during`." };
        Certainty.Add(ArgumentNames.Possible, "It is open: everything that the known dates allow.");
        Certainty.Add(
            ArgumentNames.Presumed,
            "An unknown start is the first day that a claim attests (open where there is none); an unknown end is open: what was so is presumed to be so still.");
        Certainty.Add(
            ArgumentNames.Attested,
            "As `POSSIBLE`, and the day or the period also meets the days from the first to the last that claims attest.");
        DateRange = new InputObjectGraphType
        {
            Name = "DateRangeInput",
            Description = "A period from one day to the day before another.",
        };
        DateRange.AddField(Input(ArgumentNames.From, scalars.Date, "First day; null: no limit."));
        DateRange.AddField(Input(ArgumentNames.Until, scalars.Date, "First day after the period; null: no limit."));
        _points = new PointInputTypes(scalars, SortDirection);
    }

    public ExplainedEnumType SortDirection { get; }

    public ExplainedEnumType Certainty { get; }

    public InputObjectGraphType DateRange { get; }

    /// <summary><c>EventFilterInput</c>: the node's own fields.</summary>
    public InputObjectGraphType NodeFilter(NodeType node) =>
        Make(node.Name + "FilterInput", $"Conditions on {node.Name} nodes. All that are given must hold.", filter =>
        {
            AddLogic(filter, filter);
            AddFields(filter, node);
        });

    /// <summary>
    /// <c>ActorEventsFilterInput</c>: the node's fields and <c>edge</c>; without an @edge type the filter of the node, since
    /// nothing else can be asked of the relationship.
    /// </summary>
    public InputObjectGraphType RelationshipFilter(ElementType owner, RelationshipField field) => field.Relationship.IsDerived
        ? NodeFilter(field.Target)
        : Make(owner.Name + Casing.Pascal(field.Name) + "FilterInput", $"Conditions on `{owner.Name}.{field.Name}`: on the node and, in `edge`, on the relationship.", filter =>
        {
            AddLogic(filter, filter);
            AddEdgeAndFields(filter, field);
        });

    /// <summary>
    /// <c>EventPlaceSingleFilterInput</c>, a to-one relationship inside the filter of its owner: the node's fields and
    /// <c>edge</c>, <c>any</c>, and the arguments of time. What stands in <c>and</c>, <c>or</c> and <c>not</c> has neither.
    /// Without an @edge type it is <c>PlaceSingleFilterInput</c>.
    /// </summary>
    private InputObjectGraphType SingleFilter(ElementType owner, RelationshipField field)
    {
        var (relationship, target) = (field.Relationship, field.Target);
        return Make(
            (relationship.IsDerived ? target.Name : owner.Name + Casing.Pascal(field.Name)) + "SingleFilterInput",
            "Conditions on a single node. They hold only if there is one.",
            filter =>
            {
                AddLogic(filter, RelationshipFilter(owner, field));
                filter.AddField(Input(ArgumentNames.Any, _scalars.Boolean, "true: there is one; false: there is none."));
                AddAll(filter, TimeInputs(relationship));
                AddEdgeAndFields(filter, field);
            });
    }

    /// <summary><c>BackingFilterInput</c>: the relationship's own fields.</summary>
    public InputObjectGraphType EdgeFilter(RelationshipType relationship) =>
        Make(relationship.Name + "FilterInput", $"Conditions on `{relationship.Type}` relationships. All that are given must hold.", filter =>
        {
            AddLogic(filter, filter);
            filter.AddField(Input("id", Operations(ScalarKind.Id, null), SchemaDescriptions.Id));
            AddFields(filter, relationship);
        });

    /// <summary><c>BackingsFilterInput</c>: the relationship's own fields, and its ends.</summary>
    public InputObjectGraphType EdgesFilter(RelationshipType relationship) =>
        Make(Casing.Pascal(relationship.Plural!) + "FilterInput", $"Conditions on `{relationship.Type}` relationships and the nodes at their ends. All that are given must hold.", filter =>
        {
            AddLogic(filter, filter);
            filter.AddField(Input("id", Operations(ScalarKind.Id, null), SchemaDescriptions.Id));
            filter.AddField(Input(ArgumentNames.Source, NodeFilter(relationship.Source), SchemaDescriptions.Source));
            filter.AddField(Input(ArgumentNames.Target, NodeFilter(relationship.Target), SchemaDescriptions.Target));
            AddFields(filter, relationship);
        });

    /// <summary><c>EventSortInput</c>.</summary>
    public InputObjectGraphType NodeSort(NodeType node) =>
        Make(node.Name + "SortInput", $"A sort key for {node.Name} nodes.", sort => AddSorts(sort, node), oneOf: true);

    /// <summary><c>ActorEventsSortInput</c>: the node's fields and <c>edge</c>; without an @edge type the node's own.</summary>
    public InputObjectGraphType RelationshipSort(ElementType owner, RelationshipField field) => field.Relationship.IsDerived
        ? NodeSort(field.Target)
        : Make(
            owner.Name + Casing.Pascal(field.Name) + "SortInput",
            $"A sort key for `{owner.Name}.{field.Name}`.",
            sort =>
            {
                sort.AddField(Input(ArgumentNames.Edge, EdgeSort(field.Relationship), "By the relationship."));
                AddSorts(sort, field.Target);
            },
            oneOf: true);

    /// <summary><c>BackingSortInput</c>.</summary>
    public InputObjectGraphType EdgeSort(RelationshipType relationship) =>
        Make(relationship.Name + "SortInput", $"A sort key for `{relationship.Type}` relationships.", sort =>
        {
            sort.AddField(Input("id", SortDirection, SchemaDescriptions.Id));
            AddSorts(sort, relationship);
        }, oneOf: true);

    /// <summary><c>BackingsSortInput</c>: the relationship's own fields, and its ends.</summary>
    public InputObjectGraphType EdgesSort(RelationshipType relationship) =>
        Make(Casing.Pascal(relationship.Plural!) + "SortInput", $"A sort key for `{relationship.Type}` relationships.", sort =>
        {
            sort.AddField(Input("id", SortDirection, SchemaDescriptions.Id));
            sort.AddField(Input(ArgumentNames.Source, NodeSort(relationship.Source), SchemaDescriptions.Source));
            sort.AddField(Input(ArgumentNames.Target, NodeSort(relationship.Target), SchemaDescriptions.Target));
            AddSorts(sort, relationship);
        }, oneOf: true);

    /// <summary><c>ActorEventsOfBackedSortInput</c>: the end node's fields and <c>edge {depth}</c>.</summary>
    public InputObjectGraphType PathSort(ElementType owner, PathField field) =>
        Make(
            owner.Name + Casing.Pascal(field.Name) + "SortInput",
            $"A sort key for `{owner.Name}.{field.Name}`.",
            sort =>
            {
                sort.AddField(Input(ArgumentNames.Edge, PathEdgeSort(), "By the path."));
                AddSorts(sort, field.Target);
            },
            oneOf: true);

    /// <summary>The arguments of time and claims, for a field that follows these relationships.</summary>
    public IEnumerable<QueryArgument> TimeArguments(params IReadOnlyList<RelationshipType> followed) => Arguments(TimeInputs(followed));

    /// <summary>The arguments of time and claims of a path.</summary>
    public IEnumerable<QueryArgument> TimeArguments(PathField path) => Arguments(TimeInputs(path));

    private static IEnumerable<QueryArgument> Arguments(IEnumerable<FieldType> inputs) =>
        inputs.Select(input => new QueryArgument(input.ResolvedType!)
        {
            Name = input.Name,
            Description = input.Description,
            DefaultValue = input.DefaultValue,
        });

    private static FieldType Input(string name, IGraphType type, string? description, object? defaultValue = null) =>
        new() { Name = name, ResolvedType = type, Description = description, DefaultValue = defaultValue };

    private InputObjectGraphType Make(string name, string description, Action<InputObjectGraphType> fill, bool oneOf = false)
    {
        if (_types.TryGetValue(name, out var known))
            return (InputObjectGraphType)known;
        var type = new InputObjectGraphType { Name = name, Description = description, IsOneOf = oneOf };
        _types.Add(name, type);
        fill(type);
        return type;
    }

    private void AddEdgeAndFields(InputObjectGraphType filter, RelationshipField field)
    {
        if (!field.Relationship.IsDerived)
            filter.AddField(Input(ArgumentNames.Edge, EdgeFilter(field.Relationship), "Conditions on the relationship."));
        AddFields(filter, field.Target);
    }

    private static void AddLogic(InputObjectGraphType filter, InputObjectGraphType operand)
    {
        var list = new ListGraphType(new NonNullGraphType(operand));
        filter.AddField(Input(ArgumentNames.And, list, "All match; an empty list matches everything."));
        filter.AddField(Input(ArgumentNames.Or, list, "At least one matches; an empty list matches nothing."));
        filter.AddField(Input(ArgumentNames.Not, operand, "Does not match: the exact complement, nulls included."));
    }

    private void AddFields(InputObjectGraphType filter, ElementType owner)
    {
        if (owner is NodeType { Searched.Count: > 0 })
            filter.AddField(Input(ArgumentNames.Search, _scalars.String, SchemaDescriptions.Search));
        foreach (var field in owner.Fields)
        {
            if (field.Accept(this, owner) is { } type)
                filter.AddField(Input(field.Name, type, SchemaDescriptions.OfField(field)));
        }
    }

    /// <summary>The filter of a relationship type has its id already.</summary>
    InputObjectGraphType? IModelFieldVisitor<ElementType, InputObjectGraphType?>.Visit(PropertyField field, ElementType owner)
    {
        var property = field.Property;
        if (property.IsId && owner is RelationshipType)
            return null;
        if (property.Kind == ScalarKind.Point)
            return _points.Filter;
        if (property.Imprecise is not null)
            return ImpreciseDates();
        return property.IsList ? ListOperations(property.Kind, property.Enum) : Operations(property.Kind, property.Enum);
    }

    InputObjectGraphType? IModelFieldVisitor<ElementType, InputObjectGraphType?>.Visit(RelationshipField field, ElementType owner) =>
        field.IsList ? RelationshipList(owner, field) : SingleFilter(owner, field);

    InputObjectGraphType? IModelFieldVisitor<ElementType, InputObjectGraphType?>.Visit(PathField field, ElementType owner) => PathList(owner, field);

    InputObjectGraphType? IModelFieldVisitor<ElementType, InputObjectGraphType?>.Visit(RefersByField field, ElementType owner) => NodeList(field.Target);

    InputObjectGraphType? IModelFieldVisitor<ElementType, InputObjectGraphType?>.Visit(RefersToField field, ElementType owner) => NodeList(field.Target);

    private void AddSorts(InputObjectGraphType sort, ElementType owner)
    {
        foreach (var field in owner.Fields)
        {
            IGraphType? type = field switch
            {
                PropertyField { Property: { Name: "id" } } when owner is RelationshipType => null,
                PropertyField { Property.Kind: ScalarKind.Point } => _points.Sort,
                PropertyField { Property.IsList: false } => SortDirection,
                RelationshipField { IsList: false } one => RelationshipSort(owner, one),
                _ => null,
            };
            if (type is not null)
                sort.AddField(Input(field.Name, type, SchemaDescriptions.OfField(field)));
        }
    }

    private InputObjectGraphType PathEdgeSort() => Make("PathSortInput", "A sort key for paths.", sort =>
        sort.AddField(Input(ArgumentNames.Depth, SortDirection, SchemaDescriptions.Depth)), oneOf: true);

    private InputObjectGraphType RelationshipList(ElementType owner, RelationshipField field) => field.Relationship.IsDerived
        ? NodeList(field.Target)
        : QuantifierList(
            owner.Name + Casing.Pascal(field.Name),
            RelationshipFilter(owner, field),
            list => AddAll(list, TimeInputs(field.Relationship)));

    private InputObjectGraphType PathList(ElementType owner, PathField field) => TimeInputs(field).Any()
        ? QuantifierList(owner.Name + Casing.Pascal(field.Name), NodeFilter(field.Target), list => AddAll(list, TimeInputs(field)))
        : NodeList(field.Target);

    private InputObjectGraphType NodeList(NodeType node) =>
        QuantifierList(Casing.Pascal(node.Plural), NodeFilter(node), _ => { });

    private InputObjectGraphType QuantifierList(string prefix, InputObjectGraphType element, Action<InputObjectGraphType> rest) =>
        Make(prefix + "ListFilterInput", "Conditions on a list. All that are given must hold.", list =>
        {
            AddQuantifiers(list, element);
            rest(list);
        });

    private void AddQuantifiers(InputObjectGraphType list, InputObjectGraphType element)
    {
        list.AddField(Input(ArgumentNames.Some, element, "At least one matches."));
        list.AddField(Input(ArgumentNames.All, element, "All match; true for an empty list."));
        list.AddField(Input(ArgumentNames.None, element, "None matches; true for an empty list."));
        list.AddField(Input(ArgumentNames.Any, _scalars.Boolean, "true: the list has an item; false: it is empty."));
    }

    private static void AddAll(InputObjectGraphType input, IEnumerable<FieldType> fields)
    {
        foreach (var field in fields)
            input.AddField(field);
    }

    private IEnumerable<FieldType> TimeInputs(PathField path) => path.Day is null
        ? TimeInputs([.. path.Followed])
        : TimeInputs([.. path.Followed]).Append(Input(ArgumentNames.WhileValid, _scalars.Boolean, SchemaDescriptions.WhileValid(path.Day), path.WhileValid));

    private IEnumerable<FieldType> TimeInputs(params IReadOnlyList<RelationshipType> followed)
    {
        var names = followed.SelectMany(relationship => relationship.HopArguments).ToHashSet(StringComparer.Ordinal);
        if (names.Contains(ArgumentNames.AsOf))
            yield return Input(ArgumentNames.AsOf, _scalars.Date, SchemaDescriptions.AsOf);
        if (names.Contains(ArgumentNames.During))
            yield return Input(ArgumentNames.During, DateRange, SchemaDescriptions.During);
        if (names.Contains(ArgumentNames.Certainty))
            yield return Input(ArgumentNames.Certainty, Certainty, SchemaDescriptions.Certainty, ArgumentNames.Presumed);
        if (followed.FirstOrDefault(relationship => relationship.Standing is not null) is { } standing)
        {
            yield return Input(
                ArgumentNames.Standing,
                new ListGraphType(new NonNullGraphType(_scalars.Enum(standing.Standing!.Enum!))),
                SchemaDescriptions.Standing,
                ArgumentNames.DefaultStanding.ToArray());
        }
        if (names.Contains(ArgumentNames.KnownBy))
            yield return Input(ArgumentNames.KnownBy, _scalars.Date, SchemaDescriptions.KnownBy);
        if (names.Contains(ArgumentNames.AccordingTo))
            yield return Input(ArgumentNames.AccordingTo, new ListGraphType(new NonNullGraphType(_scalars.Id)), SchemaDescriptions.AccordingTo);
    }

    private InputObjectGraphType Operations(ScalarKind kind, EnumType? values)
    {
        var type = _scalars.Of(kind, values);
        return Make(OperationName(kind, values), $"Conditions on a value of type {type.Name}.", input => AddOperations(input, kind, type));
    }

    private static void AddOperations(InputObjectGraphType input, ScalarKind kind, IGraphType type)
    {
        var list = new ListGraphType(new NonNullGraphType(type));
        foreach (var operation in FilterOperation.All.Where(operation => operation.Kinds.Contains(kind)))
            input.AddField(Input(operation.Name, operation.TakesList ? list : type, operation.Description));
    }

    /// <summary>The operations of a date, and bounds on the days that it can mean.</summary>
    private InputObjectGraphType ImpreciseDates() => Make(
        "ImpreciseDateOperationFilterInput",
        "Conditions on a date that can be imprecise. `possibly` and `definitely` apply to the days that it can mean, the others to the date itself.",
        input =>
        {
            AddOperations(input, ScalarKind.Date, _scalars.Date);
            input.AddField(Input(ArgumentNames.Possibly, DateBounds(), "At least one day that it can mean lies within these bounds; `{}` matches any value."));
            input.AddField(Input(ArgumentNames.Definitely, DateBounds(), "Every day that it can mean lies within these bounds; `{}` matches any value."));
        });

    private InputObjectGraphType DateBounds() => Make("DateBoundsInput", "Bounds on a day. All that are given must hold.", bounds =>
    {
        bounds.AddField(Input(ArgumentNames.Gt, _scalars.Date, "After this day."));
        bounds.AddField(Input(ArgumentNames.Gte, _scalars.Date, "On this day or after it."));
        bounds.AddField(Input(ArgumentNames.Lt, _scalars.Date, "Before this day."));
        bounds.AddField(Input(ArgumentNames.Lte, _scalars.Date, "On this day or before it."));
    });

    private InputObjectGraphType ListOperations(ScalarKind kind, EnumType? values) =>
        Make("List" + OperationName(kind, values), "Conditions on a list of values. All that are given must hold.", list =>
            AddQuantifiers(list, Operations(kind, values)));

    private static string OperationName(ScalarKind kind, EnumType? values) =>
        (values?.Name ?? kind.ToString()) + "OperationFilterInput";
}
