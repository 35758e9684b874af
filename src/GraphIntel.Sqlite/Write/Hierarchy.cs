using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// A to-one relationship within a type, read as a forest. Its closure has a row for every node with itself (depth 0) and with
/// each of its ancestors up to <see cref="PathStep.Unbounded"/> relationships away: no walk goes further.
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

    /// <summary>The ids of a cycle in or above these nodes; null if there is none.</summary>
    public IReadOnlyList<string>? FindCycle(IEnumerable<long> nodes, CancellationToken cancellation)
    {
        var select = _statements.Get($"SELECT {_parent} FROM {Names.Table(_type)} WHERE {_child} = ?1");
        return HierarchyCycle.Find(nodes, Parent, cancellation)?.Select(key => _keys.IdOf(_type.Source, key)).ToList();

        long? Parent(long node)
        {
            select.Bind(1, node);
            return select.Scalar();
        }
    }

    /// <summary>The ids of a cycle anywhere; null if there is none. Each node must have at most one parent.</summary>
    public IReadOnlyList<string>? FindCycle(CancellationToken cancellation) => FindCycle(Children(), cancellation);

    /// <summary>
    /// Updates the closure: first every node with another parent than before is detached, with its descendants, then each is
    /// attached to its parent. A pair is written once, with the last relationship on its path, whatever the order of the
    /// nodes.
    /// </summary>
    /// <param name="detached">The nodes that may have had another parent.</param>
    /// <param name="attached">The nodes with a new parent.</param>
    /// <param name="cancellation">Checked between two nodes.</param>
    public void UpdateClosure(IReadOnlyCollection<long> detached, IReadOnlyCollection<long> attached, CancellationToken cancellation)
    {
        var closure = Names.Closure(_type);
        var detach = _statements.Get(
            $"DELETE FROM {closure} WHERE ({Names.Ancestor}, {Names.Descendant}) IN (" +
            $"SELECT a.{Names.Ancestor}, d.{Names.Descendant} FROM {closure} a CROSS JOIN {closure} d " +
            $"WHERE a.{Names.Descendant} = ?1 AND a.{Names.Depth} > 0 AND d.{Names.Ancestor} = ?1)");
        foreach (var node in detached)
        {
            cancellation.ThrowIfCancellationRequested();
            detach.Bind(1, node);
            detach.Run();
        }

        var attach = _statements.Get(
            $"INSERT INTO {closure} SELECT a.{Names.Ancestor}, d.{Names.Descendant}, a.{Names.Depth} + d.{Names.Depth} + 1 " +
            $"FROM {Names.Table(_type)} r CROSS JOIN {closure} a CROSS JOIN {closure} d " +
            $"WHERE r.{_child} = ?1 AND a.{Names.Descendant} = r.{_parent} AND d.{Names.Ancestor} = ?1 " +
            $"AND a.{Names.Depth} + d.{Names.Depth} < {PathStep.Unbounded}");
        foreach (var node in detached.Union(attached))
        {
            cancellation.ThrowIfCancellationRequested();
            attach.Bind(1, node);
            attach.Run();
        }
    }

    /// <summary>Fills an empty closure table.</summary>
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

    /// <summary>Whether the closure matches the relationships. There must be no cycle.</summary>
    public bool IsClosureValid()
    {
        var closure = Names.Closure(_type);
        var expected =
            $"WITH RECURSIVE up(d, a, n) AS (SELECT {Names.Key}, {Names.Key}, 0 FROM {Names.Table(_type.Source)} UNION ALL " +
            $"SELECT up.d, r.{_parent}, up.n + 1 FROM up JOIN {Names.Table(_type)} r ON r.{_child} = up.a WHERE up.n < {PathStep.Unbounded}) ";
        var counts = _statements.Get(
            expected + $"SELECT count(*), count(c.{Names.Depth}) FILTER (WHERE c.{Names.Depth} = up.n), (SELECT count(*) FROM {closure}) " +
            $"FROM up LEFT JOIN {closure} c ON c.{Names.Ancestor} = up.a AND c.{Names.Descendant} = up.d");
        counts.Step();
        var (expectedCount, matchingCount, storedCount) = (counts.Int64(0), counts.Int64(1), counts.Int64(2));
        counts.Reset();
        return expectedCount == matchingCount && expectedCount == storedCount;
    }

    /// <summary>Clears and fills the closure table.</summary>
    public void Rebuild()
    {
        _statements.Get($"DELETE FROM {Names.Closure(_type)}").Run();
        Build();
    }

    /// <summary>The nodes that have a parent.</summary>
    private IEnumerable<long> Children()
    {
        var select = _statements.Get($"SELECT {_child} FROM {Names.Table(_type)} ORDER BY {_child}");
        while (select.Step())
            yield return select.Int64(0);
        select.Reset();
    }
}
