using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>Divides the members of an aggregate into groups.</summary>
internal sealed class Grouping(MemoryGraph graph, Filters filters)
{
    /// <summary>The groups by a field, ordered, as many as were asked for.</summary>
    public IEnumerable<Group> Group(Aggregate aggregate, string field, Dictionary<string, object?> arguments)
    {
        var groups = All(aggregate, field, arguments);
        var keys = KeysOf(arguments.GetValueOrDefault("order"));
        groups.Sort((left, right) => Compare(keys, left, right));
        return groups.Take((int)(arguments.GetValueOrDefault("first") as long? ?? PageLimits.DefaultSize));
    }

    /// <summary>How many groups have a key.</summary>
    public int CountKeys(Aggregate aggregate, string field, Dictionary<string, object?> arguments) =>
        All(aggregate, field, arguments).Count(group => group.Key is not null);

    private List<Group> All(Aggregate aggregate, string field, Dictionary<string, object?> arguments) =>
    [
        .. aggregate.Members
            .SelectMany(member => KeysOf(member, field, arguments).Select(key => (Key: key, Member: member)))
            .GroupBy(pair => pair.Key, pair => pair.Member)
            .Select(members => new Group(field, members.Key, aggregate with { Members = [.. members] })),
    ];

    // The keys to which a member leads, each once; null where a member without one has a group of its own.
    private List<object?> KeysOf(MemoryFact member, string name, Dictionary<string, object?> arguments)
    {
        var conditions = HopConditions.Read(arguments);
        IEnumerable<object?> Nodes(IEnumerable<Item> found) =>
            found.Where(item => filters.Holds(arguments.GetValueOrDefault("where"), item)).Select(item => item.Node);
        if (member is MemoryRelationship relationship && relationship.End(name) is { } end)
            return OneOrNull(Nodes([new Item(end)]));
        return member.Type.Fields.Single(field => field.Name == name) switch
        {
            PropertyField { Property: { IsList: false } property } => OneOrNull([member.Get(property)]),
            PropertyField { Property: var property } => [.. member.GetList(property).Distinct()],
            RelationshipField { IsList: false } field => OneOrNull(Nodes(Hops.Follow(graph, member, field, conditions))),
            var field => [.. Nodes(Hops.Follow(graph, member, field, conditions)).Distinct()],
        };
    }

    private static List<object?> OneOrNull(IEnumerable<object?> keys) => [.. keys.Distinct().DefaultIfEmpty(null)];

    private static List<(string Name, bool IsDescending, Func<Group, object?> Value)> KeysOf(object? order)
    {
        var keys = new List<(string Name, bool IsDescending, Func<Group, object?> Value)>();
        void Add(string name, object? direction, Func<Group, object?> value)
        {
            if (!keys.Exists(key => key.Name == name))
                keys.Add((name, direction is "DESC", value));
        }
        void AddNamed(string name, object? value)
        {
            if (name == "key")
            {
                Add(name, value, group => group.OrderKey);
            }
            else if (name == "count")
            {
                Add(name, value, group => group.Aggregate.Members.Count);
            }
            else
            {
                var (part, direction) = ((Dictionary<string, object?>)value!).Single();
                Add($"{name}.{part}", direction, group => group.Aggregate.Summarize(name).Get(part));
            }
        }
        foreach (var entry in order is null ? [] : Inputs.AsList(order))
        {
            var (name, value) = ((Dictionary<string, object?>)entry!).Single();
            AddNamed(name, value);
        }
        AddNamed("count", "DESC");
        AddNamed("key", "ASC");
        return keys;
    }

    private static int Compare(List<(string Name, bool IsDescending, Func<Group, object?> Value)> keys, Group left, Group right)
    {
        foreach (var (_, isDescending, value) in keys)
        {
            var order = Values.Compare(value(left), value(right));
            if (order != 0)
                return isDescending ? -order : order;
        }
        return 0;
    }
}
