using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>Plans walks along a path, with the conditions of time and claims on their relationships.</summary>
internal static class WalkPlanner
{
    /// <summary>Plans the walks along a path.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="field">The path.</param>
    /// <param name="of">The node at which it starts, or the relationship at one of whose ends it starts.</param>
    /// <param name="time">The arguments of time and standing.</param>
    /// <param name="where">Plans the conditions on the node at the end.</param>
    public static WalkSource Walk(PlanBuilder plan, PathField field, Alias of, TimePlanner time, Func<NodeAlias, Predicate> where)
    {
        var (origin, start) = of.Match(node => (node, (WalkStart?)null), relationship => StartAt(plan, relationship, field.StartsAtSource!.Value));
        var steps = field.Steps.Select(step =>
        {
            var followed = plan.Relationship(step.Relationship);
            return new WalkStep(followed, step.Direction, step.Min, step.Max, time.On(followed));
        }).ToList();
        var node = plan.Node(field.Target);
        var walk = new WalkSource(origin, steps, new WalkAlias(plan.NextNumber()), node, where(node)) { Start = start };
        return field.Day is { } day && (time.WhileValid ?? field.WhileValid) ? OnDay(walk, day, time) : walk;
    }

    private static (NodeAlias Origin, WalkStart? Start) StartAt(PlanBuilder plan, RelationshipAlias relationship, bool isSource)
    {
        var type = relationship.Relationship;
        var (origin, other) = isSource ? (type.Source, type.Target) : (type.Target, type.Source);
        return (plan.Node(origin), new WalkStart(relationship, isSource, plan.Node(other)));
    }

    private static WalkSource OnDay(WalkSource walk, PathDay at, TimePlanner time)
    {
        var day = new PropertyOperand(
            at.Node switch
            {
                PathNode.End => walk.Node,
                PathNode.Start => walk.Origin,
                PathNode.OtherEnd => walk.Start!.Other,
            },
            at.Property);
        return walk with { Day = day, Steps = [.. walk.Steps.Select(step => step with { OnDay = time.OnDay(step.Followed, day) })] };
    }
}
