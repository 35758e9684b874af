using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>What a whole file has against what a model demands of the ends of relationships.</summary>
internal sealed class EndsBreaches(StatementCache statements)
{
    private const int Shown = 3;

    /// <summary>Adds a sentence for each of the first nodes that have more than one relationship.</summary>
    public void FindMany(List<string> breaches, RelationshipType type, string end, NodeType node)
    {
        var select = statements.Get(
            $"SELECT n.{Names.Id}, count(*) FROM {Names.Table(type)} r JOIN {Names.Table(node)} n ON n.{Names.Key} = r.{end} " +
            $"GROUP BY r.{end} HAVING count(*) > 1 LIMIT {Shown}");
        while (select.Step())
            breaches.Add(ModelMismatch.TooMany(type, select.Text(0)!, select.Int64(1)));
        select.Reset();
    }

    /// <summary>Adds a sentence if there is a cycle. Each node must have one parent at most.</summary>
    public void FindCycle(List<string> breaches, RelationshipType type, CancellationToken cancellation)
    {
        try
        {
            var hierarchy = new Hierarchy(type, statements, new NodeKeys(statements));
            hierarchy.CheckNoCycle(hierarchy.Children(), cancellation);
        }
        catch (StoreException cycle) when (cycle.Failure == StoreFailure.WriteRefused)
        {
            breaches.Add(cycle.Message);
        }
    }
}
