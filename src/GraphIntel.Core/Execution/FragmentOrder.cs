using System.Globalization;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Response;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Sorts the fragments of a document topologically, each after those that it spreads, and reports cycles (specification,
/// section 5.5.2.2). The library's own rule recurses along the fragments and reports every path.
/// </summary>
internal sealed class FragmentOrder
{
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _byName = [];
    private readonly Dictionary<ROM, int> _pathIndex = [];
    private readonly List<Step> _path = [];
    private readonly HashSet<ROM> _seen = [];
    private readonly List<GraphQLFragmentDefinition> _order = [];
    private readonly List<GraphError> _cycles = [];
    private readonly LineIndex _lines;

    private FragmentOrder(List<GraphQLFragmentDefinition> fragments, LineIndex lines)
    {
        _lines = lines;
        foreach (var fragment in fragments)
            _byName.TryAdd(fragment.FragmentName.Name.Value, fragment);
    }

    /// <summary>Sorts fragments. Of several with the same name only the first is included.</summary>
    public static IReadOnlyList<GraphQLFragmentDefinition> Of(
        List<GraphQLFragmentDefinition> fragments, LineIndex lines, out IReadOnlyList<GraphError> cycles)
    {
        var order = new FragmentOrder(fragments, lines);
        foreach (var fragment in order._byName.Values)
            order.Visit(fragment);
        cycles = order._cycles;
        return order._order;
    }

    private void Visit(GraphQLFragmentDefinition first)
    {
        Enter(first);
        while (_path.Count > 0)
        {
            var step = _path[^1];
            if (!step.Spreads.MoveNext())
            {
                _path.RemoveAt(_path.Count - 1);
                _pathIndex.Remove(step.Fragment.FragmentName.Name.Value);
                _order.Add(step.Fragment);
                continue;
            }
            var spread = step.Spreads.Current;
            var name = spread.FragmentName.Name.Value;
            if (_pathIndex.TryGetValue(name, out var index))
                ReportCycle(spread, index);
            else if (_byName.TryGetValue(name, out var fragment))
                Enter(fragment);
        }
    }

    private void Enter(GraphQLFragmentDefinition fragment)
    {
        if (!_seen.Add(fragment.FragmentName.Name.Value))
            return;
        _pathIndex.Add(fragment.FragmentName.Name.Value, _path.Count);
        _path.Add(new Step(fragment, SpreadsIn(fragment.SelectionSet).GetEnumerator()));
    }

    private void ReportCycle(GraphQLFragmentSpread spread, int index)
    {
        const int MaxNamed = 3;
        if (_cycles.Count > ErrorWriter.MaxErrors)
            return;
        var between = _path.Skip(index + 1).Select(step => $"`{step.Fragment.FragmentName.Name.StringValue}`").ToList();
        var via = between.Count switch
        {
            0 => "",
            <= MaxNamed => " through " + string.Join(", ", between),
            _ => string.Create(CultureInfo.InvariantCulture, $" through {string.Join(", ", between.Take(MaxNamed))} and {between.Count - MaxNamed} more"),
        };
        _cycles.Add(new GraphError(
            $"The fragment `{spread.FragmentName.Name.StringValue}` spreads itself{via}: a fragment cannot be part of itself.",
            "NO_FRAGMENT_CYCLES",
            [_lines.LocationOf(spread.Location.Start)]));
    }

    private static IEnumerable<GraphQLFragmentSpread> SpreadsIn(GraphQLSelectionSet selections)
    {
        var open = new Stack<GraphQLSelectionSet>([selections]);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is GraphQLFragmentSpread spread)
                    yield return spread;
                else if (selection is IHasSelectionSetNode { SelectionSet: { } inside })
                    open.Push(inside);
            }
        }
    }

    /// <summary>A fragment on the current path, and its spreads that are still to be visited.</summary>
    private sealed record Step(GraphQLFragmentDefinition Fragment, IEnumerator<GraphQLFragmentSpread> Spreads);
}
