using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

/// <summary>Another domain, without claims and without the built-in definitions in the file.</summary>
public sealed class FilmsModelTests
{
    private static readonly GraphModel Model = ModelReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Model", "films.graphql")));

    private static RelationshipType Relationship(string type) =>
        Model.TryGetRelationship(type, out var relationship) ? relationship : throw new KeyNotFoundException(type);

    [Fact]
    public void A_model_of_another_domain_is_read()
    {
        Assert.Equal([("film", "films"), ("person", "people")], Model.Nodes.Select(node => (node.Singular, node.Plural)));
        Assert.Equal(["title", "name"], Model.Nodes.Select(node => node.Label.Name));
        Assert.Equal(["ACTED_IN", "DIRECTED", "SEQUEL_OF"], Model.Relationships.Select(relationship => relationship.Type));
        Assert.Equal(["casting", "directed", "sequelOf"], Model.Relationships.Select(relationship => relationship.IdPrefix));
        Assert.Null(Model.Claim);
        Assert.DoesNotContain(Model.Nodes, node => node.IsFact);
    }

    [Fact]
    public void Relationships_are_read()
    {
        var acted = Relationship("ACTED_IN");
        Assert.Equal(("Person", "Film"), (acted.Source.Name, acted.Target.Name));
        Assert.Equal(("hired", "released"), (acted.Valid?.From.Name, acted.Valid?.Until.Name));
        Assert.Null(acted.Attested);
        Assert.Null(acted.Standing);
        Assert.Null(acted.Claims);
        Assert.Equal("year", acted.TargetOrder?.Name);
        Assert.Equal([("casting", "castings"), (null, null), (null, null)], Model.Relationships.Select(relationship => (relationship.Singular, relationship.Plural)));
        Assert.Equal("id", acted.Id?.Name);
        Assert.True(Relationship("DIRECTED").IsDerived);
        Assert.Equal("name", Relationship("DIRECTED").SourceOrder?.Name);
        Assert.True(Relationship("SEQUEL_OF") is { IsHierarchy: true, IsDerived: true, OnePerSource: true, OnePerTarget: false });
        Assert.Equal(("year", null), (Relationship("SEQUEL_OF").SourceOrder?.Name, Relationship("SEQUEL_OF").TargetOrder?.Name));
    }

    [Fact]
    public void Scalars_lists_and_directives_are_read()
    {
        var person = Model.Nodes[1];
        Assert.Equal(
            [
                ("id", ScalarKind.Id, false, true), ("name", ScalarKind.String, false, true), ("aliases", ScalarKind.String, true, false),
                ("born", ScalarKind.Date, false, false), ("alive", ScalarKind.Boolean, false, false),
                ("height", ScalarKind.Float, false, false),
            ],
            person.Properties.Select(property => (property.Name, property.Kind, property.IsList, property.IsRequired)));
        Assert.Equal([0, 1, 2, 3, 4, 5], person.Properties.Select(property => property.Ordinal));
        Assert.Equal(["title", "genre", "shotAt"], Model.Nodes[0].Properties.Where(property => property.IsIndexed).Select(property => property.Name));
    }

    [Fact]
    public void Descriptions_are_kept_and_block_strings_lose_their_indent()
    {
        var film = Model.Nodes[0];
        Assert.Equal("A film, however long.", film.Description);
        Assert.Equal("The year in which it was first shown,\n  wherever that was.", film.FindProperty("year")?.Description);
        Assert.Equal("Who acts in it.", film.Fields.Single(field => field.Name == "cast").Description);
        var genre = Assert.Single(Model.Enums);
        Assert.Equal([null, "With a sad end.", null], genre.Values.Select(value => value.Description));
    }

    [Fact]
    public void Fields_keep_the_order_of_the_file() => Assert.Equal(
        ["id", "name", "aliases", "born", "alive", "height", "films", "directed", "colleagues"],
        Model.Nodes[1].Fields.Select(field => field.Name));
}
