using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j.Check;

/// <summary>Holds a database to a model, also one that others filled, and makes good what follows from the rest.</summary>
internal sealed class DatabaseCheck(GraphModel model, Neo4jDatabase database, bool repair)
{
    private const int Shown = 3;

    private readonly CheckFindings _findings = new(repair);
    private readonly SchemaFit _schema = new(model, database);
    private readonly DerivedValues _derived = new(model, database);

    /// <summary>Looks at everything.</summary>
    public async Task<CheckReport> RunAsync(CancellationToken cancellation)
    {
        ServerVersion.Check((await database.GetServerAsync(cancellation).ConfigureAwait(false)).Agent);
        if (!await TakeAsync(cancellation).ConfigureAwait(false))
            return _findings.Report();

        foreach (var type in model.FactTypes)
            await CheckEachAsync(type, cancellation).ConfigureAwait(false);

        // Ids come before the constraints on them, and everything else after the indexes that it is found by.
        foreach (var type in model.Relationships)
        {
            if (_derived.IdOf(type) is { } rule)
                await CheckDerivedAsync(rule, cancellation).ConfigureAwait(false);
        }

        var hasIndexes = await CheckSchemaAsync(cancellation).ConfigureAwait(false);
        foreach (var type in model.FactTypes)
        {
            foreach (var rule in _derived.Lists(type))
                await CheckDerivedAsync(rule, cancellation).ConfigureAwait(false);
            if (!hasIndexes)
                continue;
            foreach (var rule in _derived.FromClaims(type))
                await CheckDerivedAsync(rule, cancellation).ConfigureAwait(false);
        }

        foreach (var type in model.Relationships)
        {
            if (_derived.Copies(type) is { } rule)
                await CheckDerivedAsync(rule, cancellation).ConfigureAwait(false);
            await CheckEndsAsync(type, cancellation).ConfigureAwait(false);
        }

        if (repair)
            await StoreNode.FittedAsync(database, cancellation).ConfigureAwait(false);
        return _findings.Report();
    }

    /// <summary>Looks at what the database says of itself; whether the model can be held to it.</summary>
    private async Task<bool> TakeAsync(CancellationToken cancellation)
    {
        var description = LayoutDescription.Of(model);
        var (state, nodes) = await database.WriteAsync(
            async transaction => (
                await StoreNode.ReadAsync(transaction, cancellation).ConfigureAwait(false),
                await StoreNode.CountAllAsync(transaction, cancellation).ConfigureAwait(false)),
            cancellation).ConfigureAwait(false);
        if (state is null && nodes == 0)
            throw new StoreException(StoreFailure.Refused, $"{database} holds nothing yet: there is nothing to check.");
        if (state is null)
        {
            _findings.Add($"{database} holds {nodes} nodes and was not made by GraphIntel.", isRepairable: true);
            if (repair)
            {
                await _schema.MakeOwnAsync(cancellation).ConfigureAwait(false);
                await database.WriteAsync(
                    transaction => StoreNode.MakeAsync(transaction, description.ToJson(), cancellation), cancellation).ConfigureAwait(false);
            }

            return true;
        }

        if (state.Description == description.ToJson())
        {
            if (state.IsFitting)
                _findings.Add($"{database} was being fitted to this model when that was cut off.", isRepairable: true);
            return true;
        }

        return await FitAsync(state, description, cancellation).ConfigureAwait(false);
    }

    private async Task<bool> FitAsync(StoreState state, LayoutDescription description, CancellationToken cancellation)
    {
        if (state.Description is null || LayoutDescription.Parse(state.Description) is not { } stored)
        {
            _findings.Add($"{database} does not say which model it keeps.", isRepairable: true);
            if (repair)
                await database.WriteAsync(transaction => FitAsync(transaction, description, cancellation), cancellation).ConfigureAwait(false);
            return true;
        }

        var difference = LayoutDifference.Between(stored, description);
        foreach (var obstacle in difference.Obstacles)
            _findings.Add($"{database} keeps another model: {obstacle}", isRepairable: false);
        if (difference.Obstacles.Count > 0)
            return false;
        if (!repair)
        {
            _findings.Add($"{database} keeps this model as it was before it grew; the next start fits it.", isRepairable: true);
            return true;
        }

        try
        {
            await new Upgrade(model, database).BeginAsync(cancellation).ConfigureAwait(false);
            _findings.Add($"{database} kept this model as it was before it grew.", isRepairable: true);
            return true;
        }
        catch (StoreException breaches) when (breaches.Failure == StoreFailure.Refused)
        {
            _findings.Add(breaches.Message, isRepairable: false);
            return false;
        }
    }

    private static async Task<bool> FitAsync(Transaction transaction, LayoutDescription description, CancellationToken cancellation)
    {
        await StoreNode.LockAsync(transaction, StoreNode.NewToken(), cancellation).ConfigureAwait(false);
        await StoreNode.FitAsync(transaction, description.ToJson(), cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Walks once over a type with all the rules that concern one node or relationship by itself.</summary>
    private async Task CheckEachAsync(FactType type, CancellationToken cancellation)
    {
        var rules = TypeRules.Of(type).ToList();
        var pattern = type is RelationshipType relationship ? $"(s)-[x:{Names.Type(relationship)}]->(t)" : DerivedValues.Pattern(type);
        var counts = await database.RunAsync(
            $"CYPHER 5 MATCH {pattern} RETURN {string.Join(", ", rules.Select((rule, i) => $"count(CASE WHEN {rule.Condition} THEN 1 END) AS c{i}"))}",
            null, cancellation).ConfigureAwait(false);
        for (var i = 0; i < rules.Count; i++)
        {
            if (counts[0][i] is not long count || count == 0)
                continue;
            var some = await database.RunAsync(
                $"CYPHER 5 MATCH {pattern} WHERE {rules[i].Condition} RETURN coalesce(toStringOrNull(x.id), elementId(x)) LIMIT {Shown}",
                null, cancellation).ConfigureAwait(false);
            _findings.Add(
                $"{count} {rules[i].Text}: {CheckFindings.Some(some.Select(record => (string)record[0]!), count)}.", isRepairable: false);
        }
    }

    private async Task CheckDerivedAsync(DerivedRule rule, CancellationToken cancellation)
    {
        var count = await (repair ? rule.RepairAsync(cancellation) : rule.CountAsync(cancellation)).ConfigureAwait(false);
        if (count > 0)
            _findings.Add($"{count} {rule.Text}.", isRepairable: true);
    }

    /// <summary>Compares constraints and indexes; whether claims can be found by theirs.</summary>
    private async Task<bool> CheckSchemaAsync(CancellationToken cancellation)
    {
        var (missing, stale) = await _schema.CompareAsync(cancellation).ConfigureAwait(false);
        foreach (var item in stale)
        {
            _findings.Add($"The model does not ask for {item}, which GraphIntel made.", isRepairable: true);
            if (repair)
                await _schema.DropAsync(item, cancellation).ConfigureAwait(false);
        }

        foreach (var item in missing)
        {
            var text = $"{database} lacks {item}.";
            var twice = item.Kind == SchemaKind.Unique ? await TwiceAsync(item, cancellation).ConfigureAwait(false) : "";
            if (twice.Length > 0)
                _findings.Add(text + twice, isRepairable: false);
            else if (!repair)
                _findings.Add(text, isRepairable: true);
            else
                await MakeAsync(item, text, cancellation).ConfigureAwait(false);
        }

        if (repair)
            await _schema.AwaitAsync(cancellation).ConfigureAwait(false);
        return repair || missing.Count == 0;
    }

    private async Task MakeAsync(SchemaItem item, string text, CancellationToken cancellation)
    {
        try
        {
            await _schema.MakeAsync(item, cancellation).ConfigureAwait(false);
            _findings.Add(text, isRepairable: true);
        }
        catch (StoreException failure) when (failure.Failure == StoreFailure.Refused)
        {
            _findings.Add(failure.Message, isRepairable: false);
        }
    }

    /// <summary>A sentence about values that occur more than once where a constraint allows one; empty where there are none.</summary>
    private async Task<string> TwiceAsync(SchemaItem item, CancellationToken cancellation)
    {
        var pattern = item.OnNodes ? $"(x:{Names.Quote(item.Owner)})" : $"()-[x:{Names.Quote(item.Owner)}]->()";
        var twice = $"CYPHER 5 MATCH {pattern} WITH x.{Names.Quote(item.Properties[0])} AS id, count(*) AS times WHERE times > 1 AND id IS NOT NULL ";
        var records = await database.RunAsync(twice + "RETURN count(*)", null, cancellation).ConfigureAwait(false);
        if (records[0][0] is not long count || count == 0)
            return "";
        var some = await database.RunAsync(twice + $"RETURN toStringOrNull(id) LIMIT {Shown}", null, cancellation).ConfigureAwait(false);
        return $" {count} values occur more than once: {CheckFindings.Some(some.Select(record => record[0] as string ?? "?"), count)}.";
    }

    private async Task CheckEndsAsync(RelationshipType type, CancellationToken cancellation)
    {
        var found = await database.ReadAsync(
            async transaction =>
            {
                var sentences = new List<string>();
                if (type.OnePerSource)
                    await AddManyAsync(fromSource: true).ConfigureAwait(false);
                if (type.OnePerTarget)
                    await AddManyAsync(fromSource: false).ConfigureAwait(false);

                // Cycles can be looked for only where each node has one parent.
                if (sentences.Count == 0 && type.IsHierarchy
                    && await Hierarchy.FindCycleAsync(transaction, type, null, cancellation).ConfigureAwait(false) is { } cycle)
                {
                    sentences.Add(Refusal.Cycle(type, cycle).Message);
                }

                return sentences;

                async Task AddManyAsync(bool fromSource)
                {
                    var many = await ManyAtOneEnd.FindAsync(transaction, type, fromSource, Shown, cancellation).ConfigureAwait(false);
                    sentences.AddRange(many.Select(node => ModelMismatch.TooMany(type, node.Id, node.Count)));
                }
            },
            cancellation).ConfigureAwait(false);
        foreach (var sentence in found)
            _findings.Add(sentence, isRepairable: false);
    }
}
