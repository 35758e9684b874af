using GraphIntel.Core.Model;

namespace GraphIntel.Sqlite.Write;

/// <summary>What the claims about a fact as a whole come to: the standing, and the days of those that support it.</summary>
internal readonly record struct ClaimSummary(string Standing, DateOnly? FirstMade, DateOnly? LastMade)
{
    /// <summary>The summary of a fact about which nothing is claimed.</summary>
    public static ClaimSummary None => new(Standings.Asserted, null, null);

    /// <summary>The summary of so many claims for and against.</summary>
    public static ClaimSummary Of(long supports, long denies, DateOnly? firstSupport, DateOnly? lastSupport) => new(
        denies == 0 ? Standings.Asserted : supports == 0 ? Standings.Denied : Standings.Disputed, firstSupport, lastSupport);
}
