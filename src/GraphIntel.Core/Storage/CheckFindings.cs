using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Core.Storage;

/// <summary>Collects what a check finds, in words that all stores share.</summary>
/// <param name="repair">Whether what can be made good is.</param>
internal sealed class CheckFindings(bool repair)
{
    /// <summary>How many ids a finding names.</summary>
    public const int Shown = 3;

    private readonly List<CheckFinding> _findings = [];

    /// <summary>Adds a finding. Where the check repairs, one that is repairable has been repaired.</summary>
    public void Add(string text, bool isRepairable) => _findings.Add(new CheckFinding(
        text, !isRepairable ? CheckOutcome.Manual : repair ? CheckOutcome.Repaired : CheckOutcome.Repairable));

    /// <summary>Adds that so many claims, of which the first are given, are about what is not there.</summary>
    public void AddLooseClaims(ClaimRole claim, IEnumerable<string> first, long count) =>
        Add($"{count} nodes {claim.Type.Name} are about no fact that is there: {Some(first, count)}.", isRepairable: false);

    /// <summary>Whether anything was found yet.</summary>
    public bool Any => _findings.Count > 0;

    /// <summary>What was found; until what the check was cut off by, if it was.</summary>
    public CheckReport Report(Exception? cutOff = null) => new(_findings, cutOff);

    /// <summary>The first ids of so many.</summary>
    public static string Some(IEnumerable<string> ids, long count)
    {
        var shown = ids.Select(Refusal.Show).ToList();
        return string.Join(", ", shown) + (count > shown.Count ? ", ..." : "");
    }
}
