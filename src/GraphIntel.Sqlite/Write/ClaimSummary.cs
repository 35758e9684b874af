using GraphIntel.Core.Model;

namespace GraphIntel.Sqlite.Write;

/// <summary>What follows from the claims about a whole fact.</summary>
/// <param name="Standing">The standing.</param>
/// <param name="FirstSupport">The first day of a claim for it; null if there is none.</param>
/// <param name="LastSupport">The last day of a claim for it; null if there is none.</param>
/// <param name="FirstDenial">The first day of a claim against it; null if there is none.</param>
internal readonly record struct ClaimSummary(string Standing, DateOnly? FirstSupport, DateOnly? LastSupport, DateOnly? FirstDenial)
{
    /// <summary>The summary of a fact without claims.</summary>
    public static ClaimSummary None => new(Standings.Asserted, null, null, null);

    /// <summary>The summary of claims, each of which has a day.</summary>
    public static ClaimSummary Of(DateOnly? firstSupport, DateOnly? lastSupport, DateOnly? firstDenial) => new(
        firstDenial is null ? Standings.Asserted : firstSupport is null ? Standings.Denied : Standings.Disputed,
        firstSupport, lastSupport, firstDenial);
}
