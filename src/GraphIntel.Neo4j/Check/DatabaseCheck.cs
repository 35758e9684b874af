using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Derived;
using GraphIntel.Neo4j.Layout;
using GraphIntel.Neo4j.Prepare;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j.Check;

/// <summary>Checks a database, also one that another tool filled, against a model, and repairs what can be derived.</summary>
/// <param name="model">The model.</param>
/// <param name="database">The database.</param>
/// <param name="repair">Whether to repair what can be repaired.</param>
/// <param name="createsSchema">Whether the store creates and drops its constraints and indexes.</param>
internal sealed class DatabaseCheck(GraphModel model, Neo4jDatabase database, bool repair, bool createsSchema)
{
    private readonly CheckFindings _findings = new(repair);
    private readonly DerivedValues _derived = new(model, database);

    /// <summary>Whether another tool filled the database and no values are derived yet.</summary>
    private bool _isForeign;

    /// <summary>Whether an upgrade of the database was interrupted.</summary>
    private bool _wasInterrupted;

    /// <summary>Runs all checks. After a failure, the report has the findings until then.</summary>
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
        if (!await CheckLayoutAsync(cancellation).ConfigureAwait(false))
            return;

        foreach (var type in model.ElementTypes)
            await CheckElementsAsync(type, cancellation).ConfigureAwait(false);

        // Ids are derived before their constraints are created, everything else after the indexes that it needs.
        foreach (var type in model.Relationships)
        {
            if (_derived.IdOf(type) is { } rule)
                await CheckDerivedAsync(rule, cancellation).ConfigureAwait(false);
        }

        var hasIndexes = await new SchemaCheck(model, database, _findings, repair, createsSchema).RunAsync(cancellation).ConfigureAwait(false);
        foreach (var type in model.ElementTypes)
        {
            foreach (var rule in _derived.Lists(type))
                await CheckDerivedAsync(rule, cancellation).ConfigureAwait(false);
            if (!hasIndexes || (_isForeign && !repair))
                continue;
            foreach (var rule in _derived.FromClaims(type))
                await CheckDerivedAsync(rule, cancellation).ConfigureAwait(false);
        }

        await CheckSearchAsync(hasIndexes, cancellation).ConfigureAwait(false);
        foreach (var type in model.Relationships)
        {
            if (_derived.Copies(type) is { } rule)
                await CheckDerivedAsync(rule, cancellation).ConfigureAwait(false);
            await CheckEndsAsync(type, cancellation).ConfigureAwait(false);
            await CheckMirrorsAsync(type, cancellation).ConfigureAwait(false);
        }

        if (hasIndexes && model.Claim is { } claim)
        {
            var (count, some) = await new OrphanedClaims(model, claim, database).FindAsync(cancellation).ConfigureAwait(false);
            if (count > 0)
                _findings.AddOrphanedClaims(claim, some, count);
        }

        // Without indexes some values were not checked: the upgrade stays unfinished, and the next start derives them.
        if (!repair || !hasIndexes)
            return;
        await StoreNode.EndUpgradeAsync(database, cancellation).ConfigureAwait(false);
        if (_wasInterrupted)
            AddInterruptedUpgrade();
    }

    /// <summary>Compares the stored layout with the model; returns whether the data can be checked against the model.</summary>
    private async Task<bool> CheckLayoutAsync(CancellationToken cancellation)
    {
        var description = LayoutDescription.Of(model);
        var (state, nodes) = await database.WriteAsync(
            async transaction => (
                await StoreNode.ReadAsync(transaction, cancellation).ConfigureAwait(false),
                await StoreNode.CountAllAsync(transaction, cancellation).ConfigureAwait(false)),
            cancellation).ConfigureAwait(false);
        if (state is null && nodes == 0)
            throw new StoreException(StoreFailure.Refused, $"{database} is empty: there is nothing to check.");
        if (state is null)
        {
            _isForeign = true;
            await AdoptAsync(description, nodes, cancellation).ConfigureAwait(false);
            return true;
        }

        if (state.Description == description.ToJson())
        {
            _wasInterrupted = state.IsUpgrading;
            if (_wasInterrupted && !repair)
                AddInterruptedUpgrade();
            return true;
        }

        return await UpgradeAsync(state, description, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Turns a database that another tool filled into a store. Existing attested days are marked as given before the store's
    /// own node is created: after an interruption they could not be told from derived ones.
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

        if (repair && createsSchema)
            await new SchemaUpdater(model, database).CreateModelConstraintAsync(cancellation).ConfigureAwait(false);
        if (repair)
        {
            await database.WriteAsync(
                transaction => StoreNode.CreateAsync(transaction, description.ToJson(), isUpgrading: true, cancellation),
                cancellation).ConfigureAwait(false);
        }

        _findings.Add($"{database} contains {nodes} nodes and was not created by GraphIntel.", isRepairable: true);
        foreach (var text in given)
            _findings.Add(text, isRepairable: true);
    }

    private void AddInterruptedUpgrade() =>
        _findings.Add($"{database}: an upgrade to this model was interrupted.", isRepairable: true);

    private async Task<bool> UpgradeAsync(StoreState state, LayoutDescription description, CancellationToken cancellation)
    {
        if (state.Description is null || LayoutDescription.Parse(state.Description) is not { } stored)
        {
            if (repair)
                await database.WriteAsync(transaction => BeginUpgradeAsync(transaction, description, cancellation), cancellation).ConfigureAwait(false);
            _findings.Add($"{database} has no valid layout description.", isRepairable: true);
            return true;
        }

        var difference = LayoutDifference.Compare(stored, description);
        foreach (var obstacle in difference.Incompatibilities)
            _findings.Add($"{database} does not match this model: {obstacle}", isRepairable: false);
        if (difference.Incompatibilities.Count > 0)
            return false;
        if (!repair)
        {
            _findings.Add($"{database} has an older version of this model; the next start upgrades it.", isRepairable: true);
            return true;
        }

        try
        {
            await new Upgrade(model, database).BeginAsync(cancellation).ConfigureAwait(false);
            _findings.Add($"{database} had an older version of this model.", isRepairable: true);
            return true;
        }
        catch (StoreException violations) when (violations.Failure == StoreFailure.Refused)
        {
            _findings.Add(violations.Message, isRepairable: false);
            return false;
        }
    }

    private static async Task<bool> BeginUpgradeAsync(Transaction transaction, LayoutDescription description, CancellationToken cancellation)
    {
        await StoreNode.LockAsync(transaction, StoreNode.NewToken(), cancellation).ConfigureAwait(false);
        await StoreNode.BeginUpgradeAsync(transaction, description.ToJson(), cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Checks all rules about single nodes or relationships in one scan of a type.</summary>
    private async Task CheckElementsAsync(ElementType type, CancellationToken cancellation)
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
            var some = await database.FindNamesAsync(
                $"MATCH {pattern} WHERE {rules[i].Condition}", Names.DisplayName("x"), null, cancellation).ConfigureAwait(false);
            _findings.Add($"{count} {rules[i].Text}: {CheckFindings.FormatIds(some, count)}.", isRepairable: false);
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
        catch (StoreException conflict) when (conflict.Failure == StoreFailure.Refused && conflict.InnerException is StoreException)
        {
            _findings.Add(conflict.Message, isRepairable: false);
        }

        var (remaining, some) = await rule.FindUnrepairableAsync(cancellation).ConfigureAwait(false);
        if (remaining > 0)
            _findings.Add($"{remaining} {rule.Unrepairable!.Text}: {CheckFindings.FormatIds(some, remaining)}.", isRepairable: false);
    }

    /// <summary>
    /// Checks what searches need of nodes, but not in a database that is not a store yet, where nothing is derived.
    /// </summary>
    private async Task CheckSearchAsync(bool hasIndexes, CancellationToken cancellation)
    {
        if (!hasIndexes || (_isForeign && !repair))
            return;
        var search = new SearchUpdate(model, database);
        foreach (var type in model.Searched)
            _findings.AddUnsearched(type, await search.CorrectAsync(type, repair, cancellation).ConfigureAwait(false));
    }

    private async Task CheckEndsAsync(RelationshipType type, CancellationToken cancellation)
    {
        var found = await database.ReadAsync(
            async transaction =>
            {
                var sentences = new List<string>();
                if (type.OnePerSource)
                    sentences.AddRange(await SharedEnds.DescribeAsync(transaction, type, isSource: true, cancellation).ConfigureAwait(false));
                if (type.OnePerTarget)
                    sentences.AddRange(await SharedEnds.DescribeAsync(transaction, type, isSource: false, cancellation).ConfigureAwait(false));

                // The search for cycles needs at most one parent for each node.
                if (sentences.Count == 0 && type.IsHierarchy
                    && await Hierarchy.FindCycleAsync(transaction, type, null, cancellation).ConfigureAwait(false) is { } cycle)
                {
                    sentences.Add(WriteErrors.Cycle(type, cycle).Message);
                }

                return sentences;
            },
            cancellation).ConfigureAwait(false);
        foreach (var sentence in found)
            _findings.Add(sentence, isRepairable: false);
    }

    private async Task CheckMirrorsAsync(RelationshipType type, CancellationToken cancellation)
    {
        if (!type.IsSymmetric)
            return;
        var (count, some) = await database.FindAsync(
            $"MATCH {DerivedValues.Ends(type)} WHERE s.id < t.id AND EXISTS {{ MATCH (t)-[:{Names.Type(type)}]->(s) }} WITH s, t ORDER BY s.id, t.id",
            "$p.prefix + s.id + '>' + t.id",
            new Dictionary<string, object?> { ["prefix"] = type.IdPrefix + ":" },
            cancellation).ConfigureAwait(false);
        if (count > 0)
            _findings.AddMirrors(type, some, count);
    }
}
