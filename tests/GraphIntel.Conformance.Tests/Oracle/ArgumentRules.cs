using GraphIntel.Core.Filters;
using GraphIntel.Core.Schema;
using GraphQLParser.AST;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>An operation that is answered with errors and without data.</summary>
internal sealed class RefusedException(string reason) : Exception(reason);

/// <summary>
/// The rules of arguments that the types do not express. One mistake refuses the operation, whether or not data would reach it.
/// </summary>
internal sealed class ArgumentRules(Selections selections, Dictionary<string, object?> variables)
{
    private const int MaxNesting = 2;

    /// <summary>What a selection is a part of, as far as aggregates are concerned.</summary>
    private enum Part
    {
        Other,
        Aggregate,
        Groups,
        Timeline,

        /// <summary>A group or a period.</summary>
        Group,
    }

    /// <summary>Checks every field of a selection, at every depth.</summary>
    public void Check(GraphQLSelectionSet? set) => Check(set, Part.Other, 0);

    // The nesting is how many groups and timelines there are around, from the aggregate of a connection on.
    private void Check(GraphQLSelectionSet? set, Part part, int nesting)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (!selections.IsIncluded(selection))
                continue;
            switch (selection)
            {
                case GraphQLField field:
                    var arguments = Inputs.ReadArguments(field.Arguments, variables);
                    CheckArguments(arguments, field.Name.StringValue);
                    if (part == Part.Timeline)
                        CheckPeriod(arguments);
                    var (below, depth) = Enter(part, nesting, field.Name.StringValue);
                    if (depth > MaxNesting)
                        throw new RefusedException($"groups and timelines nested {depth} deep");
                    Check(field.SelectionSet, below, depth);
                    break;
                case GraphQLInlineFragment inline:
                    Check(inline.SelectionSet, part, nesting);
                    break;
                case GraphQLFragmentSpread spread:
                    Check(selections.Fragment(spread).SelectionSet, part, nesting);
                    break;
            }
        }
    }

    private static (Part Part, int Nesting) Enter(Part part, int nesting, string field) => (part, field) switch
    {
        (_, "__typename") => (Part.Other, 0),
        (Part.Other, "aggregate") => (Part.Aggregate, 0),
        (Part.Group, "aggregate") => (Part.Aggregate, nesting),
        (Part.Aggregate, "groups") => (Part.Groups, nesting),
        (Part.Aggregate, "timeline") => (Part.Timeline, nesting),
        (Part.Groups or Part.Timeline, _) => (Part.Group, nesting + 1),
        _ => (Part.Other, 0),
    };

    private static void CheckArguments(Dictionary<string, object?> arguments, string field)
    {
        var first = (long?)arguments.GetValueOrDefault("first");
        var last = (long?)arguments.GetValueOrDefault("last");
        if (first < 0 || first > (field is "search" or "paths" ? PageLimits.MaxFound : PageLimits.MaxSize))
            throw new RefusedException($"first: {first}");
        if (last is < 0 or > PageLimits.MaxSize)
            throw new RefusedException($"last: {last}");
        if (first is not null && last is not null)
            throw new RefusedException("first with last");
        if ((long?)arguments.GetValueOrDefault("atMost") < 0)
            throw new RefusedException("atMost below 0");
        foreach (var ids in new[] { "ids", "accordingTo" }.Select(name => arguments.GetValueOrDefault(name)).OfType<object>())
            CheckIds(ids);
        if (field == "search")
            CheckQuery(arguments["query"]);
        if (field is "paths" or "neighborhood")
            CheckTraversal(arguments);
        CheckPeriod(arguments.GetValueOrDefault("during"));
        Points.Check(arguments.GetValueOrDefault("where"));
        Points.Check(arguments.GetValueOrDefault("order"));
        if (arguments.GetValueOrDefault("where") is { } where)
            CheckFilter(where);
    }

    private static void CheckTraversal(Dictionary<string, object?> arguments)
    {
        foreach (var (name, most) in new[] { ("maxLength", PageLimits.MaxPathLength), ("depth", PageLimits.MaxDepth), ("maxNodes", PageLimits.MaxNeighbors) })
        {
            if (arguments.GetValueOrDefault(name) is long number && (number < 0 || number > most))
                throw new RefusedException($"{name}: {number}");
        }
        if (arguments.GetValueOrDefault("of") is { } of && Inputs.AsList(of).Count > PageLimits.MaxOrigins)
            throw new RefusedException("too many origins");
    }

    private static void CheckFilter(object? filter)
    {
        switch (filter)
        {
            case List<object?> list:
                list.ForEach(CheckFilter);
                break;
            case Dictionary<string, object?> map:
                foreach (var (key, value) in map)
                {
                    var mayBeNull = FilterOperation.All.Any(operation => operation.Name == key && operation.Null != NullMeaning.Refused)
                        || key is "asOf" or "during" or "certainty" or "standing" or "knownBy" or "accordingTo" or "whileValid";
                    if (value is null && !mayBeNull)
                        throw new RefusedException($"{key}: null");
                    if (key == "during")
                        CheckPeriod(value);
                    else if (key == "accordingTo" && value is not null)
                        CheckIds(value);
                    else if (key == "search")
                        CheckQuery(value);
                    else
                        CheckFilter(value);
                }
                break;
        }
    }

    private static void CheckIds(object ids)
    {
        if (Inputs.AsList(ids).Count > PageLimits.MaxIds)
            throw new RefusedException("too many ids");
    }

    // Characters are code points.
    private static void CheckQuery(object? query)
    {
        var length = ((string)query!).EnumerateRunes().Count();
        if (length > PageLimits.MaxSearchLength)
            throw new RefusedException($"a query of {length} characters");
    }

    private static void CheckPeriod(object? value)
    {
        if (value is not Dictionary<string, object?> period)
            return;
        if (period.GetValueOrDefault("from") is { } from
            && period.GetValueOrDefault("until") is { } until
            && Inputs.Date(from) >= Inputs.Date(until))
        {
            throw new RefusedException($"from {from} until {until}");
        }
    }
}
