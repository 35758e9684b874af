using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>Plans the steps of a path with the conditions of time and claims on their relationships.</summary>
internal static class WalkPlanner
{
    public static IReadOnlyList<WalkStep> Steps(PlanBuilder plan, PathField field, TimePlanner time) =>
        [.. field.Steps.Select(step =>
        {
            var followed = plan.Relationship(step.Relationship);
            return new WalkStep(followed, step.Direction, step.Min, step.Max, time.On(followed));
        })];
}
