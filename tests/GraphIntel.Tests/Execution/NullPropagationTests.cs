using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>A store that holds no value where the model promises one (specification, section 6.4.4).</summary>
public sealed class NullPropagationTests
{
    private static string Errors(JsonElement response) => string.Join('\n', response.GetProperty("errors").EnumerateArray().Select(error =>
    {
        var path = string.Join('/', error.GetProperty("path").EnumerateArray());
        var place = error.GetProperty("locations")[0];
        Assert.Equal("NULL_VALUE", error.GetProperty("extensions").GetProperty("code").GetString());
        return $"{path} at {place.GetProperty("line")}:{place.GetProperty("column")}: {error.GetProperty("message")}";
    }));

    private static void Same(string expected, JsonElement actual) =>
        Assert.Equal(JsonSerializer.Serialize(JsonElement.Parse(expected)), JsonSerializer.Serialize(actual));

    [Fact]
    public async Task A_field_that_may_be_null_is_no_error()
    {
        var response = await CannedStore.AnswerAsync("{ actor(id: \"actor:a\") { name description } }", """[["A",null]]""");
        Same("""{"data":{"actor":{"name":"A","description":null}}}""", response);
    }

    [Fact]
    public async Task The_nearest_object_that_may_be_null_is_lost_and_its_siblings_stay()
    {
        var response = await CannedStore.AnswerAsync(
            """
            {
              before: actor(id: "actor:a") { name }
              lost: actor(id: "actor:b") { name kind }
              after: actor(id: "actor:c") { name country { name } }
            }
            """,
            """[["A"],["B",null],["C",["D"]]]""");
        Same("""{"before":{"name":"A"},"lost":null,"after":{"name":"C","country":{"name":"D"}}}""", response.GetProperty("data"));
        Assert.Equal("lost/kind at 3:37: The store holds no value for the field `kind`, which has the type ActorKind!.", Errors(response));
    }

    [Fact]
    public async Task An_object_inside_is_lost_alone_where_it_may_be_null()
    {
        var response = await CannedStore.AnswerAsync(
            "{ event(id: \"event:e\") { place { name parent { name } } title } }", """[[["P",[null]],"T"]]""");
        Same("""{"event":{"place":{"name":"P","parent":null},"title":"T"}}""", response.GetProperty("data"));
        Assert.StartsWith("event/place/parent/name at 1:48: ", Errors(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_goes_with_an_item_of_it_and_each_error_has_its_own_path()
    {
        var response = await CannedStore.AnswerAsync(
            """
            {
              a: actor(id: "actor:a") { name backers { nodes { name } totalCount } }
              b: actor(id: "actor:b") { backers { totalCount edges { cursor node { name } role: kinds } } }
              c: actor(id: "actor:c") { name }
              d: actor(id: "actor:d") { backers { edges { node { country { name } name } } } }
            }
            """,
            """[["A",[["B"],[null]],2],[1,[["actor:k","backing:k",null,["TROOPS"]]]],["C"],[[[[null],"D"]]]]""");
        Same("""{"a":null,"b":null,"c":{"name":"C"},"d":{"backers":{"edges":[{"node":{"country":null,"name":"D"}}]}}}""", response.GetProperty("data"));
        Assert.Equal(
            """
            a/backers/nodes/1/name at 2:52: The store holds no value for the field `name`, which has the type String!.
            b/backers/edges/0/node/name at 3:72: The store holds no value for the field `name`, which has the type String!.
            d/backers/edges/0/node/country/name at 5:64: The store holds no value for the field `name`, which has the type String!.
            """.ReplaceLineEndings("\n"),
            Errors(response));
    }

    [Fact]
    public async Task A_cursor_behind_a_lost_object_is_still_its_own_items()
    {
        var response = await CannedStore.AnswerAsync(
            "{ events { edges { node { place { children { edges { cursor node { name } } } } } cursor } } }",
            """[[["event:e",[[["place:c",null]]]]]]""");
        var edge = response.GetProperty("data").GetProperty("events").GetProperty("edges")[0];
        Assert.Equal(JsonValueKind.Null, edge.GetProperty("node").GetProperty("place").ValueKind);
        Assert.EndsWith(",\"event:e\"]", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(edge.GetProperty("cursor").GetString())), StringComparison.Ordinal);
        Assert.StartsWith("events/edges/0/node/place/children/edges/0/node/name at ", Errors(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_found_by_id_are_lost_one_by_one()
    {
        var response = await CannedStore.AnswerAsync(
            "{ nodes(ids: [\"actor:a\", \"actor:b\", \"actor:c\"]) { ... on Actor { name } } }", """[[[0,null],[0,"B"],null]]""");
        Same("""[null,{"name":"B"},null]""", response.GetProperty("data").GetProperty("nodes"));
        Assert.StartsWith("nodes/0/name at 1:66: ", Errors(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_that_nothing_around_may_be_takes_data()
    {
        var response = await CannedStore.AnswerAsync("{ actors { totalCount nodes { name } } }", """[2,[["A"],[null]]]""");
        Assert.Equal(JsonValueKind.Null, response.GetProperty("data").ValueKind);
        Assert.StartsWith("actors/nodes/1/name at 1:31: ", Errors(response), StringComparison.Ordinal);
    }
}
