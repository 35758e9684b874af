using GraphIntel.Core.Model;
using GraphIntel.Import.Mapping;
using Xunit;
using static GraphIntel.Tests.Mapping.LedgerData;

namespace GraphIntel.Tests.Mapping;

/// <summary>Tables in JSON, and lists of what a publisher has deleted, with the included mappings.</summary>
public sealed class DeletionListTests
{
    private const string Events =
        """
        {"status": 200, "count": 2, "last_update": [1, {"data": 0}],
         "data": [
          {"event_id_cnty": "SMP1", "event_date": "2017-06-04", "time_precision": "1", "event_type": "Battles", "sub_event_type": "Armed clash",
           "actor1": "Northern Brigade", "assoc_actor_1": "", "inter1": "Rebel group", "actor2": "River Front", "assoc_actor_2": null, "inter2": "2",
           "country": "Sampleland", "admin1": "Shamal", "admin2": "Nahr", "location": "Tall Nahr", "latitude": 36.101, "longitude": "37.301",
           "geo_precision": 1, "source": "Sample Wire; Example Observatory", "notes": "An invented \"note\".\nSecond line.", "fatalities": 3, "timestamp": "1700000001"},
          {"event_id_cnty": "SMP2", "event_date": "2017-06-05", "time_precision": "1", "event_type": "Battles", "sub_event_type": "Armed clash",
           "actor1": "Northern Brigade", "assoc_actor_1": "", "inter1": "Rebel group", "actor2": "Hill Guard", "assoc_actor_2": null, "inter2": "2",
           "country": "Sampleland", "admin1": "Shamal", "admin2": "Nahr", "location": "Tall Saghir", "latitude": 36.2, "longitude": "37.3",
           "geo_precision": 1, "source": "Sample Wire", "notes": "Another.", "fatalities": 0, "timestamp": "1700000002"}
        ]}
        """;

    private const string Deleted = """{"status": 200, "data": [{"event_id_cnty": "SMP2", "deleted_timestamp": "1700500000"}, {"event_id_cnty": "SMP9", "deleted_timestamp": "1"}]}""";

    private static async Task<MappedTable> AcledAsync() => (await MappedTable.NewAsync(ModelReader.ReadDomain())).Set("made", "2025-06-11");

    [Fact]
    public async Task Events_of_the_API_are_imported_and_its_list_of_deleted_events_withdraws_them()
    {
        await using var table = await AcledAsync();
        var acled = MappedTable.Included("acled");
        await table.ImportAsync(acled, Events, "page.json");
        Assert.Equal(
            ["event:acled/SMP1|2017-06-04|3", "event:acled/SMP2|2017-06-05|0"], await table.Store.RowsAsync("Event", "id", "start", "deathsBest"));
        var result = await table.ImportAsync(acled, Deleted, "acled-deleted.json");
        Assert.Equal(1, result.Decisions["rows withdrawn"]);
        Assert.Equal(["event:acled/SMP1"], await table.Store.RowsAsync("Event", "id"));
        // What only that event needed is gone; what the other one needs stays.
        Assert.Equal(["Northern Brigade", "River Front"], await table.Store.RowsAsync("Actor", "name"));
        Assert.Equal(["Nahr", "Sampleland", "Shamal", "Tall Nahr"], (await table.Store.RowsAsync("Place", "name")).Order(StringComparer.Ordinal));
        Assert.Equal(["ACLED", "Example Observatory", "Sample Wire"], (await table.Store.RowsAsync("Source", "name")).Order(StringComparer.Ordinal));
        await CheckAsync(table);
        Assert.Empty(await UndoAsync(table, 2));
        Assert.Equal(["event:acled/SMP1", "event:acled/SMP2"], await table.Store.RowsAsync("Event", "id"));
        Assert.Empty(await UndoAsync(table, 1));
        Assert.Empty(await table.Store.RowsAsync("Place", "id"));
        Assert.Empty(await RecordsAsync(table));
    }

    [Fact]
    public async Task The_list_alone_needs_nothing_that_events_need()
    {
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        var result = await table.ImportAsync(MappedTable.Included("acled"), "event_id_cnty,deleted_timestamp\nSMP1,1700500000\n", "acled-deleted.csv");
        Assert.Equal(1, result.Import);
        Assert.Equal(["1 x withdrawn row that acled has not imported, or that was withdrawn before, first 'SMP1'"], result.Findings.Lines);
    }

    [Fact]
    public async Task Places_that_GeoNames_has_deleted_are_withdrawn_unless_something_is_there()
    {
        static string Place(int id, string name) => $"{id}\t{name}\t{name}\t\t36.1\t37.1\tP\tPPL\tSM\t\t01\t\t\t\t0\t\t\tAsia/Sample\t2026-01-01\n";

        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        var geonames = MappedTable.Included("geonames");
        await table.ImportAsync(geonames, Place(1, "Ayn") + Place(2, "Bayt") + Place(3, "Dayr"), "SM.txt");
        await table.Store.WriteAsync(
            table.Store.Nodes("Event", ["title", "kind", "start", "end", "datePrecision", "placePrecision"], ("event:x", ["X", "BATTLE", new DateOnly(2017, 1, 1), new DateOnly(2017, 1, 1), "DAY", "EXACT"])),
            table.Store.Links("OCCURRED_AT", ("event:x", "place:geonames/3")));
        var result = await table.ImportAsync(geonames, "2\tBayt\tduplicate of 1\n3\tDayr\tno such place\n", "deletes-2026-01-16.txt");
        Assert.Equal(2, result.Decisions["rows withdrawn"]);
        Assert.Equal(["place:geonames/1", "place:geonames/3"], await table.Store.RowsAsync("Place", "id"));
        Assert.Equal(["1 x kept, because something else refers to it, first 'place:geonames/3'"], result.Findings.Lines);
        await CheckAsync(table);
    }

    [Fact]
    public async Task A_name_that_GeoNames_has_deleted_or_corrected_leaves_the_place_unless_another_gives_it_too()
    {
        const string Places = "1\tAyn\tAyn\t\t36.1\t37.1\tP\tPPL\tSM\t\t01\t\t\t\t0\t\t\tAsia/Sample\t2026-01-01\n2\tBayt\tBayt\t\t36.2\t37.2\tP\tPPL\tSM\t\t01\t\t\t\t0\t\t\tAsia/Sample\t2026-01-01\n";
        static string Name(int id, int place, string name) => $"{id}\t{place}\ten\t{name}\t\t\t\t\t\t\n";

        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        var geonames = MappedTable.Included("geonames");
        await table.ImportAsync(geonames, Places, "SM.txt");
        await table.Store.WriteAsync(table.Store.Nodes("Place", ["aliases"], ("place:geonames/1", [(string[])["Of another"]])));
        var names = Name(11, 1, "Spring") + Name(12, 1, "Source") + Name(13, 1, "Of another") + Name(14, 2, "House") + Name(15, 1, "Source");
        await table.ImportAsync(geonames, names, "alternateNamesV2.txt");
        string[] all = ["place:geonames/1|[\"Of another\",\"Spring\",\"Source\"]", "place:geonames/2|[\"House\"]"];
        Assert.Equal(all, await AliasesAsync());

        var result = await table.ImportAsync(geonames, "11\t1\tSpring\t\n12\t1\tSource\ttwice\n13\t1\tOf another\t\n14\t2\tHouse\n99\t2\tNone\n", "alternateNamesDeletes-2026-01-16.txt");
        Assert.Equal(4, result.Decisions["rows withdrawn"]);
        Assert.Equal(["1 x withdrawn row that geonames-names has not imported, or that was withdrawn before, first '99'"], result.Findings.Lines);
        Assert.Equal(["place:geonames/1|[\"Of another\",\"Source\"]", "place:geonames/2|[]"], await AliasesAsync());
        await CheckAsync(table);
        Assert.Empty(await UndoAsync(table, 3));
        Assert.Equal(all, await AliasesAsync());

        // A correction takes the place of the name before.
        await table.ImportAsync(geonames, Name(11, 1, "Springs"), "alternateNamesModifications-2026-01-17.txt");
        Assert.Equal("place:geonames/1|[\"Of another\",\"Source\",\"Springs\"]", (await AliasesAsync())[0]);
        Assert.Empty(await UndoAsync(table, 4));
        Assert.Equal(all, await AliasesAsync());
        Assert.Empty(await UndoAsync(table, 2));
        Assert.Equal(["place:geonames/1|[\"Of another\"]", "place:geonames/2|[]"], await AliasesAsync());
        await CheckAsync(table);

        async Task<IReadOnlyList<string>> AliasesAsync() => await table.Store.RowsAsync("Place", "id", "aliases");
    }

    [Theory]
    [InlineData("[{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": [1]}]", "rows.json:1: the member 'name' is a list or an object; a row must have texts and numbers only")]
    [InlineData("[\n{\"id\": \"a\", \"name\": \"A\"},\n{\"id\": \"b\"}]", "rows.json:3: a.name is empty, which Person requires")]
    public async Task A_row_of_JSON_with_an_error_is_reported_with_its_line(string json, string expected)
    {
        await using var table = await MappedTable.NewAsync();
        var result = await table.RunAsync(People, json, "rows.json");
        Assert.Contains(MappingReport.Errors(result), line => line.EndsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[{\"id\": \"a\", \"name\"", "rows.json:1: this is not valid JSON.")]
    [InlineData("[{\"id\": \"a\" \"name\": 1}]", "this is not valid JSON.")]
    [InlineData("{\"rows\": 1}", "expected the list of rows, [...].")]
    [InlineData("[1]", "a row must be an object")]
    [InlineData("[]", "has no rows.")]
    public async Task A_file_that_is_no_list_of_objects_is_refused(string json, string expected)
    {
        await using var table = await MappedTable.NewAsync();
        var failure = await Assert.ThrowsAsync<GraphIntel.Import.Graph.ImportException>(() => table.RunAsync(People, json, "rows.json"));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private const string People = "mapping: m\nread: {format: json}\nrows: {key: $id}\nnodes:\n  a: {type: Person, id: $id, set: {name: $name}}\n";
}
