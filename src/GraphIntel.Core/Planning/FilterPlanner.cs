using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <summary><c>where</c> -> predicates. The names of an input object's fields are the model's or the API's own.</summary>
internal sealed class FilterPlanner(PlanBuilder plan)
{
    /// <summary>The conditions of a filter on a node and, where one led to it, on the relationship.</summary>
    public Predicate Filter(ObjectInput where, NodeAlias node, RelationshipAlias? edge = null) =>
        Conditions(where.Fields, node, edge);

    private Predicate Conditions(IEnumerable<KeyValuePair<string, InputValue>> fields, Alias of, RelationshipAlias? edge) =>
        Predicate.All([.. fields.Select(field => Condition(field.Key, field.Value, of, edge))]);

    private Predicate Condition(string name, InputValue value, Alias of, RelationshipAlias? edge)
    {
        switch (value)
        {
            case NullInput:
                return RefuseNull(name, value);
            case ListInput list when name is ArgumentNames.And or ArgumentNames.Or:
                var parts = list.Items.Select(item => Nested(name, item, of, edge)).ToList();
                return name == ArgumentNames.And ? Predicate.All(parts) : Predicate.AnyOf(parts);
            case ObjectInput part when name == ArgumentNames.Not:
                return new NotPredicate(Conditions(part.Fields, of, edge));
            case ObjectInput part when name == ArgumentNames.Edge && edge is not null:
                return Conditions(part.Fields, edge, null);
            case ObjectInput part:
                return Field(of.Type.Fields.FirstOrDefault(field => field.Name == name), name, part, of);
            default:
                throw new InvalidOperationException($"No condition {name}.");
        }
    }

    private Predicate Nested(string name, InputValue item, Alias of, RelationshipAlias? edge) => item is ObjectInput part
        ? Conditions(part.Fields, of, edge)
        : RefuseNull(name, item);

    private Predicate RefuseNull(string name, InputValue value)
    {
        plan.Refuse(value.Location, $"`{name}` is null, which is no condition: leave it out, or ask for `{{eq: null}}` or `{{any: false}}`.");
        return Predicate.True;
    }

    private Predicate Field(ModelField? field, string name, ObjectInput value, Alias of) => field switch
    {
        PropertyField { Property: { IsList: true } property } => Elements(property, value, of),
        PropertyField { Property: var property } => Operations(ValueOf(of, property), property.Kind, value),
        null when name == ArgumentNames.Id => Operations(new IdOperand(of), ScalarKind.Id, value),
        RelationshipField { IsList: false } one => ToOne(one, value, (NodeAlias)of),
        RelationshipField many => ToMany(many, value, (NodeAlias)of),
        PathField path => Path(path, value, (NodeAlias)of),
        RefersByField by => Quantified(value, filter =>
        {
            var node = plan.Node(by.Target);
            return new RefersBySource(of, by.Property, node, filter(node, null));
        }),
        RefersToField to => Quantified(value, filter =>
        {
            var node = plan.Node(to.Target);
            return new RefersToSource(of, to.Ids, node, filter(node, null));
        }),
        _ => throw new InvalidOperationException($"No condition {name}."),
    };

    /// <summary>A property, or the id where the property is that.</summary>
    public static Operand ValueOf(Alias of, Property property) =>
        property.Name == ArgumentNames.Id ? new IdOperand(of) : new PropertyOperand(of, property);

    private Predicate Operations(Operand operand, ScalarKind kind, ObjectInput operations) =>
        Predicate.All([.. operations.Fields.Select(operation => Operation(operand, kind, operation.Key, operation.Value))]);

    private Predicate Operation(Operand operand, ScalarKind kind, string name, InputValue value)
    {
        if (value is NullInput)
        {
            return name switch
            {
                "eq" => new IsNullPredicate(operand),
                "neq" => new NotPredicate(new IsNullPredicate(operand)),
                _ => RefuseNull(name, value),
            };
        }
        var given = (ScalarInput)value;
        return name switch
        {
            "eq" => Compare(Comparison.Equal),
            "neq" => new NotPredicate(Compare(Comparison.Equal)),
            "in" => new InPredicate(operand, plan.Value(kind, given, isList: true)),
            "nin" => new NotPredicate(new InPredicate(operand, plan.Value(kind, given, isList: true))),
            "gt" => Compare(Comparison.Greater),
            "gte" => Compare(Comparison.GreaterOrEqual),
            "lt" => Compare(Comparison.Less),
            "lte" => Compare(Comparison.LessOrEqual),
            "contains" => Compare(Comparison.Contains),
            "startsWith" => Compare(Comparison.StartsWith),
            "endsWith" => Compare(Comparison.EndsWith),
            _ => throw new InvalidOperationException($"No operation {name}."),
        };

        ComparePredicate Compare(Comparison comparison) => new(operand, comparison, plan.Value(kind, given));
    }

    private Predicate Elements(Property property, ObjectInput value, Alias of) => Quantify(value, where =>
    {
        var element = new ElementOperand(plan.NextNumber());
        return new ElementsPredicate(of, property, element, where(condition => Operations(element, property.Kind, condition)));
    });

    /// <summary>
    /// Conditions inside a to-one hold for a node that is there; <c>any</c> asks whether one is, and the arguments of time
    /// say of which relationships all of that is meant.
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
                parts.Add(given is ScalarInput any ? Expect(Exists(field, of, time, []), any) : RefuseNull(name, given));
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

    private Predicate Path(PathField field, ObjectInput value, NodeAlias of)
    {
        var time = new TimePlanner(plan, name => value.Find(name) is { } given and not NullInput ? given : null);
        return Quantified(value, filter =>
        {
            var steps = WalkPlanner.Steps(plan, field, time);
            var node = plan.Node(field.Target);
            return new WalkSource(of, steps, new WalkAlias(plan.NextNumber()), node, filter(node, null));
        });
    }

    private static InputValue? TimeArgument(RelationshipField field, ObjectInput value, string name) =>
        IsTimeArgument(field.Relationship, name) && value.Find(name) is { } given and not NullInput ? given : null;

    /// <summary>Whether the name is one of the arguments that the relationship takes, not a field of the node behind it.</summary>
    private static bool IsTimeArgument(RelationshipType relationship, string name) => name switch
    {
        ArgumentNames.AsOf or ArgumentNames.During or ArgumentNames.Certainty => relationship.Valid is not null,
        ArgumentNames.Standing => relationship.Standing is not null,
        _ => false,
    };

    private Predicate Quantified(ObjectInput value, Func<Func<NodeAlias, RelationshipAlias?, Predicate>, Source> source) =>
        Quantify(value, where => new ExistsPredicate(source((node, edge) => where(condition => Filter(condition, node, edge)))));

    /// <summary>
    /// <c>some all none any</c> over whatever <paramref name="exists"/> makes: a predicate that something is there for which
    /// the condition that it is handed holds.
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
                (ArgumentNames.Some or ArgumentNames.None or ArgumentNames.All or ArgumentNames.Any, NullInput) => RefuseNull(name, given),
                _ => null,
            };
            if (part is not null)
                parts.Add(part);
        }
        return Predicate.All(parts);
    }
}
