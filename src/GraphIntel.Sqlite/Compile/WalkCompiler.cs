using System.Globalization;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Compiles the steps of a path to a WITH clause, with one common table expression (n, d) for each step: the nodes reached
/// and the minimum depth of each. The minimum is enough, because later steps depend only on the node. Where the dates of a
/// step are compared with a day at the end of the walk, stages carry the dates as well, and have a row for each combination.
/// </summary>
/// <param name="compiler">Compiles the conditions of the steps.</param>
/// <param name="walk">The walk.</param>
/// <param name="alias">The prefix of the table expressions' names.</param>
/// <param name="scope">The scope of the walk's origin.</param>
internal sealed class WalkCompiler(SqlCompiler compiler, WalkSource walk, string alias, AliasScope scope)
{
    /// <summary>The result's column with the key of a node.</summary>
    public const string Node = "n";

    /// <summary>The result's column with the node's depth.</summary>
    public const string Depth = "d";

    /// <summary>The column of pairs with the key of the origin.</summary>
    public const string Origin = "o";

    /// <summary>The column of pairs with the day of the walk, if it is known at the start.</summary>
    public const string Day = "t";

    private readonly StringBuilder _with = new();
    private readonly WalkDates _dates = WalkDates.Of(compiler, walk, scope);
    private int _stage;

    /// <summary>The columns that stages carry from one to the next, before the node and the depth: the origin and day of pairs, dates.</summary>
    private string[] _carried = [];

    /// <summary>Whether the origins are rows of a table expression, so that what is known of them is carried.</summary>
    private bool _arePairs;

    /// <summary>Whether a stage may have a node several times.</summary>
    private bool _keepsDuplicates;

    /// <summary>What is known of the current stage.</summary>
    private WalkRows _rows = WalkRows.Origin;

    /// <summary>A SELECT of n, the key of each end node, and d, its depth.</summary>
    public string Compile()
    {
        var origin = scope[walk.Origin].Column(Names.Key);
        return Compile($"SELECT {origin}, 0", origin);
    }

    /// <summary>As <see cref="Compile()"/>, but a node that several walks lead to can come several times, so that the first come at once.</summary>
    public string CompileRows()
    {
        _keepsDuplicates = true;
        return Compile();
    }

    /// <summary>
    /// A SELECT of o, the key of each origin, t, the day of the walk if it is known there, n, the key of each end node of walks
    /// from it, and d, its depth.
    /// </summary>
    /// <param name="origins">FROM and WHERE of the origins.</param>
    public string CompilePairs(string origins)
    {
        _arePairs = true;
        _carried = walk.HasDayAtStart ? [Origin, Day] : [Origin];
        _rows = _rows with { IsSingle = false };
        var origin = scope[walk.Origin].Column(Names.Key);
        var day = walk.HasDayAtStart ? compiler.Value(walk.Day!, scope) + ", " : "";
        return Compile($"SELECT DISTINCT {origin}, {day}{origin}, 0 {origins}", Origin);
    }

    private string Compile(string origins, string origin)
    {
        _with.Append(CultureInfo.InvariantCulture, $"WITH RECURSIVE {Stage()}({Columns()}) AS ({origins})");
        foreach (var step in walk.Steps)
        {
            Add(step);
            if (walk.IsDayAtEnd && step == walk.Steps[^1])
                CompareWithDay();
            else
                Deduplicate();
        }
        return $"{_with} SELECT {Columns()} FROM {Stage()}{(walk.ExcludesOrigin ? $" WHERE n <> {origin}" : "")}";
    }

    private string Stage() => $"{alias}_{_stage.ToString(CultureInfo.InvariantCulture)}";

    private string NextStage()
    {
        _stage++;
        return Stage();
    }

    /// <summary>The columns of a stage.</summary>
    private string Columns() => string.Concat(_carried.Select(column => column + ", ")) + "n, d";

    /// <summary>The carried columns of a stage, for a select list.</summary>
    private string Carried(string stage) => string.Concat(_carried.Select(column => $"{stage}.{column}, "));

    private void Define(string name, string columns, string select) => _with.Append(CultureInfo.InvariantCulture, $", {name}({columns}) AS ({select})");

    private string Shortest(string stage) => $"SELECT {Carried(stage)}n, min(d) FROM {stage}";

    private string Group() => $" GROUP BY {string.Concat(_carried.Select(column => column + ", "))}n";

    private void Deduplicate()
    {
        if (_rows.IsDistinct || _keepsDuplicates)
            return;
        var previous = Stage();
        Define(NextStage(), Columns(), Shortest(previous) + Group());
        _rows = _rows with { IsDistinct = true };
    }

    /// <summary>Only the rows whose dates agree with the day of their node, which are then carried no further.</summary>
    private void CompareWithDay()
    {
        var previous = Stage();
        var node = new TableBinding(SourceCompiler.AliasOf(walk.Node), _dates.CopiesOfNode(previous));
        var condition = compiler.Predicates.Condition(walk.OnDay, _dates.Bind(scope, previous).With(walk.Node.Number, node));
        var join = node.IsUsed ? $" CROSS JOIN {SourceCompiler.Table(walk.Node)} ON {SourceCompiler.AliasOf(walk.Node)}.{Names.Key} = {previous}.n" : "";
        _carried = [.. _carried.Except(_dates.Columns)];
        var group = string.Concat(_carried.Append(Node).Select(column => $", {previous}.{column}"))[2..];
        Define(
            NextStage(),
            Columns(),
            $"SELECT {Carried(previous)}{previous}.n, min({previous}.d) FROM {previous}{join}{(condition.Length > 0 ? " WHERE " + condition : "")} GROUP BY {group}");
        _rows = new WalkRows(IsSingle: false, IsDistinct: true);
    }

    private void Add(WalkStep step)
    {
        var previous = Stage();
        if (step.IsTakenOnce)
        {
            var hops = Hops(step, previous, previous + ".d + 1", "", _dates.Of(step)).ToList();
            _carried = [.. _carried, .. _dates.Of(step).Select(date => date.Name)];
            Define(NextStage(), Columns(), string.Join(" UNION ALL ", hops));
            _rows = _rows.AfterHop(step);
        }
        else if (step is { Min: 0, Max: 1 })
        {
            var hops = Hops(step, previous, previous + ".d + 1", "", []);
            Define(NextStage(), Columns(), string.Join(" UNION ALL ", hops.Prepend($"SELECT {Columns()} FROM {previous}")));
            _rows = _rows.WithHop(step);
        }
        else if (ClosureOf(step) is { } closure)
        {
            Define(NextStage(), Columns(), Closure(step, closure, previous));
            _rows = _rows.AfterClosure();
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
        var again = Hops(step, repeated, $"{repeated}.d + 1, {repeated}.k + 1", $"{repeated}.k < {Number(step.Max)}", []);
        Define(repeated, Columns() + ", k", string.Join(" UNION ", again.Prepend($"SELECT {Columns()}, 0 FROM {previous}")));
        Define(Stage(), Columns(), $"{Shortest(repeated)} WHERE k >= {Number(step.Min)}{Group()}");
        _rows = new WalkRows(IsSingle: false, IsDistinct: true);
    }

    /// <summary>The closure that a step can be looked up in, and its columns; null if there is none.</summary>
    public static (string Table, string From, string To)? ClosureOf(WalkStep step)
    {
        var type = step.Followed.Relationship;
        if (!Names.HasClosure(type) || step.Direction == Direction.Both)
            return null;
        var isUpward = type.OnePerSource == (step.Direction == Direction.Out);
        var (from, to) = isUpward ? (Names.Descendant, Names.Ancestor) : (Names.Ancestor, Names.Descendant);
        return (Names.Closure(type), from, to);
    }

    private string Closure(WalkStep step, (string Table, string From, string To) closure, string previous) =>
        $"SELECT {Carried(previous)}c.{closure.To}, {previous}.d + c.{Names.Depth} FROM {previous} CROSS JOIN {closure.Table} c " +
        $"ON c.{closure.From} = {previous}.n AND c.{Names.Depth} BETWEEN {Number(step.Min)} AND {Number(step.Max)}";

    /// <summary>SELECTs of the nodes one relationship further: one SELECT, or one for each direction.</summary>
    private IEnumerable<string> Hops(WalkStep step, string previous, string columns, string condition, IReadOnlyList<CarriedDate> dates)
    {
        var alias = SourceCompiler.AliasOf(step.Followed);
        var inner = scope.With(step.Followed.Number, new TableBinding(alias));
        if (_arePairs && walk.HasDayAtStart)
            inner = inner.With(walk.Day!.Of.Number, new ReferenceBinding(_ => $"{previous}.{Day}"));
        var where = SqlCompiler.And(condition, compiler.Predicates.Condition(step.Where, inner));
        if (!walk.IsDayAtEnd)
            where = SqlCompiler.And(where, compiler.Predicates.Condition(step.OnDay, inner));
        var carried = Carried(previous) + string.Concat(dates.Select(date => $"{alias}.{date.Column}, "));
        if (step.Direction != Direction.In)
            yield return Hop(Names.Source, Names.Target);
        if (step.Direction != Direction.Out)
            yield return Hop(Names.Target, Names.Source);

        string Hop(string from, string to) =>
            $"SELECT {carried}{alias}.{to}, {columns} FROM {previous} CROSS JOIN {Names.Table(step.Followed.Relationship)} {alias} " +
            $"ON {alias}.{from} = {previous}.n{(where.Length > 0 ? " WHERE " + where : "")}";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
