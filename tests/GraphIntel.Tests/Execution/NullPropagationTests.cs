using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>A store without a value for a non-null field (specification, section 6.4.4).</summary>
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
    public async Task A_null_in_a_nullable_field_is_not_an_error()
    {
        var response = await StubStore.AnswerAsync("{ actor(id: \"actor:a\") { name description } }", """[["A",null]]""");
        Same("""{"data":{"actor":{"name":"A","description":null}}}""", response);
    }

    [Fact]
    public async Task A_null_propagates_to_the_nearest_nullable_object_and_its_siblings_stay()
    {
        var response = await StubStore.AnswerAsync(
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
    public async Task A_null_propagates_only_to_an_inner_object_if_it_is_nullable()
    {
        var response = await StubStore.AnswerAsync(
            "{ event(id: \"event:e\") { place { name parent { name } } title } }", """[[["P",[null]],"T"]]""");
        Same("""{"event":{"place":{"name":"P","parent":null},"title":"T"}}""", response.GetProperty("data"));
        Assert.StartsWith("event/place/parent/name at 1:48: ", Errors(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_in_an_item_propagates_to_the_page_and_each_error_has_its_path()
    {
        var response = await StubStore.AnswerAsync(
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
    public async Task A_cursor_after_a_null_object_is_that_of_its_own_item()
    {
        var response = await StubStore.AnswerAsync(
            "{ events { edges { node { place { children { edges { cursor node { name } } } } } cursor } } }",
            """[[["event:e",[[["place:c",null]]]]]]""");
        var edge = response.GetProperty("data").GetProperty("events").GetProperty("edges")[0];
        Assert.Equal(JsonValueKind.Null, edge.GetProperty("node").GetProperty("place").ValueKind);
        Assert.EndsWith(",\"event:e\"]", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(edge.GetProperty("cursor").GetString())), StringComparison.Ordinal);
        Assert.StartsWith("events/edges/0/node/place/children/edges/0/node/name at ", Errors(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nulls_propagate_to_single_items_found_by_id()
    {
        var response = await StubStore.AnswerAsync(
            "{ nodes(ids: [\"actor:a\", \"actor:b\", \"actor:c\"]) { ... on Actor { name } } }", """[[[0,null],[0,"B"],null]]""");
        Same("""[null,{"name":"B"},null]""", response.GetProperty("data").GetProperty("nodes"));
        Assert.StartsWith("nodes/0/name at 1:66: ", Errors(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_without_a_nullable_parent_propagates_to_data()
    {
        var response = await StubStore.AnswerAsync("{ actors { totalCount nodes { name } } }", """[2,[["A"],[null]]]""");
        Assert.Equal(JsonValueKind.Null, response.GetProperty("data").ValueKind);
        Assert.StartsWith("actors/nodes/1/name at 1:31: ", Errors(response), StringComparison.Ordinal);
    }
}
