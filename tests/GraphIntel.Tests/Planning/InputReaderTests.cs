using GraphIntel.Core.Planning;
using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>Arguments (specification, section 6.4.1) with the variables in them.</summary>
public sealed class InputReaderTests
{
    private static async Task<InputValue?> ArgumentAsync(string name, string query, string variables = "{}") =>
        (await Planned.ReadAsync(query, variables)).Argument(name);

    private static string Text(InputValue? value) => value switch
    {
        null => "absent",
        NullInput => "null",
        ScalarInput scalar => Text(scalar.Source),
        ListInput list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        ObjectInput made => $"{{{string.Join(", ", made.Fields.Select(field => $"{field.Key}: {Text(field.Value)}"))}}}",
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    private static string Text(ValueSource source) => source switch
    {
        ConstantSource { Value: DateOnly day } => day.ToString("yyyy-MM-dd", null),
        ConstantSource constant => $"{constant.Value}",
        VariableSource variable => "$" + string.Join('.', [variable.Name, .. variable.Path]),
        ListSource list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        _ => throw new InvalidOperationException(source.GetType().Name),
    };

    [Theory]
    [InlineData("first", "{ actors { totalCount } }", "absent")]
    [InlineData("first", "{ actors(first: 3) { totalCount } }", "3")]
    [InlineData("first", "{ actors(first: null) { totalCount } }", "null")]
    [InlineData("order", "{ actors(order: { name: ASC }) { totalCount } }", "[{name: ASC}]")]
    [InlineData("order", "{ actors(order: []) { totalCount } }", "[]")]
    [InlineData("where", "{ actors(where: { id: { in: \"a\" } }) { totalCount } }", "{id: {in: [a]}}")]
    [InlineData("where", "{ actors(where: { and: { not: null } }) { totalCount } }", "{and: [{not: null}]}")]
    [InlineData("where", "{ events(where: { start: { gte: \"2017-06-04\" }, deathsBest: { in: [1, 2] } }) { totalCount } }", "{start: {gte: 2017-06-04}, deathsBest: {in: [1, 2]}}")]
    public async Task Literals_are_constants(string argument, string query, string expected) =>
        Assert.Equal(expected, Text(await ArgumentAsync(argument, query)));

    [Theory]
    [InlineData("""{}""", "{name: {}, kind: {}, or: [{}]}")]
    [InlineData("""{"name":null}""", "{name: {eq: null}, kind: {}, or: [{}]}")]
    [InlineData("""{"name":"Iran","kinds":["STATE"]}""", "{name: {eq: $name}, kind: {in: $kinds}, or: [{}]}")]
    [InlineData("""{"part":{"name":{"in":["a","b"]},"and":[{"id":{"eq":"x"}}]}}""", "{name: {}, kind: {}, or: [{and: [{id: {eq: $part.and.0.id.eq}}], name: {in: $part.name.in}}]}")]
    public async Task Variables_are_sources_and_an_absent_one_is_an_absent_field(string variables, string expected)
    {
        const string Query = """
            query Q($name: String, $kinds: [ActorKind!], $part: ActorFilterInput = {}) {
              actors(where: { name: { eq: $name }, kind: { in: $kinds }, or: [$part] }) { totalCount }
            }
            """;
        Assert.Equal(expected, Text(await ArgumentAsync("where", Query, variables)));
    }

    [Fact]
    public async Task An_absent_variable_leaves_out_a_required_field_that_has_a_default()
    {
        const string Query = "query($d: SortEnumType) { places(order: { location: { distance: { from: { latitude: 1, longitude: 2 }, direction: $d } } }) { totalCount } }";
        Assert.Equal("[{location: {distance: {from: {latitude: 1, longitude: 2}}}}]", Text(await ArgumentAsync("order", Query)));
        Assert.Equal("[{location: {distance: {from: {latitude: 1, longitude: 2}, direction: $d}}}]", Text(await ArgumentAsync("order", Query, """{"d":"DESC"}""")));
    }

    [Fact]
    public async Task A_list_may_mix_literals_and_variables()
    {
        var value = await ArgumentAsync(
            "where", "query Q($id: ID!) { actors(where: { id: { in: [\"a\", $id, 7] } }) { totalCount } }", """{"id":"b"}""");
        var list = (ScalarInput)((ObjectInput)((ObjectInput)value!).Find("id")!).Find("in")!;
        Assert.Equal("[a, $id, 7]", Text(list));
        var read = (object?[])list.Source.Read(new Dictionary<string, object?> { ["id"] = "another" })!;
        Assert.Equal(["a", "another", "7"], read.Select(item => item?.ToString()));
    }

    [Fact]
    public async Task A_value_inside_a_variable_is_read_for_each_request()
    {
        const string Query = "query Q($where: ActorFilterInput) { actors(where: $where) { totalCount } }";
        var first = await ArgumentAsync("where", Query, """{"where":{"or":[{"name":{"eq":"a"}},{"name":{"eq":"b"}}]}}""");
        var second = await Planned.ReadAsync(Query, """{"where":{"or":[{"name":{"eq":"c"}},{"name":{"eq":"d"}}]}}""");
        var parts = (ListInput)((ObjectInput)first!).Find("or")!;
        var names = parts.Items.Select(part => (ScalarInput)((ObjectInput)((ObjectInput)part).Find("name")!).Find("eq")!);
        Assert.Equal(["c", "d"], names.Select(name => name.Source.Read(second.Variables)));
    }

    [Fact]
    public async Task A_value_has_its_location()
    {
        var value = await ArgumentAsync("where", "{\n  actors(\n    where: { name: { eq: \"x\" } }) { totalCount }\n}");
        Assert.Equal((3, 12), (value!.Location.Line, value.Location.Column));
        var name = ((ObjectInput)value).Find("name")!;
        Assert.Equal((3, 20), (name.Location.Line, name.Location.Column));
    }

    [Theory]
    [InlineData("query Q($id: ID = \"a\") { actors(where: { id: { in: [$id] } }) { totalCount } }", "where", "`$id` is null; expected a value of type ID!.")]
    [InlineData("query Q($id: ActorFilterInput = {}) { actors(where: { and: [$id] }) { totalCount } }", "where", "`$id` is null; expected a value of type ActorFilterInput!.")]
    [InlineData("query Q($id: ActorSortInput = { id: ASC }) { actors(order: [$id]) { totalCount } }", "order", "`$id` is null; expected a value of type ActorSortInput!.")]
    public async Task A_null_variable_for_a_non_null_type_is_an_error(string query, string argument, string message)
    {
        var planned = await Planned.ReadAsync(query, """{"id":null}""");
        var error = Assert.Throws<NullInputException>(() => planned.Argument(argument));
        Assert.Equal(message, error.Message);
        Assert.Equal(query.LastIndexOf("$id", StringComparison.Ordinal) + 1, error.Location.Column);
    }
}
