using GraphIntel.Core.Values;
using GraphIntel.Tests.Stores;

namespace GraphIntel.Tests.Export;

/// <summary>A graph with values of every kind that are hard to write as text, and with derived and given attested days.</summary>
internal static class HostileGraph
{
    public const string Model =
        """
        type Thing @node(standing: "standing") {
          id: ID! name: String! color: Color note: String total: Int size: Float big: Boolean day: Date at: Point
          tags: [String!]! names: [String!] days: [Date!]! sizes: [Float!]! flags: [Boolean!]! counts: [Int!]! colors: [Color!]!
          knows: [Thing!]! @relationship(type: "KNOWS", direction: OUT, properties: "Knowing")
          parent: Thing @relationship(type: "PART_OF", direction: OUT)
          near: [Thing!]! @relationship(type: "NEAR", direction: BOTH)
          claims: [Claim!]! @refersBy(field: "about")
          standing: Standing!
        }
        type Knowing @edge(type: "KNOWS", valid: ["from", "until"], attested: ["first", "last"], standing: "standing") {
          id: ID! note: String from: Date until: Date first: Date last: Date standing: Standing!
        }
        type Claim @node(label: "id") @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
          id: ID! about: ID! @index stance: Stance! made: Date!
        }
        enum Color { RED GREEN }
        enum Stance { SUPPORTS DENIES }
        enum Standing { ASSERTED DISPUTED DENIED }
        """;

    private static readonly string[] Columns =
        ["name", "color", "note", "total", "size", "big", "day", "at", "tags", "names", "days", "sizes", "flags", "counts", "colors"];

    /// <summary>Texts with everything that separates, quotes or ends something.</summary>
    public static string[] Texts { get; } =
    [
        "a,b", "\"", "say \"yes\"", "line\nline", "line\r\nline", "\r", " both ends ", "=1+1", "#", "'", "\\", "\\\"", "a|b", "{x:1}", "\t",
        "مسكنة", "\ud83d\ude00", "null", "NULL", "\ufeffmark",
    ];

    /// <summary>Writes the graph.</summary>
    /// <param name="graph">The store.</param>
    /// <param name="hasDelimiters">Whether items of lists contain the separator of items, or begin as a JSON array does.</param>
    public static async Task WriteAsync(TestGraph graph, bool hasDelimiters)
    {
        var things = Texts.Select((text, index) => ($"thing:{index}", Values(text, index))).ToList();
        things.Add(("thing:plain-1", [.. Values("plain", 1).Select((value, index) => index == 0 ? value : null)]));
        things.Add(("thing:plain", Extremes()));
        if (hasDelimiters)
        {
            var lists = Values("lists", 1);
            (lists[8], lists[9]) = (new[] { "one;two", "[three" }, new[] { "[four]" });
            things.Add(("thing:lists", lists));
        }

        await graph.WriteAsync(
            graph.Nodes("Thing", Columns, [.. things]),
            graph.Links(
                "KNOWS", ["note", "from", "until", "first", "last"],
                ("knowing:1", "thing:0", "thing:1", ["a,\"b\"\n", new DateOnly(2016, 1, 1), null, new DateOnly(2016, 2, 1), null]),
                ("knowing:2", "thing:0", "thing:1", [null, null, new DateOnly(2016, 1, 1), null, null]),
                ("knowing:0", "thing:2", "thing:0", [null, null, null, null, null])),
            // The order of derived ids is not that of the ids of the ends: '-' is before '>'.
            graph.Links("PART_OF", ("thing:plain", "thing:0"), ("thing:plain-1", "thing:plain"), ("thing:1", "thing:0")),
            graph.Links("NEAR", ("thing:3", "thing:1")));
        await graph.WriteAsync(graph.Nodes(
            "Claim", ["about", "stance", "made"],
            ("claim:1", ["knowing:1", "SUPPORTS", new DateOnly(2017, 1, 1)]),
            ("claim:2", ["knowing:2", "SUPPORTS", new DateOnly(2017, 1, 2)]),
            ("claim:3", ["partOf:thing:1>thing:0", "DENIES", new DateOnly(2017, 1, 3)]),
            ("claim:4", ["thing:1", "DENIES", new DateOnly(2017, 1, 4)])));
    }

    private static object?[] Values(string text, int index) =>
    [
        text, index % 2 == 0 ? "RED" : "GREEN", text, index, index / 3.0, index % 2 == 0, new DateOnly(2016, 12, 22).AddDays(index),
        new GeoPoint(index / 7.0, -index / 11.0), new[] { text, "second" }, index % 2 == 0 ? new[] { text } : null,
        new[] { new DateOnly(2012, 7, 19) }, new[] { 0.1, 1e-7 }, new[] { true, false }, new[] { 1, -2 }, new[] { "GREEN", "RED" },
    ];

    private static object?[] Extremes() =>
    [
        "extremes", null, null, int.MinValue, double.Epsilon, false, DateOnly.MinValue, new GeoPoint(-90, 1e-10), Array.Empty<string>(),
        null, new[] { DateOnly.MinValue, DateOnly.MaxValue }, new[] { double.MaxValue, -0.0, 1e22 }, Array.Empty<bool>(),
        new[] { int.MaxValue, int.MinValue }, Array.Empty<string>(),
    ];
}
