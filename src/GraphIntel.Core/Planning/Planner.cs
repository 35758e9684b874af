using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphIntel.Core.Planning;

/// <summary>A validated operation with coerced variables -> a plan. The only stage that walks a GraphQL selection.</summary>
internal sealed class Planner
{
    private readonly GraphSchema _schema;
    private readonly InputReader _inputs;
    private readonly ConnectionPlanner _connections;

    private Planner(GraphSchema schema, GraphQLDocument document, IReadOnlyDictionary<string, object?> variables)
    {
        _schema = schema;
        _inputs = new InputReader(document.Source, variables);
        Collector = new FieldCollector(document, variables);
        _connections = new ConnectionPlanner(this);
    }

    public PlanBuilder Builder { get; } = new();

    public FieldCollector Collector { get; }

    /// <summary>
    /// Plans an operation. The variables decide only by their shape (<see cref="OperationShape"/>), so the plan serves every
    /// request of that shape. Mistakes in arguments that the shape alone shows are given instead of a plan.
    /// </summary>
    public static (Plan? Plan, IReadOnlyList<GraphError> Errors) Make(
        GraphSchema schema,
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        IReadOnlyDictionary<string, object?> variables)
    {
        var planner = new Planner(schema, document, variables);
        var plan = planner.Builder;
        List<Slot> slots;
        try
        {
            slots = [.. planner.Collector.Collect(schema.Query, [operation.SelectionSet])
                .Select(group => planner.Root(planner.Describe(schema.Query, group)))];
            planner.CheckUnreached();
        }
        catch (PlanTooLargeException tooLarge)
        {
            return (null, [new GraphError(
                $"The operation selects more than {PlanBuilder.MaxFields} fields, a field on an interface counted for each type behind it: select on types (`... on Actor`) or ask in parts.",
                ErrorCodes.LimitExceeded,
                [tooLarge.Location])]);
        }
        catch (NullInputException missing)
        {
            return (null, [new GraphError(missing.Message, ErrorCodes.ArgumentInvalid, [missing.Location])]);
        }
        return plan.Errors.Count > 0 ? (null, plan.Errors) : (new Plan([.. slots], plan.Parameters, plan.Bindings, plan.CursorKeyCount), []);
    }

    /// <summary>What a group of merged fields is.</summary>
    public SelectedField Describe(IObjectGraphType parent, List<GraphQLField> group)
    {
        var name = group[0].Name.StringValue;
        var definition = name switch
        {
            "__typename" => _schema.TypeNameMetaFieldType,
            "__schema" => _schema.SchemaMetaFieldType,
            "__type" => _schema.TypeMetaFieldType,
            _ => parent.GetField(name) ?? throw new InvalidOperationException($"{parent.Name} has no field {name}."),
        };
        var location = _inputs.LocationOf(group[0]);
        Builder.CountField(location);
        var key = group[0].Alias?.Name.StringValue ?? name;
        var context = new FieldContext(
            key, definition.ResolvedType is NonNullGraphType, definition.ResolvedType!.ToString()!, location);
        return new SelectedField(parent, definition, group, context);
    }

    /// <summary>An argument's value; null where it is absent or null.</summary>
    public InputValue? Argument(SelectedField field, string name) =>
        field.Definition.Arguments?.Find(name) is null ? null : _inputs.ArgumentOrNull(field.Definition, field.Fields[0], name);

    /// <summary>The field's arguments of time and standing.</summary>
    public TimePlanner Time(SelectedField field) => new(Builder, name => Argument(field, name));

    /// <summary>What is shown of a node or a relationship.</summary>
    public Slot[] Select(IObjectGraphType type, IEnumerable<GraphQLSelectionSet?> selections, Alias of) =>
        [.. Collector.Collect(type, selections).Select(group => Field(Describe(type, group), of))];

    /// <summary>One field of a node or a relationship.</summary>
    public Slot Field(SelectedField field, Alias of) => field.Binding switch
    {
        null => TypeName(field),
        PropertyBinding { Property: { Kind: ScalarKind.Point } property } => Point(field, of, property),
        PropertyBinding { Property: var property } =>
            new ValueSlot(field.Context, FilterPlanner.ValueOf(of, property), property.Kind, property.IsList),
        RelationshipIdBinding => new ValueSlot(field.Context, new IdOperand(of), ScalarKind.Id, false),
        LabelBinding => Label(field, of),
        RelationshipBinding { Field: { IsList: false } one } => ToOne(field, one, (NodeAlias)of),
        RelationshipBinding { Field: var many } => _connections.Relationship(field, many, (NodeAlias)of),
        PathBinding { Field: var path } => _connections.Path(field, path, (NodeAlias)of),
        RefersByBinding { Field: var by } => _connections.RefersBy(field, by, of),
        RefersToBinding { Field: var to } => _connections.RefersTo(field, to, of),
        EndBinding end => End(field, end, (RelationshipAlias)of),
        ClaimFactBinding => new AnySlot(
            field.Context, new PropertyOperand(of, _schema.Model.Claim!.About), Cases(field)),
        var other => throw new InvalidOperationException($"No plan for {other.GetType().Name}."),
    };

    /// <summary><c>__typename</c> of an object whose type is known with the plan.</summary>
    public static ConstantSlot TypeName(SelectedField field) => new(field.Context, field.Parent.Name);

    private Slot Root(SelectedField field)
    {
        switch (field.Binding)
        {
            case null when field.Definition == _schema.TypeNameMetaFieldType:
                return TypeName(field);
            case null:
                return new IntrospectionSlot(field.Context, field.Fields);
            case NodesOfTypeBinding { Type: var type }:
                return _connections.Root(field, type);
            case NodeOfTypeBinding { Type: var type }:
                var node = Builder.Node(type);
                var source = new LookupSource(node, new ParameterOperand(Id(field)));
                return new ObjectSlot(field.Context, source, Select((IObjectGraphType)field.ResultType, field.Selections, node));
            case AnyByIdBinding:
                return new AnySlot(field.Context, new ParameterOperand(Id(field)), Cases(field));
            case AnyByIdsBinding:
                var given = (ScalarInput)Argument(field, ArgumentNames.Ids)!;
                var ids = Builder.Parameter(ScalarKind.Id, isList: true);
                Builder.Bindings.Add(new IdsBinding(ids, given.Source, given.Location));
                return new AnyListSlot(field.Context, ids, new ListedIdOperand(Builder.NextNumber()), Cases(field));
            default:
                throw new InvalidOperationException($"No root field {field.Definition.Name}.");
        }
    }

    private Parameter Id(SelectedField field) =>
        Builder.Value(ScalarKind.Id, (ScalarInput)Argument(field, ArgumentNames.Id)!);

    private AnyCase[] Cases(SelectedField field) =>
    [
        .. ((IAbstractGraphType)field.ResultType).PossibleTypes.Select(type =>
        {
            var found = Alias(type);
            return new AnyCase(found, Select(type, field.Selections, found));
        }),
    ];

    private Alias Alias(IObjectGraphType type) => _schema.FactOf(type) switch
    {
        NodeType node => Builder.Node(node),
        RelationshipType relationship => Builder.Relationship(relationship),
        var other => throw new InvalidOperationException($"No node or relationship is a {other.Name}."),
    };

    /// <summary>
    /// Plans fragments on types that never occur where they stand, for the mistakes in their arguments alone: what they show
    /// is dropped, what they bind is checked with the rest.
    /// </summary>
    private void CheckUnreached()
    {
        while (Collector.TakeUnreached() is { Count: > 0 } unreached)
        {
            foreach (var (condition, selection) in unreached)
            {
                var named = _schema.AllTypes[condition.Type.Name.Value];
                IEnumerable<IObjectGraphType> types = named is IAbstractGraphType several ? several.PossibleTypes : [(IObjectGraphType)named!];
                foreach (var type in types)
                    Select(type, [selection], Alias(type));
            }
        }
    }

    private PointSlot Point(SelectedField field, Alias of, Property property)
    {
        var type = (IObjectGraphType)field.ResultType;
        var slots = Collector.Collect(type, field.Selections).Select(group => Describe(type, group)).Select(child => child.Binding switch
        {
            CoordinateBinding coordinate => new CoordinateSlot(child.Context, coordinate.IsLatitude),
            _ => (Slot)TypeName(child),
        });
        return new PointSlot(field.Context, of, property, [.. slots]);
    }

    private static Slot Label(SelectedField field, Alias of) => of switch
    {
        NodeAlias { Node.Label: var label } => new ValueSlot(field.Context, FilterPlanner.ValueOf(of, label), label.Kind, false),
        RelationshipAlias { Relationship.Type: var type } => new ConstantSlot(field.Context, type),
        _ => throw new InvalidOperationException("Nothing else has a label."),
    };

    private ObjectSlot ToOne(SelectedField field, RelationshipField one, NodeAlias of)
    {
        var edge = Builder.Relationship(one.Relationship);
        var node = Builder.Node(one.Target);
        var source = new HopSource(of, edge, one.Direction, true, node, Time(field).On(edge));
        return new ObjectSlot(field.Context, source, Select((IObjectGraphType)field.ResultType, field.Selections, node));
    }

    private ObjectSlot End(SelectedField field, EndBinding end, RelationshipAlias of)
    {
        var node = Builder.Node(end.IsSource ? of.Relationship.Source : of.Relationship.Target);
        var source = new EndSource(of, end.IsSource, node);
        return new ObjectSlot(field.Context, source, Select((IObjectGraphType)field.ResultType, field.Selections, node));
    }
}
