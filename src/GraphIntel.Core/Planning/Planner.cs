using GraphIntel.Core.Errors;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphIntel.Core.Planning;

/// <summary>Plans a validated operation with coerced variables. The only stage that visits a GraphQL selection.</summary>
internal sealed class Planner : IRootVisitor<SelectedField, Slot>, IElementVisitor<Planner.ElementField, Slot>
{
    private readonly GraphSchema _schema;
    private readonly InputReader _inputs;
    private readonly ConnectionPlanner _connections;
    private readonly SearchPlanner _searches;
    private readonly TraversalPlanner _traversals;

    private readonly RowsPlanner _rows;
    private readonly PlanPurpose _purpose;

    private Planner(
        GraphSchema schema,
        GraphQLDocument document,
        IReadOnlyDictionary<string, object?> variables,
        PlanPurpose purpose,
        CancellationToken cancellation)
    {
        _purpose = purpose;
        Builder = new PlanBuilder(cancellation);
        _schema = schema;
        _inputs = new InputReader(document.Source, variables);
        Collector = new FieldCollector(document, variables);
        Sources = new SourcePlanner(this);
        _connections = new ConnectionPlanner(this);
        _rows = new RowsPlanner(this, _connections, purpose);
        _searches = new SearchPlanner(this, schema.Model.Searched);
        _traversals = new TraversalPlanner(this, schema.Model);
    }

    public PlanBuilder Builder { get; }

    public FieldCollector Collector { get; }

    public SourcePlanner Sources { get; }

    /// <summary>
    /// Plans an operation. The plan depends only on the shape of the variables (<see cref="OperationShape"/>), so it can be
    /// reused for every request of that shape. Errors in arguments that the shape determines are returned instead of a plan.
    /// </summary>
    public static (Plan? Plan, IReadOnlyList<GraphError> Errors) Create(
        GraphSchema schema,
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        IReadOnlyDictionary<string, object?> variables,
        CancellationToken cancellation) => Create(schema, document, operation, variables, PlanPurpose.Response, cancellation);

    /// <inheritdoc cref="Create(GraphSchema, GraphQLDocument, GraphQLOperationDefinition, IReadOnlyDictionary{string, object?}, CancellationToken)"/>
    public static (Plan? Plan, IReadOnlyList<GraphError> Errors) Create(
        GraphSchema schema,
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        IReadOnlyDictionary<string, object?> variables,
        PlanPurpose purpose,
        CancellationToken cancellation)
    {
        var planner = new Planner(schema, document, variables, purpose, cancellation);
        var plan = planner.Builder;
        List<Slot> slots;
        try
        {
            slots = [.. planner.Collector.Collect(schema.Query, [operation.SelectionSet])
                .Select(group => planner.Root(planner.Describe(schema.Query, group)))];
            planner.CheckUnreached();
            if (planner.ReadsRows)
                RowsPlanner.Check(slots, schema.Model, plan);
        }
        catch (PlanTooLargeException tooLarge)
        {
            return (null, [new GraphError(tooLarge.Message, ErrorCodes.LimitExceeded, [tooLarge.Location])]);
        }
        catch (NullInputException missing)
        {
            return (null, [new GraphError(missing.Message, ErrorCodes.ArgumentInvalid, [missing.Location])]);
        }
        return plan.Errors.Count > 0
            ? (null, plan.Errors)
            : (new Plan([.. slots], plan.Parameters, plan.Bindings, plan.CursorKeyCount) { DependsOnNumbers = plan.DependsOnNumbers, LastNumber = plan.LastNumber }, []);
    }

    /// <summary>Describes a group of merged fields.</summary>
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

    /// <summary>An argument's value; null if it is absent or null.</summary>
    public InputValue? Argument(SelectedField field, string name) =>
        field.Definition.Arguments?.Find(name) is null ? null : _inputs.ArgumentOrNull(field.Definition, field.Fields[0], name);

    /// <summary>The arguments of time and claims of a field.</summary>
    public TimePlanner Time(SelectedField field) => new(Builder, name => Argument(field, name));

    /// <summary>Plans the selected fields of a node or a relationship.</summary>
    public Slot[] Select(IObjectGraphType type, IEnumerable<GraphQLSelectionSet?> selections, Alias of, CommonFields? common = null) =>
        [.. Collector.Collect(type, selections).Select(group => Field(Describe(type, group), of, common))];

    /// <summary>Plans a field of a node or a relationship.</summary>
    public Slot Field(SelectedField field, Alias of, CommonFields? common = null) =>
        ((ElementBinding?)field.Binding)?.Accept(this, new ElementField(field, of, common)) ?? TypeName(field);

    /// <summary>Plans <c>__typename</c> of an object whose type is known in the plan.</summary>
    public static ConstantSlot TypeName(SelectedField field) => new(field.Context, field.TypeName);

    private Slot Root(SelectedField field)
    {
        if (field.Binding is { } binding)
            return ((RootBinding)binding).Accept(this, field);
        return field.Definition == _schema.TypeNameMetaFieldType ? TypeName(field) : new IntrospectionSlot(field.Context, field.Fields);
    }

    private bool ReadsRows => _purpose is PlanPurpose.FirstRows or PlanPurpose.NextRows or PlanPurpose.RowCount;

    private ConnectionSlot RootConnection(SelectedField field, Source source) =>
        ReadsRows ? _rows.Plan(field, source) : _connections.Plan(field, source);

    Slot IRootVisitor<SelectedField, Slot>.Visit(NodesOfTypeBinding nodes, SelectedField field) =>
        RootConnection(field, Sources.Scan(field, nodes.Type));

    Slot IRootVisitor<SelectedField, Slot>.Visit(NodeOfTypeBinding node, SelectedField field)
    {
        var found = Builder.Node(node.Type);
        return Object(field, new LookupSource(found, new ParameterOperand(Id(field))));
    }

    Slot IRootVisitor<SelectedField, Slot>.Visit(RelationshipOfTypeBinding relationship, SelectedField field) =>
        Polymorphic(field, new ParameterOperand(Id(field)));

    Slot IRootVisitor<SelectedField, Slot>.Visit(RelationshipsOfTypeBinding relationships, SelectedField field) =>
        RootConnection(field, Sources.Scan(field, relationships.Type));

    Slot IRootVisitor<SelectedField, Slot>.Visit(PolymorphicByIdBinding any, SelectedField field) => Polymorphic(field, new ParameterOperand(Id(field)));

    Slot IRootVisitor<SelectedField, Slot>.Visit(PolymorphicByIdsBinding any, SelectedField field)
    {
        var given = (ScalarInput)Argument(field, ArgumentNames.Ids)!;
        return PolymorphicList(field, Builder.Ids(given, ArgumentNames.Ids));
    }

    Slot IElementVisitor<ElementField, Slot>.Visit(PropertyBinding binding, ElementField at)
    {
        var property = binding.Property;
        return property.Kind == ScalarKind.Point
            ? Point(at.Field, at.Of, property)
            : new ValueSlot(at.Field.Context, FilterPlanner.ValueOf(at.Of, property), property.Kind, property.IsList);
    }

    Slot IElementVisitor<ElementField, Slot>.Visit(RelationshipIdBinding id, ElementField at) =>
        new ValueSlot(at.Field.Context, new IdOperand(at.Of), ScalarKind.Id, false);

    Slot IElementVisitor<ElementField, Slot>.Visit(LabelBinding label, ElementField at) => at.Of.Match<Slot>(
        node => new ValueSlot(at.Field.Context, FilterPlanner.ValueOf(node, node.Node.Label), node.Node.Label.Kind, false),
        relationship => new ConstantSlot(at.Field.Context, relationship.Relationship.Type));

    Slot IElementVisitor<ElementField, Slot>.Visit(RelationshipBinding binding, ElementField at)
    {
        var (followed, origin) = (binding.Field, (NodeAlias)at.Of);
        if (followed.IsList)
            return _connections.Plan(at.Field, Sources.Hop(at.Field, followed, origin));
        var edge = Builder.Relationship(followed.Relationship);
        var node = Builder.Node(followed.Target);
        return Object(at.Field, new HopSource(origin, edge, followed.Direction, true, node, Time(at.Field).On(edge)));
    }

    Slot IElementVisitor<ElementField, Slot>.Visit(PathBinding path, ElementField at) =>
        _connections.Plan(at.Field, Sources.Walk(at.Field, path.Field, at.Of));

    Slot IElementVisitor<ElementField, Slot>.Visit(RefersByBinding by, ElementField at) => at.Common is { } common
        ? common.Get(at.Field, by.Field, id => RefersBy(at.Field, by.Field, id))
        : RefersBy(at.Field, by.Field, new IdOperand(at.Of));

    private ConnectionSlot RefersBy(SelectedField field, RefersByField by, Operand id) => _connections.Plan(field, Sources.RefersBy(field, by, id));

    Slot IElementVisitor<ElementField, Slot>.Visit(RefersToBinding to, ElementField at) =>
        _connections.Plan(at.Field, Sources.RefersTo(at.Field, to.Field, at.Of));

    Slot IElementVisitor<ElementField, Slot>.Visit(EndBinding end, ElementField at) =>
        Object(at.Field, Builder.End((RelationshipAlias)at.Of, end.IsSource));

    Slot IElementVisitor<ElementField, Slot>.Visit(ClaimFactBinding fact, ElementField at) =>
        Polymorphic(at.Field, new PropertyOperand(at.Of, _schema.Model.Claim!.About));

    private ObjectSlot Object(SelectedField field, NodeSource source) =>
        new(field.Context, source, Select((IObjectGraphType)field.ResultType, field.Selections, source.Node));

    private Parameter Id(SelectedField field) =>
        Builder.Value(ScalarKind.Id, (ScalarInput)Argument(field, ArgumentNames.Id)!);

    Slot IRootVisitor<SelectedField, Slot>.Visit(SearchBinding search, SelectedField field) => _searches.Plan(field);

    Slot IRootVisitor<SelectedField, Slot>.Visit(PathsBinding paths, SelectedField field) => _traversals.PlanPaths(field);

    Slot IRootVisitor<SelectedField, Slot>.Visit(NeighborhoodBinding neighborhood, SelectedField field) => _traversals.PlanNeighborhood(field);

    /// <summary>Plans objects of any type by a list of ids.</summary>
    public PolymorphicListSlot PolymorphicList(SelectedField field, Parameter ids)
    {
        var id = new ListedIdOperand(Builder.NextNumber());
        return new PolymorphicListSlot(field.Context, ids, id, Cases(field, id));
    }

    /// <summary>Plans an object of any type by its id.</summary>
    public PolymorphicSlot Polymorphic(SelectedField field, Operand id) => new(field.Context, id, Cases(field, id));

    private PolymorphicCase[] Cases(SelectedField field, Operand id)
    {
        var common = new CommonFields(id);
        return
        [
            .. PossibleTypes(field.ResultType).Select((type, number) =>
            {
                var found = Alias(type);
                var slots = Select(type, field.Selections, found, common);
                return new PolymorphicCase(number, found, _purpose == PlanPurpose.Graph ? [ExportPlan.TypeNumber(field.Context, number), .. slots] : slots);
            }),
        ];
    }

    private static IObjectGraphType[] PossibleTypes(IGraphType type) =>
        type is IAbstractGraphType several ? [.. several.PossibleTypes] : [(IObjectGraphType)type];

    private Alias Alias(IObjectGraphType type) => _schema.ElementTypeOf(type).Match<Alias>(Builder.Node, Builder.Relationship);

    /// <summary>
    /// Plans fragments on types that cannot occur, only to find errors in their arguments: their slots are dropped, their
    /// bindings are checked with the others.
    /// </summary>
    private void CheckUnreached()
    {
        while (Collector.TakeUnreached() is { Count: > 0 } unreached)
        {
            foreach (var (condition, selection) in unreached)
            {
                var named = _schema.AllTypes[condition.Type.Name.Value];
                foreach (var type in PossibleTypes(named!))
                    Select(type, [selection], Alias(type));
            }
        }
    }

    private PointSlot Point(SelectedField field, Alias of, Property property)
    {
        var type = (IObjectGraphType)field.ResultType;
        var parts = Collector.Collect(type, field.Selections).Select(group => Describe(type, group)).Select(child =>
            new PointPart(child.Context, FieldOf((CoordinateBinding?)child.Binding), child.TypeName));
        return new PointSlot(field.Context, of, property, [.. parts]);
    }

    private static PointField FieldOf(CoordinateBinding? coordinate) => coordinate?.IsLatitude switch
    {
        null => PointField.TypeName,
        true => PointField.Latitude,
        false => PointField.Longitude,
    };

    /// <summary>A field of a node or a relationship that is being planned.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Of">What it is a field of.</param>
    /// <param name="Common">Fields shared with other types; null if there are none.</param>
    internal readonly record struct ElementField(SelectedField Field, Alias Of, CommonFields? Common);
}
