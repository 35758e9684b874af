using GraphQL.Types;
using GraphQLParser;

namespace GraphIntel.Core.Execution;

/// <summary>The average length of each introspection list in a schema.</summary>
internal sealed class IntrospectionWeights
{
    private readonly Dictionary<ROM, long> _counts;

    public IntrospectionWeights(ISchema schema)
    {
        var types = schema.AllTypes.ToList();
        var outputs = types.OfType<IComplexGraphType>().Where(type => type is not IInputObjectGraphType).ToList();
        var fields = outputs.SelectMany(type => type.Fields).ToList();
        _counts = new()
        {
            ["types"] = types.Count,
            ["directives"] = schema.Directives.Count,
            ["fields"] = Average(outputs.Select(type => type.Fields.Count)),
            ["args"] = Average(fields.Select(field => field.Arguments?.Count ?? 0)),
            ["inputFields"] = Average(types.OfType<IInputObjectGraphType>().Select(type => type.Fields.Count)),
            ["interfaces"] = Average(types.OfType<IImplementInterfaces>().Select(type => type.ResolvedInterfaces.Count)),
            ["possibleTypes"] = Average(types.OfType<IAbstractGraphType>().Select(type => type.PossibleTypes.Count)),
            ["enumValues"] = Average(types.OfType<EnumerationGraphType>().Select(type => type.Values.Count)),
        };
    }

    /// <summary>The approximate number of objects in an introspection field; null if it is not a list.</summary>
    public long? CountOf(ROM field) => _counts.TryGetValue(field, out var count) ? count : null;

    private static long Average(IEnumerable<int> counts) => (long)Math.Ceiling(counts.DefaultIfEmpty(1).Average());
}
