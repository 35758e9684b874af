using System.Text.Json;
using GraphIntel.Core.Schema;
using GraphQL.Types;
using Xunit;

namespace GraphIntel.Tests.Schema;

/// <summary>The meaning of a model as JSON says what a front end of any model needs.</summary>
public sealed class ModelDocumentTests
{
    private static readonly JsonElement Domain = JsonElement.Parse(ModelDocument.Of(Schemas.Domain));
    private static readonly JsonElement Films = JsonElement.Parse(ModelDocument.Of(Schemas.Films));

    [Fact]
    public void A_node_type_names_its_label_day_standing_claims_and_location()
    {
        var happening = Node(Domain, "Event");
        Assert.Equal(
            """{"singular":"event","plural":"events","idPrefix":"event","enumValue":"EVENT","label":"title","day":"start","standing":"standing","claims":"claims","location":"location","searched":true,"provenance":false}""",
            Members(happening, "singular", "plural", "idPrefix", "enumValue", "label", "day", "standing", "claims", "location", "searched", "provenance"));
        Assert.Equal(
            """{"label":"name","day":null,"standing":null,"claims":null,"location":null,"searched":true,"provenance":true}""",
            Members(Node(Domain, "Source"), "label", "day", "standing", "claims", "location", "searched", "provenance"));
        Assert.Equal("""["first","after","last","before","where","order"]""", happening.GetProperty("arguments").GetRawText());
    }

    [Fact]
    public void A_relationship_type_names_its_ends_its_days_and_the_fields_that_follow_it()
    {
        var backing = Relationship(Domain, "BACKS");
        Assert.Equal(
            """{"name":"Backing","idPrefix":"backing","singular":"backing","plural":"backings","source":"Actor","target":"Actor","undirected":false,"hierarchy":false,"valid":{"from":"from","until":"until"},"attested":{"from":"attestedFrom","until":"attestedUntil"},"standing":"standing","claims":"claims"}""",
            Members(backing, "name", "idPrefix", "singular", "plural", "source", "target", "undirected", "hierarchy", "valid", "attested", "standing", "claims"));
        Assert.Equal(
            """[{"nodeType":"Actor","field":"backs","direction":"OUT","list":true},{"nodeType":"Actor","field":"backers","direction":"IN","list":true}]""",
            backing.GetProperty("followedBy").GetRawText());
        Assert.Equal(
            """["first","after","last","before","where","order","asOf","during","certainty","standing","knownBy","accordingTo"]""",
            backing.GetProperty("arguments").GetRawText());
    }

    [Fact]
    public void A_relationship_type_without_a_type_of_its_own_has_only_its_ends_and_claims()
    {
        Assert.Equal(
            """{"name":"OccurredAt","singular":null,"plural":null,"arguments":[],"source":"Event","target":"Place","valid":null,"attested":null,"standing":null,"claims":"claims","fields":[]}""",
            Members(Relationship(Domain, "OCCURRED_AT"), "name", "singular", "plural", "arguments", "source", "target", "valid", "attested", "standing", "claims", "fields"));
        Assert.True(Relationship(Domain, "BORDERS").GetProperty("undirected").GetBoolean());
        Assert.True(Relationship(Domain, "PART_OF").GetProperty("hierarchy").GetBoolean());
    }

    [Theory]
    [InlineData("Event", "start", """{"type":"Date","list":false,"required":true,"indexed":true,"searchedAs":null,"precision":"datePrecision","until":"end","kind":"property","arguments":[]}""")]
    [InlineData("Actor", "aliases", """{"type":"String","list":true,"required":true,"indexed":false,"searchedAs":"NAME","precision":null,"until":null,"kind":"property","arguments":[]}""")]
    [InlineData("Place", "kind", """{"type":"PlaceKind","list":false,"required":true,"indexed":true,"searchedAs":null,"precision":null,"until":null,"kind":"property","arguments":[]}""")]
    [InlineData("Event", "place", """{"type":"Place","list":false,"relationshipType":"OCCURRED_AT","direction":"OUT","orderedBy":null,"kind":"relationship","arguments":[]}""")]
    [InlineData("Place", "children", """{"type":"Place","list":true,"relationshipType":"PART_OF","direction":"IN","orderedBy":null,"kind":"relationship","arguments":["first","after","last","before","where","order"]}""")]
    [InlineData("Actor", "eventsOfBacked", """{"type":"Event","list":true,"from":null,"steps":[{"relationshipType":"BACKS","direction":"OUT","min":1,"max":1},{"relationshipType":"PARTICIPATED_IN","direction":"OUT","min":1,"max":1}],"kind":"path","arguments":["first","after","last","before","where","order","asOf","during","certainty","standing","knownBy","accordingTo","whileValid"]}""")]
    [InlineData("Actor", "claims", """{"type":"Claim","list":true,"property":"about","kind":"refersBy","arguments":["first","after","last","before","where","order"]}""")]
    [InlineData("Backing", "against", """{"type":"Actor","list":true,"kind":"refersTo","arguments":["first","after","last","before","where","order"]}""")]
    public void A_field_says_what_it_holds_or_where_it_leads(string type, string field, string expected)
    {
        var found = Types(Domain).Single(candidate => candidate.GetProperty("name").GetString() == type)
            .GetProperty("fields").EnumerateArray().Single(candidate => candidate.GetProperty("name").GetString() == field);
        var members = found.EnumerateObject().Select(member => member.Name).Except(["name", "description"]).ToArray();
        Assert.Equal(expected, Members(found, members));
    }

    [Fact]
    public void The_claims_of_a_model_name_their_properties_and_the_standings_shown_by_default()
    {
        Assert.Equal(
            """{"nodeType":"Claim","about":"about","field":"field","stance":"stance","denies":"DENIES","made":"made","source":"source","sourceType":"Source","fact":"fact","defaultStandings":["ASSERTED","DISPUTED"]}""",
            Domain.GetProperty("claim").GetRawText());
        Assert.Equal(JsonValueKind.Null, Films.GetProperty("claim").ValueKind);
        Assert.All(
            Types(Films).Where(type => type.TryGetProperty("type", out _)),
            relationship => Assert.Equal(JsonValueKind.Null, relationship.GetProperty("claims").ValueKind));
    }

    [Fact]
    public void Another_model_is_described_in_the_same_way()
    {
        Assert.Equal(["Film", "Person"], Films.GetProperty("nodeTypes").EnumerateArray().Select(type => type.GetProperty("name").GetString()));
        Assert.Equal("people", Node(Films, "Person").GetProperty("plural").GetString());
        Assert.Equal("shotAt", Node(Films, "Film").GetProperty("location").GetString());
        Assert.Equal("""{"from":"hired","until":"released"}""", Relationship(Films, "ACTED_IN").GetProperty("valid").GetRawText());
        Assert.Equal(
            """[{"name":"Genre","description":null,"values":[{"name":"COMEDY","description":null},{"name":"TRAGEDY","description":"With a sad end."},{"name":"WESTERN","description":null}]}]""",
            Films.GetProperty("enums").GetRawText());
        Assert.Equal(
            ["node", "nodes", "search", "paths", "neighborhood"],
            Films.GetProperty("rootFields").EnumerateObject().Select(field => field.Name));
    }

    [Theory]
    [InlineData("domain")]
    [InlineData("films")]
    public void Every_name_in_it_is_a_name_of_the_schema(string name)
    {
        var schema = Schemas.Of(name);
        var document = JsonElement.Parse(ModelDocument.Of(schema));
        foreach (var type in Types(document))
        {
            var fields = (IComplexGraphType)schema.AllTypes[type.GetProperty("name").GetString()!]!;
            string[] named = ["label", "day", "standing", "location", "claims"];
            Assert.All(
                named.Where(member => type.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String),
                member => Assert.NotNull(fields.GetField(type.GetProperty(member).GetString()!)));
            foreach (var field in type.GetProperty("fields").EnumerateArray())
            {
                var found = fields.GetField(field.GetProperty("name").GetString()!);
                Assert.NotNull(found);
                Assert.NotNull(schema.AllTypes[field.GetProperty("type").GetString()!]);
                Assert.Equal(found.Arguments?.Select(argument => argument.Name) ?? [], Texts(field.GetProperty("arguments")));
            }
        }
        Assert.All(
            Types(document).Select(type => type.GetProperty("plural").GetString()).OfType<string>(),
            plural => Assert.NotNull(schema.Query.GetField(plural)));
    }

    private static IEnumerable<JsonElement> Types(JsonElement document) =>
        document.GetProperty("nodeTypes").EnumerateArray().Concat(document.GetProperty("relationshipTypes").EnumerateArray());

    private static JsonElement Node(JsonElement document, string name) =>
        document.GetProperty("nodeTypes").EnumerateArray().Single(type => type.GetProperty("name").GetString() == name);

    private static JsonElement Relationship(JsonElement document, string type) =>
        document.GetProperty("relationshipTypes").EnumerateArray().Single(candidate => candidate.GetProperty("type").GetString() == type);

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);

    /// <summary>Some members of an object, as JSON.</summary>
    private static string Members(JsonElement of, params string[] names) =>
        "{" + string.Join(',', names.Select(name => $"\"{name}\":{of.GetProperty(name).GetRawText()}")) + "}";
}
