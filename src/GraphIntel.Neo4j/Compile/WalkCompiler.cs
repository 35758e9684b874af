using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// The steps of a path -> clauses, one stage after the other: after each, every node reached once, with the least number
/// of relationships to it where that is asked for. Keeping the least alone is enough: what follows depends on the node.
/// In these forms Neo4j searches breadth first and visits each node once; it would else go through every walk.
/// </summary>
internal sealed class WalkCompiler(CypherCompiler compiler, WalkSource walk, bool needsDepth)
{
    private readonly StringBuilder _clauses = new();
    private readonly string _prefix = "w" + CypherCompiler.Number(walk.Walked.Number);
    private string _node = "";
    private int _stage;

    /// <summary>Relationships walked to every node of the stage, beside <see cref="_depth"/>.</summary>
    private int _constant;

    /// <summary>The variable with relationships walked; null where <see cref="_constant"/> says all.</summary>
    private string? _depth;

    /// <summary>Whether the stage at hand has one node.</summary>
    private bool _isSingle = true;

    /// <summary>The rows with the ends of the walks, and their conditions.</summary>
    public Rows Ends()
    {
        var origin = compiler.Find(walk.Origin.Number).Variable;
        _node = origin;
        foreach (var step in walk.Steps)
            Add(step);

        var end = SourceCompiler.VariableOf(walk.Node);
        var depth = _depth is null ? CypherCompiler.Number(_constant)
            : _constant == 0 ? _depth : $"{_depth} + {CypherCompiler.Number(_constant)}";
        _clauses.Append($"WITH {_node} AS {end}{(needsDepth ? $", {depth} AS {_prefix}" : "")}");
        compiler.Put(walk.Walked.Number, new VariablePlace(_prefix));
        var canBeEmpty = walk.Steps.All(step => step.Min == 0);
        string[] conditions = [$"{end}:{Names.Label(walk.Node.Node)}", .. walk.Node.Node == walk.Origin.Node && !canBeEmpty ? [$"{end} <> {origin}"] : Array.Empty<string>()];
        return new Rows(_clauses.ToString(), [.. conditions, .. compiler.Predicates.Conjuncts(walk.Where)]);
    }

    private void Add(WalkStep step)
    {
        // A walk may have to go round a cycle to be long enough, over relationships it has been over. Each clause of a
        // statement may take them again; a repetition within one may not, and need not to reach a node soonest: but for the
        // node from which it starts, to which the way back may be the way there. Of one step that is the origin, which no walk ends at.
        if (step.Min > 1 || step is { Min: 1, Max: 1 } || (step is { Min: 1, Direction: Direction.Both } && walk.Steps.Count > 1))
        {
            for (var hop = 0; hop < step.Min; hop++)
                Hop(step);
            if (step.Max > step.Min)
                Repeat(step, 0, step.Max - step.Min);
        }
        else
        {
            Repeat(step, step.Min, step.Max);
        }
    }

    private void Hop(WalkStep step)
    {
        var (before, after) = (_node, NextNode());
        var relationship = SourceCompiler.VariableOf(step.Followed);
        _clauses.Append($"MATCH ({before}){Arrow(step, relationship)}({after}){Where(step, condition => condition)} ");
        _constant++;
        Settle(after, _depth is null ? null : $"min({_depth})");
        _isSingle &= LeadsToOne(step);
    }

    private void Repeat(WalkStep step, int min, int max)
    {
        var (before, after) = (_node, NextNode());
        var relationships = SourceCompiler.VariableOf(step.Followed) + "s";
        var path = $"{_prefix}p{CypherCompiler.Number(_stage)}";
        var where = Where(step, condition => $"all({SourceCompiler.VariableOf(step.Followed)} IN {relationships} WHERE {condition})");
        var named = where.Length > 0 ? relationships : "";
        var length = $"*{CypherCompiler.Number(min)}..{CypherCompiler.Number(max)}";
        _clauses.Append($"MATCH {(needsDepth ? path + " = " : "")}({before}){Arrow(step, named, length)}({after}){where} ");
        if (needsDepth && !_isSingle)
        {
            // The least length from each node before, then the least of all: in one it would not be a search breadth first.
            var one = $"{_prefix}l{CypherCompiler.Number(_stage)}";
            _clauses.Append($"WITH {before}, {(_depth is null ? "" : _depth + ", ")}{after}, min(length({path})) AS {one} ");
            Settle(after, _depth is null ? $"min({one})" : $"min({_depth} + {one})");
        }
        else
        {
            Settle(after, needsDepth ? $"min(length({path}))" : null);
        }
        _isSingle = false;
    }

    /// <summary>Keeps each node once, with the least depth.</summary>
    private void Settle(string node, string? least)
    {
        if (least is not null)
        {
            _depth = $"{_prefix}d{CypherCompiler.Number(_stage)}";
            _clauses.Append($"WITH {node}, {least} AS {_depth} ");
        }
        else
        {
            _clauses.Append($"WITH DISTINCT {node} ");
        }
        _node = node;
    }

    private string NextNode() => $"{_prefix}x{CypherCompiler.Number(++_stage)}";

    private string Where(WalkStep step, Func<string, string> wrap)
    {
        compiler.Put(step.Followed.Number, new VariablePlace(SourceCompiler.VariableOf(step.Followed)));
        var condition = string.Join(" AND ", compiler.Predicates.Conjuncts(step.Where));
        return condition.Length == 0 ? "" : $" WHERE {wrap(condition)}";
    }

    private static string Arrow(WalkStep step, string variable, string length = "") =>
        SourceCompiler.Arrow(step.Direction, $"-[{variable}:{Names.Type(step.Followed.Relationship)}{length}]-");

    private static bool LeadsToOne(WalkStep step) => step.Direction switch
    {
        Direction.Out => step.Followed.Relationship.OnePerSource,
        Direction.In => step.Followed.Relationship.OnePerTarget,
        _ => false,
    };
}
