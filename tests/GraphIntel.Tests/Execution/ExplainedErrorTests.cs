using System.Text.Json;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>An error of a document or a variable has its location and what is expected.</summary>
public sealed class ExplainedErrorTests
{
    [Theory]
    [InlineData("{ actors(where: { kind: { eq: STAT } }) { totalCount } }", 31, "Argument 'where.kind.eq' has invalid value. Expected type 'ActorKind', found STAT. Did you mean STATE?")]
    [InlineData("{ actors(where: { kind: { eq: state } }) { totalCount } }", 31, "found state. Did you mean STATE?")]
    [InlineData("{ actors(where: { kind: { eq: \"STATE\" } }) { totalCount } }", 31, "found \"STATE\". Did you mean STATE?")]
    [InlineData("{ actors(where: { kind: { in: [STATE, PERSONS] } }) { totalCount } }", 39, "Argument 'where.kind.in[1]' has invalid value. Expected type 'ActorKind', found PERSONS. Did you mean PERSON?")]
    [InlineData("{ actors(order: [{ name: UPWARD }]) { totalCount } }", 26, "Argument 'order[0].name' has invalid value. Expected type 'SortEnumType', found UPWARD. Expected one of ASC, DESC.")]
    [InlineData("{ actors(where: { kind: { eq: 3 } }) { totalCount } }", 31, "Expected type 'ActorKind', found 3. Expected one of STATE, GOVERNMENT,")]
    [InlineData("query($k: ActorKind = STAT) { actors(where: { kind: { eq: $k } }) { totalCount } }", 23, "Variable '$k' has invalid default value. Expected type 'ActorKind', found STAT. Did you mean STATE?")]
    public async Task An_unknown_enum_value_is_reported_at_its_location_with_suggestions(
        string query, int column, string expected)
    {
        var error = await ErrorAsync(query);
        Assert.Contains(expected, Message(error), StringComparison.Ordinal);
        Assert.Equal(column, Column(error));
    }

    [Theory]
    [InlineData("query($k: ActorKind) { actors(where: { kind: { eq: $k } }) { totalCount } }", """{"k": "STAT"}""", "Variable '$k' is invalid. Unable to convert 'STAT' to 'ActorKind'. Did you mean STATE?")]
    [InlineData("query($k: [ActorKind!]) { actors(where: { kind: { in: $k } }) { totalCount } }", """{"k": ["STATE", "person"]}""", "Variable '$k[1]' is invalid. Unable to convert 'person' to 'ActorKind'. Did you mean PERSON?")]
    [InlineData("query($k: ActorKind) { actors(where: { kind: { eq: $k } }) { totalCount } }", """{"k": 3}""", "Unable to convert '3' to 'ActorKind'. Expected one of STATE, GOVERNMENT,")]
    [InlineData("query($w: ActorFilterInput) { actors(where: $w) { totalCount } }", """{"w": {"kind": {"eq": "STAT"}}}""", "Variable '$w.kind.eq' is invalid. Unable to convert 'STAT' to 'ActorKind'. Did you mean STATE?")]
    public async Task An_unknown_enum_value_in_a_variable_has_the_same_message(string query, string variables, string expected) =>
        Assert.Contains(expected, Message(await ErrorAsync(query, variables)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ events(where: { start: { gte: \"2017-02-30\" } }) { totalCount } }", 33, "Argument 'where.start.gte' has invalid value. Expected type 'Date', found \"2017-02-30\". A Date is a valid day")]
    [InlineData("{ actors(first: \"3\") { totalCount } }", 17, "Argument 'first' has invalid value. Expected type 'Int', found \"3\". An Int is an integer")]
    [InlineData("{ actor(id: null) { id } }", 13, "Argument 'id' has invalid value. Expected type 'ID!', found null.")]
    [InlineData("{ actors(where: 3) { totalCount } }", 17, "Expected type 'ActorFilterInput', an object, found 3.")]
    [InlineData("{ actors { totalCount @skip(if: 3) } }", 33, "Argument 'if' has invalid value. Expected type 'Boolean', found 3.")]
    public async Task A_literal_of_the_wrong_type_is_reported_at_its_location(string query, int column, string expected)
    {
        var error = await ErrorAsync(query);
        Assert.Contains(expected, Message(error), StringComparison.Ordinal);
        Assert.Equal(column, Column(error));
    }

    [Theory]
    [InlineData("{ actors(where: { nme: { eq: \"x\" } }) { totalCount } }", 19, "Argument 'where' has invalid value. Type 'ActorFilterInput' has no field 'nme'. Did you mean name?")]
    [InlineData("{ actors(where: { name: { gt: \"x\" } }) { totalCount } }", 27, "Type 'StringOperationFilterInput' has no field 'gt'. Expected one of eq, neq, in, nin, contains, startsWith, endsWith.")]
    public async Task An_unknown_input_field_is_reported_at_its_location(string query, int column, string expected)
    {
        var error = await ErrorAsync(query);
        Assert.Contains(expected, Message(error), StringComparison.Ordinal);
        Assert.Equal(column, Column(error));
    }

    [Fact]
    public async Task Every_wrong_value_of_an_argument_has_its_own_error()
    {
        var errors = await ErrorsAsync("{ events(where: { start: { gte: 1 }, kind: { in: [BATLE, RIOT, PROTST] } }) { totalCount } }");
        Assert.Equal([33, 51, 64], errors.Select(Column));
    }

    [Theory]
    [InlineData("{ actors { name } }", 12, "Cannot query field 'name' on type 'ActorsConnection'. Did you mean 'nodes { name }'?")]
    [InlineData("{ actors { nam } }", 12, "Did you mean 'nodes'?")]
    [InlineData("{ actors { pageinfo { endCursor } } }", 12, "Did you mean 'pageInfo'?")]
    [InlineData("{ actors { edges { name } } }", 20, "Cannot query field 'name' on type 'ActorsEdge'. Did you mean 'node { name }'?")]
    [InlineData("{ actor(id: \"actor:iran\") { backs { kinds } } }", 37, "Did you mean 'edges { kinds }'?")]
    [InlineData("{ actor(id: \"actor:iran\") { nome } }", 29, "Cannot query field 'nome' on type 'Actor'. Did you mean 'name'?")]
    [InlineData("{ node(id: \"actor:iran\") { aliases } }", 28, "Did you mean to use an inline fragment on 'Actor' or 'Place'?")]
    public async Task Suggestions_for_an_unknown_field_include_fields_inside_a_connection(string query, int column, string expected)
    {
        var error = await ErrorAsync(query);
        Assert.Contains(expected, Message(error), StringComparison.Ordinal);
        Assert.Equal(column, Column(error));
    }

    private static async Task<JsonElement> ErrorAsync(string query, string? variables = null) => Assert.Single(await ErrorsAsync(query, variables));

    private static async Task<IReadOnlyList<JsonElement>> ErrorsAsync(string query, string? variables = null) =>
        [.. (await StubStore.AnswerAsync(query, "[]", variables)).GetProperty("errors").EnumerateArray()];

    private static string Message(JsonElement error) => error.GetProperty("message").GetString()!;

    private static int Column(JsonElement error) => error.GetProperty("locations")[0].GetProperty("column").GetInt32();
}
