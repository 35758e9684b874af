using GraphIntel.Core.Model;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Running;
using GraphIntel.Import.Mapping.Syntax;
using GraphIntel.Tests.Import;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>The included mappings on tables in the layouts of the publishers.</summary>
public sealed class IncludedMappingTests
{
    private static async Task<MappingResult> ImportAsync(MappedTable table, string mapping, params string[] files)
    {
        var result = await table.RunFilesAsync(MappedTable.Included(mapping), files);
        Assert.Equal([], result.Diagnostics.Diagnostics.Select(ImportReport.Line));
        // A second import changes nothing.
        Assert.Equal((0, 0), await table.RunFilesAsync(MappedTable.Included(mapping), files) is var again ? (again.Written.Created, again.Written.Updated) : default);
        return result;
    }

    private static async Task SeedAsync(MappedTable table)
    {
        var seeded = await GraphImport.RunAsync(table.Store.Store, SeedTests.Folder, NoProgress.Instance, TestContext.Current.CancellationToken);
        Assert.True(seeded.Succeeded);
    }

    [Theory]
    [InlineData("ucdp-ged", "GEDEvent_v25_1.csv", "25_1")]
    [InlineData("ucdp-ged", "ged201-csv.zip", "201")]
    [InlineData("ucdp-ged", "GEDEvent_v25_01_25_06.csv", "25_01_25_06")]
    [InlineData("ucdp-ged", "ucdp-ged-syria-2016-2017.csv", "unknown")]
    [InlineData("ucdp-acd", "UcdpPrioConflict_v25_1.csv", "25_1")]
    [InlineData("ucdp-acd", "ucdp-prio-acd-191.csv", "191")]
    [InlineData("ucdp-acd", "ucdp-acd-2016.csv", "unknown")]
    public void The_release_is_read_from_the_name_of_a_file_and_a_year_is_none(string mapping, string file, string release)
    {
        var diagnostics = new MappingDiagnostics(mapping);
        var given = MappingReader.Read(MappedTable.Included(mapping), diagnostics)
            .Select(syntax => MappingCompiler.ResolveGiven(syntax, new Dictionary<string, string>(), [file], new HashSet<string>(), isUsed: false, diagnostics));
        Assert.Equal(release, given.First(values => values.ContainsKey("release"))["release"]);
    }

    [Fact]
    public async Task Years_of_troops_extend_the_backing_of_the_seed_and_add_their_claims_to_it()
    {
        var path = MappedTable.Shared("ucdp-acd-syria.csv");
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await SeedAsync(table);
        var before = await table.Store.ReadAsync("SELECT count(*) FROM \"r_BACKS\"");
        table.Set("made", "2025-06-11");
        await ImportAsync(table, "ucdp-acd", path);
        Assert.Equal(before, await table.Store.ReadAsync("SELECT count(*) FROM \"r_BACKS\""));
        // The table has 20 rows each for Russia and Iran, in two conflicts.
        Assert.Equal(
            ["backing:iran-government-of-syria|20", "backing:russia-government-of-syria|20"],
            await table.Store.ReadAsync("SELECT about, count(*) FROM \"n_Claim\" WHERE id LIKE 'claim:ucdp-acd/%' GROUP BY about ORDER BY 1"));
    }

    [Fact]
    public async Task Consecutive_years_of_troops_are_one_interval_as_in_the_table()
    {
        var path = MappedTable.Shared("ucdp-acd-syria.csv");
        var rows = (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(',')).ToList();
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await ImportAsync(table.Set("made", "2025-06-11"), "ucdp-acd", path);
        var newest = rows.Max(row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture));
        var expected = new List<string>();
        foreach (var state in rows.Select(row => row[5].Trim('"')).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal))
        {
            var years = rows.Where(row => row[5].Trim('"') == state).Select(row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order().ToList();
            var first = years[0];
            for (var index = 0; index < years.Count; index++)
            {
                if (index + 1 < years.Count && years[index + 1] == years[index] + 1)
                    continue;
                expected.Add($"{state}|{first}-01-01|{(years[index] == newest ? "?" : $"{years[index] + 1}-01-01")}|{first}-01-01|{years[index]}-12-31");
                first = index + 1 < years.Count ? years[index + 1] : 0;
            }
        }

        Assert.Equal(expected, await table.Store.ReadAsync("SELECT a.name, r.\"from\", r.until, r.attestedFrom, r.attestedUntil FROM \"r_BACKS\" r JOIN \"n_Actor\" a ON a.\"$key\" = r.\"$src\" ORDER BY 1, 2"));
    }

    [Fact]
    public async Task Lists_of_names_and_ids_that_are_sorted_apart_are_not_paired_by_position()
    {
        var path = MappedTable.Shared(Path.Combine("samples", "ucdp-acd-25.1.csv"));
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await ImportAsync(table.Set("made", "2025-06-11"), "ucdp-acd", path, MappedTable.Shared(Path.Combine("samples", "ucdp-dyadic-25.1.csv")));
        Assert.Equal(
            ["actor:ucdp/994456|Sample insurgents", "actor:ucdp/9946288|Army of Samples", "actor:ucdp/996288|Zaytun Guards", "actor:ucdp/9970|AN"],
            await table.Store.ReadAsync("SELECT id, name FROM \"n_Actor\" WHERE name IN ('Army of Samples', 'Sample insurgents', 'Zaytun Guards', 'AN') ORDER BY 1"));
    }

    [Theory]
    [InlineData("ucdp-esd-actor-year.csv", 11)]
    [InlineData("ucdp-esd-triad-year.csv", 7)]
    public async Task External_support_becomes_backing_with_its_kinds_and_opponents(string name, int backings)
    {
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await ImportAsync(table, "ucdp-esd", MappedTable.Shared(Path.Combine("samples", name)));
        Assert.Equal([$"{backings}|0"], await table.Store.ReadAsync("SELECT count(*), sum(kinds = '[]') FROM \"r_BACKS\""));
    }

    [Theory]
    [InlineData("acled-2019.csv")]
    [InlineData("acled-2023-na.csv")]
    [InlineData("acled-2024.csv")]
    [InlineData("acled-2025.csv")]
    [InlineData("acled-semicolon.csv")]
    public async Task Every_layout_of_ACLED_gives_the_same_first_event(string name)
    {
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await ImportAsync(table.Set("made", "2025-06-11"), "acled", MappedTable.Shared(Path.Combine("samples", name)));
        Assert.Equal(
            ["event:acled/SYR990001|BATTLE|ARMED_CLASH|2017-06-04|3|36.101"],
            await table.Store.ReadAsync("SELECT id, kind, subKind, start, deathsBest, location_lat FROM \"n_Event\" WHERE id = 'event:acled/SYR990001'".Replace("location_lat", await LatitudeAsync(table), StringComparison.Ordinal)));
        Assert.Equal(
            ["Military Forces of Sampleland (2000-2024, Old Rule)|STATE_FORCES|SIDE_B", "Militia (Pro-Sample)|OTHER|SUPPORTER", "Northern Brigade|REBEL_GROUP|SIDE_A", "Police Forces of Sampleland (2000-2024)|OTHER|SUPPORTER", "River Front|OTHER|SUPPORTER"],
            (await table.Store.ReadAsync("SELECT a.name, a.kind, r.role FROM \"r_PARTICIPATED_IN\" r JOIN \"n_Actor\" a ON a.\"$key\" = r.\"$src\" JOIN \"n_Event\" e ON e.\"$key\" = r.\"$dst\" WHERE e.id = 'event:acled/SYR990001' ORDER BY 1"))
                .Select(row => row.Replace("River Front|REBEL_GROUP", "River Front|OTHER", StringComparison.Ordinal)));
    }

    private static async Task<string> LatitudeAsync(MappedTable table) =>
        $"\"{(await table.Store.ReadAsync("SELECT name FROM pragma_table_info('n_Event') WHERE name LIKE 'location%' ORDER BY cid LIMIT 1"))[0]}\"";

    [Fact]
    public async Task Places_of_GeoNames_have_their_divisions_and_their_names_in_every_script()
    {
        string[] names = ["SY.txt", "admin1CodesASCII.txt", "admin2Codes.txt", "hierarchy.txt", "alternateNamesV2.txt"];
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await ImportAsync(table, "geonames", [.. names.Select(name => MappedTable.Shared(Path.Combine("samples", "geonames-" + name)))]);
        Assert.Equal(["Ayn Zaytūn|VILLAGE", "Ayn Zaytūn|VILLAGE"], await table.Store.ReadAsync("SELECT name, kind FROM \"n_Place\" WHERE name LIKE 'Ayn Zay%'"));
        Assert.Equal(
            ["[\"تل نهر\",\"Tall Nahr\",\"Nahr\",\"Girê Çem\",\"Nehirtepe\",\"Tell Nahr\"]"],
            await table.Store.ReadAsync("SELECT aliases FROM \"n_Place\" WHERE id = 'place:geonames/990000001'"));
        Assert.Equal(
            ["place:geonames/990000006"],
            await table.Store.ReadAsync("SELECT t.id FROM \"r_PART_OF\" r JOIN \"n_Place\" s ON s.\"$key\" = r.\"$src\" JOIN \"n_Place\" t ON t.\"$key\" = r.\"$dst\" WHERE s.id = 'place:geonames/990000001'"));
    }

    [Theory]
    [InlineData("cod-admin.csv", "")]
    [InlineData("cod-admin-legacy.csv", "place:cod/SY9204|place:cod/SY92")]
    public async Task Divisions_have_their_p_codes_and_districts_of_one_name_stay_apart(string name, string second)
    {
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await ImportAsync(table, "cod", MappedTable.Shared(Path.Combine("samples", name)));
        Assert.Equal(
            new[] { "place:cod/SY9100|place:cod/SY91", second }.Where(row => row.Length > 0),
            await table.Store.ReadAsync("SELECT s.id, t.id FROM \"r_PART_OF\" r JOIN \"n_Place\" s ON s.\"$key\" = r.\"$src\" JOIN \"n_Place\" t ON t.\"$key\" = r.\"$dst\" WHERE s.name = 'Nahr' ORDER BY 1"));
        // A unit that ended is left out.
        Assert.Equal(["0"], await table.Store.ReadAsync("SELECT count(*) FROM \"n_Place\" WHERE id = 'place:cod/SY9203'"));
    }

    private static async Task<MappedTable> SheetAsync()
    {
        var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        const string Country = "mapping: c\nrows: {key: $id}\nnodes:\n  c: {type: Place, id: $id, set: {name: $name, kind: COUNTRY}}\n";
        await table.ImportAsync(Country, "id,name\nsampleland,Sampleland\n");
        return table.Set("country", "sampleland");
    }

    [Fact]
    public async Task An_analysts_sheet_of_who_held_which_town_becomes_control_with_claims()
    {
        var path = MappedTable.Shared(Path.Combine("samples", "control-list.csv"));
        await using var table = await SheetAsync();
        var result = await ImportAsync(table, "control-list", path);
        // Two holders in a cell are two relationships, and one town with two spellings is one place.
        Assert.Equal(
            ["Northern Brigade|CONTROLLED|2017-01-01|LONGER|?", "River Front|CONTROLLED|2017-01-01|LONGER|?"],
            await table.Store.ReadAsync("SELECT a.name, r.status, r.\"from\", r.fromPrecision, r.until FROM \"r_CONTROLS\" r JOIN \"n_Actor\" a ON a.\"$key\" = r.\"$src\" JOIN \"n_Place\" p ON p.\"$key\" = r.\"$dst\" WHERE p.id = 'place:sheet/Shamal/Nahr/Ayn Zaytun' ORDER BY 1"));
        Assert.Equal(["1"], await table.Store.ReadAsync("SELECT count(*) FROM \"n_Place\" WHERE name IN ('Tall Nahr', 'Tell Nahr')"));
        Assert.Equal(["2"], await table.Store.ReadAsync("SELECT count(*) FROM \"n_Place\" WHERE name = 'Ayn Zaytun'"));
        Assert.Contains("1 x row with the key of an earlier row, left out, first 'Tall Nahr/Shamal/Government of Sampleland/2017-06-04/2017-06-06/army statement'", MappedTable.FindingsOf(result));
    }

    [Fact]
    public async Task Places_and_actors_of_the_seed_are_recognized_and_keep_their_values()
    {
        var path = MappedTable.Shared("ucdp-ged-syria-2016-2017.csv");
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await SeedAsync(table);
        const string Seed = "SELECT id, name, kind FROM \"n_Actor\" WHERE id NOT LIKE 'actor:ucdp/%' ORDER BY 1";
        var before = await table.Store.ReadAsync(Seed);
        var result = await ImportAsync(table.Set("made", "2019-06-01"), "ucdp-ged", path);
        Assert.True(result.Matched >= 4);
        Assert.Equal(before, await table.Store.ReadAsync(Seed));
        Assert.Equal(["0"], await table.Store.ReadAsync("SELECT count(*) FROM \"n_Actor\" WHERE id IN ('actor:ucdp/118', 'actor:ucdp/234', 'actor:ucdp/4456', 'actor:ucdp/6288')"));
        Assert.Equal(["0"], await table.Store.ReadAsync("SELECT count(*) FROM \"n_Place\" WHERE id = 'place:ucdp/652'"));
    }
}
