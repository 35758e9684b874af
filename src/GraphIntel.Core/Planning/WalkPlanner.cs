using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>The steps of a path, each under the conditions of time and standing that its relationship has.</summary>
internal static class WalkPlanner
{
    public static IReadOnlyList<WalkStep> Steps(PlanBuilder plan, PathField field, TimePlanner time) =>
        [.. field.Steps.Select(step =>
        {
            var followed = plan.Relationship(step.Relationship);
            return new WalkStep(followed, step.Direction, step.Min, step.Max, time.On(followed));
        })];
}
