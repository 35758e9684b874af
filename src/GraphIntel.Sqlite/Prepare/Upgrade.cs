using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Write;
using SQLitePCL;

namespace GraphIntel.Sqlite.Prepare;

/// <summary>
/// Upgrades a file to a newer model, or reports everything that prevents it. Indexes are updated by
/// <see cref="Preparation"/>.
/// </summary>
internal sealed class Upgrade(GraphModel model, SqliteLocation location, sqlite3 connection, StatementCache statements)
{
    /// <summary>Adds what is new. Throws if the upgrade is not possible; the caller then rolls back.</summary>
    public async ValueTask RunAsync(string storedJson, CancellationToken cancellation)
    {
        var stored = LayoutDescription.Parse(storedJson) ?? throw location.Mismatch.NoModelDescription();
        var difference = LayoutDifference.Compare(stored, LayoutDescription.Of(model));
        var violations = difference.Incompatibilities.Count == 0 ? FindViolations(stored, cancellation) : [];
        if (difference.Incompatibilities.Count + violations.Count > 0)
            throw location.Mismatch.Incompatible(difference.Incompatibilities.Concat(violations));

        foreach (var type in model.ElementTypes)
            Add(type, difference);
        UpdateClosures(stored, cancellation);
        await DeriveAsync(difference, cancellation).ConfigureAwait(false);
    }

    private void Add(ElementType type, LayoutDifference difference)
    {
        var key = LayoutDifference.KeyOf(type);
        if (difference.NewTypes.Contains(key))
        {
            Statement.Execute(connection, Ddl.Table(type));
            return;
        }

        foreach (var property in type.Properties.Where(property => difference.NewProperties.Contains((key, property.Name))))
        {
            foreach (var definition in Ddl.Definitions(type, property))
                Statement.Execute(connection, $"ALTER TABLE {Names.Table(type)} ADD COLUMN {definition}");
        }

        if (type is RelationshipType { Attested: { } days } && difference.NewProperties.Contains((key, days.From.Name)))
            Statement.Execute(connection, $"ALTER TABLE {Names.Table(type)} ADD COLUMN {Ddl.AttestedDefinition}");
        if (type is RelationshipType { FirstClaims: var (supporting, _) } relationship && difference.NewFirstClaims.Contains(key)
            && !HasColumn(relationship, supporting))
        {
            foreach (var definition in Ddl.FirstClaims(relationship))
                Statement.Execute(connection, $"ALTER TABLE {Names.Table(type)} ADD COLUMN {definition}");
        }
    }

    /// <summary>Whether a table has a column: an earlier version, used again for a while, forgets columns but keeps them.</summary>
    private bool HasColumn(RelationshipType type, Property property)
    {
        var select = statements.Get($"SELECT 1 FROM pragma_table_info('r_{type.Type}') WHERE \"name\" = ?1");
        select.Bind(1, property.Name);
        return select.Scalar() is not null;
    }

    /// <summary>Violations of rules that are new in the model: at most one relationship, no cycle.</summary>
    private List<string> FindViolations(LayoutDescription stored, CancellationToken cancellation)
    {
        var violations = new List<string>();
        var keys = new NodeKeys(statements);
        var ends = new SharedEnds(statements, keys);
        foreach (var type in model.Relationships)
        {
            if (EndsOf(stored, type) is not { } previous)
                continue;
            var found = violations.Count;
            cancellation.ThrowIfCancellationRequested();
            if (type.OnePerSource && !previous.OnePerSource)
                violations.AddRange(ends.Describe(type, isSource: true));
            if (type.OnePerTarget && !previous.OnePerTarget)
                violations.AddRange(ends.Describe(type, isSource: false));

            // The search for cycles needs at most one parent for each node.
            if (violations.Count == found && type.IsHierarchy && !(previous.OnePerSource || previous.OnePerTarget)
                && new Hierarchy(type, statements, keys).FindCycle(cancellation) is { } cycle)
            {
                violations.Add(WriteErrors.Cycle(type, cycle).Message);
            }
        }

        return violations;
    }

    private static EndsDescription? EndsOf(LayoutDescription stored, RelationshipType type) =>
        stored.Types.FirstOrDefault(candidate => candidate.Ends?.Type == type.Type)?.Ends;

    /// <summary>Builds the closures of new hierarchies and drops those no longer needed, or whose direction changed.</summary>
    private void UpdateClosures(LayoutDescription stored, CancellationToken cancellation)
    {
        foreach (var type in model.Relationships)
        {
            cancellation.ThrowIfCancellationRequested();
            var select = statements.Get("SELECT 1 FROM sqlite_schema WHERE \"type\" = 'table' AND \"name\" = ?1");
            select.Bind(1, "c_" + type.Type);
            var exists = select.Scalar() is not null;
            var isCurrent = Names.HasClosure(type) && EndsOf(stored, type)?.OnePerSource == type.OnePerSource;
            if (exists && !isCurrent)
                Statement.Execute(connection, $"DROP TABLE {Names.Closure(type)}");
            if (Names.HasClosure(type) && !(exists && isCurrent))
            {
                Statement.Execute(connection, Ddl.Closure(type));
                new Hierarchy(type, statements, new NodeKeys(statements)).Build();
            }
        }
    }

    private async ValueTask DeriveAsync(LayoutDifference difference, CancellationToken cancellation)
    {
        if (model.Claim is not { } claim || difference.NewlyDerived.Count == 0)
            return;
        var facts = new List<string>();
        var about = Names.Column(claim.About);
        var select = statements.Get($"SELECT DISTINCT {about} FROM {Names.Table(claim.Type)} WHERE {about} IS NOT NULL");
        while (select.Step())
        {
            var fact = select.Text(0)!;
            if (model.TypeOfId(fact) is { } type && difference.NewlyDerived.Contains(LayoutDifference.KeyOf(type)))
                facts.Add(fact);
        }

        select.Reset();
        var target = new BatchTarget(model, connection, statements, new NodeKeys(statements), cancellation);
        await new BatchMerge(model, target, cancellation).DeriveAsync(facts).ConfigureAwait(false);
    }
}
