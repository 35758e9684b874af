using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Prepare;
using GraphIntel.Sqlite.Write;
using SQLitePCL;

namespace GraphIntel.Sqlite.Check;

/// <summary>
/// Checks a file against a model, and repairs what can be derived. Runs in a transaction of the caller, so that nothing is
/// written meanwhile.
/// </summary>
internal sealed class FileCheck(
    GraphModel model, SqliteLocation location, sqlite3 connection, StatementCache statements, bool repair, CancellationToken cancellation)
{
    private readonly CheckFindings _findings = new(repair);

    /// <summary>Runs all checks.</summary>
    public async ValueTask<CheckReport> RunAsync()
    {
        if (FileHeader.IsNew(connection, location))
            throw new StoreException(StoreFailure.Refused, $"{location} is empty: there is nothing to check.");
        if (!CheckIntegrity() || !await CheckLayoutAsync().ConfigureAwait(false))
            return _findings.Report();

        CheckIndexes();
        foreach (var type in model.ElementTypes)
        {
            CheckValues(type);
            await CheckClaimsAsync(type).ConfigureAwait(false);
        }

        CheckOrphanedClaims();
        CheckSearch();
        foreach (var type in model.Relationships)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckDanglingEnds(type);
            CheckCopies(type);
            CheckEnds(type);
            CheckMirrors(type);
        }

        return _findings.Report();
    }

    /// <summary>Checks the integrity of the file; the contents of a damaged file are not checked.</summary>
    private bool CheckIntegrity()
    {
        var select = statements.Get($"PRAGMA integrity_check({CheckFindings.MaxIds})");
        var errors = new List<string>();
        while (select.Step())
        {
            if (select.Text(0) is { } text && text != "ok")
                errors.Add(text);
        }

        select.Reset();
        foreach (var text in errors)
            _findings.Add($"{location} is damaged ({text}): restore it from a backup, or import into a new file.", isRepairable: false);
        return errors.Count == 0;
    }

    /// <summary>Whether the file has this model, or was upgraded to it.</summary>
    private async ValueTask<bool> CheckLayoutAsync()
    {
        var wanted = LayoutDescription.Of(model);
        var json = Preparation.ReadDescription(connection, location);
        if (json == wanted.ToJson())
            return true;
        var stored = LayoutDescription.Parse(json) ?? throw location.Mismatch.NoModelDescription();
        var difference = LayoutDifference.Compare(stored, wanted);
        foreach (var obstacle in difference.Incompatibilities)
            _findings.Add($"{location} does not match this model: {obstacle}", isRepairable: false);
        if (difference.Incompatibilities.Count > 0)
            return false;
        if (!repair)
        {
            // Tables and columns that the file does not have cannot be queried.
            _findings.Add($"{location} has an older version of this model; the next start upgrades it.", isRepairable: true);
            return false;
        }

        try
        {
            await new Preparation(model, location, connection, statements).RunAsync(cancellation).ConfigureAwait(false);
            _findings.Add($"{location} had an older version of this model.", isRepairable: true);
            return true;
        }
        catch (StoreException violations) when (violations.Failure == StoreFailure.Refused)
        {
            _findings.Add(violations.Message, isRepairable: false);
            return false;
        }
    }

    private void CheckIndexes()
    {
        var preparation = new Preparation(model, location, connection, statements);
        var (missing, stale) = preparation.CompareIndexes();
        foreach (var name in stale)
            _findings.Add($"The index {name} does not match the model.", isRepairable: true);
        foreach (var index in missing.Where(index => !stale.Contains(index.Name)))
            _findings.Add($"The index {index.Name} is missing.", isRepairable: true);
        if (repair)
            preparation.UpdateIndexes();
    }

    private void CheckValues(ElementType type)
    {
        foreach (var rule in ValueRules.Of(type, Kind(type)))
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = $"FROM {Names.Table(type)} x WHERE {rule.Condition}";
            var count = statements.Get($"SELECT count(*) {rows}").Scalar() ?? 0;
            if (count == 0)
                continue;
            var select = statements.Get($"SELECT {DisplayName(type)} {rows} ORDER BY 1 LIMIT {CheckFindings.MaxIds}");
            var first = new List<string>();
            while (select.Step())
                first.Add(select.Text(0) ?? "");
            select.Reset();
            _findings.Add($"{count} {rule.Text}: {CheckFindings.FormatIds(first, count)}.", isRepairable: false);
        }
    }

    /// <summary>An expression for the name of a row <c>x</c> in messages.</summary>
    private static string DisplayName(ElementType type) => type is RelationshipType { Id: null } relationship
        ? $"{SqlCompiler.Literal(type.IdPrefix + ":")} || (SELECT {Names.Id} FROM {Names.Table(relationship.Source)} WHERE {Names.Key} = x.{Names.Source}) " +
            $"|| '>' || (SELECT {Names.Id} FROM {Names.Table(relationship.Target)} WHERE {Names.Key} = x.{Names.Target})"
        : "x." + Names.Id;

    /// <summary>Compares standings, first days of claims and attested days with the claims.</summary>
    private async ValueTask CheckClaimsAsync(ElementType type)
    {
        if (type.Standing is null && type is not RelationshipType { Attested: not null })
            return;
        cancellation.ThrowIfCancellationRequested();
        var outdated = Facts().FindOutdated(type, cancellation);
        if (outdated.Count == 0)
            return;
        _findings.Add(
            $"{outdated.Count} {Kind(type)} have a standing or days that do not match their claims: " +
            $"{CheckFindings.FormatIds(outdated.Take(CheckFindings.MaxIds), outdated.Count)}.", isRepairable: true);
        if (!repair)
            return;
        var target = new BatchTarget(model, connection, statements, new NodeKeys(statements), cancellation);
        await new BatchMerge(model, target, cancellation).DeriveAsync(outdated).ConfigureAwait(false);
    }

    private void CheckOrphanedClaims()
    {
        if (model.Claim is not { } claim)
            return;
        var orphaned = Facts().FindOrphaned(claim, cancellation);
        if (orphaned.Count > 0)
            _findings.AddOrphanedClaims(claim, orphaned.Take(CheckFindings.MaxIds), orphaned.Count);
    }

    /// <summary>Checks the keys of searches by node; the tables are built anew if they do not match.</summary>
    private void CheckSearch()
    {
        var tables = new SearchTables(model, connection, statements);
        if (tables.AreCurrent())
        {
            var isOutdated = false;
            foreach (var type in model.Searched)
            {
                var count = tables.CountOutdated(type, cancellation);
                _findings.AddUnsearched(type, count);
                isOutdated |= count > 0;
            }
            if (!isOutdated)
                return;
        }
        else
        {
            _findings.Add($"{location} has search keys of another model or version.", isRepairable: true);
        }

        if (repair)
            tables.Build(cancellation);
    }

    private ClaimedFacts Facts() => new(model, statements, new NodeKeys(statements));

    private void CheckDanglingEnds(RelationshipType type)
    {
        var count = statements.Get(
            $"SELECT count(*) FROM {Names.Table(type)} r WHERE " +
            $"NOT EXISTS (SELECT 1 FROM {Names.Table(type.Source)} n WHERE n.{Names.Key} = r.{Names.Source}) OR " +
            $"NOT EXISTS (SELECT 1 FROM {Names.Table(type.Target)} n WHERE n.{Names.Key} = r.{Names.Target})").Scalar() ?? 0;
        if (count > 0)
            _findings.Add($"{count} {Kind(type)} start or end at a node that does not exist.", isRepairable: false);
    }

    private void CheckMirrors(RelationshipType type)
    {
        if (!type.IsSymmetric)
            return;
        var (table, node) = (Names.Table(type), Names.Table(type.Source));
        var rows = $"FROM {table} r JOIN {node} s ON s.{Names.Key} = r.{Names.Source} JOIN {node} t ON t.{Names.Key} = r.{Names.Target} " +
            $"WHERE s.{Names.Id} < t.{Names.Id} AND EXISTS (SELECT 1 FROM {table} m WHERE m.{Names.Source} = r.{Names.Target} AND m.{Names.Target} = r.{Names.Source})";
        var count = statements.Get($"SELECT count(*) {rows}").Scalar() ?? 0;
        if (count == 0)
            return;
        var select = statements.Get($"SELECT s.{Names.Id}, t.{Names.Id} {rows} ORDER BY 1, 2 LIMIT {CheckFindings.MaxIds}");
        var first = new List<string>();
        while (select.Step())
            first.Add(type.DeriveId(select.Text(0)!, select.Text(1)!));
        select.Reset();
        _findings.AddMirrors(type, first, count);
    }

    private void CheckCopies(RelationshipType type)
    {
        if (type.TargetOrder is { } targetOrder)
            CheckCopy(type, Names.TargetOrder, Names.Target, type.Target, targetOrder);
        if (type.SourceOrder is { } sourceOrder)
            CheckCopy(type, Names.SourceOrder, Names.Source, type.Source, sourceOrder);
    }

    private void CheckCopy(RelationshipType type, string copy, string end, NodeType node, Property property)
    {
        var table = Names.Table(type);
        var current = Lookup.NodeProperty(node, property, $"{table}.{end}");
        var isOutdated = $"{copy} IS NOT {current} AND EXISTS (SELECT 1 FROM {Names.Table(node)} n WHERE n.{Names.Key} = {table}.{end})";
        var count = statements.Get($"SELECT count(*) FROM {table} WHERE {isOutdated}").Scalar() ?? 0;
        if (count == 0)
            return;
        _findings.Add($"{count} {Kind(type)} have an out-of-date copy of {node.Name}.{property.Name}.", isRepairable: true);
        if (repair)
            statements.Get($"UPDATE {table} SET {copy} = {current} WHERE {isOutdated}").Run();
    }

    /// <summary>Checks for several relationships where the model allows one, for cycles, and, without either, the closure.</summary>
    private void CheckEnds(RelationshipType type)
    {
        var violations = new List<string>();
        var keys = new NodeKeys(statements);
        var ends = new SharedEnds(statements, keys);
        var hierarchy = new Hierarchy(type, statements, keys);
        if (type.OnePerSource)
            violations.AddRange(ends.Describe(type, isSource: true));
        if (type.OnePerTarget)
            violations.AddRange(ends.Describe(type, isSource: false));
        if (violations.Count == 0 && type.IsHierarchy && hierarchy.FindCycle(cancellation) is { } cycle)
            violations.Add(WriteErrors.Cycle(type, cycle).Message);
        foreach (var violation in violations)
            _findings.Add(violation, isRepairable: false);
        if (violations.Count > 0 || !Names.HasClosure(type))
            return;
        if (hierarchy.IsClosureValid())
            return;
        _findings.Add($"The closure table of {type.Type} does not match its relationships.", isRepairable: true);
        if (repair)
            hierarchy.Rebuild();
    }

    private static string Kind(ElementType type) =>
        type is RelationshipType relationship ? $"{relationship.Type} relationships" : $"{type.Name} nodes";
}
