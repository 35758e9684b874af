using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>Variables with the same plan have the same shape, and others have different shapes.</summary>
public sealed class OperationShapeTests
{
    private const string Query = """
        query Q($where: ActorFilterInput = {}, $order: [ActorSortInput!], $first: Int, $name: String, $names: [String!], $kind: ActorKind,
          $flag: Boolean! = true, $certainty: Certainty = POSSIBLE, $standing: [Standing!], $during: DateRangeInput, $id: ID, $while: Boolean, $days: DateBoundsInput) {
          actors(where: { and: [$where, { name: { eq: $name, in: $names }, kind: { eq: $kind }, id: { eq: $id } }] }, order: $order, first: $first) {
            nodes { name @include(if: $flag) events(where: {start: {possibly: $days}}) { totalCount } backs(certainty: $certainty, standing: $standing, during: $during) { totalCount } eventsOfBacked(whileValid: $while) { totalCount } }
          }
        }
        """;

    private static async Task<string> ShapeAsync(string variables) =>
        (await Planned.ReadAsync(Query, variables)).Shape;

    [Theory]
    [InlineData("""{"name":"a"}""", """{"name":"b"}""")]
    [InlineData("""{"first":1}""", """{"first":500}""")]
    [InlineData("""{"names":["a"]}""", """{"names":["a","b","c"]}""")]
    [InlineData("""{"names":[]}""", """{"names":"a"}""")]
    [InlineData("""{"kind":"STATE"}""", """{"kind":"COALITION"}""")]
    [InlineData("""{"id":"a"}""", """{"id":7}""")]
    [InlineData("""{"where":{"name":{"eq":"a"}}}""", """{"where":{"name":{"eq":"b"}}}""")]
    [InlineData("""{"where":{"externalIds":{"some":{"in":["a"]}}}}""", """{"where":{"externalIds":{"some":{"in":[]}}}}""")]
    [InlineData("""{"during":{"from":"2017-01-01"}}""", """{"during":{"from":"2018-01-01"}}""")]
    [InlineData("""{"days":{"gte":"2017-01-01"}}""", """{"days":{"gte":"9999-12-31"}}""")]
    [InlineData("""{"flag":true}""", """{}""")]
    [InlineData("""{"certainty":"POSSIBLE"}""", """{}""")]
    [InlineData("""{"order":{"name":"ASC"}}""", """{"order":[{"name":"ASC"}]}""")]
    [InlineData("""{"standing":"DENIED"}""", """{"standing":["DENIED"]}""")]
    public async Task Values_do_not_affect_the_shape(string one, string other) => Assert.Equal(await ShapeAsync(one), await ShapeAsync(other));

    [Theory]
    [InlineData("""{"name":"a"}""", """{"name":null}""")]
    [InlineData("""{"name":null}""", """{}""")]
    [InlineData("""{"first":1}""", """{}""")]
    [InlineData("""{"where":{}}""", """{"where":{"name":{}}}""")]
    [InlineData("""{"days":{}}""", """{"days":{"gte":"2017-01-01"}}""")]
    [InlineData("""{"days":{"gt":"2017-01-01"}}""", """{"days":{"gte":"2017-01-01"}}""")]
    [InlineData("""{"days":{"gte":null}}""", """{"days":{"gte":"2017-01-01"}}""")]
    [InlineData("""{"where":{"name":{"eq":"a"}}}""", """{"where":{"name":{"neq":"a"}}}""")]
    [InlineData("""{"where":{"name":{"eq":"a"}}}""", """{"where":{"name":{"eq":null}}}""")]
    [InlineData("""{"where":{"name":{"eq":"a"}}}""", """{"where":{"kindCode":{"eq":"a"}}}""")]
    [InlineData("""{"where":{"or":[]}}""", """{"where":{"or":[{}]}}""")]
    [InlineData("""{"where":{"or":[{"name":{"eq":"a"}}]}}""", """{"where":{"or":[{"name":{"eq":"a"}},{"name":{"eq":"a"}}]}}""")]
    [InlineData("""{"where":{"country":{"any":true}}}""", """{"where":{"country":{"any":false}}}""")]
    [InlineData("""{"where":{"backs":{"any":true}}}""", """{"where":{"backs":{"any":true,"standing":["DENIED"]}}}""")]
    [InlineData("""{"where":{"backs":{"any":true,"standing":["DENIED"]}}}""", """{"where":{"backs":{"any":true,"standing":["DENIED","DISPUTED"]}}}""")]
    [InlineData("""{"where":{"backs":{"any":true,"certainty":"ATTESTED"}}}""", """{"where":{"backs":{"any":true,"certainty":"POSSIBLE"}}}""")]
    [InlineData("""{"order":[{"name":"ASC"}]}""", """{"order":[{"name":"DESC"}]}""")]
    [InlineData("""{"order":[{"name":"ASC"},{"kind":"ASC"}]}""", """{"order":[{"kind":"ASC"},{"name":"ASC"}]}""")]
    [InlineData("""{"order":[]}""", """{"order":null}""")]
    [InlineData("""{"flag":true}""", """{"flag":false}""")]
    [InlineData("""{"certainty":"ATTESTED"}""", """{"certainty":"POSSIBLE"}""")]
    [InlineData("""{"standing":["DENIED"]}""", """{"standing":["ASSERTED"]}""")]
    [InlineData("""{"while":false}""", """{"while":true}""")]
    [InlineData("""{"standing":[]}""", """{}""")]
    [InlineData("""{"during":{"from":"2017-01-01"}}""", """{"during":{"until":"2017-01-01"}}""")]
    [InlineData("""{"during":{"from":null}}""", """{"during":{}}""")]
    public async Task Variables_that_affect_the_plan_have_different_shapes(string one, string other) => Assert.NotEqual(await ShapeAsync(one), await ShapeAsync(other));

    [Fact]
    public async Task An_operation_without_variables_has_one_shape() => Assert.Equal("", (await Planned.ReadAsync("{ __typename }")).Shape);
}
