using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>Sums of a file of UCDP GED, taken straight from it, which a store must give after its import over the seed.</summary>
internal sealed class GedSums
{
    /// <summary>UCDP's id of the government that the seed knows.</summary>
    private const string Government = "118";

    private readonly SortedDictionary<string, (int Events, int Deaths)> _months = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Events, int Deaths)> _provinces = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Events, int Deaths)> _dyads = new(StringComparer.Ordinal);
    private readonly int[] _sides = new int[4];
    private (int Events, int Deaths) _all;
    private (int Events, int Deaths) _ofGovernment;

    public static GedSums Of(string path)
    {
        var sums = new GedSums();
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions());
        while (reader.Read())
            sums.Add(reader);
        return sums;
    }

    /// <summary>Asserts that a store answers with these sums.</summary>
    public async Task AssertAsync(IGraphStore store)
    {
        var engine = new GraphEngine(SchemaBuilder.Build(store.Model), store, new EngineOptions { IsInternal = true, Timeout = TimeSpan.FromMinutes(2) });
        var aggregate = (await QueryAsync(engine, """
            { events(where: {kind: {eq: ORGANISED_VIOLENCE}}) { aggregate {
                count deathsBest { sum } deathsSideA { sum } deathsSideB { sum } deathsCivilians { sum } deathsUnknown { sum }
                timeline { start(by: MONTH) { from count aggregate { deathsBest { sum } } } }
                groups { within(first: 100, where: {kind: {eq: PROVINCE}}) { node { name aliases } count aggregate { deathsBest { sum } } } } } } }
            """)).GetProperty("events").GetProperty("aggregate");
        Assert.Equal(_all, SumOf(aggregate, aggregate));
        Assert.Equal(_sides, new[] { "deathsSideA", "deathsSideB", "deathsCivilians", "deathsUnknown" }.Select(name => aggregate.GetProperty(name).GetProperty("sum").GetInt32()));
        Assert.Equal(
            _months.Select(pair => (pair.Key, pair.Value)),
            aggregate.GetProperty("timeline").GetProperty("start").EnumerateArray().Select(month => (month.GetProperty("from").GetString()![..7], SumOf(month))));
        // A province's events are those in it and in all its parts; the seed's provinces have UCDP's names among theirs.
        var provinces = aggregate.GetProperty("groups").GetProperty("within").EnumerateArray().ToList();
        Assert.Equal(_provinces.Count, provinces.Count);
        Assert.All(_provinces, province => Assert.Equal(province.Value, SumOf(Assert.Single(provinces, group => NamesOf(group.GetProperty("node")).Contains(province.Key)))));
        foreach (var (dyad, sum) in _dyads)
        {
            var found = await QueryAsync(engine, $"{{ event(id: \"event:ucdp-dyad/{dyad}\") {{ parts {{ aggregate {{ count deathsBest {{ sum }} }} }} }} }}");
            var parts = found.GetProperty("event").GetProperty("parts").GetProperty("aggregate");
            Assert.Equal((dyad, sum), (dyad, SumOf(parts, parts)));
        }

        // A year of war of an actor that the seed knows; the report adds an event without a number of deaths.
        var government = (await QueryAsync(engine, """
            { actor(id: "actor:government-of-syria") { name externalIds events(where: {start: {gte: "2017-01-01", lt: "2018-01-01"}}) { totalCount
                aggregate { count deathsBest { sum max } timeline { start(by: MONTH) { from count aggregate { deathsBest { sum } } } }
                  groups { violence { key count } participants(first: 5) { node { name } count } } } } } }
            """)).GetProperty("actor");
        Assert.Equal(("Government of Syria", "ucdp:118"), (government.GetProperty("name").GetString(), government.GetProperty("externalIds")[0].GetString()));
        var year = government.GetProperty("events").GetProperty("aggregate");
        Assert.Equal((_ofGovernment.Events + 1, _ofGovernment.Deaths), SumOf(year, year));
    }

    private void Add(CsvReader row)
    {
        var best = Number("best");
        Add(ref _all, best);
        foreach (var (name, index) in new[] { "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown" }.Select((name, index) => (name, index)))
            _sides[index] += Number(name);
        AddTo(_months, row.GetString("date_start")[..7]);
        if (row.GetString("adm_1").Trim() is { Length: > 0 } province)
            AddTo(_provinces, province);
        AddTo(_dyads, row.GetString("dyad_new_id"));
        if (row.GetString("date_start").StartsWith("2017", StringComparison.Ordinal) && (row.GetString("side_a_new_id") == Government || row.GetString("side_b_new_id") == Government))
            Add(ref _ofGovernment, best);

        int Number(string column) => int.Parse(row.GetString(column), CultureInfo.InvariantCulture);

        void AddTo(SortedDictionary<string, (int Events, int Deaths)> groups, string key)
        {
            var sum = groups.GetValueOrDefault(key);
            Add(ref sum, best);
            groups[key] = sum;
        }
    }

    private static void Add(ref (int Events, int Deaths) sum, int deaths) => sum = (sum.Events + 1, sum.Deaths + deaths);

    private static (int Events, int Deaths) SumOf(JsonElement group) => SumOf(group, group.GetProperty("aggregate"));

    private static (int Events, int Deaths) SumOf(JsonElement group, JsonElement aggregate) =>
        (group.GetProperty("count").GetInt32(), aggregate.GetProperty("deathsBest").GetProperty("sum").GetInt32());

    private static IEnumerable<string> NamesOf(JsonElement place) =>
        place.GetProperty("aliases").EnumerateArray().Append(place.GetProperty("name")).Select(name => name.GetString()!);

    private static async Task<JsonElement> QueryAsync(GraphEngine engine, string query)
    {
        using var response = await engine.ExecuteAsync(new GraphRequest(Encoding.UTF8.GetBytes(query)), TestContext.Current.CancellationToken);
        Assert.Equal([], response.Errors.Select(error => error.Message));
        return JsonElement.Parse(response.Body.Span).GetProperty("data").Clone();
    }
}
