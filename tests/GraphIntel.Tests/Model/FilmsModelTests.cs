using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

/// <summary>Another domain, without claims, without a definition of ours in the file.</summary>
public sealed class FilmsModelTests
{
    private static readonly GraphModel _model = ModelReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Model", "films.graphql")));

    private static RelationshipType Relationship(string type) =>
        _model.TryGetRelationship(type, out var relationship) ? relationship : throw new KeyNotFoundException(type);

    [Fact]
    public void Another_domain_is_another_file()
    {
        Assert.Equal([("film", "films"), ("person", "people")], _model.Nodes.Select(node => (node.Singular, node.Plural)));
        Assert.Equal(["title", "name"], _model.Nodes.Select(node => node.Label.Name));
        Assert.Equal(["ACTED_IN", "DIRECTED", "SEQUEL_OF"], _model.Relationships.Select(relationship => relationship.Type));
        Assert.Equal(["casting", "directed", "sequelOf"], _model.Relationships.Select(relationship => relationship.IdPrefix));
        Assert.Null(_model.Claim);
        Assert.DoesNotContain(_model.Nodes, node => node.IsFact);
    }

    [Fact]
    public void Relationships_have_what_the_file_gives_them()
    {
        var acted = Relationship("ACTED_IN");
        Assert.Equal(("Person", "Film"), (acted.Source.Name, acted.Target.Name));
        Assert.Equal(("hired", "released"), (acted.Valid?.From.Name, acted.Valid?.Until.Name));
        Assert.Null(acted.Attested);
        Assert.Null(acted.Standing);
        Assert.Null(acted.Claims);
        Assert.Equal("year", acted.TargetOrder?.Name);
        Assert.Equal("id", acted.Id?.Name);
        Assert.True(Relationship("DIRECTED").IsDerived);
        Assert.Equal("name", Relationship("DIRECTED").SourceOrder?.Name);
        Assert.True(Relationship("SEQUEL_OF") is { IsHierarchy: true, IsDerived: true, OnePerSource: true, OnePerTarget: false });
        Assert.Equal(("year", null), (Relationship("SEQUEL_OF").SourceOrder?.Name, Relationship("SEQUEL_OF").TargetOrder?.Name));
    }

    [Fact]
    public void Scalars_lists_and_marks_are_read()
    {
        var person = _model.Nodes[1];
        Assert.Equal(
            [
                ("id", ScalarKind.Id, false, true), ("name", ScalarKind.String, false, true), ("aliases", ScalarKind.String, true, false),
                ("born", ScalarKind.Date, false, false), ("alive", ScalarKind.Boolean, false, false),
                ("height", ScalarKind.Float, false, false),
            ],
            person.Properties.Select(property => (property.Name, property.Kind, property.IsList, property.IsRequired)));
        Assert.Equal([0, 1, 2, 3, 4, 5], person.Properties.Select(property => property.Ordinal));
        Assert.Equal(["title", "genre", "shotAt"], _model.Nodes[0].Properties.Where(property => property.IsIndexed).Select(property => property.Name));
    }

    [Fact]
    public void Descriptions_are_kept_and_block_strings_lose_their_indent()
    {
        var film = _model.Nodes[0];
        Assert.Equal("A film, however long.", film.Description);
        Assert.Equal("The year in which it was first shown,\n  wherever that was.", film.FindProperty("year")?.Description);
        Assert.Equal("Who acts in it.", film.Fields.Single(field => field.Name == "cast").Description);
        var genre = Assert.Single(_model.Enums);
        Assert.Equal([null, "With a sad end.", null], genre.Values.Select(value => value.Description));
    }

    [Fact]
    public void Fields_keep_the_order_of_the_file() => Assert.Equal(
        ["id", "name", "aliases", "born", "alive", "height", "films", "directed", "colleagues"],
        _model.Nodes[1].Fields.Select(field => field.Name));
}
