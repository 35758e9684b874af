using GraphIntel.Core.Model;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>
/// Ids that rows refer to and that were not in the files read so far: they must be in later files or in the store.
/// </summary>
internal sealed class References(
    IdTable ids, IdRules idRules, IReadOnlyList<GraphFile> files, StoreIds storeIds, ImportMistakes mistakes)
{
    private readonly List<Reference> _references = [];
    private readonly HashSet<FactType> _incomplete = [];

    /// <summary>
    /// Adds a reference. With <paramref name="inStore"/> it must be in the store: what the files have is written too late.
    /// </summary>
    public void Add(int id, Place place, string column, bool inStore = false)
    {
        if (inStore || !ids.PlaceOf(id).IsKnown) _references.Add(new Reference(id, place, column, inStore));
    }

    /// <summary>Notes that not all ids of a type could be read, so that it cannot be said which are missing.</summary>
    public void MarkIncomplete(FactType type) => _incomplete.Add(type);

    /// <summary>Once all files are read: leaves what the files have, and asks the store for the rest.</summary>
    public void Want(IReadOnlyDictionary<RelationshipType, LinkCheck> links)
    {
        _references.RemoveAll(reference =>
            !reference.InStore && (ids.PlaceOf(reference.Id).IsKnown || IsDerivedFromFiles(reference.Id, links)));
        foreach (var reference in _references) storeIds.Want(reference.Id);
    }

    /// <summary>Once the store has answered: what is nowhere is a mistake.</summary>
    public void Complete()
    {
        foreach (var (id, place, column, inStore) in _references)
        {
            if (storeIds.Has(id)) continue;
            var text = ids[id];
            if (!inStore && idRules.TypeOf(text) is { } type && _incomplete.Contains(type)) continue;
            mistakes.Add(
                files[place.File].Name, place.Line, column,
                inStore
                    ? $"{Wording.Quote(text)} says where a claim comes from and is not in the store; "
                        + "import it before what is claimed of it"
                    : $"{Wording.Quote(text)} is neither in the files nor in the store");
        }
    }

    private bool IsDerivedFromFiles(int id, IReadOnlyDictionary<RelationshipType, LinkCheck> links)
    {
        var text = ids[id];
        return idRules.TypeOf(text) is RelationshipType { Id: null } type
            && links.TryGetValue(type, out var link)
            && IdRules.TrySplitDerived(text, type, out var source, out var target)
            && link.Contains(source, target);
    }

    private readonly record struct Reference(int Id, Place Place, string Column, bool InStore);
}
