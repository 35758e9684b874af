using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Core.Storage;

/// <summary>Collects what a check finds, in words that all stores share.</summary>
/// <param name="repair">Whether what can be made good is.</param>
internal sealed class CheckFindings(bool repair)
{
    private readonly List<CheckFinding> _findings = [];

    /// <summary>Adds a finding. Where the check repairs, one that is repairable has been repaired.</summary>
    public void Add(string text, bool isRepairable) => _findings.Add(new CheckFinding(
        text, !isRepairable ? CheckOutcome.Manual : repair ? CheckOutcome.Repaired : CheckOutcome.Repairable));

    /// <summary>What was found.</summary>
    public CheckReport Report() => new(_findings);

    /// <summary>The first ids of so many.</summary>
    public static string Some(IEnumerable<string> ids, long count)
    {
        var shown = ids.Select(Refusal.Show).ToList();
        return string.Join(", ", shown) + (count > shown.Count ? ", ..." : "");
    }
}
