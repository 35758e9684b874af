using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <summary>Plans <c>where</c> as predicates. The fields of its input objects are those of the model and of the API.</summary>
internal sealed partial class FilterPlanner(PlanBuilder plan) : IModelFieldVisitor<(ObjectInput Value, Alias Of), Predicate>
{
    /// <summary>
    /// Plans a filter on a node or a relationship and, if there is one, on the relationship that led to the node.
    /// </summary>
    public Predicate Filter(ObjectInput where, Alias item, RelationshipAlias? edge = null) =>
        Conditions(where.Fields, item, edge);

    private Predicate Conditions(IEnumerable<KeyValuePair<string, InputValue>> fields, Alias of, RelationshipAlias? edge) =>
        Predicate.All([.. fields.Select(field => Condition(field.Key, field.Value, of, edge))]);

    private Predicate Condition(string name, InputValue value, Alias of, RelationshipAlias? edge)
    {
        plan.CountCondition(value.Location);
        if (value is NullInput)
            return name == ArgumentNames.Search ? ReportNull(name, value, "omit it") : ReportNull(name, value);
        if (name is ArgumentNames.And or ArgumentNames.Or)
            return Join(name == ArgumentNames.And, ((ListInput)value).Items, of, edge);

        if (name == ArgumentNames.Search && of is NodeAlias node)
            return Search((ScalarInput)value, node);

        // By the schema, every other condition is an input object.
        var part = (ObjectInput)value;
        if (name == ArgumentNames.Not)
            return new NotPredicate(Conditions(part.Fields, of, edge));
        if (name == ArgumentNames.Edge && edge is not null)
            return Conditions(part.Fields, edge, null);
        return IsEnd(name, of)
            ? AtEnd(name, of, node => Conditions(part.Fields, node, null))
            : Field(FieldOf(of, name), part, of);
    }

    /// <summary>
    /// Names are compared before the statement, which gets the ids of the nodes found; the index decides about longer texts
    /// within it.
    /// </summary>
    private Predicate Search(ScalarInput query, NodeAlias of)
    {
        plan.CountSearch(query.Location);
        var texts = of.Node.Searched.Where(property => property.IsDecidedByIndex).ToList();
        var ids = texts.Count < of.Node.Searched.Count ? plan.Parameter(ScalarKind.Id, isList: true) : null;
        var words = texts.Count > 0 ? (Expression: plan.Parameter(ScalarKind.String), Keys: plan.Parameter(ScalarKind.String, isList: true)) : default;
        plan.Bindings.Add(new SearchConditionBinding(ids, words.Expression, words.Keys, of.Node, query));
        IEnumerable<Predicate> named = ids is null ? [] : [new InPredicate(new IdOperand(of), ids) { IsFound = true }];
        return Predicate.AnyOf([.. named, .. texts.Select(text => new SearchPredicate(of, text, words.Expression, words.Keys))]);
    }

    /// <summary>Whether the name is an end of a relationship, which is not a field of the model.</summary>
    private static bool IsEnd(string name, Alias of) => of is RelationshipAlias && name is ArgumentNames.Source or ArgumentNames.Target;

    private ExistsPredicate AtEnd(string name, Alias of, Func<NodeAlias, Predicate> where)
    {
        var end = plan.End((RelationshipAlias)of, name == ArgumentNames.Source);
        return new ExistsPredicate(end with { Where = where(end.Node) });
    }

    private static ModelField? FieldOf(Alias of, string name) => of.Type.Fields.FirstOrDefault(field => field.Name == name);

    private Predicate Nested(string name, InputValue item, Alias of, RelationshipAlias? edge) => item is ObjectInput part
        ? Conditions(part.Fields, of, edge)
        : ReportNull(name, item);

    private Predicate ReportNull(string name, InputValue value, string remedy = "omit it, or use `{eq: null}` or `{any: false}`")
    {
        plan.AddError(value.Location, $"`{name}` is null, which is not a valid condition: {remedy}.");
        return Predicate.True;
    }

    /// <summary>
    /// A condition on a field of the model, or on the id of a relationship, which is not a field of the model.
    /// </summary>
    private Predicate Field(ModelField? field, ObjectInput value, Alias of) =>
        field?.Accept(this, (value, of)) ?? Operations(new IdOperand(of), ScalarKind.Id, value);

    Predicate IModelFieldVisitor<(ObjectInput Value, Alias Of), Predicate>.Visit(PropertyField field, (ObjectInput Value, Alias Of) condition)
    {
        var (property, (value, of)) = (field.Property, condition);
        if (property.Kind == ScalarKind.Point)
            return Location(property, value, of);
        if (property.Imprecise is { } imprecision)
            return ImpreciseDate(property, imprecision, value, of);
        return property.IsList ? Elements(property, value, of) : Operations(ValueOf(of, property), property.Kind, value);
    }

    Predicate IModelFieldVisitor<(ObjectInput Value, Alias Of), Predicate>.Visit(RelationshipField field, (ObjectInput Value, Alias Of) condition) => field.IsList
        ? ToMany(field, condition.Value, (NodeAlias)condition.Of)
        : ToOne(field, condition.Value, (NodeAlias)condition.Of);

    Predicate IModelFieldVisitor<(ObjectInput Value, Alias Of), Predicate>.Visit(PathField field, (ObjectInput Value, Alias Of) condition) =>
        Path(field, condition.Value, condition.Of);

    Predicate IModelFieldVisitor<(ObjectInput Value, Alias Of), Predicate>.Visit(RefersByField field, (ObjectInput Value, Alias Of) condition) =>
        Quantified(condition.Value, filter =>
        {
            var node = plan.Node(field.Target);
            return new RefersBySource(new IdOperand(condition.Of), field.Property, node, filter(node, null));
        });

    Predicate IModelFieldVisitor<(ObjectInput Value, Alias Of), Predicate>.Visit(RefersToField field, (ObjectInput Value, Alias Of) condition) =>
        Quantified(condition.Value, filter =>
        {
            var node = plan.Node(field.Target);
            return new RefersToSource(condition.Of, field.Ids, node, filter(node, null));
        });

    /// <summary>The operand of a property, which may be the id.</summary>
    public static Operand ValueOf(Alias of, Property property) =>
        property.Name == ArgumentNames.Id ? new IdOperand(of) : new PropertyOperand(of, property);

    private Predicate Operations(Operand operand, ScalarKind kind, ObjectInput operations) =>
        Predicate.All([.. operations.Fields.Select(operation => Operation(operand, kind, FilterOperation.Named(operation.Key), operation.Value))]);

    private Predicate Operation(Operand operand, ScalarKind kind, FilterOperation operation, InputValue value)
    {
        if (value is NullInput)
        {
            return operation.Null switch
            {
                NullMeaning.Missing => new IsNullPredicate(operand),
                NullMeaning.Present => new NotPredicate(new IsNullPredicate(operand)),
                NullMeaning.Refused => ReportNull(operation.Name, value),
            };
        }
        var given = plan.Value(kind, (ScalarInput)value, operation.TakesList);
        Predicate compared = operation.TakesList ? new InPredicate(operand, given) : new ComparePredicate(operand, operation.Comparison, given);
        return operation.IsComplement ? new NotPredicate(compared) : compared;
    }

    private Predicate Elements(Property property, ObjectInput value, Alias of) => Quantify(value, where =>
    {
        var element = new ElementOperand(plan.NextNumber());
        return new ElementsPredicate(of, property, element, where(condition => OfElement(element, property.Kind, condition)));
    });

    /// <summary>
    /// Conditions in a to-one filter apply to an existing node; <c>any</c> tests whether there is one, and time arguments
    /// select the relationships.
    /// </summary>
    private Predicate ToOne(RelationshipField field, ObjectInput value, NodeAlias of)
    {
        var time = new TimePlanner(plan, name => TimeArgument(field, value, name));
        var parts = new List<Predicate>();
        var rest = new List<KeyValuePair<string, InputValue>>();
        foreach (var (name, given) in value.Fields)
        {
            if (IsTimeArgument(field.Relationship, name))
                continue;
            if (name == ArgumentNames.Any)
                parts.Add(given is ScalarInput any ? Expect(Exists(field, of, time, []), any) : ReportNull(name, given));
            else
                rest.Add(new(name, given));
        }
        if (rest.Count > 0)
            parts.Add(Exists(field, of, time, rest));
        return Predicate.All(parts);
    }

    private static Predicate Expect(Predicate predicate, ScalarInput any) =>
        any.Current is true ? predicate : new NotPredicate(predicate);

    private ExistsPredicate Exists(RelationshipField field, NodeAlias of, TimePlanner time, List<KeyValuePair<string, InputValue>> rest)
    {
        var edge = plan.Relationship(field.Relationship);
        var node = plan.Node(field.Target);
        var where = Predicate.All([time.On(edge), Conditions(rest, node, edge)]);
        return new ExistsPredicate(new HopSource(of, edge, field.Direction, !field.IsList, node, where));
    }

    private Predicate ToMany(RelationshipField field, ObjectInput value, NodeAlias of)
    {
        var time = new TimePlanner(plan, name => TimeArgument(field, value, name));
        return Quantified(value, filter =>
        {
            var edge = plan.Relationship(field.Relationship);
            var node = plan.Node(field.Target);
            return new HopSource(of, edge, field.Direction, false, node, Predicate.All([time.On(edge), filter(node, edge)]));
        });
    }

    private Predicate Path(PathField field, ObjectInput value, Alias of)
    {
        var time = new TimePlanner(plan, name => value.Find(name) is { } given and not NullInput ? given : null);
        return Quantified(value, filter => WalkPlanner.Walk(plan, field, of, time, node => filter(node, null)));
    }

    private static InputValue? TimeArgument(RelationshipField field, ObjectInput value, string name) =>
        IsTimeArgument(field.Relationship, name) && value.Find(name) is { } given and not NullInput ? given : null;

    /// <summary>Whether the name is an argument of the relationship, not a field of its node.</summary>
    private static bool IsTimeArgument(RelationshipType relationship, string name) => relationship.HopArguments.Contains(name);

    private Predicate Quantified(ObjectInput value, Func<Func<NodeAlias, RelationshipAlias?, Predicate>, Source> source) =>
        Quantify(value, where => new ExistsPredicate(source((node, edge) => where(condition => Filter(condition, node, edge)))));

    /// <summary>
    /// Plans <c>some</c>, <c>all</c>, <c>none</c> and <c>any</c>. <paramref name="exists"/> makes a predicate that an element
    /// with a given condition exists.
    /// </summary>
    private Predicate Quantify(ObjectInput value, Func<Func<Func<ObjectInput, Predicate>, Predicate>, Predicate> exists)
    {
        var parts = new List<Predicate>();
        foreach (var (name, given) in value.Fields)
        {
            Predicate? part = (name, given) switch
            {
                (ArgumentNames.Some, ObjectInput condition) => exists(filter => filter(condition)),
                (ArgumentNames.None, ObjectInput condition) => new NotPredicate(exists(filter => filter(condition))),
                (ArgumentNames.All, ObjectInput condition) => new NotPredicate(exists(filter => new NotPredicate(filter(condition)))),
                (ArgumentNames.Any, ScalarInput any) => Expect(exists(_ => Predicate.True), any),
                (ArgumentNames.Some or ArgumentNames.None or ArgumentNames.All or ArgumentNames.Any, NullInput) => ReportNull(name, given),
                _ => null,
            };
            if (part is not null)
                parts.Add(part);
        }
        return Predicate.All(parts);
    }
}
