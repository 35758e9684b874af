using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Core.Storage;

/// <summary>Collects the findings of a check, with messages that all stores share.</summary>
/// <param name="repair">Whether repairable problems are repaired.</param>
internal sealed class CheckFindings(bool repair)
{
    /// <summary>The number of ids in a finding.</summary>
    public const int MaxIds = 3;

    private readonly List<CheckFinding> _findings = [];

    /// <summary>Adds a finding. With repair, a repairable one is reported as repaired.</summary>
    public void Add(string text, bool isRepairable) => _findings.Add(new CheckFinding(
        text, !isRepairable ? CheckOutcome.Manual : repair ? CheckOutcome.Repaired : CheckOutcome.Repairable));

    /// <summary>Adds a finding of claims about facts that do not exist.</summary>
    public void AddOrphanedClaims(ClaimRole claim, IEnumerable<string> first, long count) =>
        Add($"{count} {claim.Type.Name} nodes are about facts that do not exist: {FormatIds(first, count)}.", isRepairable: false);

    /// <summary>Adds a finding of undirected relationships that exist in both directions.</summary>
    public void AddMirrors(RelationshipType type, IEnumerable<string> first, long count) => Add(
        $"{count} {type.Type} relationships exist in both directions, where only one is allowed: {FormatIds(first, count)}.",
        isRepairable: false);

    /// <summary>Adds a finding of nodes whose keys for searches do not match their names and texts, if there are any.</summary>
    public void AddUnsearched(NodeType type, long count)
    {
        if (count > 0)
            Add($"{count} {type.Name} nodes have search keys that do not match their names and texts.", isRepairable: true);
    }

    /// <summary>Whether there are findings.</summary>
    public bool Any => _findings.Count > 0;

    /// <summary>The report, with the exception that interrupted the check, if any.</summary>
    public CheckReport Report(Exception? interruption = null) => new(_findings, interruption);

    /// <summary>The first of <paramref name="count"/> ids as text.</summary>
    public static string FormatIds(IEnumerable<string> ids, long count)
    {
        var shown = ids.Select(WriteErrors.Show).ToList();
        return string.Join(", ", shown) + (count > shown.Count ? ", ..." : "");
    }
}
