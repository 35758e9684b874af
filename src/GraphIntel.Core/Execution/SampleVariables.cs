using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Stand-ins for an operation's variables that give it the shapes in which it is most likely asked: with what it requires
/// alone, and with all that it takes. Which values they are does not matter to a plan. An input object has as many shapes as it
/// has keys, so an optional one is left out, and an operation that requires one has no samples.
/// </summary>
internal static class SampleVariables
{
    /// <summary>The samples for an operation; one where both would be the same, none where no value can be made up.</summary>
    public static IReadOnlyList<Inputs> Of(GraphQLOperationDefinition operation, OperationPlans plans)
    {
        var least = new Dictionary<string, object?>(StringComparer.Ordinal);
        var all = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var index = 0; index < plans.Variables.Count; index++)
        {
            var (name, type) = plans.Variables[index];
            var isRequired = type is NonNullGraphType && operation.Variables!.Items[index].DefaultValue is null;
            if (Sample(type) is not { } value)
            {
                if (isRequired)
                    return [];
                continue;
            }
            all.Add(name, value);
            if (isRequired)
                least.Add(name, value);
        }
        return all.Count == least.Count ? [new Inputs(all)] : [new Inputs(least), new Inputs(all)];
    }

    private static object? Sample(IGraphType type) => type switch
    {
        NonNullGraphType required => Sample(required.ResolvedType!),
        ListGraphType list => Sample(list.ResolvedType!) is { } item ? new List<object?> { item } : null,
        EnumerationGraphType options => options.Values.FirstOrDefault()?.Name,
        IInputObjectGraphType => null,
        BooleanGraphType => true,
        IntGraphType or FloatGraphType => 1,
        Schema.DateType => "2000-01-01",
        _ => "x",
    };
}
