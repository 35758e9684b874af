using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// What a batch's relationships leave at their ends: at most one where the model says so, no cycle in a hierarchy, and
/// closures that are true. Judged once, when all rows are in.
/// </summary>
internal sealed class RelationshipEndsCheck(GraphModel model, StatementCache statements, NodeKeys keys)
{
    private readonly Dictionary<RelationshipType, Touched> _touched = [];

    /// <summary>Notes a new relationship.</summary>
    public void Created(RelationshipType type, long source, long target)
    {
        if (Note(type) is not { } touched)
            return;
        touched.Add(source, target);
        if (type.IsHierarchy)
            touched.Children.TryAdd(Hierarchy.Child(type, source, target), false);
    }

    /// <summary>Notes a relationship whose ends are others now.</summary>
    public void Moved(RelationshipType type, (long Source, long Target) before, (long Source, long Target) after)
    {
        if (Note(type) is not { } touched)
            return;
        touched.Add(after.Source, after.Target);
        if (type.IsHierarchy)
        {
            touched.Children[Hierarchy.Child(type, before.Source, before.Target)] = true;
            touched.Children.TryAdd(Hierarchy.Child(type, after.Source, after.Target), false);
        }
    }

    /// <summary>Refuses what breaks a rule and brings the closures up to date.</summary>
    public void Settle(CancellationToken cancellation)
    {
        foreach (var type in model.Relationships)
        {
            if (!_touched.TryGetValue(type, out var touched))
                continue;
            cancellation.ThrowIfCancellationRequested();
            foreach (var source in touched.Sources)
                CheckSingle(type, Names.Source, source, type.Source, Names.Target, type.Target);
            foreach (var target in touched.Targets)
                CheckSingle(type, Names.Target, target, type.Target, Names.Source, type.Source);
            if (!type.IsHierarchy)
                continue;
            var hierarchy = new Hierarchy(type, statements, keys);
            hierarchy.CheckNoCycle(touched.Children.Keys, cancellation);
            if (Names.HasClosure(type))
                hierarchy.Rewire(touched.Children, cancellation);
        }

        _touched.Clear();
    }

    private void CheckSingle(RelationshipType type, string end, long key, NodeType endType, string other, NodeType otherType)
    {
        var select = statements.Get($"SELECT {other} FROM {Names.Table(type)} WHERE {end} = ?1 LIMIT 2");
        select.Bind(1, key);
        var isOne = !(select.Step() && select.Step());
        select.Reset();
        if (isOne)
            return;

        var ids = statements.Get(
            $"SELECT n.{Names.Id} FROM {Names.Table(type)} r JOIN {Names.Table(otherType)} n ON n.{Names.Key} = r.{other} " +
            $"WHERE r.{end} = ?1 ORDER BY n.{Names.Id} LIMIT 2");
        ids.Bind(1, key);
        ids.Step();
        var one = ids.Text(0)!;
        ids.Step();
        var two = ids.Text(0)!;
        ids.Reset();
        throw Refusal.MoreThanOne(type, keys.IdOf(endType, key), one, two);
    }

    private Touched? Note(RelationshipType type)
    {
        if (!type.OnePerSource && !type.OnePerTarget)
            return null;
        if (!_touched.TryGetValue(type, out var touched))
            _touched.Add(type, touched = new Touched(type));
        return touched;
    }

    private sealed class Touched(RelationshipType type)
    {
        public HashSet<long> Sources { get; } = [];

        public HashSet<long> Targets { get; } = [];

        /// <summary>The nodes below a new or moved relationship, and whether they may have hung elsewhere before.</summary>
        public Dictionary<long, bool> Children { get; } = [];

        public void Add(long source, long target)
        {
            if (type.OnePerSource)
                Sources.Add(source);
            if (type.OnePerTarget)
                Targets.Add(target);
        }
    }
}
