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
    /// <summary>Checks every field of a selection, at every depth.</summary>
    public void Check(GraphQLSelectionSet? set)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (!selections.IsIncluded(selection))
                continue;
            switch (selection)
            {
                case GraphQLField field:
                    CheckArguments(Inputs.ReadArguments(field.Arguments, variables));
                    Check(field.SelectionSet);
                    break;
                case GraphQLInlineFragment inline:
                    Check(inline.SelectionSet);
                    break;
                case GraphQLFragmentSpread spread:
                    Check(selections.Fragment(spread).SelectionSet);
                    break;
            }
        }
    }

    private static void CheckArguments(Dictionary<string, object?> arguments)
    {
        var first = (long?)arguments.GetValueOrDefault("first");
        var last = (long?)arguments.GetValueOrDefault("last");
        if (first is < 0 or > PageLimits.MaxSize)
            throw new RefusedException($"first: {first}");
        if (last is < 0 or > PageLimits.MaxSize)
            throw new RefusedException($"last: {last}");
        if (first is not null && last is not null)
            throw new RefusedException("first with last");
        if ((long?)arguments.GetValueOrDefault("atMost") < 0)
            throw new RefusedException("atMost below 0");
        if (arguments.GetValueOrDefault("ids") is { } ids && Inputs.AsList(ids).Count > PageLimits.MaxIds)
            throw new RefusedException("too many ids");
        CheckDuring(arguments.GetValueOrDefault("during"));
        if (arguments.GetValueOrDefault("where") is { } where)
            CheckFilter(where);
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
                        || key is "asOf" or "during" or "certainty" or "standing";
                    if (value is null && !mayBeNull)
                        throw new RefusedException($"{key}: null");
                    if (key == "during")
                        CheckDuring(value);
                    else
                        CheckFilter(value);
                }
                break;
        }
    }

    private static void CheckDuring(object? during)
    {
        if (during is not Dictionary<string, object?> period)
            return;
        if (period.GetValueOrDefault("from") is { } from
            && period.GetValueOrDefault("until") is { } until
            && Inputs.Date(from) >= Inputs.Date(until))
        {
            throw new RefusedException($"during {from} to {until}");
        }
    }
}
