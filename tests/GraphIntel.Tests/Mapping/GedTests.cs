using System.Text;
using System.Text.Json;
using CsvHelper;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>The Syria release of UCDP GED, against sums taken straight from the file.</summary>
public sealed class GedTests
{
    [Fact]
    public async Task The_totals_of_the_graph_are_those_of_the_file()
    {
        var path = MappedTable.Shared("ucdp-ged-syria-2016-2017.csv");
        var sums = Read(path);
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        table.Set("made", "2019-06-01").Set("release", "19.1");
        var mapping = MappedTable.Included("ucdp-ged");
        var result = await table.RunFilesAsync(mapping, path);
        Assert.Equal(0, result.BadRows);

        var all = await QueryAsync(table, "{ events(where: {kind: {eq: ORGANISED_VIOLENCE}}) { aggregate { count deathsBest { sum } deathsSideA { sum } deathsSideB { sum } deathsCivilians { sum } deathsUnknown { sum } } } }");
        var aggregate = all.GetProperty("events").GetProperty("aggregate");
        Assert.Equal(sums.Events, aggregate.GetProperty("count").GetInt32());
        Assert.Equal(sums.Best, aggregate.GetProperty("deathsBest").GetProperty("sum").GetInt32());
        Assert.Equal(
            sums.Sides,
            new[] { "deathsSideA", "deathsSideB", "deathsCivilians", "deathsUnknown" }.Select(name => aggregate.GetProperty(name).GetProperty("sum").GetInt32()));

        var months = await QueryAsync(table, "{ events(where: {kind: {eq: ORGANISED_VIOLENCE}}) { aggregate { timeline { start(by: MONTH) { from count aggregate { deathsBest { sum } } } } } } }");
        Assert.Equal(
            sums.Months.Select(pair => $"{pair.Key}: {pair.Value.Events}, {pair.Value.Deaths}"),
            months.GetProperty("events").GetProperty("aggregate").GetProperty("timeline").GetProperty("start").EnumerateArray()
                .Select(month => $"{month.GetProperty("from").GetString()![..7]}: {month.GetProperty("count").GetInt32()}, {month.GetProperty("aggregate").GetProperty("deathsBest").GetProperty("sum").GetInt32()}"));

        // A province's events are those in it and in all its parts.
        foreach (var (province, (events, deaths)) in sums.Provinces)
        {
            var data = await QueryAsync(table, $"{{ place(id: \"place:ucdp/652/{province}\") {{ events {{ aggregate {{ count deathsBest {{ sum }} }} }} }} }}");
            var found = data.GetProperty("place").GetProperty("events").GetProperty("aggregate");
            Assert.Equal((province, events, deaths), (province, found.GetProperty("count").GetInt32(), found.GetProperty("deathsBest").GetProperty("sum").GetInt32()));
        }

        foreach (var (dyad, (events, deaths)) in sums.Dyads)
        {
            var data = await QueryAsync(table, $"{{ event(id: \"event:ucdp-dyad/{dyad}\") {{ parts {{ aggregate {{ count deathsBest {{ sum }} }} }} }} }}");
            var found = data.GetProperty("event").GetProperty("parts").GetProperty("aggregate");
            Assert.Equal((dyad, events, deaths), (dyad, found.GetProperty("count").GetInt32(), found.GetProperty("deathsBest").GetProperty("sum").GetInt32()));
        }

        // Sources are made only if the store lacks them, so the second import does not touch them.
        var again = (await table.RunFilesAsync(mapping, path)).Written;
        Assert.Equal((0, 0, result.Written.Created - result.Counts["Source"] + 1), (again.Created, again.Updated, again.Unchanged));
    }

    [Theory]
    [InlineData("ucdp-ged-25.1.csv")]
    [InlineData("ucdp-ged-candidate-noheader.csv")]
    [InlineData("ucdp-ged-candidate-next-month.csv")]
    [InlineData("ucdp-ged-19.1.csv")]
    [InlineData("ucdp-ged-19.1-hdx.csv")]
    public async Task All_layouts_are_read(string name)
    {
        var path = MappedTable.Shared(Path.Combine("samples", name));
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        var result = await table.Set("made", "2025-06-11").RunFilesAsync(MappedTable.Included("ucdp-ged"), path);
        Assert.Equal([], result.Diagnostics.Diagnostics.Select(GraphIntel.Import.Graph.ImportReport.Line));
        Assert.Equal([result.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture)], await table.Store.ReadAsync("SELECT count(*) FROM \"n_Event\" WHERE kind = 'ORGANISED_VIOLENCE'"));
        Assert.Equal(["0"], await table.Store.ReadAsync("SELECT count(*) FROM \"n_Event\" WHERE kind = 'BATTLE'"));
    }

    private static async Task<JsonElement> QueryAsync(MappedTable table, string query)
    {
        var options = new EngineOptions { IsInternal = true };
        var engine = new GraphEngine(SchemaBuilder.Build(table.Store.Store.Model), table.Store.Store, options);
        using var response = await engine.ExecuteAsync(new GraphRequest(Encoding.UTF8.GetBytes(query)), TestContext.Current.CancellationToken);
        Assert.Equal([], response.Errors.Select(error => error.Message));
        return JsonElement.Parse(response.Body.Span).GetProperty("data").Clone();
    }

    private static Sums Read(string path)
    {
        var sums = new Sums();
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions());
        while (reader.Read())
        {
            var best = int.Parse(reader.GetString("best"), System.Globalization.CultureInfo.InvariantCulture);
            sums.Events++;
            sums.Best += best;
            foreach (var (name, index) in new[] { "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown" }.Select((name, index) => (name, index)))
                sums.Sides[index] += int.Parse(reader.GetString(name), System.Globalization.CultureInfo.InvariantCulture);
            Add(sums.Months, reader.GetString("date_start")[..7], best);
            if (reader.GetString("adm_1").Trim() is { Length: > 0 } province)
                Add(sums.Provinces, province, best);
            Add(sums.Dyads, reader.GetString("dyad_new_id"), best);
        }

        return sums;

        static void Add(SortedDictionary<string, (int Events, int Deaths)> groups, string key, int deaths)
        {
            var (events, sum) = groups.GetValueOrDefault(key);
            groups[key] = (events + 1, sum + deaths);
        }
    }

    private sealed class Sums
    {
        public int Events { get; set; }

        public int Best { get; set; }

        public int[] Sides { get; } = new int[4];

        public SortedDictionary<string, (int Events, int Deaths)> Months { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<string, (int Events, int Deaths)> Provinces { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<string, (int Events, int Deaths)> Dyads { get; } = new(StringComparer.Ordinal);
    }
}
