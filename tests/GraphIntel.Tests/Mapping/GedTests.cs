using CsvHelper;
using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>Files in the layouts of UCDP GED, of which others are invented.</summary>
public sealed class GedTests
{
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

    [Fact]
    public async Task Candidate_events_of_the_next_month_take_the_place_of_those_that_come_again()
    {
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        (table.Coverage, table.Prunes) = (GraphIntel.Import.Mapping.Syntax.Coverage.None, true);
        var mapping = MappedTable.Included("ucdp-ged");
        string[] names = ["ucdp-ged-candidate-noheader.csv", "ucdp-ged-candidate-next-month.csv"];
        foreach (var name in names)
            await table.Set("made", "2017-04-20").RunFilesAsync(mapping, MappedTable.Shared(Path.Combine("samples", name)));
        // The last file that has an event counts.
        var expected = names.SelectMany(name => DeathsOf(MappedTable.Shared(Path.Combine("samples", name)))).GroupBy(row => row.Id)
            .Select(rows => $"event:ucdp-ged/{rows.Key}|{rows.Last().Best}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, (await table.Store.ReadAsync("SELECT id, deathsBest FROM \"n_Event\" WHERE kind = 'ORGANISED_VIOLENCE'")).Order(StringComparer.Ordinal));
    }

    /// <summary>The id and the best estimate of deaths of each row of a file with 49 columns.</summary>
    private static List<(string Id, string Best)> DeathsOf(string path)
    {
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { HasHeader = false });
        var rows = new List<(string, string)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(44)));
        return [.. rows.Where(row => row.Item1 != "id")];
    }
}
