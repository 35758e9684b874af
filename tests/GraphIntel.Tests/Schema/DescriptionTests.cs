using GraphQL.Types;
using GraphQLParser.AST;
using Xunit;

namespace GraphIntel.Tests.Schema;

/// <summary>Whoever explores the schema finds a word on everything.</summary>
public sealed class DescriptionTests
{
    /// <summary>The specification's own scalars, which it describes.</summary>
    private static readonly string[] _specified = ["Boolean", "Float", "ID", "Int", "String"];

    [Theory]
    [InlineData("domain")]
    [InlineData("films")]
    public void Everything_has_a_description(string name)
    {
        var missing = new List<string>();
        void Check(string place, string? description)
        {
            if (string.IsNullOrWhiteSpace(description))
                missing.Add(place);
        }

        var types = Schemas.Of(name).AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal));
        foreach (var type in types.Where(type => !_specified.Contains(type.Name)))
        {
            Check(type.Name, type.Description);
            foreach (var field in (type as IComplexGraphType)?.Fields ?? [])
            {
                Check($"{type.Name}.{field.Name}", field.Description);
                foreach (var argument in field.Arguments ?? [])
                    Check($"{type.Name}.{field.Name}({argument.Name}:)", argument.Description);
            }
            if (type is EnumerationGraphType choices)
            {
                foreach (var value in choices.Values)
                    Check($"{type.Name}.{value.Name}", value.Description);
            }
        }
        Assert.Equal([], missing);
    }

    [Fact]
    public void What_the_model_says_is_what_the_schema_says()
    {
        var actor = (IObjectGraphType)Schemas.Domain.AllTypes["Actor"]!;
        Assert.StartsWith("Anyone who acts:", actor.Description, StringComparison.Ordinal);
        Assert.Equal("Its backers, their backers, and so on.", actor.GetField("indirectBackers")!.Description);
        var edge = (IObjectGraphType)Schemas.Domain.AllTypes["ActorBacksEdge"]!;
        Assert.Equal("Against whom, where the source says.", edge.GetField("against")!.Description);
        var kinds = (EnumerationGraphType)Schemas.Domain.AllTypes["EventKind"]!;
        Assert.StartsWith("A UCDP event:", kinds.Values.FindByName("ORGANISED_VIOLENCE")!.Description, StringComparison.Ordinal);
        Assert.Equal("Violence against civilians.", kinds.Values.FindByName("VIOLENCE_AGAINST_CIVILIANS")!.Description);
    }

    [Theory]
    [InlineData("domain")]
    [InlineData("films")]
    public void The_printed_schema_reads_back_with_every_type_field_and_description(string name)
    {
        var schema = Schemas.Of(name);
        var document = GraphQLParser.Parser.Parse(schema.ToSdl());
        var types = document.Definitions.OfType<GraphQLTypeDefinition>().ToDictionary(type => type.Name.StringValue, StringComparer.Ordinal);
        Assert.All(types.Values, type => Assert.False(string.IsNullOrWhiteSpace(type.Description?.Value.ToString()), type.Name.StringValue));
        foreach (var type in schema.AllTypes.OfType<IComplexGraphType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            var printed = types[type.Name] switch
            {
                GraphQLObjectTypeDefinition made => made.Fields!.Items.Select(field => field.Name.StringValue),
                GraphQLInterfaceTypeDefinition made => made.Fields!.Items.Select(field => field.Name.StringValue),
                GraphQLInputObjectTypeDefinition made => made.Fields!.Items.Select(field => field.Name.StringValue),
                var other => throw new InvalidOperationException(other.GetType().Name),
            };
            Assert.Equal(type.Fields.Select(field => field.Name).Order(StringComparer.Ordinal), printed.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_printed_schema_is_stable_text() =>
        Assert.Equal(Schemas.Domain.ToSdl(), GraphIntel.Core.Schema.SchemaBuilder.Build(GraphIntel.Core.Model.ModelReader.ReadDomain()).ToSdl());
}
