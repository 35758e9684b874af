using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Matching;

/// <summary>The nodes of an entry with <c>match</c>: which of them the store, or the file itself, has under another id.</summary>
internal sealed class MatchCandidates(EntryPlan entry)
{
    private readonly HashSet<Identity> _seen = [];

    public EntryPlan Entry { get; } = entry;

    /// <summary>The nodes in the order of their first occurrence.</summary>
    public List<MatchCandidate> Candidates { get; } = [];

    /// <summary>Adds a node with the values of its first row, and what its rules read.</summary>
    public void Add(Identity identity, object?[] values, Frame frame)
    {
        if (!_seen.Add(identity))
            return;
        var rules = new (bool Applies, Identity? Parent)[Entry.Match.Count];
        for (var index = 0; index < rules.Length; index++)
        {
            var rule = Entry.Match[index];
            rules[index] = (rule.When?.Invoke(frame) ?? true, (rule.Parent?.Invoke(frame) as Instance)?.Identity);
        }

        Candidates.Add(new MatchCandidate(identity, values, rules));
    }
}

/// <summary>A node that may be in the store under another id.</summary>
/// <param name="Identity">Which it is.</param>
/// <param name="Values">Its values.</param>
/// <param name="Rules">For each rule of <c>match</c>: whether it applies, and the node within which it is looked for.</param>
internal sealed record MatchCandidate(Identity Identity, object?[] Values, (bool Applies, Identity? Parent)[] Rules);
