using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>
/// Removes what rows no longer make, unless another mapping vouches for it, or something refers to it: then it stays until nothing
/// does.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="scope">The store.</param>
/// <param name="shared">The records of what several rows make.</param>
/// <param name="mappings">The names of all tables of mappings that were imported.</param>
internal sealed class Removal(GraphModel model, LedgerScope scope, SharedRecords shared, IReadOnlyCollection<string> mappings)
{
    private readonly Dictionary<string, (string Mapping, long CreatedBy, string Place)> _candidates = new(StringComparer.Ordinal);

    /// <summary>The ids of what was kept, because something refers to it or another mapping vouches for it.</summary>
    public HashSet<string> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of what was deleted.</summary>
    public List<string> Deleted { get; } = [];

    /// <summary>The ids that would have to go.</summary>
    public IReadOnlyCollection<string> Candidates => _candidates.Keys;

    /// <summary>Adds what an import created and no row makes any more.</summary>
    public void Add(string mapping, string id, long createdBy, string place) => _candidates.TryAdd(id, (mapping, createdBy, place));

    /// <summary>Removes what was added.</summary>
    public async ValueTask RunAsync(LogRecord log, BatchOutcome outcome)
    {
        if (_candidates.Count == 0)
            return;
        await shared.LoadAsync(_candidates.Keys.SelectMany(id => mappings.Select(mapping => (mapping, id)))).ConfigureAwait(false);
        var free = new List<string>();
        foreach (var (id, (mapping, createdBy, place)) in _candidates)
        {
            if (mappings.FirstOrDefault(other => shared.Find(other, id) is { Rows: > 0 }) is not { } vouching)
            {
                free.Add(id);
                continue;
            }

            // It is the other's from now on, and goes with it.
            Kept.Add(id);
            shared.Set(vouching, id, shared.Find(vouching, id)! with { CreatedBy = createdBy });
            if (vouching != mapping)
                shared.Set(mapping, id, null);
            outcome.AddFinding($"kept, because the mapping {vouching} makes it, too", id, place);
        }

        var stored = await scope.ReadAsync(model, free).ConfigureAwait(false);
        var kept = await scope.DeleteAsync(free).ConfigureAwait(false);
        foreach (var id in free)
        {
            var (mapping, createdBy, place) = _candidates[id];
            if (kept.Contains(id))
            {
                Kept.Add(id);
                shared.Set(mapping, id, (shared.Find(mapping, id) ?? new SharedRecord()) with { CreatedBy = createdBy, Rows = 0 });
                outcome.AddFinding("kept, because something else refers to it", id, place);
                continue;
            }

            shared.Set(mapping, id, null);
            if (!stored.TryGetValue(id, out var row))
                continue;
            Deleted.Add(id);
            log.Deleted.Add(ToDeleted(id, row));
            var type = model.TypeOfId(id)!;
            outcome.Add(NameOf(type), id, type is RelationshipType, Decisions.Deleted, place);
        }
    }

    /// <summary>The name of a type in a report.</summary>
    public static string NameOf(ElementType type) => type is RelationshipType relationship ? relationship.Type : type.Name;

    private DeletedElement ToDeleted(string id, StoredRow row)
    {
        var properties = GivenProperties.Of(model.TypeOfId(id)!);
        return new DeletedElement(id, row.Source, row.Target, [.. properties.Select((property, index) => (property.Name, row.Values[index]))]);
    }
}
