using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>Fields collected for one type (specification, section 6.3.2).</summary>
public sealed class FieldCollectorTests
{
    [Theory]
    [InlineData("{ node(id: \"a\") { id label } }", "Actor", "id label")]
    [InlineData("{ node(id: \"a\") { b: id a: id id } }", "Actor", "b a id")]
    [InlineData("{ node(id: \"a\") { id ... { label id } ... on Node { id } } }", "Actor", "id*3 label")]
    [InlineData("{ node(id: \"a\") { ... on Actor { name } ... on Place { kind } id } }", "Actor", "name id")]
    [InlineData("{ node(id: \"a\") { ... on Actor { name } ... on Place { kind } id } }", "Place", "kind id")]
    [InlineData("{ node(id: \"a\") { ... on Fact { claims { totalCount } } ... on Relationship { source { id } } } }", "Actor", "claims")]
    [InlineData("{ node(id: \"a\") { ... on Fact { claims { totalCount } } ... on Relationship { source { id } } } }", "Backing", "claims source")]
    [InlineData("{ node(id: \"a\") { ... on Fact { claims { totalCount } } ... on Relationship { source { id } } id } }", "Report", "id")]
    [InlineData("{ node(id: \"a\") { ...F ...F id } } fragment F on Node { label ...G } fragment G on Actor { name }", "Actor", "label name id")]
    [InlineData("{ node(id: \"a\") { ...F id } } fragment F on Place { label }", "Actor", "id")]
    [InlineData("{ node(id: \"a\") { id @skip(if: true) label @include(if: true) } }", "Actor", "label")]
    [InlineData("{ node(id: \"a\") { id @skip(if: false) @include(if: false) label } }", "Actor", "label")]
    [InlineData("{ node(id: \"a\") { ... @skip(if: true) { id } ... on Actor @include(if: true) { name } ...F @skip(if: true) } } fragment F on Node { label }", "Actor", "name")]
    [InlineData("{ node(id: \"a\") { ...F @skip(if: true) ...F } } fragment F on Node { label }", "Actor", "label")]
    public async Task Fields_are_collected_once_and_in_order(string query, string type, string expected) =>
        Assert.Equal(expected, (await Planned.ReadAsync(query)).Keys(type));

    [Theory]
    [InlineData("""{"yes":true,"no":false}""", "name label")]
    [InlineData("""{"yes":false,"no":true}""", "id")]
    [InlineData("""{"yes":true}""", "id name label")]
    public async Task Skip_and_include_use_variables_and_their_defaults(string variables, string expected) => Assert.Equal(
        expected,
        (await Planned.ReadAsync(
            "query Q($yes: Boolean!, $no: Boolean = true) { node(id: \"a\") { id @include(if: $no) ... on Actor @include(if: $yes) { name } label @skip(if: false) @include(if: $yes) } }",
            variables)).Keys("Actor"));
}
