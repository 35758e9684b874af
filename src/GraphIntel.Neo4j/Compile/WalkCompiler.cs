using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Compiles the steps of a path to clauses, one stage after the other: each stage has every node reached once, with its
/// minimum depth if needed. The minimum is enough, because later steps depend only on the node. For these forms of a pattern
/// Neo4j searches breadth first and visits each node once; otherwise it would enumerate every walk. A relationship whose dates
/// are compared with a day at the end of the walk is kept until then, and each stage has a row for each of them.
/// </summary>
/// <param name="compiler">The compiler of the statement.</param>
/// <param name="walk">The walk.</param>
/// <param name="carried">
/// Variables that each stage keeps, for walks from the nodes of many rows; the first is the origin, or the relationship at which
/// the walks start. Empty for one origin.
/// </param>
internal sealed class WalkCompiler(CypherCompiler compiler, WalkSource walk, params IReadOnlyList<string> carried)
{
    private readonly StringBuilder _clauses = new();
    private readonly string _prefix = compiler.NameOf("w", walk.Walked.Number);
    private string _node = "";
    private int _stage;

    /// <summary>The depth that all nodes of the stage have in common, in addition to <see cref="_depth"/>.</summary>
    private int _constant;

    /// <summary>The variable with the depth; null if <see cref="_constant"/> is the whole depth.</summary>
    private string? _depth;

    /// <summary>Whether the current stage has at most one node.</summary>
    private bool _isSingle = carried.Count == 0;

    /// <summary>The relationships that are kept for the day at the end.</summary>
    private readonly List<string> _kept = [];

    private string Carried => string.Concat(carried.Concat(_kept).Select(variable => variable + ", "));

    /// <summary>The rows with the end nodes of the walks, and their conditions.</summary>
    public Rows Compile()
    {
        var origin = Start();
        foreach (var step in walk.Steps)
            Add(step);
        if (_kept.Count > 0)
            CompareWithDay();

        var end = compiler.VariableOf(walk.Node);
        var depth = _depth is null ? CypherCompiler.Number(_constant)
            : _constant == 0 ? _depth : $"{_depth} + {CypherCompiler.Number(_constant)}";
        _clauses.Append($"WITH {Carried}{_node} AS {end}{(walk.NeedsDepth ? $", {depth} AS {_prefix}" : "")}");
        compiler.Bind(walk.Walked.Number, new VariableBinding(_prefix));
        List<string> conditions = [$"{end}:{Names.Label(walk.Node.Node)}"];
        if (walk.ExcludesOrigin)
            conditions.Add($"{end} <> {origin}");
        return new Rows(_clauses.ToString(), [.. conditions, .. compiler.Predicates.Conditions(walk.Where)]);
    }

    /// <summary>Binds where the walk starts; returns the expression for the origin.</summary>
    private string Start()
    {
        if (walk.Start is not { } start)
            return _node = compiler.BindingOf(walk.Origin.Number).Variable;
        var relationship = compiler.BindingOf(start.Of.Number).Variable;
        var origin = new VariableBinding(SourceCompiler.EndOf(start.IsSource, relationship));
        compiler.Bind(walk.Origin.Number, origin);
        compiler.Bind(start.Other.Number, new VariableBinding(SourceCompiler.EndOf(!start.IsSource, relationship)));
        _node = $"{_prefix}x0";
        _clauses.Append($"WITH {Carried}{origin.Variable} AS {_node} ");
        return origin.Variable;
    }

    private void Add(WalkStep step)
    {
        // A walk may have to repeat a cycle to reach the minimum length, and use relationships again. Different clauses may
        // match the same relationship again; one pattern may not, which does not affect the shortest way to a node, except to
        // the node where the pattern starts, since the way back may use the same relationships as the way there. With a
        // single step that node is the origin, which no walk ends at.
        if (step.Min > 1 || step is { Min: 1, Max: 1 } || (step is { Min: 1, Direction: Direction.Both } && walk.Steps.Count > 1))
        {
            for (var hop = 0; hop < step.Min; hop++)
                AddHop(step);
            if (step.Max > step.Min)
                AddRepetition(step, 0, step.Max - step.Min);
        }
        else
        {
            AddRepetition(step, step.Min, step.Max);
        }
    }

    private void AddHop(WalkStep step)
    {
        var (before, after) = (_node, NextNode());
        var relationship = compiler.VariableOf(step.Followed);
        var isLast = walk.IsDayAtEnd && step == walk.Steps[^1] && step.IsTakenOnce;
        string[] conditions = isLast ? [.. Conditions(step), .. OnDay(after)] : Conditions(step);
        _clauses.Append($"MATCH ({before}){Arrow(step, relationship)}({after}){Where(conditions)} ");
        _constant++;
        if (isLast)
            _kept.Clear();
        else if (walk.IsDayAtEnd && !step.OnDay.IsTrue)
            _kept.Add(relationship);
        Deduplicate(after, _depth is null ? null : $"min({_depth})");
        _isSingle &= step.LeadsToOne;
    }

    private void AddRepetition(WalkStep step, int min, int max)
    {
        var (before, after) = (_node, NextNode());
        var relationships = compiler.VariableOf(step.Followed) + "s";
        var path = $"{_prefix}p{CypherCompiler.Number(_stage)}";
        var conditions = Conditions(step);
        var where = conditions.Length == 0 ? ""
            : $" WHERE all({compiler.VariableOf(step.Followed)} IN {relationships} WHERE {string.Join(" AND ", conditions)})";
        var listVariable = where.Length > 0 ? relationships : "";
        var length = $"*{CypherCompiler.Number(min)}..{CypherCompiler.Number(max)}";
        _clauses.Append($"MATCH {(walk.NeedsDepth ? path + " = " : "")}({before}){Arrow(step, listVariable, length)}({after}){where} ");
        if (walk.NeedsDepth && !_isSingle)
        {
            // First the minimum from each start node, then the minimum of all: in one aggregation Neo4j would not search
            // breadth first.
            var minLength = $"{_prefix}l{CypherCompiler.Number(_stage)}";
            _clauses.Append($"WITH {Carried}{before}, {(_depth is null ? "" : _depth + ", ")}{after}, min(length({path})) AS {minLength} ");
            Deduplicate(after, _depth is null ? $"min({minLength})" : $"min({_depth} + {minLength})");
        }
        else
        {
            Deduplicate(after, walk.NeedsDepth ? $"min(length({path}))" : null);
        }
        _isSingle = false;
    }

    /// <summary>Removes duplicate nodes, keeping the minimum depth.</summary>
    private void Deduplicate(string node, string? minDepth)
    {
        if (minDepth is not null)
        {
            _depth = $"{_prefix}d{CypherCompiler.Number(_stage)}";
            _clauses.Append($"WITH {Carried}{node}, {minDepth} AS {_depth} ");
        }
        else
        {
            _clauses.Append($"WITH DISTINCT {Carried}{node} ");
        }
        _node = node;
    }

    private string NextNode() => $"{_prefix}x{CypherCompiler.Number(++_stage)}";

    /// <summary>Only the rows whose kept relationships agree with the day of their node, without these relationships.</summary>
    private void CompareWithDay()
    {
        var depth = _depth is null ? "" : $", {_depth}";
        _clauses.Append($"WITH {Carried}{_node}{depth}{Where(OnDay(_node))} ");
        _kept.Clear();
        _stage++;
        Deduplicate(_node, _depth is null ? null : $"min({_depth})");
    }

    /// <summary>The conditions on the day of a walk that ends at a node.</summary>
    private string[] OnDay(string node)
    {
        var end = compiler.BindingOf(walk.Node.Number);
        compiler.Bind(walk.Node.Number, new VariableBinding(node));
        string[] conditions = [.. compiler.Predicates.Conditions(walk.OnDay)];
        compiler.Bind(walk.Node.Number, end);
        return conditions;
    }

    private string[] Conditions(WalkStep step)
    {
        compiler.Bind(step.Followed.Number, new VariableBinding(compiler.VariableOf(step.Followed)));
        return [.. compiler.Predicates.Conditions(step.Where), .. walk.IsDayAtEnd ? [] : compiler.Predicates.Conditions(step.OnDay)];
    }

    private static string Where(string[] conditions) => conditions.Length == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";

    private static string Arrow(WalkStep step, string variable, string length = "") =>
        SourceCompiler.Arrow(step.Direction, $"-[{variable}:{Names.Type(step.Followed.Relationship)}{length}]-");
}
