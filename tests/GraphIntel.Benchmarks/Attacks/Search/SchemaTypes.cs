using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Attacks.Search;

/// <summary>The types of a schema by name, parsed from its SDL.</summary>
internal sealed class SchemaTypes
{
    private readonly Dictionary<string, GraphQLTypeDefinition> _types;

    private SchemaTypes(Dictionary<string, GraphQLTypeDefinition> types) => _types = types;

    /// <summary>Parses a schema.</summary>
    public static SchemaTypes Read(string text) =>
        new(Parser.Parse(text).Definitions.OfType<GraphQLTypeDefinition>().ToDictionary(type => type.Name.StringValue));

    /// <summary>The fields of an object or an interface; empty for other types.</summary>
    public IReadOnlyList<GraphQLFieldDefinition> Fields(string type) => _types.GetValueOrDefault(type) switch
    {
        GraphQLObjectTypeDefinition found => found.Fields?.Items ?? [],
        GraphQLInterfaceTypeDefinition found => found.Fields?.Items ?? [],
        _ => [],
    };

    /// <summary>A field of a type.</summary>
    public GraphQLFieldDefinition? Field(string type, string name) => Fields(type).FirstOrDefault(field => field.Name.StringValue == name);

    /// <summary>The fields of an input object; empty for other types.</summary>
    public IReadOnlyList<GraphQLInputValueDefinition> InputFields(string type) =>
        _types.GetValueOrDefault(type) is GraphQLInputObjectTypeDefinition found ? found.Fields?.Items ?? [] : [];

    /// <summary>Whether an input object takes exactly one of its fields.</summary>
    public bool IsOneOf(string type) =>
        (_types.GetValueOrDefault(type) as GraphQLInputObjectTypeDefinition)?.Directives?.Items.Any(directive => directive.Name.StringValue == "oneOf") == true;

    /// <summary>The names of an enum's values; empty for other types.</summary>
    public IReadOnlyList<string> EnumValues(string type) =>
        _types.GetValueOrDefault(type) is GraphQLEnumTypeDefinition found ? [.. found.Values?.Items.Select(value => value.Name.StringValue) ?? []] : [];

    /// <summary>The objects of an interface or a union; empty for other types.</summary>
    public IReadOnlyList<string> PossibleTypes(string type) => _types.GetValueOrDefault(type) switch
    {
        GraphQLInterfaceTypeDefinition => [.. _types.Values.OfType<GraphQLObjectTypeDefinition>()
            .Where(candidate => candidate.Interfaces?.Items.Any(name => name.Name.StringValue == type) == true)
            .Select(candidate => candidate.Name.StringValue)],
        GraphQLUnionTypeDefinition union => [.. union.Types?.Items.Select(name => name.Name.StringValue) ?? []],
        _ => [],
    };

    /// <summary>Whether a field of the type requires a selection.</summary>
    public bool IsComposite(string type) =>
        _types.GetValueOrDefault(type) is GraphQLObjectTypeDefinition or GraphQLInterfaceTypeDefinition or GraphQLUnionTypeDefinition;

    /// <summary>The name of a type without list and non-null wrappers.</summary>
    public static string NameOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => NameOf(nonNull.Type),
        GraphQLListType list => NameOf(list.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new ArgumentException($"{type.Kind} is not a type reference.", nameof(type)),
    };
}
