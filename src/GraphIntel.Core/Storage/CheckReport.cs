namespace GraphIntel.Core.Storage;

/// <summary>What a check of a store found, in the order in which it looked; nothing where all is as it should be.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="CutOff">The failure or cancellation that ended it before it had looked at everything; null where it had.</param>
internal sealed record CheckReport(IReadOnlyList<CheckFinding> Findings, Exception? CutOff = null)
{
    /// <summary>Whether nothing is wrong any more: nothing was, or all of it was repaired.</summary>
    public bool IsSound => CutOff is null && Findings.All(finding => finding.Outcome == CheckOutcome.Repaired);
}

/// <summary>One thing that is not as it should be, in a sentence with numbers and the first ids.</summary>
internal sealed record CheckFinding(string Text, CheckOutcome Outcome);

/// <summary>What becomes of something that is not as it should be.</summary>
internal enum CheckOutcome
{
    /// <summary>A repair makes it good; none was asked for.</summary>
    Repairable,

    /// <summary>It was made good.</summary>
    Repaired,

    /// <summary>It has to be mended by those who know what is right: by an import, or by hand.</summary>
    Manual,
}
