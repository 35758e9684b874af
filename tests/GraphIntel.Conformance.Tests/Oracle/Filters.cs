using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>Whether what was found satisfies a <c>where</c>. Two-valued: a condition holds or it does not.</summary>
internal sealed class Filters(MemoryGraph graph, TextSearch search)
{
    /// <summary>
    /// Whether an entry satisfies a filter on its node, in which <c>edge</c> speaks of the relationship that leads there. A null
    /// filter is an absent one.
    /// </summary>
    public bool Holds(object? filter, Item item)
    {
        if (filter is not Dictionary<string, object?> conditions)
            return true;
        if (item.Node is MemoryRelationship relationship)
            return HoldsOfEdge(conditions, relationship);
        return conditions.All(condition => condition.Key switch
        {
            "and" => Inputs.AsList(condition.Value!).All(part => Holds(part, item)),
            "or" => Inputs.AsList(condition.Value!).Any(part => Holds(part, item)),
            "not" => !Holds(condition.Value, item),
            "edge" => HoldsOfEdge(condition.Value, item.Relationship!),
            "search" => search.Finds((string)condition.Value!, item.Node),
            _ => HoldsOfField(item.Node, condition.Key, condition.Value!),
        });
    }

    private bool HoldsOfEdge(object? filter, MemoryRelationship relationship) =>
        ((Dictionary<string, object?>)filter!).All(condition => condition.Key switch
        {
            "and" => Inputs.AsList(condition.Value!).All(part => HoldsOfEdge(part, relationship)),
            "or" => Inputs.AsList(condition.Value!).Any(part => HoldsOfEdge(part, relationship)),
            "not" => !HoldsOfEdge(condition.Value, relationship),
            "id" => HoldsOfScalar(condition.Value!, relationship.Id, ScalarKind.Id),
            var name when relationship.End(name) is { } end => Holds(condition.Value, new Item(end)),
            _ => HoldsOfField(relationship, condition.Key, condition.Value!),
        });

    private bool HoldsOfField(MemoryFact fact, string name, object condition)
    {
        var filter = (Dictionary<string, object?>)condition;
        return fact.Type.Fields.Single(field => field.Name == name) switch
        {
            PropertyField { Property: { Kind: ScalarKind.Point } property } => Points.Hold(filter, (GeoPoint?)fact.Get(property)),
            PropertyField { Property: { Imprecise: not null } property } => ImpreciseDates.Hold(filter, fact, property, HoldsOfScalar),
            PropertyField { Property: { IsList: false } property } => HoldsOfScalar(filter, fact.Get(property), property.Kind),
            PropertyField { Property: var property } => HoldsOfList(
                filter, fact.GetList(property), (part, element) => HoldsOfScalar(part, element, property.Kind)),
            RelationshipField { IsList: false } field => HoldsOfToOne(filter, (MemoryNode)fact, field),
            var field => HoldsOfList(filter, Hops.Follow(graph, fact, field, HopConditions.Read(filter)), Holds),
        };
    }

    // What stands beside `any`, time and claims speaks of a node that is there.
    private bool HoldsOfToOne(Dictionary<string, object?> filter, MemoryNode node, RelationshipField field)
    {
        var hop = new HashSet<string>(StringComparer.Ordinal) { "any" };
        if (field.Relationship.Valid is not null)
            hop.UnionWith(["asOf", "during"]);
        if (field.Relationship.Attested is not null)
            hop.Add("certainty");
        if (field.Relationship.Standing is not null)
            hop.UnionWith(["standing", "knownBy"]);
        if (field.Relationship.Standing is not null && graph.Model.Claim!.Source is not null)
            hop.Add("accordingTo");
        var arguments = filter.Where(entry => hop.Contains(entry.Key)).ToDictionary(StringComparer.Ordinal);
        var conditions = filter.Where(entry => !hop.Contains(entry.Key)).ToDictionary(StringComparer.Ordinal);
        var there = Hops.Follow(graph, node, field, HopConditions.Read(arguments)).ToList();
        if (arguments.TryGetValue("any", out var any) && (bool)any! != there.Count > 0)
            return false;
        return conditions.Count == 0 || there.Exists(item => Holds(conditions, item));
    }

    private static bool HoldsOfList<T>(Dictionary<string, object?> filter, IEnumerable<T> found, Func<object?, T, bool> holds)
    {
        var elements = found.ToList();
        return filter.All(condition => condition.Key switch
        {
            "some" => elements.Exists(element => holds(condition.Value, element)),
            "all" => elements.TrueForAll(element => holds(condition.Value, element)),
            "none" => !elements.Exists(element => holds(condition.Value, element)),
            "any" => (bool)condition.Value! == elements.Count > 0,
            // Time and claims said already which relationships there are.
            _ => true,
        });
    }

    private static bool HoldsOfScalar(object? filter, object? value, ScalarKind kind) =>
        ((Dictionary<string, object?>)filter!).All(condition => HoldsOfScalar(condition.Key, condition.Value, value, kind));

    private static bool HoldsOfScalar(string name, object? operand, object? value, ScalarKind kind)
    {
        var operation = FilterOperation.Named(name);
        var compares = operand is null ? value is null
            : value is not null && (operation.TakesList ? Inputs.AsList(operand) : [operand]).Exists(given =>
                Compares(operation.Comparison, value, Inputs.Scalar(given!, kind)));
        return compares != operation.IsComplement;
    }

    private static bool Compares(Comparison comparison, object value, object given) => comparison switch
    {
        Comparison.Equal => Values.Compare(value, given) == 0,
        Comparison.Greater => Values.Compare(value, given) > 0,
        Comparison.GreaterOrEqual => Values.Compare(value, given) >= 0,
        Comparison.Less => Values.Compare(value, given) < 0,
        Comparison.LessOrEqual => Values.Compare(value, given) <= 0,
        Comparison.Contains => ((string)value).Contains((string)given, StringComparison.Ordinal),
        Comparison.StartsWith => ((string)value).StartsWith((string)given, StringComparison.Ordinal),
        Comparison.EndsWith => ((string)value).EndsWith((string)given, StringComparison.Ordinal),
    };
}
