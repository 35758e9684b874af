using GraphQL.Introspection;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphIntel.Core.Schema;

/// <summary>Adds the introspection fields of the specification (September 2025) that the library does not support.</summary>
internal static class SpecifiedIntrospection
{
    /// <summary>The directive with the specification URL of a scalar.</summary>
    public const string SpecifiedBy = "specifiedBy";

    private const string OneOf = "oneOf";

    /// <summary>Sets up a schema before it is initialized.</summary>
    public static void Prepare(ISchema schema)
    {
        schema.Features.DeprecationOfInputValues = true;
        schema.Features.RepeatableDirectives = true;
        // The default filter hides the field isRepeatable from introspection of introspection.
        schema.Filter = new ExperimentalIntrospectionFeaturesSchemaFilter();
        schema.Directives.Deprecated.Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<StringGraphType>>
        {
            Name = "reason",
            Description = "Why it is deprecated, and what to use instead; Markdown.",
            DefaultValue = "No longer supported",
        });
        schema.Directives.Register(
            new SchemaDirective(SpecifiedBy, DirectiveLocation.Scalar)
            {
                Description = "Where the behavior of a scalar is specified.",
                Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<StringGraphType>>
                {
                    Name = "url",
                    Description = "The URL of the specification.",
                }),
            },
            new SchemaDirective(OneOf, DirectiveLocation.InputObject)
            {
                Description = "Exactly one field of the input object must be given, and not be null.",
            });
    }

    /// <summary>Completes the introspection types of an initialized schema.</summary>
    public static void Complete(ISchema schema)
    {
        // The library supports `includeDeprecated` for the arguments of fields, but not of directives.
        var arguments = FieldsOf(schema, "__Directive").Find("args")!;
        (arguments.Arguments ??= []).Add(new QueryArgument(schema.AllTypes["Boolean"]!) { Name = "includeDeprecated", DefaultValue = false });
        ((IComplexGraphType)schema.AllTypes["__Type"]!).AddField(new FieldType
        {
            Name = "specifiedByURL",
            Description = "Where a scalar is specified; null for other types and for scalars of the GraphQL specification.",
            ResolvedType = schema.AllTypes["String"]!,
            Resolver = new FuncFieldResolver<object?>(context => context.Source is DateType ? DateType.SpecifiedBy : null),
        });
    }

    /// <summary>Removes the definitions of standard directives from SDL.</summary>
    public static void RemoveDefinitions(GraphQLDocument schema) =>
        schema.Definitions.RemoveAll(definition => definition is GraphQLDirectiveDefinition { Name.StringValue: SpecifiedBy or OneOf });

    private static TypeFields FieldsOf(ISchema schema, string type) => ((IComplexGraphType)schema.AllTypes[type]!).Fields;

    /// <summary>A type-system directive that introspection shows.</summary>
    private sealed class SchemaDirective(string name, params DirectiveLocation[] locations) : Directive(name, locations)
    {
        public override bool? Introspectable => true;
    }
}
