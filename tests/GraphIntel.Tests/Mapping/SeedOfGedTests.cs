using CsvHelper;
using GraphIntel.Core.Model;
using GraphIntel.Import.Mapping;
using GraphIntel.Tests.Export;
using GraphIntel.Tests.Import;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>
/// The seed's events of UCDP GED. The files that end with <c>.ucdp-ged.csv</c> are what the included mapping adds to the facts of
/// the report; GRAPHINTEL_REWRITE=1 writes them anew from <c>ucdp-ged-syria-2016-2017.csv</c>.
/// </summary>
public sealed class SeedOfGedTests : IDisposable
{
    private const string Ending = ".ucdp-ged.csv";

    private readonly ExportedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_seed_has_what_the_included_mapping_makes_of_the_data_set()
    {
        var cut = _folder.PathOf("ged.csv");
        Assert.Equal(1_072, Cut(MappedTable.Shared("ucdp-ged-syria-2016-2017.csv"), cut));
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await _folder.ImportAsync(table.Store.Store, CopyReport());
        await _folder.ExportAsync(table.Store.Store, "before");
        // The release has no date of its own: its name ends with the month.
        table.Set("release", "652.1601.1911").Set("made", "2019-11-30");
        var result = await table.RunFilesAsync(MappedTable.Included("ucdp-ged"), cut);
        Assert.Equal([], MappingReport.Errors(result));
        await _folder.ExportAsync(table.Store.Store, "after");

        var added = Added();
        if (Environment.GetEnvironmentVariable("GRAPHINTEL_REWRITE") == "1")
        {
            foreach (var old in Files(SeedTests.Folder).Where(IsOfGed))
                File.Delete(Path.Combine(SeedTests.Folder, old));
            foreach (var (name, text) in added)
                await File.WriteAllBytesAsync(Path.Combine(SeedTests.Folder, name), text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(added.Keys, Files(SeedTests.Folder).Where(IsOfGed));
        foreach (var (name, text) in added)
            Assert.Equal(name + Text(text), name + Text(await File.ReadAllBytesAsync(Path.Combine(SeedTests.Folder, name), TestContext.Current.CancellationToken)));
        // Governments, groups and places of the report are recognized, not doubled.
        Assert.Equal((13L, 0), (result.Matched, result.Written.Updated));
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    private static bool IsOfGed(string name) => name.EndsWith(Ending, StringComparison.Ordinal);

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The events of two provinces in half a year, without headlines and articles, which are not UCDP's to license.</summary>
    private static int Cut(string from, string to)
    {
        var rows = Read(from);
        using var stream = File.Create(to);
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" });
        writer.WriteRecord(rows[0]);
        var column = rows[0].Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        var count = 0;
        foreach (var row in rows.Skip(1))
        {
            if (row[column["adm_1"]] is not ("Aleppo Governorate" or "Ar Raqqah Governorate")
                || string.CompareOrdinal(row[column["date_start"]], "2017-01-01") < 0 || string.CompareOrdinal(row[column["date_start"]], "2017-06-30") > 0)
            {
                continue;
            }

            (row[column["source_article"]], row[column["source_headline"]]) = ("", "");
            writer.WriteRecord(row);
            count++;
        }

        return count;
    }

    /// <summary>A copy of the facts of the report.</summary>
    private string CopyReport()
    {
        foreach (var name in Files(SeedTests.Folder).Where(name => !IsOfGed(name)))
        {
            var path = Path.Combine(_folder.PathOf("report"), name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(Path.Combine(SeedTests.Folder, name), path);
        }

        return "report";
    }

    /// <summary>The rows that the second export has more than the first, with the columns that have a value.</summary>
    private SortedDictionary<string, byte[]> Added()
    {
        var added = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in Files(_folder.PathOf("after")))
        {
            var before = Read(Path.Combine(_folder.PathOf("before"), name)).Select(row => string.Join('\0', row)).ToHashSet(StringComparer.Ordinal);
            var rows = Read(Path.Combine(_folder.PathOf("after"), name));
            var more = rows.Skip(1).Where(row => !before.Contains(string.Join('\0', row))).ToList();
            if (more.Count == 0)
                continue;
            var columns = Enumerable.Range(0, rows[0].Length).Where(column => more.Exists(row => row[column].Length > 0)).ToList();
            using var stream = new MemoryStream();
            using (var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
            {
                foreach (var row in more.Prepend(rows[0]))
                    writer.WriteRecord([.. columns.Select(column => row[column])]);
            }

            added.Add(Path.ChangeExtension(name, null) + Ending, stream.ToArray());
        }

        return added;
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
