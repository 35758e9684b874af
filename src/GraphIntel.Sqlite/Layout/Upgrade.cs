using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Write;
using SQLitePCL;

namespace GraphIntel.Sqlite.Layout;

/// <summary>Fits a file to a model that has grown, and says everything that does not fit. Indexes are not its business.</summary>
internal sealed class Upgrade(GraphModel model, SqliteLocation location, sqlite3 connection, StatementCache statements)
{
    /// <summary>Adds what is new; refuses, with nothing changed once the caller rolls back, what cannot be added.</summary>
    public void Run(string storedJson, CancellationToken cancellation)
    {
        var stored = LayoutDescription.Parse(storedJson) ?? throw location.Mismatch.Unknown();
        var difference = LayoutDifference.Between(stored, LayoutDescription.Of(model));
        var breaches = difference.Obstacles.Count == 0 ? Breaches(stored, cancellation) : [];
        if (difference.Obstacles.Count + breaches.Count > 0)
            throw location.Mismatch.DoesNotFit(difference.Obstacles.Concat(breaches));

        foreach (var type in model.FactTypes)
            Add(type, difference);
        FitClosures(stored, cancellation);
        DeriveAgain(difference, cancellation);
    }

    private void Add(FactType type, LayoutDifference difference)
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
    }

    /// <summary>What the file has against what the model newly demands: one relationship where there were many, no cycle.</summary>
    private List<string> Breaches(LayoutDescription stored, CancellationToken cancellation)
    {
        var breaches = new List<string>();
        var ends = new EndsBreaches(statements);
        foreach (var type in model.Relationships)
        {
            if (EndsOf(stored, type) is not { } before)
                continue;
            var found = breaches.Count;
            cancellation.ThrowIfCancellationRequested();
            if (type.OnePerSource && !before.OnePerSource)
                ends.FindMany(breaches, type, Names.Source, type.Source);
            if (type.OnePerTarget && !before.OnePerTarget)
                ends.FindMany(breaches, type, Names.Target, type.Target);

            // Cycles can be looked for only where each node has one parent.
            if (breaches.Count == found && type.IsHierarchy && !(before.OnePerSource || before.OnePerTarget))
                ends.FindCycle(breaches, type, cancellation);
        }

        return breaches;
    }

    private static EndsDescription? EndsOf(LayoutDescription stored, RelationshipType type) =>
        stored.Types.FirstOrDefault(candidate => candidate.Ends?.Type == type.Type)?.Ends;

    /// <summary>Builds the closures of new hierarchies and drops those no longer asked for, or turned upside down.</summary>
    private void FitClosures(LayoutDescription stored, CancellationToken cancellation)
    {
        foreach (var type in model.Relationships)
        {
            cancellation.ThrowIfCancellationRequested();
            var select = statements.Get("SELECT 1 FROM sqlite_schema WHERE \"type\" = 'table' AND \"name\" = ?1");
            select.Bind(1, "c_" + type.Type);
            var isThere = select.Scalar() is not null;
            var isTrue = Names.HasClosure(type) && EndsOf(stored, type)?.OnePerSource == type.OnePerSource;
            if (isThere && !isTrue)
                Statement.Execute(connection, $"DROP TABLE {Names.Closure(type)}");
            if (Names.HasClosure(type) && !(isThere && isTrue))
            {
                Statement.Execute(connection, Ddl.Closure(type));
                new Hierarchy(type, statements, new NodeKeys(statements)).Build();
            }
        }
    }

    private void DeriveAgain(LayoutDifference difference, CancellationToken cancellation)
    {
        if (model.Claim is not { } claim || difference.NewlyDerived.Count == 0)
            return;
        var facts = new ClaimedFacts(model, statements, new NodeKeys(statements), new OrderCopies(model, statements));
        var about = Names.Column(claim.About);
        var select = statements.Get($"SELECT DISTINCT {about} FROM {Names.Table(claim.Type)} WHERE {about} IS NOT NULL");
        while (select.Step())
        {
            var fact = select.Text(0)!;
            if (model.TypeOfId(fact) is { } type && difference.NewlyDerived.Contains(LayoutDifference.KeyOf(type)))
                facts.Touch(fact, claim: null);
        }

        select.Reset();
        facts.Settle(cancellation);
    }
}
