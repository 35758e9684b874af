using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Neo4j.Write;

/// <summary>
/// What a batch's relationships leave at their ends: at most one where the model says so, and no cycle in a hierarchy. Judged
/// once, when all rows are in.
/// </summary>
internal sealed class RelationshipEndsCheck(BatchWriter batch)
{
    private readonly Dictionary<RelationshipType, Touched> _touched = [];

    /// <summary>Notes a relationship that is new, or whose ends are others now.</summary>
    public void Note(RelationshipType type, string source, string target)
    {
        if (!type.OnePerSource && !type.OnePerTarget)
            return;
        if (!_touched.TryGetValue(type, out var touched))
            _touched.Add(type, touched = new Touched());
        if (type.OnePerSource)
            touched.Sources.Add(source);
        if (type.OnePerTarget)
            touched.Targets.Add(target);
        if (type.IsHierarchy)
            touched.Children.Add(Hierarchy.Child(type, source, target));
    }

    /// <summary>Refuses what breaks a rule.</summary>
    public async Task SettleAsync()
    {
        foreach (var type in batch.Model.Relationships)
        {
            if (!_touched.TryGetValue(type, out var touched))
                continue;
            await CheckSingleAsync(type, fromSource: true, touched.Sources).ConfigureAwait(false);
            await CheckSingleAsync(type, fromSource: false, touched.Targets).ConfigureAwait(false);
            if (type.IsHierarchy && await Hierarchy
                .FindCycleAsync(batch.Transaction, type, touched.Children, batch.Cancellation).ConfigureAwait(false) is { } cycle)
            {
                throw Refusal.Cycle(type, cycle);
            }
        }

        _touched.Clear();
    }

    private async Task CheckSingleAsync(RelationshipType type, bool fromSource, HashSet<string> ids)
    {
        if (await ManyAtOneEnd.FindAsync(batch.Transaction, type, fromSource, [.. ids], batch.Cancellation).ConfigureAwait(false)
            is var (id, one, other))
        {
            throw Refusal.MoreThanOne(type, id, one, other);
        }
    }

    private sealed class Touched
    {
        public HashSet<string> Sources { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Targets { get; } = new(StringComparer.Ordinal);

        /// <summary>The nodes below a new or moved relationship.</summary>
        public HashSet<string> Children { get; } = new(StringComparer.Ordinal);
    }
}
