using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>Finds nodes with several relationships of a type that allows one.</summary>
internal sealed class SharedEnds(StatementCache statements, NodeKeys keys)
{
    private const int MaxDescribed = 3;

    /// <summary>
    /// The first of these nodes with several relationships, and the first two nodes at their other ends; null if there is
    /// none.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="isSource">Whether the nodes are sources; otherwise they are targets.</param>
    /// <param name="nodes">Their ids.</param>
    /// <param name="beforeRow">Called before each of them.</param>
    public SharedEnd? Find(RelationshipType type, bool isSource, IReadOnlyCollection<string> nodes, Action beforeRow)
    {
        var (end, node, other, otherNode) = isSource
            ? (Names.Source, type.Source, Names.Target, type.Target)
            : (Names.Target, type.Target, Names.Source, type.Source);
        var select = statements.Get($"SELECT 1 FROM {Names.Table(type)} WHERE {end} = ?1 LIMIT 2");
        foreach (var id in nodes)
        {
            beforeRow();
            var key = keys.Require(node, id);
            select.Bind(1, key);
            var isShared = select.Step() && select.Step();
            select.Reset();
            if (!isShared)
                continue;

            var ids = statements.Get(
                $"SELECT n.{Names.Id} FROM {Names.Table(type)} r JOIN {Names.Table(otherNode)} n ON n.{Names.Key} = r.{other} " +
                $"WHERE r.{end} = ?1 ORDER BY n.{Names.Id} LIMIT 2");
            ids.Bind(1, key);
            ids.Step();
            var one = ids.Text(0)!;
            ids.Step();
            var two = ids.Text(0)!;
            ids.Reset();
            return new SharedEnd(id, one, two);
        }

        return null;
    }

    /// <summary>A message for each of the first such nodes of the file.</summary>
    public IEnumerable<string> Describe(RelationshipType type, bool isSource)
    {
        var (end, node) = isSource ? (Names.Source, type.Source) : (Names.Target, type.Target);
        var select = statements.Get(
            $"SELECT n.{Names.Id}, count(*) FROM {Names.Table(type)} r JOIN {Names.Table(node)} n ON n.{Names.Key} = r.{end} " +
            $"GROUP BY r.{end} HAVING count(*) > 1 LIMIT {MaxDescribed}");
        while (select.Step())
            yield return ModelMismatch.TooManyRelationships(type, select.Text(0)!, select.Int64(1));
        select.Reset();
    }
}
