using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <summary>
/// Plans <c>and</c> and <c>or</c>. Conditions that differ only in their values are merged into one condition with a list of
/// values, so that planning in the database depends on the number of kinds of conditions, not of conditions.
/// </summary>
internal sealed partial class FilterPlanner
{
    // Fewer comparisons stay separate, because an index supports each of them but not a list. Equality has no such limit.
    private const int MinListComparison = 8;

    private Predicate Join(bool isAnd, IEnumerable<InputValue> items, Alias of, RelationshipAlias? edge)
    {
        var groups = new List<List<InputValue>>();
        var byKey = new Dictionary<string, List<InputValue>>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item is not ObjectInput { Fields.Count: > 0 })
                plan.CountCondition(item.Location);
            var key = item is ObjectInput { Fields: [var only] } ? KindOf(isAnd, only.Key, only.Value, of, edge) : null;
            if (key is not null && byKey.TryGetValue(key, out var alike))
            {
                alike.Add(item);
                continue;
            }
            List<InputValue> group = [item];
            groups.Add(group);
            if (key is not null)
                byKey.Add(key, group);
        }
        var parts = new List<Predicate>(groups.Count);
        foreach (var group in groups)
        {
            if (group.Count == 1)
                parts.Add(Nested(isAnd ? ArgumentNames.And : ArgumentNames.Or, group[0], of, edge));
            else
                parts.AddRange(Merge(isAnd, [.. group.Select(item => ((ObjectInput)item).Fields[0])], of, edge));
        }
        return isAnd ? Predicate.All(parts) : Predicate.AnyOf(parts);
    }

    /// <summary>A key that is equal for conditions that can be merged; null for one that cannot.</summary>
    private static string? KindOf(bool isAnd, string name, InputValue value, Alias of, RelationshipAlias? edge)
    {
        if (value is ListInput)
            return name == (isAnd ? ArgumentNames.And : ArgumentNames.Or) ? name : null;
        if (value is not ObjectInput given)
            return null;
        if (name == ArgumentNames.Not || (name == ArgumentNames.Edge && edge is not null) || IsEnd(name, of))
            return name;
        var operation = given.Fields is [var only] ? only : default;
        switch (FieldOf(of, name))
        {
            case RelationshipField { IsList: false } one:
                return !isAnd && given.Fields.Count > 0 && given.Fields.All(field => IsOfNode(one, field.Key)) ? name : null;
            case null or PropertyField { Property.IsList: false } when operation.Value is ScalarInput:
                return $"{name}.{operation.Key}";
            case not null and not PropertyField { Property.IsList: false } when operation.Value is ObjectInput:
                return (isAnd, operation.Key) is (false, ArgumentNames.Some) or (true, ArgumentNames.None or ArgumentNames.All)
                    ? $"{name}.{operation.Key}"
                    : null;
            default:
                return null;
        }
    }

    private static bool IsOfNode(RelationshipField one, string name) =>
        name != ArgumentNames.Any && !IsTimeArgument(one.Relationship, name);

    /// <summary>Merges several conditions of the same kind.</summary>
    private IEnumerable<Predicate> Merge(
        bool isAnd, IReadOnlyList<KeyValuePair<string, InputValue>> alike, Alias of, RelationshipAlias? edge)
    {
        var (name, first) = alike[0];
        if (first is ListInput)
            return [Join(isAnd, alike.SelectMany(one => ((ListInput)one.Value).Items), of, edge)];
        if (name == ArgumentNames.Not)
            return [new NotPredicate(Join(!isAnd, alike.Select(one => one.Value), of, edge))];
        if (name == ArgumentNames.Edge && edge is not null)
            return [Join(isAnd, alike.Select(one => one.Value), edge, null)];
        if (IsEnd(name, of))
            return [AtEnd(name, of, node => Join(isAnd, alike.Select(one => one.Value), node, null))];
        var field = FieldOf(of, name);
        switch (field)
        {
            case RelationshipField { IsList: false }:
                return [Field(field, ListOf(isAnd, alike.Select(one => one.Value), first), of)];
            case null or PropertyField { Property.IsList: false }:
                var (operand, kind) = field is PropertyField { Property: var property }
                    ? (ValueOf(of, property), property.Kind)
                    : (new IdOperand(of), ScalarKind.Id);
                return Compared(isAnd, operand, kind, [.. alike.Select(one => ((ObjectInput)one.Value).Fields[0])]);
            default:
                var quantifier = ((ObjectInput)first).Fields[0].Key;
                var inner = alike.Select(one => ((ObjectInput)one.Value).Fields[0].Value);
                // Inside `some` and `none` any condition must hold, inside `all` every one.
                var joined = ListOf(quantifier == ArgumentNames.All, inner, first);
                return [Field(field, new ObjectInput([new(quantifier, joined)], first.Location), of)];
        }
    }

    /// <summary>
    /// The condition on an element of a list property: operations, or a list of these from <see cref="Merge"/>.
    /// </summary>
    private Predicate OfElement(ElementOperand element, ScalarKind kind, ObjectInput condition)
    {
        if (condition.Fields is not [{ Key: var word, Value: ListInput list }])
            return Operations(element, kind, condition);
        var isAnd = word == ArgumentNames.And;
        var parts = list.Items.Cast<ObjectInput>()
            .GroupBy(item => item.Fields is [{ Value: ScalarInput } only] ? only.Key : "")
            .SelectMany(group => group.Key.Length == 0
                ? group.Select(item => Operations(element, kind, item))
                : Compared(isAnd, element, kind, [.. group.Select(item => item.Fields[0])]))
            .ToList();
        return isAnd ? Predicate.All(parts) : Predicate.AnyOf(parts);
    }

    private static ObjectInput ListOf(bool isAnd, IEnumerable<InputValue> items, InputValue at) => new(
        [new(isAnd ? ArgumentNames.And : ArgumentNames.Or, new ListInput([.. items], at.Location))], at.Location);

    /// <summary>Plans one operation with several values.</summary>
    private IEnumerable<Predicate> Compared(
        bool isAnd, Operand operand, ScalarKind kind, IReadOnlyList<KeyValuePair<string, InputValue>> operations)
    {
        var operation = FilterOperation.Named(operations[0].Key);

        // Equal to one of several values, or to none of them.
        if (operation.Comparison == Comparison.Equal && operation.IsComplement == isAnd)
        {
            var among = new InPredicate(operand, Values());
            return [operation.IsComplement ? new NotPredicate(among) : among];
        }
        return operation is { TakesList: false, IsComplement: false } && operations.Count >= MinListComparison
            ? [new CompareListPredicate(operand, operation.Comparison, Values(), isAnd)]
            : [.. operations.Select(given => Operation(operand, kind, operation, given.Value))];

        Parameter Values()
        {
            foreach (var given in operations)
                plan.CountCondition(given.Value.Location);
            var sources = operations.Select(given => ((ScalarInput)given.Value).Source).ToList();
            ValueSource values = operation.TakesList ? new JoinedSource(sources) : new ListSource(sources);
            return plan.Value(kind, new ScalarInput(values, null, operations[0].Value.Location), isList: true);
        }
    }
}
