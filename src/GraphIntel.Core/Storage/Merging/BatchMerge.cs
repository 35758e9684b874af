using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>
/// Writes a batch in one transaction of a store: its rows in their order, then the checks and derived values of the resulting
/// state. Rules about several rows (one relationship per source, no cycle) apply to that state, not to intermediate states. The
/// first error in this order rejects the batch, which is the same on every store.
/// </summary>
internal sealed class BatchMerge(GraphModel model, IBatchTarget target, CancellationToken cancellation) : IBatchScope
{
    private static readonly IReadOnlyDictionary<string, StoredRow> NoRows = new Dictionary<string, StoredRow>();

    private readonly BatchEffects _effects = new();

    /// <summary>The ids that were looked for in the transaction and not found, or are taken for new; they need not be read.</summary>
    private HashSet<string> _absent = new(StringComparer.Ordinal);
    private long _deleted;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, byte[]>> ReadRecordsAsync(IReadOnlyCollection<string> keys) => target.ReadRecordsAsync(keys);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count) =>
        target.ReadRecordsAsync(prefix, after, count);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, StoredRow>> ReadAsync(ElementType type, IReadOnlyCollection<string> ids)
    {
        var wanted = type is RelationshipType { Id: null } relationship ? [.. ids.Where(id => !IsAbsent(relationship, id))] : ids;
        var found = wanted.Count == 0 ? NoRows : await target.ReadAsync(type, wanted).ConfigureAwait(false);
        foreach (var id in ids)
        {
            if (!found.ContainsKey(id))
                _absent.Add(id);
        }

        return found;
    }

    /// <inheritdoc/>
    public void TakeForNew(HashSet<string> ids)
    {
        if (_absent.Count == 0)
            _absent = ids;
        else
            _absent.UnionWith(ids);
    }

    /// <summary>Whether an end of a relationship is not stored, so that it is not stored itself.</summary>
    private bool IsAbsent(RelationshipType type, string id) =>
        _absent.Count > 0 && DerivedId.Split(type, id) is var (source, end) && (_absent.Contains(source) || _absent.Contains(end));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<string>> DeleteAsync(IReadOnlyCollection<string> ids)
    {
        // Relationships first, then nodes; what a claim was about, or a relationship led to, becomes free in the next round.
        var left = ids.ToHashSet(StringComparer.Ordinal);
        for (var before = -1; left.Count > 0 && left.Count != before;)
        {
            before = left.Count;
            foreach (var group in left.GroupBy(model.TypeOfId).OrderBy(group => group.Key is NodeType).ToList())
            {
                cancellation.ThrowIfCancellationRequested();
                if (group.Key is { } type)
                    await DeleteAsync(type, [.. group.Order(StringComparer.Ordinal)], left).ConfigureAwait(false);
            }
        }

        return left;
    }

    private async ValueTask DeleteAsync(ElementType type, string[] ids, HashSet<string> left)
    {
        var result = await target.DeleteAsync(type, ids).ConfigureAwait(false);
        left.ExceptWith(ids.Except(result.Kept, StringComparer.Ordinal));
        _deleted += result.Deleted.Count;
        foreach (var deleted in result.Deleted)
        {
            if (deleted is { Source: { } source, Target: { } end } && type is RelationshipType relationship)
                _effects.Delete(relationship, source, end);
            if (deleted.About is { } about)
                _effects.Release(about);
        }
    }

    /// <summary>Writes the batch; the caller begins and ends the transaction.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="check">Checks each row by itself, while the rows are written. Its error comes before any other.</param>
    public async ValueTask<WriteSummary> WriteAsync(GraphBatch batch, Action check)
    {
        var checks = Task.Run(check, CancellationToken.None);
        try
        {
            return await WriteAsync(batch).ConfigureAwait(false);
        }
        finally
        {
            await checks.ConfigureAwait(false);
        }
    }

    private async ValueTask<WriteSummary> WriteAsync(GraphBatch batch)
    {
        var summary = default(WriteSummary);
        // While the nodes are written.
        var merges = Task.Run(() => Merge(batch.Relationships));
        var nodes = new List<NodeMerge>(batch.Nodes.Count);
        foreach (var rows in batch.Nodes)
        {
            var written = nodes.Where(before => before.Type == rows.Type).SelectMany(before => before.Nodes).Select(node => node.Row.Id);
            nodes.Add(new NodeMerge(model, rows, _absent, written.ToHashSet(StringComparer.Ordinal)));
            summary += await WriteAsync(nodes[^1]).ConfigureAwait(false);
        }

        summary += await WriteAsync(await merges.ConfigureAwait(false)).ConfigureAwait(false);
        // The store makes what searches need of new nodes while it writes the relationships.
        foreach (var merge in nodes.Where(merge => merge.Type.Searched.Count > 0))
            await target.RefreshSearchAsync(merge).ConfigureAwait(false);
        foreach (var type in model.Relationships)
        {
            if (_effects.EndsOf(type) is { } changes)
                await ApplyAsync(type, changes).ConfigureAwait(false);
        }

        await DeriveAsync().ConfigureAwait(false);
        if (await batch.Records.ConfigureAwait(false) is { Count: > 0 } records)
            await target.WriteRecordsAsync(records).ConfigureAwait(false);
        return summary with { Deleted = _deleted };
    }

    private List<RelationshipMerge> Merge(IReadOnlyList<RelationshipRows> batch)
    {
        var merges = new List<RelationshipMerge>(batch.Count);
        foreach (var rows in batch)
        {
            var written = merges.Where(before => before.Type == rows.Type).SelectMany(before => before.Relationships).Select(one => one.Id);
            merges.Add(new RelationshipMerge(rows, _absent, written.ToHashSet(StringComparer.Ordinal)));
        }

        return merges;
    }

    /// <summary>Derives again what claims decide of facts; throws for the first that is not a fact or does not exist.</summary>
    public ValueTask DeriveAsync(IEnumerable<string> facts)
    {
        foreach (var fact in facts)
            _effects.MarkDirty(fact, claim: null);
        return DeriveAsync();
    }

    private async ValueTask DeriveAsync()
    {
        var facts = _effects.DirtyFacts;
        var found = facts.Keys.Where(fact => _effects.IsAsserted(fact) && model.TypeOfId(fact) is { IsFact: true }).ToHashSet(StringComparer.Ordinal);
        foreach (var group in facts.Keys.Where(fact => !found.Contains(fact)).ToList().GroupBy(model.TypeOfId))
        {
            cancellation.ThrowIfCancellationRequested();
            if (group.Key is not { IsFact: true } type)
                continue;
            var derived = await target.DeriveAsync(type, [.. group]).ConfigureAwait(false);
            found.UnionWith(derived.Found);
            if (derived.Changed.Count > 0)
                await RefreshAsync((NodeType)type, type.Standing!, derived.Changed).ConfigureAwait(false);
        }

        foreach (var (fact, claim) in facts)
        {
            if (!found.Contains(fact) && !_effects.IsReleased(fact))
            {
                throw model.TypeOfId(fact) is { IsFact: true }
                    ? WriteErrors.FactNotFound(claim, fact)
                    : WriteErrors.NotAFact(model, claim, fact);
            }
        }
    }

    private async ValueTask<WriteSummary> WriteAsync(NodeMerge merge)
    {
        cancellation.ThrowIfCancellationRequested();
        if (merge.MayBeStored.Count > 0)
            await target.ReadAsync(merge).ConfigureAwait(false);
        var summary = merge.Run(_effects);
        await target.WriteAsync(merge).ConfigureAwait(false);
        foreach (var (property, nodes) in merge.Copied)
            await RefreshAsync(merge.Type, property, nodes).ConfigureAwait(false);
        return summary;
    }

    private async ValueTask<WriteSummary> WriteAsync(List<RelationshipMerge> merges)
    {
        var summary = default(WriteSummary);
        for (var index = 0; index < merges.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var merge = merges[index];
            if (merge.MayBeStored.Count > 0)
                await target.ReadAsync(merge).ConfigureAwait(false);
            try
            {
                summary += merge.Run(_effects);
            }
            catch (StoreException)
            {
                await CheckEndsAsync(merges, index).ConfigureAwait(false);
                throw;
            }

            // Ends that are replaced are never written.
            if (merge.ReplacesEnds)
                await CheckEndsAsync(merges, index).ConfigureAwait(false);
            await target.WriteAsync(merge).ConfigureAwait(false);
        }

        await CheckWrittenAsync(merges).ConfigureAwait(false);
        return summary;
    }

    /// <summary>Throws for the first row with an end that does not exist, of the merges that are written and of the one at the index.</summary>
    private async ValueTask CheckEndsAsync(List<RelationshipMerge> merges, int index)
    {
        await CheckWrittenAsync(merges.Take(index)).ConfigureAwait(false);
        await CheckEndsAsync(merges[index]).ConfigureAwait(false);
    }

    /// <summary>Throws for the first row with an end that does not exist. Writing finds that itself, which costs less than a look-up.</summary>
    private async ValueTask CheckWrittenAsync(IEnumerable<RelationshipMerge> written)
    {
        foreach (var merge in written)
        {
            if (!await target.HasEndsAsync(merge).ConfigureAwait(false))
                await CheckEndsAsync(merge).ConfigureAwait(false);
        }
    }

    /// <summary>Throws for the first checked row with an end that does not exist.</summary>
    private async ValueTask CheckEndsAsync(RelationshipMerge merge)
    {
        var type = merge.Type;
        var sources = await FindAsync(type.Source, merge.Checked.Select(row => row.Source)).ConfigureAwait(false);
        var targets = await FindAsync(type.Target, merge.Checked.Select(row => row.Target)).ConfigureAwait(false);
        foreach (var row in merge.Checked)
        {
            if (!sources.Contains(row.Source))
                throw WriteErrors.EndNotFound(type, row, type.Source, row.Source);
            if (!targets.Contains(row.Target))
                throw WriteErrors.EndNotFound(type, row, type.Target, row.Target);
        }
    }

    private ValueTask<IReadOnlySet<string>> FindAsync(NodeType type, IEnumerable<string> ids) =>
        target.FindAsync(type, [.. ids.Distinct(StringComparer.Ordinal)]);

    /// <summary>Checks the rules about several relationships, and updates what is derived from them.</summary>
    private async ValueTask ApplyAsync(RelationshipType type, EndChanges changes)
    {
        cancellation.ThrowIfCancellationRequested();
        await CheckSharedAsync(type, isSource: true, changes.Sources).ConfigureAwait(false);
        await CheckSharedAsync(type, isSource: false, changes.Targets).ConfigureAwait(false);
        if (!type.IsHierarchy)
            return;
        if (changes.ChildrenInDoubt is { Count: > 0 } inDoubt && await target.FindCycleAsync(type, inDoubt).ConfigureAwait(false) is { } cycle)
            throw WriteErrors.Cycle(type, cycle);
        await target.UpdateHierarchyAsync(type, changes).ConfigureAwait(false);
    }

    private async ValueTask CheckSharedAsync(RelationshipType type, bool isSource, IReadOnlyCollection<string> nodes)
    {
        if (nodes.Count > 0 && await target.FindSharedEndAsync(type, isSource, nodes).ConfigureAwait(false) is var (id, one, other))
            throw WriteErrors.MoreThanOne(type, id, one, other);
    }

    private async ValueTask RefreshAsync(NodeType node, Property property, IReadOnlyList<string> ids)
    {
        foreach (var copy in OrderCopy.Of(model, node, property))
            await target.RefreshAsync(copy, ids).ConfigureAwait(false);
    }
}
