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
/// <param name="model">The model.</param>
/// <param name="database">The database.</param>
/// <param name="repair">Whether what can be made good is.</param>
/// <param name="makesSchema">Whether constraints and indexes are ours to make.</param>
internal sealed class DatabaseCheck(GraphModel model, Neo4jDatabase database, bool repair, bool makesSchema)
{
    private readonly CheckFindings _findings = new(repair);
    private readonly DerivedValues _derived = new(model, database);

    /// <summary>Whether another tool filled the database and nothing of it was derived yet.</summary>
    private bool _isForeign;

    /// <summary>Whether the database was being fitted to the model when that was cut off.</summary>
    private bool _wasCutOff;

    /// <summary>Looks at everything. What was found, and perhaps repaired, before a failure is told with it.</summary>
    public async Task<CheckReport> RunAsync(CancellationToken cancellation)
    {
        try
        {
            await CheckAllAsync(cancellation).ConfigureAwait(false);
            return _findings.Report();
        }
        catch (Exception failure) when (_findings.Any && failure is StoreException or OperationCanceledException)
        {
            return _findings.Report(failure);
        }
    }

    private async Task CheckAllAsync(CancellationToken cancellation)
    {
        ServerVersion.Check((await database.GetServerAsync(cancellation).ConfigureAwait(false)).Agent);
        if (!await TakeAsync(cancellation).ConfigureAwait(false))
            return;

        foreach (var type in model.FactTypes)
            await CheckEachAsync(type, cancellation).ConfigureAwait(false);

        // Ids come before the constraints on them, and everything else after the indexes that it is found by.
        foreach (var type in model.Relationships)
        {
            if (_derived.IdOf(type) is { } rule)
                await CheckDerivedAsync(rule, cancellation).ConfigureAwait(false);
        }

        var hasIndexes = await new SchemaCheck(model, database, _findings, repair, makesSchema).RunAsync(cancellation).ConfigureAwait(false);
        foreach (var type in model.FactTypes)
        {
            foreach (var rule in _derived.Lists(type))
                await CheckDerivedAsync(rule, cancellation).ConfigureAwait(false);
            if (!hasIndexes || (_isForeign && !repair))
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

        if (hasIndexes && model.Claim is { } claim)
        {
            var (count, some) = await new LooseClaims(model, claim, database).FindAsync(cancellation).ConfigureAwait(false);
            if (count > 0)
                _findings.AddLooseClaims(claim, some, count);
        }

        // What was not looked at is still to be derived: by the next start, or here once the indexes are there.
        if (!repair || !hasIndexes)
            return;
        await StoreNode.FittedAsync(database, cancellation).ConfigureAwait(false);
        if (_wasCutOff)
            AddCutOff();
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
            _isForeign = true;
            await AdoptAsync(description, nodes, cancellation).ConfigureAwait(false);
            return true;
        }

        if (state.Description == description.ToJson())
        {
            _wasCutOff = state.IsFitting;
            if (_wasCutOff && !repair)
                AddCutOff();
            return true;
        }

        return await FitAsync(state, description, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Makes the database ours. The days that another tool gave are marked before it is: whoever goes on after a cut derives
    /// the rest, and could not tell these from its own.
    /// </summary>
    private async Task AdoptAsync(LayoutDescription description, long nodes, CancellationToken cancellation)
    {
        var given = new List<string>();
        foreach (var type in model.Relationships)
        {
            if (DerivedValues.GivenDays(type) is not var (match, set))
                continue;
            var text = repair
                ? $"{match} CALL (x) {{ {set} }} IN TRANSACTIONS OF {DerivedRule.RowsInTransaction} ROWS RETURN count(x)"
                : match + " RETURN count(x)";
            var count = (long)(await database.RunAsync("CYPHER 5 " + text, null, cancellation).ConfigureAwait(false))[0][0]!;
            if (count > 0)
                given.Add($"{count} {DerivedValues.Kind(type)} have attested days that are not marked as given.");
        }

        if (repair && makesSchema)
            await new SchemaFit(model, database).MakeOwnAsync(cancellation).ConfigureAwait(false);
        if (repair)
        {
            await database.WriteAsync(
                transaction => StoreNode.MakeAsync(transaction, description.ToJson(), isFitting: true, cancellation),
                cancellation).ConfigureAwait(false);
        }

        _findings.Add($"{database} holds {nodes} nodes and was not made by GraphIntel.", isRepairable: true);
        foreach (var text in given)
            _findings.Add(text, isRepairable: true);
    }

    private void AddCutOff() =>
        _findings.Add($"{database} was being fitted to this model when that was cut off.", isRepairable: true);

    private async Task<bool> FitAsync(StoreState state, LayoutDescription description, CancellationToken cancellation)
    {
        if (state.Description is null || LayoutDescription.Parse(state.Description) is not { } stored)
        {
            if (repair)
                await database.WriteAsync(transaction => FitAsync(transaction, description, cancellation), cancellation).ConfigureAwait(false);
            _findings.Add($"{database} does not say which model it keeps.", isRepairable: true);
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
            var some = await database.NameAsync(
                $"MATCH {pattern} WHERE {rules[i].Condition}", Names.Shown("x"), null, cancellation).ConfigureAwait(false);
            _findings.Add($"{count} {rules[i].Text}: {CheckFindings.Some(some, count)}.", isRepairable: false);
        }
    }

    private async Task CheckDerivedAsync(DerivedRule rule, CancellationToken cancellation)
    {
        try
        {
            var count = await (repair ? rule.RepairAsync(cancellation) : rule.CountAsync(cancellation)).ConfigureAwait(false);
            if (count > 0)
                _findings.Add($"{count} {rule.Text}.", isRepairable: true);
        }
        catch (StoreException taken) when (taken.Failure == StoreFailure.Refused && taken.InnerException is StoreException)
        {
            _findings.Add(taken.Message, isRepairable: false);
        }

        var (open, some) = await rule.FindOpenAsync(cancellation).ConfigureAwait(false);
        if (open > 0)
            _findings.Add($"{open} {rule.Open!.Text}: {CheckFindings.Some(some, open)}.", isRepairable: false);
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
                    var many = await ManyAtOneEnd.FindAsync(transaction, type, fromSource, CheckFindings.Shown, cancellation).ConfigureAwait(false);
                    sentences.AddRange(many.Select(node => ModelMismatch.TooMany(type, node.Id, node.Count)));
                }
            },
            cancellation).ConfigureAwait(false);
        foreach (var sentence in found)
            _findings.Add(sentence, isRepairable: false);
    }
}
