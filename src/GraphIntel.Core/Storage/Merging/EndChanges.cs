using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>
/// The nodes at which a batch adds or removes relationships of one type, where a rule of the model applies: one relationship
/// per node, no cycle in a hierarchy. In the order of the batch.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="newNodes">The ids of the nodes that the batch creates.</param>
internal sealed class EndChanges(RelationshipType type, IReadOnlySet<string> newNodes)
{
    private readonly HashSet<string> _first = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _children = new(StringComparer.Ordinal);
    private readonly HashSet<string> _formerChildren = new(StringComparer.Ordinal);

    /// <summary>
    /// Sources with a new relationship, if a source may have only one; but for new nodes of which it is the only one.
    /// </summary>
    public IReadOnlyCollection<string> Sources => _sources;

    /// <summary>Targets with a new relationship, likewise.</summary>
    public IReadOnlyCollection<string> Targets => _targets;

    /// <summary>Of a hierarchy: the child nodes of relationships that are new or have new ends.</summary>
    public IReadOnlyCollection<string> Children => _children;

    /// <summary>Those of the children that can have become a part of a cycle: not new nodes without children of their own.</summary>
    public IReadOnlyCollection<string> ChildrenInDoubt => [.. _children.Where(child => !newNodes.Contains(child) || _parents.Contains(child))];

    /// <summary>Of a hierarchy: the former child nodes of relationships that have new ends.</summary>
    public IReadOnlyCollection<string> FormerChildren => _formerChildren;

    /// <summary>Whether a rule applies to the type's ends.</summary>
    public static bool AppliesTo(RelationshipType type) => type.OnePerSource || type.OnePerTarget;

    /// <summary>Records a relationship that is new between two nodes.</summary>
    public void Add(string source, string target)
    {
        if (type.OnePerSource && !IsFirst(source))
            _sources.Add(source);
        if (type.OnePerTarget && !IsFirst(target))
            _targets.Add(target);
        if (!type.IsHierarchy)
            return;
        _children.Add(type.Child(source, target));
        _parents.Add(type.Child(target, source));
    }

    /// <summary>Records that a relationship is no longer between two nodes.</summary>
    public void Remove(string source, string target)
    {
        if (type.IsHierarchy)
            _formerChildren.Add(type.Child(source, target));
    }

    private bool IsFirst(string node) => newNodes.Contains(node) && _first.Add(node);
}
