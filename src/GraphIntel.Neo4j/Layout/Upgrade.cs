using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Check;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j.Layout;

/// <summary>
/// Fits a database to a model that has grown, and says everything that does not fit. What the model adds is derived after the
/// description says so: a process that still has the old model is refused from then on, and one that is killed half way leaves
/// a mark that has the next one go on.
/// </summary>
internal sealed class Upgrade(GraphModel model, Neo4jDatabase database)
{
    private const int ShownBreaches = 3;

    private readonly LayoutDescription _wanted = LayoutDescription.Of(model);
    private readonly DerivedValues _derived = new(model, database);

    /// <summary>Takes the model over, or refuses it with nothing changed. Null where there is nothing left to derive.</summary>
    public async Task<LayoutDifference?> BeginAsync(CancellationToken cancellation)
    {
        var description = _wanted.ToJson();
        return await database.WriteAsync(
            async transaction =>
            {
                var state = await StoreNode.LockAsync(transaction, StoreNode.NewToken(), cancellation).ConfigureAwait(false);
                var stored = state?.Description is { } json ? LayoutDescription.Parse(json) : null;
                if (stored is null)
                    throw database.Mismatch.Unknown();
                if (state!.Description == description)
                {
                    // What was cut off is done again for all: nobody knows any more what was new.
                    return state.IsFitting ? LayoutDifference.Between(new LayoutDescription([], [], null), _wanted) : null;
                }

                var difference = LayoutDifference.Between(stored, _wanted);
                var breaches = difference.Obstacles.Count == 0
                    ? await BreachesAsync(transaction, stored, cancellation).ConfigureAwait(false)
                    : [];
                if (difference.Obstacles.Count + breaches.Count > 0)
                    throw database.Mismatch.DoesNotFit(difference.Obstacles.Concat(breaches));
                await KeepGivenDaysAsync(transaction, difference, cancellation).ConfigureAwait(false);
                await StoreNode.FitAsync(transaction, description, cancellation).ConfigureAwait(false);
                return difference;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Derives the ids of what is new, before there is a constraint on them.</summary>
    public async Task DeriveIdsAsync(LayoutDifference difference, CancellationToken cancellation)
    {
        foreach (var type in NewRelationships(difference))
        {
            if (_derived.IdOf(type) is { } rule)
                await rule.RepairAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Derives all else that is new, also of nodes and relationships that another tool wrote before the model knew them.</summary>
    public async Task EndAsync(LayoutDifference difference, CancellationToken cancellation)
    {
        foreach (var type in model.FactTypes)
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

        // An order can be by a standing, so that comes first.
        foreach (var type in NewRelationships(difference))
        {
            if (_derived.Copies(type) is { } rule)
                await rule.RepairAsync(cancellation).ConfigureAwait(false);
        }

        await StoreNode.FittedAsync(database, cancellation).ConfigureAwait(false);
    }

    private IEnumerable<RelationshipType> NewRelationships(LayoutDifference difference) =>
        model.Relationships.Where(type => difference.NewTypes.Contains(LayoutDifference.KeyOf(type)));

    /// <summary>Marks the days that are there before any is derived. Not for what was cut off: by then some are.</summary>
    private async Task KeepGivenDaysAsync(Transaction transaction, LayoutDifference difference, CancellationToken cancellation)
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

    /// <summary>What the database has against what the model newly demands: one relationship where there were many, no cycle.</summary>
    private async Task<List<string>> BreachesAsync(Transaction transaction, LayoutDescription stored, CancellationToken cancellation)
    {
        var breaches = new List<string>();
        foreach (var type in model.Relationships)
        {
            if (stored.Types.FirstOrDefault(candidate => candidate.Ends?.Type == type.Type)?.Ends is not { } before)
                continue;
            var found = breaches.Count;
            if (type.OnePerSource && !before.OnePerSource)
                await FindManyAsync(breaches, transaction, type, fromSource: true, cancellation).ConfigureAwait(false);
            if (type.OnePerTarget && !before.OnePerTarget)
                await FindManyAsync(breaches, transaction, type, fromSource: false, cancellation).ConfigureAwait(false);

            // Cycles can be looked for only where each node has one parent.
            if (breaches.Count == found && type.IsHierarchy && !(before.OnePerSource || before.OnePerTarget)
                && await Hierarchy.FindCycleAsync(transaction, type, null, cancellation).ConfigureAwait(false) is { } cycle)
            {
                breaches.Add(Refusal.Cycle(type, cycle).Message);
            }
        }

        return breaches;
    }

    private static async Task FindManyAsync(
        List<string> breaches, Transaction transaction, RelationshipType type, bool fromSource, CancellationToken cancellation)
    {
        foreach (var (id, count) in await ManyAtOneEnd.FindAsync(transaction, type, fromSource, ShownBreaches, cancellation).ConfigureAwait(false))
            breaches.Add(ModelMismatch.TooMany(type, id, count));
    }
}
