using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Matching;

/// <summary>The nodes of an entry with <c>match</c>: which of them the store, or the file itself, has under another id.</summary>
internal sealed class MatchCandidates(EntryPlan entry)
{
    private readonly Dictionary<Identity, MatchCandidate> _seen = [];

    public EntryPlan Entry { get; } = entry;

    /// <summary>The nodes in the order of their first occurrence.</summary>
    public List<MatchCandidate> Candidates { get; } = [];

    /// <summary>
    /// Adds a node with the values of its first row, and what its rules read. A rule applies if it does in any row, so that the
    /// order of rows does not matter.
    /// </summary>
    public void Add(Identity identity, object?[] values, Frame frame)
    {
        var isFirst = !_seen.TryGetValue(identity, out var candidate);
        if (candidate is null)
        {
            candidate = new MatchCandidate(identity, values, new (bool, Identity?)[Entry.Match.Count]);
            _seen.Add(identity, candidate);
            Candidates.Add(candidate);
        }

        for (var index = 0; index < candidate.Rules.Length; index++)
        {
            var rule = Entry.Match[index];
            var applies = !candidate.Rules[index].Applies && (rule.When?.Invoke(frame) ?? true);
            if (applies || isFirst)
                candidate.Rules[index] = (applies, (rule.Parent?.Invoke(frame) as Instance)?.Identity);
        }
    }
}

/// <summary>A node that may be in the store under another id.</summary>
/// <param name="Identity">Which it is.</param>
/// <param name="Values">Its values.</param>
/// <param name="Rules">For each rule of <c>match</c>: whether it applies, and the node within which it is looked for.</param>
internal sealed record MatchCandidate(Identity Identity, object?[] Values, (bool Applies, Identity? Parent)[] Rules);
