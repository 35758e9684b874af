using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Values outside their types, which another tool wrote: each is an error of its field, and pages go on.</summary>
public abstract partial class ForeignValueTests : IAsyncDisposable
{
    private const string Model =
        """
        type Event @node {
          id: ID! name: String! kind: Kind! deaths: Int @index share: Float day: Date open: Boolean
          kinds: [Kind!]! notes: [String!] numbers: [Int!] days: [Date!]
          at: Point
        }
        enum Kind { BATTLE SIEGE }
        """;

    private static readonly string[] Columns = ["name", "kind", "deaths", "share", "day", "open", "kinds", "notes", "numbers", "days"];

    private readonly StoreFamily _stores;
    private TestGraph? _graph;
    private GraphEngine? _engine;

    private protected ForeignValueTests(StoreFamily stores) => _stores = stores;

    private protected TestGraph Graph => _graph!;

    public async ValueTask DisposeAsync()
    {
        if (_graph is not null)
            await _graph.DisposeAsync();
        await _stores.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Seven events, in the order of their ids, deaths and days.</summary>
    private protected async Task FillAsync()
    {
        _graph = await _stores.OpenAsync(Model);
        await _graph.WriteAsync(_graph.Nodes("Event", Columns, [.. Enumerable.Range(1, 7).Select(number => (
            $"event:{number}", new object?[]
            {
                $"E{number}", number % 2 == 0 ? "BATTLE" : "SIEGE", number * 10, number / 8.0, new DateOnly(2017, 6, number), number > 3,
                new[] { "SIEGE" }, new[] { "n" }, new[] { number }, new[] { new DateOnly(2017, 1, number) },
            }))]));
        _engine = new GraphEngine(SchemaBuilder.Build(_graph.Model), _graph.Store, new EngineOptions());
    }

    private protected async Task<JsonElement> QueryAsync(string query)
    {
        using var response = await _engine!.ExecuteAsync(
            new GraphRequest(Encoding.UTF8.GetBytes(query)), TestContext.Current.CancellationToken);
        return JsonElement.Parse(response.Body.Span);
    }

    /// <summary>The response for a field of the fourth event: its value, and the errors.</summary>
    private protected async Task<(string Event, string[] Errors)> ShowAsync(string field)
    {
        var response = await QueryAsync($"{{ event(id: \"event:4\") {{ name {field} }} }}");
        return (response.GetProperty("data").GetProperty("event").GetRawText(), Errors(response));
    }

    private protected static string[] Errors(JsonElement response) => !response.TryGetProperty("errors", out var errors) ? [] :
        [.. errors.EnumerateArray().Select(error =>
        {
            Assert.True(error.GetProperty("locations").GetArrayLength() > 0);
            return $"{error.GetProperty("extensions").GetProperty("code")} {string.Join('/', error.GetProperty("path").EnumerateArray())}: {error.GetProperty("message")}";
        })];

    /// <summary>The numbers of the events, page by page of each size, forward and then backward.</summary>
    private protected async Task<string> WalkAsync(string order, params IReadOnlyList<int> sizes)
    {
        var walks = new List<string>();
        foreach (var size in sizes is [] ? [1, 3] : sizes)
        {
            foreach (var (count, bound, more, cursor) in new[] { ("first", "after", "hasNextPage", "endCursor"), ("last", "before", "hasPreviousPage", "startCursor") })
            {
                var found = new List<string>();
                string? from = null;
                while (true)
                {
                    var response = await QueryAsync(
                        $"{{ events(order: [{order}], {count}: {size.ToString(CultureInfo.InvariantCulture)}{(from is null ? "" : $", {bound}: \"{from}\"")}) " +
                        $"{{ edges {{ cursor node {{ id }} }} pageInfo {{ {more} {cursor} }} }} }}");
                    Assert.False(response.TryGetProperty("errors", out _), response.ToString());
                    var page = response.GetProperty("data").GetProperty("events");
                    var numbers = page.GetProperty("edges").EnumerateArray()
                        .Select(edge => edge.GetProperty("node").GetProperty("id").GetString()![6..]);
                    found.InsertRange(count == "first" ? found.Count : 0, numbers);
                    var info = page.GetProperty("pageInfo");
                    from = info.GetProperty(cursor).GetString();
                    if (!info.GetProperty(more).GetBoolean())
                        break;
                    Assert.True(found.Count < 20, "the pages do not end");
                }
                walks.Add(string.Concat(found));
            }
        }
        return Assert.Single(walks.Distinct());
    }

    [Fact]
    public async Task A_number_beyond_32_bits_is_an_error_of_its_field_and_sorts_as_a_number()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "deaths", "5000000000");
        await Graph.SetAsync("Event", "event:6", "deaths", "-9000000000000000000");
        await Graph.SetAsync("Event", "event:2", "deaths", "NULL");
        var (shown, errors) = await ShowAsync("deaths");
        Assert.Equal("""{"name":"E4","deaths":null}""", shown);
        Assert.Equal(
            ["VALUE_INVALID event/deaths: The store holds 5000000000 for the field `deaths`, which has the type Int; " +
                "expected a whole number from -2147483648 to 2147483647."],
            errors);
        Assert.Equal("2613574", await WalkAsync("{ deaths: ASC }"));
        Assert.Equal("4753162", await WalkAsync("{ deaths: DESC }"));
    }

    [Fact]
    public async Task An_unknown_enum_value_propagates_null_to_the_nearest_nullable_parent()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "kind", "'HAMLET'");
        var response = await QueryAsync("{ event(id: \"event:4\") { name kind } other: event(id: \"event:5\") { kind } }");
        Assert.Equal("""{"event":null,"other":{"kind":"SIEGE"}}""", response.GetProperty("data").GetRawText());
        const string Message = "The store holds 'HAMLET' for the field `kind`, which has the type Kind!; expected one of BATTLE, SIEGE.";
        Assert.Equal([$"VALUE_INVALID event/kind: {Message}"], Errors(response));
        response = await QueryAsync("{ events(first: 5) { nodes { id kind } } }");
        Assert.Equal("null", response.GetProperty("data").GetRawText());
        Assert.Equal([$"VALUE_INVALID events/nodes/3/kind: {Message}"], Errors(response));
        Assert.Equal("2641357", await WalkAsync("{ kind: ASC }"));
        Assert.Equal("7531462", await WalkAsync("{ kind: DESC }"));
    }

    [Fact]
    public async Task Infinity_is_an_error_and_sorts_last()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "share", Infinity);
        await Graph.SetAsync("Event", "event:6", "share", "-" + Infinity);
        var (shown, errors) = await ShowAsync("share");
        Assert.Equal("""{"name":"E4","share":null}""", shown);
        Assert.Equal(
            ["VALUE_INVALID event/share: The store holds Infinity for the field `share`, which has the type Float; expected a finite number."], errors);
        Assert.Equal("6123574", await WalkAsync("{ share: ASC }"));
        Assert.Equal("4753216", await WalkAsync("{ share: DESC }"));
    }

    [Fact]
    public async Task An_invalid_item_makes_its_list_null_and_the_error_has_its_path()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "kinds", List("'SIEGE'", "'HAMLET'"));
        await Graph.SetAsync("Event", "event:4", "numbers", List("1", "5000000000"));
        var response = await QueryAsync("{ event(id: \"event:4\") { name kinds } other: event(id: \"event:4\") { name numbers } }");
        Assert.Equal("""{"event":null,"other":{"name":"E4","numbers":null}}""", response.GetProperty("data").GetRawText());
        string[] expected =
        [
            "VALUE_INVALID event/kinds/1: The store holds 'HAMLET' for the field `kinds`, which has the type [Kind!]!; expected one of BATTLE, SIEGE.",
            "VALUE_INVALID other/numbers/1: The store holds 5000000000 for the field `numbers`, which has the type [Int!]; " +
                "expected a whole number from -2147483648 to 2147483647.",
        ];
        Assert.Equal(expected, Errors(response));
        response = await QueryAsync("{ events(where: { kinds: { some: { eq: SIEGE } } }) { nodes { id } } }");
        Assert.Equal(7, response.GetProperty("data").GetProperty("events").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task A_value_that_is_no_list_is_an_error_of_its_field_and_has_no_items()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "notes", "'no list'");
        var (shown, errors) = await ShowAsync("notes");
        Assert.Equal("""{"name":"E4","notes":null}""", shown);
        Assert.Equal(["VALUE_INVALID event/notes: The store holds 'no list' for the field `notes`, which has the type [String!]; expected a list."], errors);
        var response = await QueryAsync("{ events(where: { notes: { some: { eq: \"n\" } } }) { nodes { id } } }");
        Assert.Equal(6, response.GetProperty("data").GetProperty("events").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task Every_field_with_such_a_value_is_counted_and_the_first_of_them_are_listed()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "deaths", "5000000000");
        var fields = string.Join(' ', Enumerable.Range(0, 130).Select(number => $"d{number}: deaths"));
        var response = await QueryAsync($"{{ event(id: \"event:4\") {{ {fields} }} }}");
        var errors = response.GetProperty("errors");
        Assert.Equal(20, errors.GetArrayLength());
        Assert.Equal("111 more fields have no valid value; only the first 19 are shown.", errors[19].GetProperty("message").GetString());
    }

    /// <summary>An infinite number in the store's query language.</summary>
    private protected abstract string Infinity { get; }

    /// <summary>A list in the store's query language.</summary>
    private protected abstract string List(params string[] items);
}

public sealed class SqliteForeignValueTests() : ForeignValueTests(new SqliteFamily())
{
    private protected override string Infinity => "9e999";

    private protected override string List(params string[] items) => $"'[{string.Join(',', items).Replace('\'', '"')}]'";

    [Theory]
    [InlineData("'2017-06-04T00:00'", "2017-06-04T00:00")]
    [InlineData("'2017-02-30'", "2017-02-30")]
    [InlineData("'2017-13-01'", "2017-13-01")]
    [InlineData("'0000-01-01'", "0000-01-01")]
    [InlineData("'2017-6-4'", "2017-6-4")]
    [InlineData("'soon'", "soon")]
    [InlineData("''", "")]
    public async Task Text_that_is_no_date_is_an_error_and_sorts_as_text(string literal, string shownAs)
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "day", literal);
        var (shown, errors) = await ShowAsync("day");
        Assert.Equal("""{"name":"E4","day":null}""", shown);
        Assert.Equal(
            [$"VALUE_INVALID event/day: The store holds '{shownAs}' for the field `day`, which has the type Date; " +
                "expected a date in the years 1 to 9999, such as 2017-06-04."],
            errors);
        var order = await WalkAsync("{ day: ASC }");
        Assert.Equal("123567", order.Replace("4", "", StringComparison.Ordinal));
        Assert.Equal(string.Concat(order.Reverse()), await WalkAsync("{ day: DESC }"));
    }

    [Theory]
    [InlineData("[", "a list")]
    [InlineData("{\"a\": [1, \"x\"]}", "a list")]
    [InlineData("\"one\"", "a list")]
    [InlineData("7", "a list")]
    [InlineData("[{\"a\": [1, {\"b\": \"]}\"}]}, 2]", "text", "/0")]
    [InlineData("[[\"a\"]]", "text", "/0")]
    [InlineData("[\"one\", 2]", "holds 2 for", "/1")]
    [InlineData("[\"a\", null]", "no value", "/1")]
    [InlineData("[\"a\", \"\\ud800\"]", null)]
    public async Task Text_that_is_no_list_is_one_error(string stored, string? expected, string item = "")
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "notes", $"'{stored}'");
        var response = await QueryAsync("{ events { nodes { id notes deaths } } some: events(where: { notes: { some: { eq: \"n\" } } }) { totalCount } }");
        var nodes = response.GetProperty("data").GetProperty("events").GetProperty("nodes");
        Assert.Equal(7, nodes.GetArrayLength());
        Assert.Equal(40, nodes[3].GetProperty("deaths").GetInt32());
        Assert.Equal(6, response.GetProperty("data").GetProperty("some").GetProperty("totalCount").GetInt32());
        if (expected is null)
        {
            Assert.Equal([], Errors(response));
            return;
        }
        var error = Assert.Single(Errors(response));
        Assert.Contains($" events/nodes/3/notes{item}: ", error, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("numbers", "[3.0, 2e2, -0]", "[3,200,-0]")]
    [InlineData("numbers", "[2.5]", null)]
    [InlineData("numbers", "[1e400]", null)]
    [InlineData("numbers", "[\"3\"]", null)]
    [InlineData("numbers", "[true]", null)]
    [InlineData("days", "[\"2017-06-0\\u0034\"]", "[\"2017-06-0\\u0034\"]")]
    [InlineData("days", "[\"2017-06-31\"]", null)]
    [InlineData("days", "[20170604]", null)]
    public async Task Items_of_a_list_are_checked_against_its_type(string field, string stored, string? expected)
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", field, $"'{stored}'");
        var (shown, errors) = await ShowAsync(field);
        Assert.Equal($$"""{"name":"E4","{{field}}":{{expected ?? "null"}}}""", shown);
        Assert.Equal(expected is null ? 1 : 0, errors.Length);
    }

    [Fact]
    public async Task A_number_for_a_boolean_is_an_error_and_sorts_as_a_number()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "open", "2", "PRAGMA ignore_check_constraints = ON");
        var (shown, errors) = await ShowAsync("open");
        Assert.Equal("""{"name":"E4","open":null}""", shown);
        Assert.Equal(["VALUE_INVALID event/open: The store holds 2 for the field `open`, which has the type Boolean; expected true or false."], errors);
        Assert.Equal("1235674", await WalkAsync("{ open: ASC }"));
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_an_error_and_sorts_by_its_bytes()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "name", "CAST(x'45FF2209' AS TEXT)");
        var response = await QueryAsync("{ event(id: \"event:4\") { name } other: event(id: \"event:4\") { deaths } }");
        Assert.Equal("""{"event":null,"other":{"deaths":40}}""", response.GetProperty("data").GetRawText());
        Assert.Equal(
            ["VALUE_INVALID event/name: The store holds 'E\ufffd\"\\u0009' for the field `name`, which has the type String!; expected text."],
            Errors(response));
        Assert.Equal("1235674", await WalkAsync("{ name: ASC }"));
    }

    [Fact]
    public async Task A_check_lists_values_outside_their_types()
    {
        await FillAsync();
        Assert.Empty(await CheckedGraph.CheckAsync(Graph, repair: false));
        foreach (var (property, literal) in new[]
        {
            ("kind", "'HAMLET'"), ("deaths", "5000000000"), ("share", "-9e999"), ("day", "'2017-02-30'"), ("kinds", "'[\"SIEGE\", 2]'"),
            ("notes", "'no list'"), ("numbers", "'[2.5]'"), ("days", "'[\"soon\"]'"), ("at$lat", "12"),
        })
        {
            await Graph.SetAsync("Event", "event:4", property, literal);
        }

        await Graph.SetAsync("Event", "event:5", "id", "'place:5'");
        const string List = "a list with an item of another type: 'event:4'.";
        var found = await CheckedGraph.CheckAsync(Graph, repair: false);
        Assert.Equal(
            [
                "Manual: 1 Event nodes have no id that begins with 'event:': 'place:5'.",
                "Manual: 1 Event nodes have a kind that is not a value of Kind: 'event:4'.",
                "Manual: 1 Event nodes have a deaths that is not a 32-bit integer: 'event:4'.",
                "Manual: 1 Event nodes have a share that is not a finite number: 'event:4'.",
                "Manual: 1 Event nodes have a day that is not a date in the years 1 to 9999: 'event:4'.",
                "Manual: 1 Event nodes have a kinds that is " + List,
                "Manual: 1 Event nodes have a notes that is not a list: 'event:4'.",
                "Manual: 1 Event nodes have a numbers that is " + List,
                "Manual: 1 Event nodes have a days that is " + List,
                "Manual: 1 Event nodes have a at that is not a valid position: 'event:4'.",
            ],
            found);
    }

    [Fact]
    public async Task A_position_beyond_the_poles_is_an_error()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "at$lat", "95");
        await Graph.SetAsync("Event", "event:4", "at$lon", "37.5");
        var (shown, errors) = await ShowAsync("at { latitude }");
        Assert.Equal("""{"name":"E4","at":null}""", shown);
        Assert.StartsWith("VALUE_INVALID event/at: The store holds a position with the latitude 95 and the longitude 37.5 for the field `at`, which has the type Point; expected a position with", Assert.Single(errors), StringComparison.Ordinal);
    }
}

/// <summary>Values that only Neo4j can contain.</summary>
public abstract partial class ForeignValueOnNeo4jTests : ForeignValueTests
{
    private protected ForeignValueOnNeo4jTests(StoreFamily stores)
        : base(stores)
    {
    }

    private protected override string Infinity => "Infinity";

    private protected override string List(params string[] items) => $"[{string.Join(',', items)}]";

    [Theory]
    [InlineData("deaths", "'many'", "'many'")]
    [InlineData("deaths", "2.5", "2.5")]
    [InlineData("deaths", "true", "true")]
    [InlineData("deaths", "NaN", "NaN")]
    [InlineData("deaths", "[1, 2]", "a list")]
    [InlineData("share", "'half'", "'half'")]
    [InlineData("share", "NaN", "NaN")]
    [InlineData("day", "'2017-06-04'", "'2017-06-04'")]
    [InlineData("day", "date({ year: 10000, month: 1, day: 1 })", "+10000-01-01")]
    [InlineData("day", "localdatetime('2017-06-04T00:00')", "2017-06-04T00:00:00")]
    [InlineData("day", "20170604", "20170604")]
    [InlineData("open", "2", "2")]
    [InlineData("open", "'yes'", "'yes'")]
    [InlineData("at { latitude }", "point({ x: 1, y: 2 })", "point({srid: 7203, x: 1, y: 2})")]
    [InlineData("at { latitude }", "'Aleppo'", "'Aleppo'")]
    public async Task A_value_of_another_type_is_an_error_and_stays_in_pages(string field, string literal, string shownAs)
    {
        await FillAsync();
        var property = field.Split(' ')[0];
        await Graph.SetAsync("Event", "event:4", property, literal);
        var (shown, errors) = await ShowAsync(field);
        Assert.Equal($$"""{"name":"E4","{{property}}":null}""", shown);
        Assert.StartsWith(
            $"VALUE_INVALID event/{property}: The store holds {shownAs} for the field `{property}`, which has the type ", Assert.Single(errors), StringComparison.Ordinal);
        if (property == "at")
            return;
        await ScanAsync();
        Assert.Equal("4123567", await WalkAsync($"{{ {property}: ASC }}", 3));
    }

    private protected Task ScanAsync() => ((Neo4jGraph)Graph).ScanAsync();
}

[Collection(Neo4j526Collection.Name)]
public sealed class ForeignValueOnNeo4j526Tests(Neo4j526 server) : ForeignValueOnNeo4jTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class ForeignValueOnNeo4j2026Tests(Neo4j2026 server) : ForeignValueOnNeo4jTests(new Neo4jFamily(server));
