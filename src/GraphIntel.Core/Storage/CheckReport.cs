namespace GraphIntel.Core.Storage;

/// <summary>The result of a check of a store; no findings if there are no problems.</summary>
/// <param name="Findings">The findings, in the order of the checks.</param>
/// <param name="Interruption">The failure or cancellation that ended the check early; null if it was complete.</param>
internal sealed record CheckReport(IReadOnlyList<CheckFinding> Findings, Exception? Interruption = null)
{
    /// <summary>Whether the check is complete and every problem was repaired.</summary>
    public bool IsHealthy => Interruption is null && Findings.All(finding => finding.Outcome == CheckOutcome.Repaired);
}

/// <summary>A problem, described with counts and the first ids.</summary>
internal sealed record CheckFinding(string Text, CheckOutcome Outcome);

/// <summary>How a problem is resolved.</summary>
internal enum CheckOutcome
{
    /// <summary>It can be repaired; no repair was requested.</summary>
    Repairable,

    /// <summary>It was repaired.</summary>
    Repaired,

    /// <summary>It must be corrected with knowledge of the data: by an import or manually.</summary>
    Manual,
}
