using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Matching;

/// <summary>The nodes of a type that others can be: those of the store, and those that the import makes.</summary>
internal sealed class CandidatePool
{
    private readonly List<(StoredElement Element, Identity? Identity)> _all = [];
    private readonly Dictionary<string, (StoredElement Element, Identity? Identity)> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(StoredElement Element, Identity? Identity)>> _byParent = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Property, string Id), List<(StoredElement Element, Identity? Identity)>> _byIds = [];

    public CandidatePool(IEnumerable<StoredElement> stored)
    {
        foreach (var element in stored)
            Add(element, identity: null);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<(StoredElement Element, Identity? Identity)> All => _all;

    /// <summary>Adds a node.</summary>
    public void Add(StoredElement element, Identity? identity)
    {
        _all.Add((element, identity));
        _byId.TryAdd(element.Id, (element, identity));
        var parent = element.Parent ?? "";
        if (!_byParent.TryGetValue(parent, out var siblings))
            _byParent.Add(parent, siblings = []);
        siblings.Add((element, identity));
        foreach (var (property, ids) in element.Values)
        {
            foreach (var id in ids)
            {
                if (!_byIds.TryGetValue((property, id), out var same))
                    _byIds.Add((property, id), same = []);
                same.Add((element, identity));
            }
        }
    }

    /// <summary>The one with an id; null if there is none.</summary>
    public (StoredElement Element, Identity? Identity)? WithId(string id) => _byId.TryGetValue(id, out var found) ? found : null;

    /// <summary>Those within a node; null: those at the top.</summary>
    public IReadOnlyList<(StoredElement Element, Identity? Identity)> Within(string? parent) =>
        _byParent.TryGetValue(parent ?? "", out var found) ? found : [];

    /// <summary>Those that another data set knows by one of the ids.</summary>
    public List<(StoredElement Element, Identity? Identity)> WithIds(string property, IReadOnlyList<string> ids) =>
        [.. ids.SelectMany(id => _byIds.GetValueOrDefault((property, id)) ?? []).DistinctBy(other => other.Element.Id)];
}
