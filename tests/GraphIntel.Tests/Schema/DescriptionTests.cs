using GraphQL.Types;
using GraphQLParser.AST;
using Xunit;

namespace GraphIntel.Tests.Schema;

/// <summary>Descriptions come from the model or apply to every model.</summary>
public sealed class DescriptionTests
{
    /// <summary>The scalars of the specification, which describes them.</summary>
    private static readonly string[] Specified = ["Boolean", "Float", "ID", "Int", "String"];

    [Theory]
    [InlineData("domain")]
    [InlineData("films")]
    public void Everything_that_the_model_does_not_name_has_a_description(string name)
    {
        var schema = Schemas.Of(name);
        var modelFields = schema.Model.ElementTypes.SelectMany(type => type.Fields).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var modelTypes = schema.Model.Nodes.Select(node => node.Name).Concat(schema.Model.Enums.Select(type => type.Name)).ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var type in schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && !Specified.Contains(type.Name)))
        {
            if (type.Description is null && !modelTypes.Contains(type.Name))
                missing.Add(type.Name);
            foreach (var field in (type as IComplexGraphType)?.Fields ?? [])
            {
                if (field.Description is null && !modelFields.Contains(field.Name))
                    missing.Add($"{type.Name}.{field.Name}");
                missing.AddRange((field.Arguments ?? []).Where(argument => argument.Description is null)
                    .Select(argument => $"{type.Name}.{field.Name}({argument.Name}:)"));
            }
        }
        Assert.Equal([], missing);
    }

    [Theory]
    [InlineData("domain")]
    [InlineData("films")]
    public void Elements_without_a_description_in_the_model_have_none_except_ids(string name)
    {
        var schema = Schemas.Of(name);
        foreach (var type in schema.Model.ElementTypes)
        {
            var made = (IObjectGraphType)schema.AllTypes[type.Name]!;
            if (type is GraphIntel.Core.Model.NodeType)
                Assert.Equal(type.Description, made.Description);
            foreach (var field in type.Fields.Where(field => field.Name is not ("id" or "label")))
                Assert.Equal(field.Description, made.GetField(field.Name)!.Description);
        }
        foreach (var type in schema.Model.Enums)
        {
            var made = (EnumerationGraphType)schema.AllTypes[type.Name]!;
            Assert.Equal(type.Description, made.Description);
            Assert.Equal(type.Values.Select(value => value.Description), made.Values.Select(value => value.Description));
        }
    }

    [Fact]
    public void Descriptions_of_the_model_are_those_of_the_schema()
    {
        var actor = (IObjectGraphType)Schemas.Domain.AllTypes["Actor"]!;
        Assert.StartsWith("Anyone who acts:", actor.Description, StringComparison.Ordinal);
        Assert.StartsWith("Its backers, their backers, and so on", actor.GetField("indirectBackers")!.Description, StringComparison.Ordinal);
        var edge = (IObjectGraphType)Schemas.Domain.AllTypes["ActorBacksEdge"]!;
        Assert.StartsWith("Actors against whom", edge.GetField("against")!.Description, StringComparison.Ordinal);
        var kinds = (EnumerationGraphType)Schemas.Domain.AllTypes["EventKind"]!;
        Assert.StartsWith("A UCDP event:", kinds.Values.FindByName("ORGANISED_VIOLENCE")!.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void The_domain_describes_its_node_and_relationship_types_and_every_nullable_property()
    {
        var model = Schemas.Domain.Model;
        Assert.All(model.Nodes, node => Assert.NotNull(node.Description));
        Assert.All(model.Relationships.Where(relationship => !relationship.IsDerived), relationship => Assert.NotNull(relationship.Description));
        var silent = model.ElementTypes.SelectMany(type => type.Properties.Where(property => !property.IsRequired && property.Description is null)
            .Select(property => $"{type.Name}.{property.Name}"));
        Assert.Equal([], silent);
    }

    [Theory]
    [InlineData("domain")]
    [InlineData("films")]
    public void The_printed_schema_can_be_parsed_with_every_type_field_and_description(string name)
    {
        var schema = Schemas.Of(name);
        var document = GraphQLParser.Parser.Parse(schema.ToSdl());
        var types = document.Definitions.OfType<GraphQLTypeDefinition>().ToDictionary(type => type.Name.StringValue, StringComparer.Ordinal);
        Assert.All(types.Values, type => Assert.Equal(schema.AllTypes[type.Name.Value]!.Description, type.Description?.Value.ToString()));
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
