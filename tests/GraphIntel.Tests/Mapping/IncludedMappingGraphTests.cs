using System.Text;
using CsvHelper;
using GraphIntel.Core.Model;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping;
using GraphIntel.Import.Mapping.Running;
using GraphIntel.Tests.Export;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>
/// Small files in the layouts of the publishers, each with the graph that its included mapping makes of it and of what the store
/// had <c>before</c>: <c>graph.txt</c> has the rows that an export has more, and the findings. All names are invented.
/// GRAPHINTEL_REWRITE=1 writes what is expected anew.
/// </summary>
public sealed class IncludedMappingGraphTests : IDisposable
{
    private readonly ExportedFolder _folder = new();

    public static TheoryData<string, string, string?> Tables => new()
    {
        { "ucdp-ged-rules", "ucdp-ged", "made=2025-06-11" },
        { "ucdp-acd-years", "ucdp-acd", "made=2025-06-11" },
        { "ucdp-acd-derivative", "ucdp-acd", "made=2025-06-11" },
        { "ucdp-esd-actor-years", "ucdp-esd", null },
        { "ucdp-esd-triad-years", "ucdp-esd", null },
        { "acled-2017", "acled", "made=2025-06-11" },
        { "acled-rules", "acled", "made=2025-06-11" },
        { "cod-harmonized", "cod", null },
        { "cod-legacy", "cod", null },
        { "cod-workbook", "cod", null },
        { "cod-pcodes", "cod", "country=norland" },
        { "geonames-country", "geonames", null },
        { "control-list-sheet", "control-list", "country=norland" },
    };

    public static TheoryData<string, string> GedLayouts => [.. LayoutsOf("ucdp-ged")];

    public static TheoryData<string, string> AcledLayouts => [.. LayoutsOf("acled")];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_file_becomes_the_graph_beside_it_and_a_second_import_changes_nothing(string name, string mapping, string? given)
    {
        var files = Directory.EnumerateFiles(FolderOf(name)).Where(path => Path.GetFileName(path) != "graph.txt").Order(StringComparer.Ordinal).ToArray();
        Expect(name, await ImportAsync(name, mapping, given, files));
    }

    [Theory]
    [MemberData(nameof(GedLayouts))]
    [MemberData(nameof(AcledLayouts))]
    public async Task Every_layout_of_a_data_set_becomes_the_same_graph(string mapping, string file) =>
        Expect(mapping + "-layouts", await ImportAsync(mapping + "-layouts", mapping, "made=2025-06-11", [Path.Combine(FolderOf(mapping + "-layouts"), file)]));

    [Fact]
    public async Task Dyads_by_year_are_refused_because_they_do_not_say_who_was_supported()
    {
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        var failure = await Assert.ThrowsAsync<ImportException>(() => table.RunAsync(
            MappedTable.Included("ucdp-esd"), "active,year,conflict_id,dyad_id,location,side_a,side_a_id,side_b,side_b_id,ext_id,ext_name,ext_sup\n1,2011,1,1,x,A,1,B,2,3,C,1\n"));
        Assert.Contains("has no column actor_id", failure.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<TheoryDataRow<string, string>> LayoutsOf(string mapping) => Directory.EnumerateFiles(FolderOf(mapping + "-layouts"))
        .Select(path => Path.GetFileName(path)).Where(name => name != "graph.txt").Order(StringComparer.Ordinal)
        .Select(name => new TheoryDataRow<string, string>(mapping, name));

    private static string FolderOf(string name) => Path.Combine(MappedTable.Sources, "Mapping", "included", name);

    private async Task<string> ImportAsync(string name, string mapping, string? given, string[] files)
    {
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        if (given?.Split('=') is [var key, var value])
            table.Set(key, value);
        if (Path.Combine(FolderOf(name), "before") is var before && Directory.Exists(before))
            await _folder.ImportAsync(table.Store.Store, before);
        await _folder.ExportAsync(table.Store.Store, "before");
        var result = await table.RunFilesAsync(MappedTable.Included(mapping), files);
        Assert.Equal([], MappingReport.Errors(result));
        await _folder.ExportAsync(table.Store.Store, "after");
        var again = await table.RunFilesAsync(MappedTable.Included(mapping), files);
        Assert.Equal((0, 0), (again.Written.Created, again.Written.Updated));
        return Describe(result);
    }

    private string Describe(MappingResult result)
    {
        var text = new StringBuilder();
        foreach (var path in Directory.EnumerateFiles(_folder.PathOf("after"), "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(_folder.PathOf("after"), path);
            var rows = Read(path);
            var before = Read(_folder.PathOf(Path.Combine("before", file))).Select(row => string.Join('\0', row)).ToHashSet(StringComparer.Ordinal);
            var more = rows.Skip(1).Where(row => !before.Contains(string.Join('\0', row))).ToList();
            if (more.Count == 0)
                continue;
            var columns = Enumerable.Range(0, rows[0].Length).Where(column => more.Exists(row => row[column].Length > 0)).ToList();
            text.Append("== ").Append(file.Replace('\\', '/')).Append('\n');
            foreach (var row in more.Prepend(rows[0]))
                text.AppendJoin(" | ", columns.Select(column => row[column].Replace("\n", "\\n", StringComparison.Ordinal))).Append('\n');
        }

        text.Append("== findings\n");
        foreach (var finding in MappedTable.FindingsOf(result))
            text.Append(finding).Append('\n');
        return text.ToString();
    }

    private static void Expect(string name, string actual)
    {
        var path = Path.Combine(FolderOf(name), "graph.txt");
        if (Environment.GetEnvironmentVariable("GRAPHINTEL_REWRITE") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static List<string[]> Read(string path)
    {
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }
}
