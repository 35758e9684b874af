using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Derived;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j.Prepare;

/// <summary>
/// Upgrades a database to a newer model, or reports everything that prevents it. The new description is written first, then
/// new values are derived: from then on, writes of a process with the old model are rejected, and after an interruption the
/// next start continues the upgrade.
/// </summary>
internal sealed class Upgrade(GraphModel model, Neo4jDatabase database)
{
    private readonly LayoutDescription _needed = LayoutDescription.Of(model);
    private readonly DerivedValues _derived = new(model, database);

    /// <summary>Starts the upgrade, or throws with nothing changed. Null if there is nothing to derive.</summary>
    public async Task<LayoutDifference?> BeginAsync(CancellationToken cancellation)
    {
        var description = _needed.ToJson();
        return await database.WriteAsync(
            async transaction =>
            {
                var state = await StoreNode.LockAsync(transaction, StoreNode.NewToken(), cancellation).ConfigureAwait(false);
                var stored = state?.Description is { } json ? LayoutDescription.Parse(json) : null;
                if (stored is null)
                    throw database.Mismatch.NoModelDescription();
                if (state!.Description == description)
                {
                    // An interrupted upgrade is repeated for all types: which ones were new is no longer known.
                    return state.IsUpgrading ? LayoutDifference.Compare(new LayoutDescription([], [], null), _needed) : null;
                }

                var difference = LayoutDifference.Compare(stored, _needed);
                var violations = difference.Incompatibilities.Count == 0
                    ? await FindViolationsAsync(transaction, stored, cancellation).ConfigureAwait(false)
                    : [];
                if (difference.Incompatibilities.Count + violations.Count > 0)
                    throw database.Mismatch.Incompatible(difference.Incompatibilities.Concat(violations));
                await MarkGivenDaysAsync(transaction, difference, cancellation).ConfigureAwait(false);
                await StoreNode.BeginUpgradeAsync(transaction, description, cancellation).ConfigureAwait(false);
                return difference;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Derives the ids of new relationship types, before their constraints are created.</summary>
    public async Task DeriveIdsAsync(LayoutDifference difference, CancellationToken cancellation)
    {
        foreach (var type in NewRelationships(difference))
        {
            if (_derived.IdOf(type) is { } rule)
                await rule.RepairAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Derives all other new values, also for nodes and relationships that another tool wrote before.</summary>
    public async Task EndAsync(LayoutDifference difference, CancellationToken cancellation)
    {
        foreach (var type in model.ElementTypes)
        {
            var key = LayoutDifference.KeyOf(type);
            var all = difference.NewTypes.Contains(key);
            foreach (var property in type.Properties)
            {
                if (property is { IsList: true, IsRequired: true } && (all || difference.NewProperties.Contains((key, property.Name))))
                    await _derived.EmptyLists(type, property).RepairAsync(cancellation).ConfigureAwait(false);
            }

            if (all || difference.NewlyDerived.Contains(key))
            {
                foreach (var rule in _derived.FromClaims(type))
                    await rule.RepairAsync(cancellation).ConfigureAwait(false);
            }
        }

        // A copied sort property can be a standing.
        foreach (var type in NewRelationships(difference))
        {
            if (_derived.Copies(type) is { } rule)
                await rule.RepairAsync(cancellation).ConfigureAwait(false);
        }

        await StoreNode.EndUpgradeAsync(database, cancellation).ConfigureAwait(false);
    }

    private IEnumerable<RelationshipType> NewRelationships(LayoutDifference difference) =>
        model.Relationships.Where(type => difference.NewTypes.Contains(LayoutDifference.KeyOf(type)));

    /// <summary>
    /// Marks existing attested days as given, before any are derived. Not repeated after an interruption: by then some are
    /// derived.
    /// </summary>
    private async Task MarkGivenDaysAsync(Transaction transaction, LayoutDifference difference, CancellationToken cancellation)
    {
        foreach (var type in model.Relationships)
        {
            var key = LayoutDifference.KeyOf(type);
            var isNew = difference.NewTypes.Contains(key)
                || (type.Attested is { } days && difference.NewProperties.Contains((key, days.From.Name)));
            if (!isNew || DerivedValues.GivenDays(type) is not var (match, set))
                continue;
            var cursor = await transaction.RunAsync($"CYPHER 5 {match} {set}", Parameters.Of(null), cancellation).ConfigureAwait(false);
            await cursor.ConsumeAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Violations of rules that are new in the model: at most one relationship, no cycle.</summary>
    private async Task<List<string>> FindViolationsAsync(Transaction transaction, LayoutDescription stored, CancellationToken cancellation)
    {
        var violations = new List<string>();
        foreach (var type in model.Relationships)
        {
            if (stored.Types.FirstOrDefault(candidate => candidate.Ends?.Type == type.Type)?.Ends is not { } previous)
                continue;
            var found = violations.Count;
            if (type.OnePerSource && !previous.OnePerSource)
                violations.AddRange(await SharedEnds.DescribeAsync(transaction, type, isSource: true, cancellation).ConfigureAwait(false));
            if (type.OnePerTarget && !previous.OnePerTarget)
                violations.AddRange(await SharedEnds.DescribeAsync(transaction, type, isSource: false, cancellation).ConfigureAwait(false));

            // The search for cycles needs at most one parent for each node.
            if (violations.Count == found && type.IsHierarchy && !(previous.OnePerSource || previous.OnePerTarget)
                && await Hierarchy.FindCycleAsync(transaction, type, null, cancellation).ConfigureAwait(false) is { } cycle)
            {
                violations.Add(WriteErrors.Cycle(type, cycle).Message);
            }
        }

        return violations;
    }
}
