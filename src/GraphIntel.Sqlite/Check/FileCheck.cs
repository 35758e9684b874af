using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Write;
using SQLitePCL;

namespace GraphIntel.Sqlite.Check;

/// <summary>
/// Holds a file to a model and makes good what follows from the rest. Inside a transaction of the caller, so that nobody writes
/// meanwhile.
/// </summary>
internal sealed class FileCheck(
    GraphModel model, SqliteLocation location, sqlite3 connection, StatementCache statements, bool repair, CancellationToken cancellation)
{
    private readonly CheckFindings _findings = new(repair);

    /// <summary>Looks at everything.</summary>
    public CheckReport Run()
    {
        if (FileHeader.IsNew(connection, location))
            throw new StoreException(StoreFailure.Refused, $"{location} holds nothing yet: there is nothing to check.");
        if (!CheckPages() || !Fit())
            return _findings.Report();

        CheckIndexes();
        foreach (var type in model.FactTypes)
            CheckClaims(type);
        CheckLooseClaims();
        foreach (var type in model.Relationships)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckLooseEnds(type);
            CheckCopies(type);
            CheckEnds(type);
        }

        return _findings.Report();
    }

    /// <summary>Whether the file is whole: what is torn cannot be judged further.</summary>
    private bool CheckPages()
    {
        var select = statements.Get($"PRAGMA integrity_check({CheckFindings.Shown})");
        var torn = new List<string>();
        while (select.Step())
        {
            if (select.Text(0) is { } text && text != "ok")
                torn.Add(text);
        }

        select.Reset();
        foreach (var text in torn)
            _findings.Add($"{location} is damaged ({text}): restore it from a copy, or import into a new file.", isRepairable: false);
        return torn.Count == 0;
    }

    /// <summary>Whether the file keeps this model, or can be fitted to it.</summary>
    private bool Fit()
    {
        var wanted = LayoutDescription.Of(model);
        var json = Preparation.ReadDescription(connection, location);
        if (json == wanted.ToJson())
            return true;
        var stored = LayoutDescription.Parse(json) ?? throw location.Mismatch.Unknown();
        var difference = LayoutDifference.Between(stored, wanted);
        foreach (var obstacle in difference.Obstacles)
            _findings.Add($"{location} keeps another model: {obstacle}", isRepairable: false);
        if (difference.Obstacles.Count > 0)
            return false;
        if (!repair)
        {
            // Tables and columns that the model has and the file has not cannot be asked.
            _findings.Add($"{location} keeps this model as it was before it grew; the next start fits it.", isRepairable: true);
            return false;
        }

        try
        {
            new Preparation(model, location, connection, statements).Run(cancellation);
            _findings.Add($"{location} kept this model as it was before it grew.", isRepairable: true);
            return true;
        }
        catch (StoreException breaches) when (breaches.Failure == StoreFailure.Refused)
        {
            _findings.Add(breaches.Message, isRepairable: false);
            return false;
        }
    }

    private void CheckIndexes()
    {
        var preparation = new Preparation(model, location, connection, statements);
        var (missing, stale) = preparation.CompareIndexes();
        foreach (var name in stale)
            _findings.Add($"The index {name} is not the one that the model asks for.", isRepairable: true);
        foreach (var index in missing.Where(index => !stale.Contains(index.Name)))
            _findings.Add($"The index {index.Name} is missing.", isRepairable: true);
        if (repair)
            preparation.FitIndexes();
    }

    /// <summary>Compares standings and attested days with what the claims come to.</summary>
    private void CheckClaims(FactType type)
    {
        if (type.Standing is null && type is not RelationshipType { Attested: not null })
            return;
        cancellation.ThrowIfCancellationRequested();
        var facts = Facts();
        var wrong = facts.FindWrong(type, cancellation);
        if (wrong.Count == 0)
            return;
        _findings.Add(
            $"{wrong.Count} {Kind(type)} have another standing or other attested days than their claims come to: " +
            $"{CheckFindings.Some(wrong.Take(CheckFindings.Shown), wrong.Count)}.", isRepairable: true);
        if (!repair)
            return;
        foreach (var fact in wrong)
            facts.Touch(fact, claim: null);
        facts.Settle(cancellation);
    }

    private void CheckLooseClaims()
    {
        if (model.Claim is not { } claim)
            return;
        var loose = Facts().FindLoose(claim, cancellation);
        if (loose.Count > 0)
            _findings.AddLooseClaims(claim, loose.Take(CheckFindings.Shown), loose.Count);
    }

    private ClaimedFacts Facts() => new(model, statements, new NodeKeys(statements), new OrderCopies(model, statements));

    private void CheckLooseEnds(RelationshipType type)
    {
        var count = statements.Get(
            $"SELECT count(*) FROM {Names.Table(type)} r WHERE " +
            $"NOT EXISTS (SELECT 1 FROM {Names.Table(type.Source)} n WHERE n.{Names.Key} = r.{Names.Source}) OR " +
            $"NOT EXISTS (SELECT 1 FROM {Names.Table(type.Target)} n WHERE n.{Names.Key} = r.{Names.Target})").Scalar() ?? 0;
        if (count > 0)
            _findings.Add($"{count} {Kind(type)} start or end at a node that is not there.", isRepairable: false);
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
        var truth = Lookup.NodeProperty(node, property, $"{table}.{end}");
        var isWrong = $"{copy} IS NOT {truth} AND EXISTS (SELECT 1 FROM {Names.Table(node)} n WHERE n.{Names.Key} = {table}.{end})";
        var count = statements.Get($"SELECT count(*) FROM {table} WHERE {isWrong}").Scalar() ?? 0;
        if (count == 0)
            return;
        _findings.Add($"{count} {Kind(type)} have a copy of {node.Name}.{property.Name} for an order that is not true.", isRepairable: true);
        if (repair)
            statements.Get($"UPDATE {table} SET {copy} = {truth} WHERE {isWrong}").Run();
    }

    /// <summary>Looks for more relationships than the model allows, for cycles, and at the closure where there are neither.</summary>
    private void CheckEnds(RelationshipType type)
    {
        var breaches = new List<string>();
        var ends = new EndsBreaches(statements);
        if (type.OnePerSource)
            ends.FindMany(breaches, type, Names.Source, type.Source);
        if (type.OnePerTarget)
            ends.FindMany(breaches, type, Names.Target, type.Target);
        if (breaches.Count == 0 && type.IsHierarchy)
            ends.FindCycle(breaches, type, cancellation);
        foreach (var breach in breaches)
            _findings.Add(breach, isRepairable: false);
        if (breaches.Count > 0 || !Names.HasClosure(type))
            return;

        var hierarchy = new Hierarchy(type, statements, new NodeKeys(statements));
        if (hierarchy.IsClosureTrue())
            return;
        _findings.Add($"The ancestors that are kept for {type.Type} are not those of its relationships.", isRepairable: true);
        if (repair)
            hierarchy.Rebuild();
    }

    private static string Kind(FactType type) =>
        type is RelationshipType relationship ? $"relationships {relationship.Type}" : $"nodes {type.Name}";
}
