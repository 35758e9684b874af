using System.Globalization;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// The steps of a path -> a WITH clause, one table expression (n, d) after the other: the nodes reached after a step and
/// the least number of relationships to each. Keeping the least alone is enough: what follows depends on the node.
/// </summary>
internal sealed class WalkCompiler(SqlCompiler compiler, string alias)
{
    private readonly StringBuilder _with = new();
    private int _stage;

    /// <summary>Whether the stage at hand has one row.</summary>
    private bool _isSingle = true;

    /// <summary>Whether the stage at hand has each node once.</summary>
    private bool _isDistinct = true;

    /// <summary>A SELECT of n, the key of each node at an end, and d, its depth.</summary>
    public string Ends(WalkSource walk, string origin)
    {
        _with.Append(CultureInfo.InvariantCulture, $"WITH RECURSIVE {Stage()}(n, d) AS (SELECT {origin}, 0)");
        foreach (var step in walk.Steps)
        {
            Add(step);
            MakeDistinct();
        }
        var canBeEmpty = walk.Steps.All(step => step.Min == 0);
        var withoutOrigin = walk.Node.Node == walk.Origin.Node && !canBeEmpty ? $" WHERE n <> {origin}" : "";
        return $"{_with} SELECT n, d FROM {Stage()}{withoutOrigin}";
    }

    private string Stage() => $"{alias}_{_stage.ToString(CultureInfo.InvariantCulture)}";

    private string NextStage()
    {
        _stage++;
        return Stage();
    }

    private void Define(string name, string columns, string select) => _with.Append(CultureInfo.InvariantCulture, $", {name}({columns}) AS ({select})");

    private void MakeDistinct()
    {
        if (_isDistinct)
            return;
        var before = Stage();
        Define(NextStage(), "n, d", $"SELECT n, min(d) FROM {before} GROUP BY n");
        _isDistinct = true;
    }

    private void Add(WalkStep step)
    {
        var before = Stage();
        if (step is { Min: 1, Max: 1 })
        {
            Define(NextStage(), "n, d", string.Join(" UNION ALL ", Hops(step, before, before + ".d + 1", null)));
            var type = step.Followed.Relationship;
            _isDistinct = HasOnePerEnd(step) || (_isSingle && type.Id is null && step.Direction != Direction.Both);
            _isSingle &= LeadsToOne(step);
        }
        else if (step is { Min: 0, Max: 1 })
        {
            var hops = Hops(step, before, before + ".d + 1", null);
            Define(NextStage(), "n, d", string.Join(" UNION ALL ", hops.Prepend($"SELECT n, d FROM {before}")));
            _isDistinct = _isSingle && step.Followed.Relationship.Id is null && step.Direction != Direction.Both;
            _isSingle = false;
        }
        else if (Names.HasClosure(step.Followed.Relationship) && step.Direction != Direction.Both)
        {
            Define(NextStage(), "n, d", Closure(step, before));
            _isDistinct = _isSingle;
            _isSingle = false;
        }
        else
        {
            Repeat(step, before);
        }
    }

    /// <summary>
    /// Counts the repetitions k apart: a walk may have to go round a cycle to be long enough, so that a node counts again at
    /// each k. UNION drops what was there, and k is bounded, so it ends.
    /// </summary>
    private void Repeat(WalkStep step, string before)
    {
        var repeated = $"{NextStage()}r";
        var again = Hops(step, repeated, $"{repeated}.d + 1, {repeated}.k + 1", $"{repeated}.k < {Number(step.Max)}");
        Define(repeated, "n, d, k", string.Join(" UNION ", again.Prepend($"SELECT n, d, 0 FROM {before}")));
        Define(Stage(), "n, d", $"SELECT n, min(d) FROM {repeated} WHERE k >= {Number(step.Min)} GROUP BY n");
        _isDistinct = true;
        _isSingle = false;
    }

    private static string Closure(WalkStep step, string before)
    {
        var type = step.Followed.Relationship;
        var isUpward = type.OnePerSource == (step.Direction == Direction.Out);
        var (from, to) = isUpward ? (Names.Descendant, Names.Ancestor) : (Names.Ancestor, Names.Descendant);
        return $"SELECT c.{to}, {before}.d + c.{Names.Depth} FROM {before} CROSS JOIN {Names.Closure(type)} c " +
            $"ON c.{from} = {before}.n AND c.{Names.Depth} BETWEEN {Number(step.Min)} AND {Number(step.Max)}";
    }

    /// <summary>SELECTs of the nodes one relationship further: one, or one for each direction.</summary>
    private IEnumerable<string> Hops(WalkStep step, string before, string counts, string? condition)
    {
        var alias = SourceCompiler.AliasOf(step.Followed);
        compiler.Put(step.Followed.Number, new TablePlace(alias));
        var where = string.Join(" AND ", new[] { condition, compiler.Predicates.Conjunct(step.Where) }.Where(part => !string.IsNullOrEmpty(part)));
        if (step.Direction != Direction.In)
            yield return Hop(Names.Source, Names.Target);
        if (step.Direction != Direction.Out)
            yield return Hop(Names.Target, Names.Source);

        string Hop(string from, string to) =>
            $"SELECT {alias}.{to}, {counts} FROM {before} CROSS JOIN {Names.Table(step.Followed.Relationship)} {alias} " +
            $"ON {alias}.{from} = {before}.n{(where.Length > 0 ? " WHERE " + where : "")}";
    }

    /// <summary>Whether different nodes lead to different nodes: the node reached has one such relationship.</summary>
    private static bool HasOnePerEnd(WalkStep step) => step.Direction switch
    {
        Direction.Out => step.Followed.Relationship.OnePerTarget,
        Direction.In => step.Followed.Relationship.OnePerSource,
        _ => false,
    };

    private static bool LeadsToOne(WalkStep step) => step.Direction switch
    {
        Direction.Out => step.Followed.Relationship.OnePerSource,
        Direction.In => step.Followed.Relationship.OnePerTarget,
        _ => false,
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
