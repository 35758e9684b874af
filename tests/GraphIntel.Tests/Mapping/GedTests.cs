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
}
