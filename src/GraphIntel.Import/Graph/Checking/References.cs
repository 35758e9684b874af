using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>
/// References to ids that were not defined when the row was read: they must be in a later file or in the store.
/// </summary>
internal sealed class References(
    GraphModel model, IdTable ids, IReadOnlyList<GraphFile> files, StoreIdLookup storeIds, ImportDiagnostics diagnostics)
{
    private readonly List<Reference> _references = [];
    private readonly HashSet<ElementType> _incomplete = [];

    /// <summary>
    /// Adds a reference. With <paramref name="inStore"/> its target must already be in the store, because the files' is written
    /// later.
    /// </summary>
    public void Add(int id, SourceLocation location, string column, bool inStore = false)
    {
        if (inStore || !ids.LocationOf(id).IsKnown)
            _references.Add(new Reference(id, location, column, inStore));
    }

    /// <summary>Records that not all ids of a type could be read, so that missing ones are not reported.</summary>
    public void MarkIncomplete(ElementType type) => _incomplete.Add(type);

    /// <summary>After all files are read: adds the ids that the files do not define to the lookup in the store.</summary>
    public void AddLookups(IReadOnlyDictionary<RelationshipType, RelationshipCheck> checks)
    {
        _references.RemoveAll(reference =>
            !reference.InStore && (ids.LocationOf(reference.Id).IsKnown || IsDerivedFromFiles(reference.Id, checks)));
        foreach (var reference in _references)
            storeIds.Add(reference.Id);
    }

    /// <summary>After the lookup in the store: reports the ids that do not exist.</summary>
    public void ReportMissing()
    {
        foreach (var (id, location, column, inStore) in _references)
        {
            if (storeIds.Contains(id))
                continue;
            var text = ids[id];
            if (!inStore && model.TypeOfId(text) is { } type && _incomplete.Contains(type))
                continue;
            diagnostics.Add(
                files[location.File].Name, location.Line, column,
                inStore
                    ? $"{WriteErrors.Show(text)}, a relationship of a claim, is not in the store; "
                        + "import it before the claims about it"
                    : $"{WriteErrors.Show(text)} is neither in the files nor in the store");
        }
    }

    private bool IsDerivedFromFiles(int id, IReadOnlyDictionary<RelationshipType, RelationshipCheck> checks)
    {
        var text = ids[id];
        return model.TypeOfId(text) is RelationshipType { Id: null } type
            && checks.TryGetValue(type, out var check)
            && DerivedId.Split(type, text) is var (source, target)
            && check.Contains(source, target);
    }

    private readonly record struct Reference(int Id, SourceLocation Location, string Column, bool InStore);
}
