using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>What must be checked and derived after all rows of a batch are written.</summary>
internal sealed class BatchEffects
{
    private readonly Dictionary<string, string?> _facts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _released = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inDoubt = new(StringComparer.Ordinal);
    private readonly Dictionary<RelationshipType, EndChanges> _ends = [];
    private readonly HashSet<string> _newNodes = new(StringComparer.Ordinal);

    /// <summary>
    /// The ids of the facts whose standing and attested days must be derived again, in the order of the batch, each with the
    /// claim that is about it; null if the reason is not a claim.
    /// </summary>
    public IReadOnlyDictionary<string, string?> DirtyFacts => _facts;

    /// <summary>The changed ends of a type's relationships; null if there are none or no rule needs them.</summary>
    public EndChanges? EndsOf(RelationshipType type) => _ends.GetValueOrDefault(type);

    /// <summary>Whether a fact is a new node that nothing but new supporting claims is about: it is as nodes are created, asserted.</summary>
    public bool IsAsserted(string fact) => _newNodes.Contains(fact) && !_inDoubt.Contains(fact);

    /// <summary>Records a fact that must be derived again, and the claim that is about it, if any.</summary>
    /// <param name="fact">The id of the fact.</param>
    /// <param name="claim">The id of the claim; null if the reason is not a claim.</param>
    /// <param name="isSupport">Whether the claim is new and does not deny the fact.</param>
    public void MarkDirty(string fact, string? claim, bool isSupport = false)
    {
        if (!isSupport)
            _inDoubt.Add(fact);
        if (_released.Remove(fact))
            _facts.Remove(fact);
        _facts.TryAdd(fact, claim);
    }

    /// <summary>Records a fact of which a claim was deleted, and which can be deleted, too.</summary>
    public void Release(string fact)
    {
        if (_facts.TryAdd(fact, null))
            _released.Add(fact);
    }

    /// <summary>Whether a fact needs not exist.</summary>
    public bool IsReleased(string fact) => _released.Contains(fact);

    /// <summary>Records a relationship that was deleted.</summary>
    public void Delete(RelationshipType type, string source, string target) => Ends(type)?.Remove(source, target);

    /// <summary>Records a new node.</summary>
    public void Create(string node) => _newNodes.Add(node);

    /// <summary>Records a new relationship.</summary>
    public void Create(RelationshipType type, string source, string target) => Ends(type)?.Add(source, target);

    /// <summary>Records a relationship whose ends have changed.</summary>
    public void Move(RelationshipType type, (string Source, string Target) before, (string Source, string Target) after)
    {
        var ends = Ends(type);
        ends?.Remove(before.Source, before.Target);
        ends?.Add(after.Source, after.Target);
    }

    private EndChanges? Ends(RelationshipType type)
    {
        if (!EndChanges.AppliesTo(type))
            return null;
        if (!_ends.TryGetValue(type, out var ends))
            _ends.Add(type, ends = new EndChanges(type, _newNodes));
        return ends;
    }
}
