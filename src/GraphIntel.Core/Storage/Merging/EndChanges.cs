using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>
/// The nodes at which a batch adds or removes relationships of one type, where a rule of the model applies: one relationship
/// per node, no cycle in a hierarchy. In the order of the batch.
/// </summary>
internal sealed class EndChanges(RelationshipType type)
{
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _children = new(StringComparer.Ordinal);
    private readonly HashSet<string> _formerChildren = new(StringComparer.Ordinal);

    /// <summary>Sources with a new relationship, if a source may have only one.</summary>
    public IReadOnlyCollection<string> Sources => _sources;

    /// <summary>Targets with a new relationship, if a target may have only one.</summary>
    public IReadOnlyCollection<string> Targets => _targets;

    /// <summary>Of a hierarchy: the child nodes of relationships that are new or have new ends.</summary>
    public IReadOnlyCollection<string> Children => _children;

    /// <summary>Of a hierarchy: the former child nodes of relationships that have new ends.</summary>
    public IReadOnlyCollection<string> FormerChildren => _formerChildren;

    /// <summary>Whether a rule applies to the type's ends.</summary>
    public static bool AppliesTo(RelationshipType type) => type.OnePerSource || type.OnePerTarget;

    /// <summary>Records a relationship that is new between two nodes.</summary>
    public void Add(string source, string target)
    {
        if (type.OnePerSource)
            _sources.Add(source);
        if (type.OnePerTarget)
            _targets.Add(target);
        if (type.IsHierarchy)
            _children.Add(type.Child(source, target));
    }

    /// <summary>Records that a relationship is no longer between two nodes.</summary>
    public void Remove(string source, string target)
    {
        if (type.IsHierarchy)
            _formerChildren.Add(type.Child(source, target));
    }
}
