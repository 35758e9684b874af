using System.Globalization;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Compiles the steps of a path to a WITH clause, with one common table expression (n, d) for each step: the nodes reached
/// and the minimum depth of each. The minimum is enough, because later steps depend only on the node.
/// </summary>
/// <param name="compiler">Compiles the conditions of the steps.</param>
/// <param name="alias">The prefix of the table expressions' names.</param>
/// <param name="scope">The scope of the walk's origin.</param>
internal sealed class WalkCompiler(SqlCompiler compiler, string alias, AliasScope scope)
{
    /// <summary>The result's column with the key of a node.</summary>
    public const string Node = "n";

    /// <summary>The result's column with the node's depth.</summary>
    public const string Depth = "d";

    private readonly StringBuilder _with = new();
    private int _stage;

    /// <summary>Whether the current stage has at most one row.</summary>
    private bool _isSingle = true;

    /// <summary>Whether the current stage has each node once.</summary>
    private bool _isDistinct = true;

    /// <summary>A SELECT of n, the key of each end node, and d, its depth.</summary>
    public string Compile(WalkSource walk)
    {
        var origin = scope[walk.Origin].Column(Names.Key);
        _with.Append(CultureInfo.InvariantCulture, $"WITH RECURSIVE {Stage()}(n, d) AS (SELECT {origin}, 0)");
        foreach (var step in walk.Steps)
        {
            Add(step);
            Deduplicate();
        }
        return $"{_with} SELECT n, d FROM {Stage()}{(walk.ExcludesOrigin ? $" WHERE n <> {origin}" : "")}";
    }

    private string Stage() => $"{alias}_{_stage.ToString(CultureInfo.InvariantCulture)}";

    private string NextStage()
    {
        _stage++;
        return Stage();
    }

    private void Define(string name, string columns, string select) => _with.Append(CultureInfo.InvariantCulture, $", {name}({columns}) AS ({select})");

    private void Deduplicate()
    {
        if (_isDistinct)
            return;
        var previous = Stage();
        Define(NextStage(), "n, d", $"SELECT n, min(d) FROM {previous} GROUP BY n");
        _isDistinct = true;
    }

    private void Add(WalkStep step)
    {
        var previous = Stage();
        if (step is { Min: 1, Max: 1 })
        {
            Define(NextStage(), "n, d", string.Join(" UNION ALL ", Hops(step, previous, previous + ".d + 1", "")));
            var type = step.Followed.Relationship;
            _isDistinct = step.HasOnePerEnd || (_isSingle && type.Id is null && step.Direction != Direction.Both);
            _isSingle &= step.LeadsToOne;
        }
        else if (step is { Min: 0, Max: 1 })
        {
            var hops = Hops(step, previous, previous + ".d + 1", "");
            Define(NextStage(), "n, d", string.Join(" UNION ALL ", hops.Prepend($"SELECT n, d FROM {previous}")));
            _isDistinct = _isSingle && step.Followed.Relationship.Id is null && step.Direction != Direction.Both;
            _isSingle = false;
        }
        else if (Names.HasClosure(step.Followed.Relationship) && step.Direction != Direction.Both)
        {
            Define(NextStage(), "n, d", Closure(step, previous));
            _isDistinct = _isSingle;
            _isSingle = false;
        }
        else
        {
            AddRepetition(step, previous);
        }
    }

    /// <summary>
    /// Counts the repetitions k separately: a walk may have to repeat a cycle to reach the minimum length, so a node can
    /// occur at each k. UNION removes duplicates, and k is bounded, so the recursion ends.
    /// </summary>
    private void AddRepetition(WalkStep step, string previous)
    {
        var repeated = $"{NextStage()}r";
        var again = Hops(step, repeated, $"{repeated}.d + 1, {repeated}.k + 1", $"{repeated}.k < {Number(step.Max)}");
        Define(repeated, "n, d, k", string.Join(" UNION ", again.Prepend($"SELECT n, d, 0 FROM {previous}")));
        Define(Stage(), "n, d", $"SELECT n, min(d) FROM {repeated} WHERE k >= {Number(step.Min)} GROUP BY n");
        _isDistinct = true;
        _isSingle = false;
    }

    private static string Closure(WalkStep step, string previous)
    {
        var type = step.Followed.Relationship;
        var isUpward = type.OnePerSource == (step.Direction == Direction.Out);
        var (from, to) = isUpward ? (Names.Descendant, Names.Ancestor) : (Names.Ancestor, Names.Descendant);
        return $"SELECT c.{to}, {previous}.d + c.{Names.Depth} FROM {previous} CROSS JOIN {Names.Closure(type)} c " +
            $"ON c.{from} = {previous}.n AND c.{Names.Depth} BETWEEN {Number(step.Min)} AND {Number(step.Max)}";
    }

    /// <summary>SELECTs of the nodes one relationship further: one SELECT, or one for each direction.</summary>
    private IEnumerable<string> Hops(WalkStep step, string previous, string columns, string condition)
    {
        var alias = SourceCompiler.AliasOf(step.Followed);
        var inner = scope.With(step.Followed.Number, new TableBinding(alias));
        var where = SqlCompiler.And(condition, compiler.Predicates.Condition(step.Where, inner));
        if (step.Direction != Direction.In)
            yield return Hop(Names.Source, Names.Target);
        if (step.Direction != Direction.Out)
            yield return Hop(Names.Target, Names.Source);

        string Hop(string from, string to) =>
            $"SELECT {alias}.{to}, {columns} FROM {previous} CROSS JOIN {Names.Table(step.Followed.Relationship)} {alias} " +
            $"ON {alias}.{from} = {previous}.n{(where.Length > 0 ? " WHERE " + where : "")}";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
