using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>
/// The input types: filters, orders, and the arguments of time and standing. Types are made once for each name; a type
/// that refers to one still being filled gets the same object.
/// </summary>
internal sealed class InputTypes
{
    private readonly Dictionary<string, IGraphType> _types = new(StringComparer.Ordinal);
    private readonly ScalarTypes _scalars;

    public InputTypes(ScalarTypes scalars)
    {
        _scalars = scalars;
        SortDirection = new EnumerationGraphType { Name = "SortEnumType", Description = "Which way to order." };
        SortDirection.Add("ASC", "ASC", "Ascending, nulls first.");
        SortDirection.Add("DESC", "DESC", "Descending, nulls last.");
        Certainty = new EnumerationGraphType { Name = "Certainty", Description = "How sure a relationship's dates must be." };
        Certainty.Add(ArgumentNames.Possible, ArgumentNames.Possible, "What the known dates allow.");
        Certainty.Add(ArgumentNames.Attested, ArgumentNames.Attested, "Besides, what some claim vouches for.");
        DateRange = new InputObjectGraphType
        {
            Name = "DateRangeInput",
            Description = "A period, half-open: from its first day to the day before `until`. A missing end is open.",
        };
        DateRange.AddField(Input(ArgumentNames.From, scalars.Date, "The first day; null: open."));
        DateRange.AddField(Input(ArgumentNames.Until, scalars.Date, "The first day after it; null: open."));
    }

    public EnumerationGraphType SortDirection { get; }

    public EnumerationGraphType Certainty { get; }

    public InputObjectGraphType DateRange { get; }

    /// <summary><c>EventFilterInput</c>: the node's own fields.</summary>
    public InputObjectGraphType NodeFilter(NodeType node) =>
        Make(node.Name + "FilterInput", $"Which {Texts.Words(node.Name)} nodes match: every condition given must hold.", filter =>
        {
            AddLogic(filter, filter);
            AddFields(filter, node);
        });

    /// <summary><c>ActorEventsFilterInput</c>: the node's fields and <c>edge</c>.</summary>
    public InputObjectGraphType RelationshipFilter(FactType owner, RelationshipField field) =>
        Make(owner.Name + Casing.Pascal(field.Name) + "FilterInput", RelationshipFilterText(owner, field), filter =>
        {
            AddLogic(filter, filter);
            AddEdgeAndFields(filter, field);
        });

    /// <summary>
    /// <c>EventPlaceSingleFilterInput</c>, a to-one relationship inside the filter of its owner: the node's fields and
    /// <c>edge</c>, <c>any</c>, and the arguments of time. What stands in <c>and</c>, <c>or</c> and <c>not</c> has neither.
    /// </summary>
    private InputObjectGraphType SingleFilter(FactType owner, RelationshipField field) =>
        Make(owner.Name + Casing.Pascal(field.Name) + "SingleFilterInput", RelationshipFilterText(owner, field), filter =>
        {
            AddLogic(filter, RelationshipFilter(owner, field));
            filter.AddField(Input(
                ArgumentNames.Any, _scalars.Boolean, "true: there is one; false: there is none. Other conditions hold for one that is there."));
            AddTime(filter, [field.Relationship], withDuring: true);
            AddEdgeAndFields(filter, field);
        });

    /// <summary><c>BackingFilterInput</c>: the relationship's own fields; of a derived one the id alone.</summary>
    public InputObjectGraphType EdgeFilter(RelationshipType relationship) =>
        Make(relationship.Name + "FilterInput", $"Which {relationship.Type} relationships match.", filter =>
        {
            AddLogic(filter, filter);
            filter.AddField(Input("id", Operations(ScalarKind.Id, null), "The relationship's id."));
            AddFields(filter, relationship);
        });

    /// <summary><c>EventSortInput</c>.</summary>
    public InputObjectGraphType NodeSort(NodeType node) =>
        Make(node.Name + "SortInput", $"One key to order {Texts.Words(node.Name)} nodes by.", sort => AddSorts(sort, node), oneOf: true);

    /// <summary><c>ActorEventsSortInput</c>: the node's fields and <c>edge</c>.</summary>
    public InputObjectGraphType RelationshipSort(FactType owner, RelationshipField field) =>
        Make(
            owner.Name + Casing.Pascal(field.Name) + "SortInput",
            $"One key to order the {Texts.Words(field.Name)} of a node by.",
            sort =>
            {
                sort.AddField(Input(ArgumentNames.Edge, EdgeSort(field.Relationship), "By the relationship itself."));
                AddSorts(sort, field.Target);
            },
            oneOf: true);

    /// <summary><c>BackingSortInput</c>.</summary>
    public InputObjectGraphType EdgeSort(RelationshipType relationship) =>
        Make(relationship.Name + "SortInput", $"One key of {relationship.Type} relationships.", sort =>
        {
            sort.AddField(Input("id", SortDirection, "By the relationship's id."));
            AddSorts(sort, relationship);
        }, oneOf: true);

    /// <summary><c>ActorEventsOfBackedSortInput</c>: the end node's fields and <c>edge {depth}</c>.</summary>
    public InputObjectGraphType PathSort(FactType owner, PathField field) =>
        Make(
            owner.Name + Casing.Pascal(field.Name) + "SortInput",
            $"One key to order the {Texts.Words(field.Name)} of a node by.",
            sort =>
            {
                sort.AddField(Input(ArgumentNames.Edge, PathEdgeSort(), "By the path itself."));
                AddSorts(sort, field.Target);
            },
            oneOf: true);

    /// <summary>The arguments of time and standing, for a field that walks these relationships.</summary>
    public IEnumerable<QueryArgument> TimeArguments(IEnumerable<RelationshipType> walked, bool withDuring) =>
        TimeInputs([.. walked], withDuring).Select(input => new QueryArgument(input.ResolvedType!)
        {
            Name = input.Name,
            Description = input.Description,
            DefaultValue = input.DefaultValue,
        });

    private static FieldType Input(string name, IGraphType type, string description, object? defaultValue = null) =>
        new() { Name = name, ResolvedType = type, Description = description, DefaultValue = defaultValue };

    private static string RelationshipFilterText(FactType owner, RelationshipField field) => field.IsList
        ? $"Which {Texts.Words(field.Name)} of the {Texts.Words(owner.Name)} match."
        : $"What holds for the {Texts.Words(field.Name)} of the {Texts.Words(owner.Name)}.";

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
        filter.AddField(Input(ArgumentNames.Edge, EdgeFilter(field.Relationship), "Conditions on the relationship itself."));
        AddFields(filter, field.Target);
    }

    private static void AddLogic(InputObjectGraphType filter, InputObjectGraphType operand)
    {
        var list = new ListGraphType(new NonNullGraphType(operand));
        filter.AddField(Input(ArgumentNames.And, list, "All of these; an empty list matches everything."));
        filter.AddField(Input(ArgumentNames.Or, list, "At least one of these; an empty list matches nothing."));
        filter.AddField(Input(ArgumentNames.Not, operand, "Not this: the exact complement, nulls included."));
    }

    private void AddFields(InputObjectGraphType filter, FactType owner)
    {
        foreach (var field in owner.Fields)
        {
            IGraphType? type = field switch
            {
                PropertyField { Property: { Kind: ScalarKind.Point } } => null,
                PropertyField { Property: { Name: "id" } } when owner is RelationshipType => null,
                PropertyField { Property: { IsList: true } property } => ListOperations(property.Kind, property.Enum),
                PropertyField { Property: var property } => Operations(property.Kind, property.Enum),
                RelationshipField { IsList: false } one => SingleFilter(owner, one),
                RelationshipField many => RelationshipList(owner, many),
                PathField path => PathList(owner, path),
                RefersByField by => NodeList(by.Target),
                RefersToField to => NodeList(to.Target),
                _ => throw new InvalidOperationException($"No filter for {field.GetType().Name}."),
            };
            if (type is not null)
                filter.AddField(Input(field.Name, type, Texts.OfField(field, owner)));
        }
    }

    private void AddSorts(InputObjectGraphType sort, FactType owner)
    {
        foreach (var field in owner.Fields)
        {
            IGraphType? type = field switch
            {
                PropertyField { Property: { Name: "id" } } when owner is RelationshipType => null,
                PropertyField { Property: { IsList: false, Kind: not ScalarKind.Point } } => SortDirection,
                RelationshipField { IsList: false } one => RelationshipSort(owner, one),
                _ => null,
            };
            if (type is not null)
                sort.AddField(Input(field.Name, type, Texts.OfField(field, owner)));
        }
    }

    private InputObjectGraphType PathEdgeSort() => Make("PathSortInput", "One key of a path.", sort =>
        sort.AddField(Input(ArgumentNames.Depth, SortDirection, "By the least number of relationships to the node.")), oneOf: true);

    private InputObjectGraphType RelationshipList(FactType owner, RelationshipField field) =>
        QuantifierList(
            owner.Name + Casing.Pascal(field.Name),
            RelationshipFilter(owner, field),
            list => AddTime(list, [field.Relationship], withDuring: true));

    private InputObjectGraphType PathList(FactType owner, PathField field) =>
        QuantifierList(
            owner.Name + Casing.Pascal(field.Name),
            NodeFilter(field.Target),
            list => AddTime(list, [.. field.Steps.Select(step => step.Relationship)], withDuring: false));

    private InputObjectGraphType NodeList(NodeType node) =>
        QuantifierList(Casing.Pascal(node.Plural), NodeFilter(node), _ => { });

    private InputObjectGraphType QuantifierList(string prefix, InputObjectGraphType element, Action<InputObjectGraphType> rest) =>
        Make(prefix + "ListFilterInput", "How many of them must match.", list =>
        {
            AddQuantifiers(list, element);
            rest(list);
        });

    private void AddQuantifiers(InputObjectGraphType list, InputObjectGraphType element)
    {
        list.AddField(Input(ArgumentNames.Some, element, "At least one matches."));
        list.AddField(Input(ArgumentNames.All, element, "Every one matches; so it is where there is none."));
        list.AddField(Input(ArgumentNames.None, element, "Not one matches."));
        list.AddField(Input(ArgumentNames.Any, _scalars.Boolean, "true: there is at least one; false: there is none."));
    }

    private void AddTime(InputObjectGraphType input, IReadOnlyList<RelationshipType> walked, bool withDuring)
    {
        foreach (var field in TimeInputs(walked, withDuring))
            input.AddField(field);
    }

    private IEnumerable<FieldType> TimeInputs(IReadOnlyList<RelationshipType> walked, bool withDuring)
    {
        if (walked.Any(relationship => relationship.Valid is not null))
        {
            yield return Input(ArgumentNames.AsOf, _scalars.Date, Texts.AsOf);
            if (withDuring)
                yield return Input(ArgumentNames.During, DateRange, Texts.During);
            yield return Input(ArgumentNames.Certainty, Certainty, Texts.Certainty, ArgumentNames.Possible);
        }
        if (walked.FirstOrDefault(relationship => relationship.Standing is not null) is { } standing)
        {
            yield return Input(
                ArgumentNames.Standing,
                new ListGraphType(new NonNullGraphType(_scalars.Enum(standing.Standing!.Enum!))),
                Texts.Standing,
                ArgumentNames.DefaultStanding.ToArray());
        }
    }

    private InputObjectGraphType Operations(ScalarKind kind, EnumType? values)
    {
        var type = _scalars.Of(kind, values);
        return Make(OperationName(kind, values), $"Conditions on a value of type {type.Name}.", input =>
        {
            input.AddField(Input("eq", type, "Equal; null: absent."));
            input.AddField(Input("neq", type, "Not equal, which an absent value is not either; null: present."));
            if (kind == ScalarKind.Boolean)
                return;
            if (kind is ScalarKind.Int or ScalarKind.Float or ScalarKind.Date)
            {
                input.AddField(Input("gt", type, "Greater."));
                input.AddField(Input("gte", type, "Greater or equal."));
                input.AddField(Input("lt", type, "Less."));
                input.AddField(Input("lte", type, "Less or equal."));
            }
            var list = new ListGraphType(new NonNullGraphType(type));
            input.AddField(Input("in", list, "One of these; an empty list matches nothing."));
            input.AddField(Input("nin", list, "None of these, nor is an absent value."));
            if (kind == ScalarKind.String)
            {
                input.AddField(Input("contains", type, "Has this in it; upper and lower case differ."));
                input.AddField(Input("startsWith", type, "Begins with this; upper and lower case differ."));
                input.AddField(Input("endsWith", type, "Ends with this; upper and lower case differ."));
            }
        });
    }

    private InputObjectGraphType ListOperations(ScalarKind kind, EnumType? values) =>
        Make("List" + OperationName(kind, values), "How many of the values must match.", list =>
            AddQuantifiers(list, Operations(kind, values)));

    private static string OperationName(ScalarKind kind, EnumType? values) =>
        (values?.Name ?? kind.ToString()) + "OperationFilterInput";
}
