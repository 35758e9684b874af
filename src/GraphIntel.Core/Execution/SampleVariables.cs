using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Sample values for an operation's variables in the two most likely shapes: only the required variables, and all of them. A
/// plan does not depend on the values. An input object has many shapes unless all of its fields are required, as those of a
/// point; so an optional one is omitted, and an operation that requires one has no samples.
/// </summary>
internal static class SampleVariables
{
    /// <summary>
    /// The samples for an operation: one if both are the same, none if a required variable has no sample value.
    /// </summary>
    public static IReadOnlyList<Inputs> Of(GraphQLOperationDefinition operation, OperationPlans plans)
    {
        var required = new Dictionary<string, object?>(StringComparer.Ordinal);
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
                required.Add(name, value);
        }
        return all.Count == required.Count ? [new Inputs(all)] : [new Inputs(required), new Inputs(all)];
    }

    private static object? Sample(IGraphType type) => type switch
    {
        NonNullGraphType required => Sample(required.ResolvedType!),
        ListGraphType list => Sample(list.ResolvedType!) is { } item ? new List<object?> { item } : null,
        EnumerationGraphType options => options.Values.FirstOrDefault()?.Name,
        IInputObjectGraphType input => SampleObject(input),
        BooleanGraphType => true,
        IntGraphType or FloatGraphType => 1,
        Schema.DateType => "2000-01-01",
        _ => "x",
    };

    private static Dictionary<string, object?>? SampleObject(IInputObjectGraphType type)
    {
        var sample = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (field is not { ResolvedType: NonNullGraphType required, DefaultValue: null } || Sample(required) is not { } value)
                return null;
            sample.Add(field.Name, value);
        }
        return sample;
    }
}
