using GraphIntel.Core.Planning;

namespace GraphIntel.Sqlite.Compile;

/// <summary>What is known of the rows that a part of a walk leads to from one origin.</summary>
/// <param name="IsSingle">Whether there is at most one.</param>
/// <param name="IsDistinct">Whether no node comes twice.</param>
internal readonly record struct WalkRows(bool IsSingle, bool IsDistinct)
{
    /// <summary>The origin.</summary>
    public static WalkRows Origin => new(IsSingle: true, IsDistinct: true);

    /// <summary>The rows after a step that is followed once.</summary>
    public WalkRows AfterHop(WalkStep step) =>
        new(IsSingle && step.LeadsToOne, (IsDistinct && step.HasOnePerEnd) || (IsSingle && step.HasOnePerPair));

    /// <summary>These rows, and those after a step.</summary>
    public WalkRows WithHop(WalkStep step) => new(IsSingle: false, IsSingle && step.HasOnePerPair);

    /// <summary>The rows after a step that is looked up in a closure, which has each pair once.</summary>
    public WalkRows AfterClosure() => new(IsSingle: false, IsSingle);
}
