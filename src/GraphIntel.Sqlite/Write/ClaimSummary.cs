using GraphIntel.Core.Model;

namespace GraphIntel.Sqlite.Write;

/// <summary>The standing and the days of supporting claims that follow from the claims about a whole fact.</summary>
internal readonly record struct ClaimSummary(string Standing, DateOnly? FirstMade, DateOnly? LastMade)
{
    /// <summary>The summary of a fact without claims.</summary>
    public static ClaimSummary None => new(Standings.Asserted, null, null);

    /// <summary>The summary of a number of supporting and denying claims.</summary>
    public static ClaimSummary Of(long supports, long denies, DateOnly? firstSupport, DateOnly? lastSupport) => new(
        denies == 0 ? Standings.Asserted : supports == 0 ? Standings.Denied : Standings.Disputed, firstSupport, lastSupport);
}
