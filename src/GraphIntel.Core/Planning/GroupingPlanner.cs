using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <summary>Plans what members are grouped by, and the order of groups.</summary>
internal sealed class GroupingPlanner(Planner planner) : IModelFieldVisitor<GroupingPlanner.Place, Grouping>
{
    private readonly PlanBuilder _plan = planner.Builder;

    /// <summary>Plans a grouping with the arguments of its field.</summary>
    public Grouping Plan(SelectedField field, GroupingBinding by, Alias members) => by.Match(
        grouped => grouped.Accept(this, new Place(field, members)),
        isSource => Nodes(planner.Sources.End(field, isSource, (RelationshipAlias)members), includesNone: true));

    private NodeGrouping Nodes(NodeSource source, bool includesNone) => new(_plan.NextNumber(), source, includesNone);

    Grouping IModelFieldVisitor<Place, Grouping>.Visit(PropertyField field, Place at)
    {
        var value = new PropertyOperand(at.Members, field.Property);
        return field.Property.IsList ? new ElementsGrouping(_plan.NextNumber(), value) : new ValueGrouping(_plan.NextNumber(), value);
    }

    Grouping IModelFieldVisitor<Place, Grouping>.Visit(RelationshipField field, Place at) =>
        Nodes(planner.Sources.Hop(at.Field, field, (NodeAlias)at.Members), includesNone: !field.IsList);

    Grouping IModelFieldVisitor<Place, Grouping>.Visit(PathField field, Place at) =>
        Nodes(planner.Sources.Walk(at.Field, field, at.Members), includesNone: false);

    Grouping IModelFieldVisitor<Place, Grouping>.Visit(RefersToField field, Place at) =>
        Nodes(planner.Sources.RefersTo(at.Field, field, at.Members), includesNone: false);

    Grouping IModelFieldVisitor<Place, Grouping>.Visit(RefersByField field, Place at) =>
        Nodes(planner.Sources.RefersBy(at.Field, field, new IdOperand(at.Members)), includesNone: false);

    /// <summary>The sort keys of groups; <paramref name="order"/> is null if none was given.</summary>
    public static SortKey[] Order(ListInput? order, Grouping grouping, Alias members)
    {
        var keys = new List<SortKey>();
        foreach (var item in order?.Items ?? [])
        {
            var (name, value) = ((ObjectInput)item).Fields.Single();
            Add(name switch
            {
                ArgumentNames.Key => SortKeyOf(grouping, OrderPlanner.IsDescending(value)),
                ArgumentNames.Count => Count(OrderPlanner.IsDescending(value)),
                _ => Summary(members.Type.FindProperty(name)!, (ObjectInput)value, members),
            });
        }
        Add(Count(descending: true));
        Add(SortKeyOf(grouping, descending: false));
        return [.. keys];

        // A key that is given again has no effect.
        void Add(SortKey key)
        {
            if (!keys.Exists(known => known.Value == key.Value))
                keys.Add(key);
        }
    }

    private static SortKey Count(bool descending) => new(MemberCountOperand.Instance, descending, ScalarKind.Int, false);

    private static SortKey Summary(Property property, ObjectInput value, Alias members)
    {
        var (name, direction) = value.Fields.Single();
        var shown = AggregateTypes.SummaryValuesOf(property.Kind).First(candidate => AggregateTypes.NameOf(candidate) == name);
        var summary = AggregatePlanner.Summary(members, property, shown);
        return new SortKey(summary, OrderPlanner.IsDescending(direction), summary.Kind, shown != SummaryValue.Count);
    }

    private static SortKey SortKeyOf(Grouping grouping, bool descending) => KeyOf(grouping) is { } key
        ? new SortKey(key, descending, key.Property.Kind, grouping is ValueGrouping { Value.Property.IsRequired: false })
        : new SortKey(new IdOperand(((NodeGrouping)grouping).Source.Node), descending, ScalarKind.Id, ((NodeGrouping)grouping).IncludesNone);

    /// <summary>The key of a group, if it is a value; null if it is a node.</summary>
    public static GroupKeyOperand? KeyOf(Grouping grouping) => grouping switch
    {
        ValueGrouping value => new GroupKeyOperand(value.Number, value.Value.Property),
        ElementsGrouping elements => new GroupKeyOperand(elements.Number, elements.List.Property),
        PeriodGrouping period => new GroupKeyOperand(period.Number, period.Day.Property),
        _ => null,
    };

    /// <summary>A field that groups members.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Members">What is grouped.</param>
    internal readonly record struct Place(SelectedField Field, Alias Members);
}
