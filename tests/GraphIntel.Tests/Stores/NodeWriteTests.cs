using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Merging nodes, on every store.</summary>
public abstract class NodeWriteTests : IAsyncDisposable
{
    private readonly StoreFamily _stores;

    private protected NodeWriteTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private const string Things =
        """
        type Thing @node {
          id: ID! name: String! color: Color note: String total: Int size: Float big: Boolean day: Date at: Point
          tags: [String!]! days: [Date!] sizes: [Float!] flags: [Boolean!] counts: [Int!] colors: [Color!]
        }
        enum Color { RED GREEN }
        type Other @node { id: ID! name: String! }
        """;

    private static readonly string[] All =
        ["name", "color", "note", "total", "size", "big", "day", "at", "tags", "days", "sizes", "flags", "counts", "colors"];

    private static object?[] Full() =>
    [
        "One", "RED", "a note", 7, 1.5, true, new DateOnly(2016, 12, 22), new GeoPoint(36.2, 37.15), new[] { "x", "y" },
        new[] { new DateOnly(2012, 7, 19) }, new[] { 0.5 }, new[] { true, false }, new[] { 1, 2 }, new[] { "GREEN" },
    ];

    [Fact]
    public async Task All_types_of_values_are_stored_and_the_same_row_again_changes_nothing()
    {
        await using var store = await _stores.OpenAsync(Things);
        Assert.Equal(new WriteSummary(1, 0, 0), await store.WriteAsync(store.Nodes("Thing", All, ("thing:1", Full()))));
        var stored = await store.RowsAsync("Thing", ["id", .. All]);
        Assert.Equal(
            ["thing:1|One|RED|a note|7|1.5|1|2016-12-22|36.2|37.15|[\"x\",\"y\"]|[\"2012-07-19\"]|[0.5]|[true,false]|[1,2]|[\"GREEN\"]"],
            stored);

        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(store.Nodes("Thing", All, ("thing:1", Full()))));
        Assert.Equal(stored, await store.RowsAsync("Thing", ["id", .. All]));
    }

    [Fact]
    public async Task A_date_must_not_be_after_the_one_until_which_it_lasts_in_whatever_row_they_are()
    {
        await using var store = await _stores.OpenAsync(
            """
            enum Precision { DAY }
            type Thing @node {
              id: ID! name: String! precision: Precision start: Date @imprecise(precision: "precision", until: "end") end: Date
              near: [Thing!]! @relationship(type: "NEAR", direction: OUT, properties: "Nearness")
            }
            type Nearness @edge(type: "NEAR") { start: Date @imprecise(precision: "precision", until: "end") end: Date precision: Precision }
            """);
        static DateOnly Day(int day) => new(2016, 12, day);
        string[] both = ["name", "start", "end"];
        Assert.Equal(
            "'thing:1': start (2016-12-06) is after end (2016-12-05).",
            await store.RefusalAsync(store.Nodes("Thing", both, ("thing:1", ["one", Day(6), Day(5)]))));
        await store.WriteAsync(store.Nodes("Thing", both, ("thing:1", ["one", Day(5), Day(5)]), ("thing:2", ["two", Day(6), null])));
        Assert.Equal(
            "'thing:1': start (2016-12-06) is after end (2016-12-05).",
            await store.RefusalAsync(store.Nodes("Thing", ["start"], ("thing:2", [Day(7)]), ("thing:1", [Day(6)]))));
        Assert.Equal(
            "'thing:1': start (2016-12-05) is after end (2016-12-04).",
            await store.RefusalAsync(store.Nodes("Thing", ["end"], ("thing:1", [Day(4)]))));
        await store.WriteAsync(store.Nodes("Thing", ["end"], ("thing:1", [null])));
        await store.WriteAsync(store.Nodes("Thing", ["start"], ("thing:1", [Day(6)])));
        Assert.Equal(["thing:1|2016-12-06|?", "thing:2|2016-12-06|?"], await store.RowsAsync("Thing", "id", "start", "end"));

        await store.WriteAsync(store.Links("NEAR", ["start", "end"], (null, "thing:1", "thing:2", [Day(5), Day(6)])));
        Assert.Equal(
            "'nearness:thing:1>thing:2': start (2016-12-07) is after end (2016-12-06).",
            await store.RefusalAsync(store.Links("NEAR", ["start"], (null, "thing:1", "thing:2", [Day(7)]))));
        Assert.Equal(
            "'nearness:thing:1>thing:2': start (2016-12-05) is after end (2016-12-04).",
            await store.RefusalAsync(store.Links("NEAR", ["end"], (null, "thing:1", "thing:2", [Day(4)]))));

        await store.SetAsync("Thing", "thing:1", "end", "date('2016-12-01')");
        var report = await store.Store.CheckAsync(repair: false, TestContext.Current.CancellationToken);
        Assert.Equal(["1 Thing nodes have start after end: 'thing:1'."], report.Findings.Select(finding => finding.Text));
    }

    [Fact]
    public async Task Each_changed_value_is_an_update()
    {
        await using var store = await _stores.OpenAsync(Things);
        await store.WriteAsync(store.Nodes("Thing", All, ("thing:1", Full())));
        object?[] others =
        [
            "Two", "GREEN", null, 8, -1.5, false, new DateOnly(2016, 12, 23), new GeoPoint(36.2, 37.16), new[] { "y", "x" },
            null, new[] { 0.25 }, Array.Empty<bool>(), new[] { 1 }, new[] { "RED" },
        ];
        for (var i = 0; i < All.Length; i++)
        {
            Assert.Equal(
                new WriteSummary(0, 1, 0),
                await store.WriteAsync(store.Nodes("Thing", [All[i]], ("thing:1", [others[i]]))));
        }

        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(store.Nodes("Thing", All, ("thing:1", others))));
    }

    [Fact]
    public async Task Columns_not_given_keep_their_values()
    {
        await using var store = await _stores.OpenAsync(Things);
        await store.WriteAsync(store.Nodes("Thing", All, ("thing:1", Full())));
        Assert.Equal(new WriteSummary(0, 1, 0), await store.WriteAsync(store.Nodes("Thing", ["note"], ("thing:1", ["other"]))));
        Assert.Equal(["One|other|7"], await store.RowsAsync("Thing", "name", "note", "total"));
        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(store.Nodes("Thing", [], ("thing:1", []))));
    }

    [Fact]
    public async Task A_required_list_is_initially_empty_and_null_is_an_empty_list()
    {
        await using var store = await _stores.OpenAsync(Things);
        await store.WriteAsync(
            store.Nodes("Thing", ["name"], ("thing:1", ["One"])),
            store.Nodes("Thing", ["name", "tags", "days"], ("thing:2", ["Two", null, null])));
        Assert.Equal(["[]|?", "[]|?"], await store.RowsAsync("Thing", "tags", "days"));
        Assert.Equal(
            new WriteSummary(0, 0, 1), await store.WriteAsync(store.Nodes("Thing", ["tags"], ("thing:2", [null]))));
    }

    [Fact]
    public async Task Extreme_values_round_trip()
    {
        await using var store = await _stores.OpenAsync(Things);
        string[] columns = ["name", "total", "size", "day", "at", "tags", "days", "sizes", "counts"];
        var rows = store.Nodes(
            "Thing",
            columns,
            ("thing:1", [
                "𐍈`$\"'\\u0060\n", int.MinValue, double.MaxValue, DateOnly.MinValue, new GeoPoint(-90, -180), new[] { "", "𐍈" },
                new[] { DateOnly.MinValue, DateOnly.MaxValue }, new[] { 5e-324, 0.1, -1e300 }, new[] { int.MinValue, -17, 0, 127, 128, int.MaxValue },
            ]),
            ("thing:𐍈`2", ["x", int.MaxValue, 5e-324, DateOnly.MaxValue, new GeoPoint(90, 180), Array.Empty<string>(), Array.Empty<DateOnly>(), null, null]));
        Assert.Equal(new WriteSummary(2, 0, 0), await store.WriteAsync(rows));
        Assert.Equal(new WriteSummary(0, 0, 2), await store.WriteAsync(rows));
        Assert.Equal(
            [
                "thing:1|𐍈`$\"'\\u0060\n|-2147483648|0001-01-01|[\"\",\"𐍈\"]|[\"0001-01-01\",\"9999-12-31\"]|[-2147483648,-17,0,127,128,2147483647]",
                "thing:𐍈`2|x|2147483647|9999-12-31|[]|[]|?",
            ],
            await store.RowsAsync("Thing", "id", "name", "total", "day", "tags", "days", "counts"));
    }

    [Fact]
    public async Task A_row_twice_in_a_batch_is_merged_onto_itself()
    {
        await using var store = await _stores.OpenAsync(Things);
        Assert.Equal(
            new WriteSummary(1, 1, 1),
            await store.WriteAsync(store.Nodes("Thing", ["name"], ("thing:1", ["a"]), ("thing:1", ["a"]), ("thing:1", ["b"]))));
    }

    [Fact]
    public async Task Negative_zero_is_stored_as_zero_and_counts_as_unchanged()
    {
        await using var store = await _stores.OpenAsync(Things);
        var rows = store.Nodes(
            "Thing", ["name", "size", "at", "sizes"], ("thing:1", ["a", -0.0, new GeoPoint(-0.0, -0.0), new[] { -0.0 }]));
        await store.WriteAsync(rows);
        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(rows));
    }

    [Fact]
    public async Task Long_and_empty_texts_round_trip()
    {
        await using var store = await _stores.OpenAsync(Things);
        var text = string.Concat(Enumerable.Repeat("حلب Łódź 𐍈 ", 2_000));
        await store.WriteAsync(store.Nodes("Thing", ["name", "note"], ("thing:1", [text, ""])));
        Assert.Equal([text + "|"], await store.RowsAsync("Thing", "name", "note"));
    }

    [Fact]
    public async Task A_new_node_without_a_required_property_is_rejected_and_an_existing_one_is_not()
    {
        await using var store = await _stores.OpenAsync(Things);
        await store.WriteAsync(store.Nodes("Thing", ["name"], ("thing:1", ["One"])));
        var message = await store.RefusalAsync(store.Nodes("Thing", ["note"], ("thing:1", ["x"]), ("thing:2", ["x"])));
        Assert.Equal("'thing:2' is new and must have name, which Thing requires.", message);
        Assert.Equal(["?"], await store.RowsAsync("Thing", "note"));
    }

    [Fact]
    public async Task A_rejected_batch_changes_nothing()
    {
        await using var store = await _stores.OpenAsync(Things);
        await store.RefusalAsync(
            store.Nodes("Other", ["name"], ("other:1", ["fine"])),
            store.Nodes("Thing", ["name"], ("thing:1", ["fine"])),
            store.Nodes("Thing", ["note"], ("thing:2", ["no name"])));
        Assert.Equal((0, 0), (await store.CountAsync("Thing"), await store.CountAsync("Other")));
        await store.WriteAsync(store.Nodes("Thing", ["name"], ("thing:1", ["fine"])));
    }

    [Fact]
    public async Task A_canceled_batch_changes_nothing()
    {
        await using var store = await _stores.OpenAsync(Things);
        using var cancellation = new CancellationTokenSource();
        var rows = Enumerable.Range(0, 2_000).Select(i => ($"thing:{i}", new object?[] { "x" })).ToArray();
        var batch = new GraphBatch([store.Nodes("Thing", ["name"], rows), CanceledWhenRead(store, cancellation)], []);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.Store.WriteAsync(batch, cancellation.Token).AsTask());
        Assert.Equal(0, await store.CountAsync("Thing"));
        await store.WriteAsync(store.Nodes("Thing", ["name"], ("thing:1", ["fine"])));
    }

    /// <summary>Rows that cancel when the writer, after its checks, reads them.</summary>
    private static NodeRows CanceledWhenRead(TestGraph store, CancellationTokenSource cancellation)
    {
        var rows = store.Nodes("Thing", ["name"], [.. Enumerable.Range(5_000, 1_000).Select(i => ($"thing:{i}", new object?[] { "x" }))]);
        return rows with { Rows = new CancelingRows(rows.Rows, cancellation) };
    }

    private sealed class CancelingRows(IReadOnlyList<NodeRow> rows, CancellationTokenSource cancellation) : IReadOnlyList<NodeRow>
    {
        private int _readings;

        public int Count => rows.Count;

        public NodeRow this[int index] => rows[index];

        public IEnumerator<NodeRow> GetEnumerator()
        {
            // The first reading is the check of the rows, the second one the write.
            if (++_readings == 2)
                cancellation.Cancel();
            return rows.GetEnumerator();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

public sealed class SqliteNodeWriteTests() : NodeWriteTests(new SqliteFamily());

[Collection(Neo4j526Collection.Name)]
public sealed class NodeWriteOnNeo4j526Tests(Neo4j526 server) : NodeWriteTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class NodeWriteOnNeo4j2026Tests(Neo4j2026 server) : NodeWriteTests(new Neo4jFamily(server));
