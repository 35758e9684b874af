using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// A to-one relationship within a type, read as a forest. Its closure holds every node with itself (depth 0) and each of its
/// ancestors up to <see cref="PathStep.Unbounded"/> relationships away: no walk goes further.
/// </summary>
internal sealed class Hierarchy
{
    private readonly RelationshipType _type;
    private readonly StatementCache _statements;
    private readonly NodeKeys _keys;
    private readonly string _parent;
    private readonly string _child;

    public Hierarchy(RelationshipType type, StatementCache statements, NodeKeys keys)
    {
        _type = type;
        _statements = statements;
        _keys = keys;
        (_child, _parent) = type.OnePerSource ? (Names.Source, Names.Target) : (Names.Target, Names.Source);
    }

    /// <summary>The end below: the source where a source has one, else the target.</summary>
    public static long Child(RelationshipType type, long source, long target) => type.OnePerSource ? source : target;

    /// <summary>Refuses a cycle through any of these nodes.</summary>
    public void CheckNoCycle(IEnumerable<long> nodes, CancellationToken cancellation)
    {
        var select = _statements.Get($"SELECT {_parent} FROM {Names.Table(_type)} WHERE {_child} = ?1");
        var cycle = HierarchyCycle.Find(nodes, Parent, cancellation);
        if (cycle is not null)
            throw Refusal.Cycle(_type, [.. cycle.Select(key => _keys.IdOf(_type.Source, key))]);

        long? Parent(long node)
        {
            select.Bind(1, node);
            return select.Scalar();
        }
    }

    /// <summary>
    /// Brings the closure up to date: first every node that hung elsewhere is cut off with what is below it, then each is hung
    /// on its parent. A pair is written once, by the last of its relationships to come, in whatever order they come.
    /// </summary>
    /// <param name="nodes">The nodes whose parent is new, and whether they may have had another.</param>
    /// <param name="cancellation">Stops between two nodes.</param>
    public void Rewire(IReadOnlyDictionary<long, bool> nodes, CancellationToken cancellation)
    {
        var closure = Names.Closure(_type);
        var cut = _statements.Get(
            $"DELETE FROM {closure} WHERE ({Names.Ancestor}, {Names.Descendant}) IN (" +
            $"SELECT a.{Names.Ancestor}, d.{Names.Descendant} FROM {closure} a CROSS JOIN {closure} d " +
            $"WHERE a.{Names.Descendant} = ?1 AND a.{Names.Depth} > 0 AND d.{Names.Ancestor} = ?1)");
        foreach (var (node, hungElsewhere) in nodes)
        {
            if (!hungElsewhere)
                continue;
            cancellation.ThrowIfCancellationRequested();
            cut.Bind(1, node);
            cut.Run();
        }

        var hang = _statements.Get(
            $"INSERT INTO {closure} SELECT a.{Names.Ancestor}, d.{Names.Descendant}, a.{Names.Depth} + d.{Names.Depth} + 1 " +
            $"FROM {Names.Table(_type)} r CROSS JOIN {closure} a CROSS JOIN {closure} d " +
            $"WHERE r.{_child} = ?1 AND a.{Names.Descendant} = r.{_parent} AND d.{Names.Ancestor} = ?1 " +
            $"AND a.{Names.Depth} + d.{Names.Depth} < {PathStep.Unbounded}");
        foreach (var node in nodes.Keys)
        {
            cancellation.ThrowIfCancellationRequested();
            hang.Bind(1, node);
            hang.Run();
        }
    }

    /// <summary>Builds the closure of what is there into an empty table.</summary>
    public void Build()
    {
        var closure = Names.Closure(_type);
        _statements.Get($"INSERT INTO {closure} SELECT {Names.Key}, {Names.Key}, 0 FROM {Names.Table(_type.Source)}").Run();
        var deeper = _statements.Get(
            $"INSERT INTO {closure} SELECT r.{_parent}, c.{Names.Descendant}, ?1 " +
            $"FROM {closure} c CROSS JOIN {Names.Table(_type)} r " +
            $"WHERE c.{Names.Depth} = ?1 - 1 AND r.{_child} = c.{Names.Ancestor}");
        for (var depth = 1; depth <= PathStep.Unbounded; depth++)
        {
            deeper.Bind(1, depth);
            if (deeper.Run() == 0)
                break;
        }
    }

    /// <summary>Whether the closure holds what the relationships come to, and nothing else. There must be no cycle.</summary>
    public bool IsClosureTrue()
    {
        var closure = Names.Closure(_type);
        var truth =
            $"WITH RECURSIVE up(d, a, n) AS (SELECT {Names.Key}, {Names.Key}, 0 FROM {Names.Table(_type.Source)} UNION ALL " +
            $"SELECT up.d, r.{_parent}, up.n + 1 FROM up JOIN {Names.Table(_type)} r ON r.{_child} = up.a WHERE up.n < {PathStep.Unbounded}) ";
        var counts = _statements.Get(
            truth + $"SELECT count(*), count(c.{Names.Depth}) FILTER (WHERE c.{Names.Depth} = up.n), (SELECT count(*) FROM {closure}) " +
            $"FROM up LEFT JOIN {closure} c ON c.{Names.Ancestor} = up.a AND c.{Names.Descendant} = up.d");
        counts.Step();
        var (wanted, found, kept) = (counts.Int64(0), counts.Int64(1), counts.Int64(2));
        counts.Reset();
        return wanted == found && wanted == kept;
    }

    /// <summary>Builds the closure anew.</summary>
    public void Rebuild()
    {
        _statements.Get($"DELETE FROM {Names.Closure(_type)}").Run();
        Build();
    }

    /// <summary>The nodes that have a parent.</summary>
    public IEnumerable<long> Children()
    {
        var select = _statements.Get($"SELECT {_child} FROM {Names.Table(_type)} ORDER BY {_child}");
        while (select.Step())
            yield return select.Int64(0);
        select.Reset();
    }
}
