using System.IO.Compression;
using System.Text;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

/// <summary>Damaged, foreign and mistaken inputs of an import: each is an error that says what to do, and nothing is written.</summary>
public sealed class MistakenImportTests : IDisposable
{
    private const string Mapping = "mapping: m\nrows: {key: $id, covers: all}\nnodes:\n  a: {type: Actor, id: $id, set: {name: $name, kind: STATE}}\n";

    private readonly TemporaryFolder _folder = new();

    public MistakenImportTests() => _folder.Write("m.yaml", Mapping);

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Error)> ImportAsync(string file, params string[] options)
    {
        var (exitCode, _, error) = await GraphIntelProcess.RunWithoutProgressAsync(
            _folder.Path, ["import", file, "--mapping", "m.yaml", "--store", _folder.Store(), .. options]);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        return (exitCode, error.ReplaceLineEndings("\n"));
    }

    private static byte[] Rows()
    {
        var rows = new StringBuilder("id,name\n");
        for (var row = 0; row < 20_000; row++)
            rows.Append(row).Append(",Name ").Append(row * 7919).Append('\n');
        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    private async Task<byte[]> GzipAsync(byte[] bytes)
    {
        await using (var gzip = new GZipStream(File.Create(_folder.File("whole.gz")), CompressionLevel.Fastest))
            await gzip.WriteAsync(bytes, TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(_folder.File("whole.gz"), TestContext.Current.CancellationToken);
    }

    private byte[] Zip(params (string Name, byte[] Bytes)[] entries) => Zip(CompressionLevel.Fastest, entries);

    private byte[] Zip(CompressionLevel level, params (string Name, byte[] Bytes)[] entries)
    {
        using (var zip = new ZipArchive(File.Create(_folder.File("whole.zip")), ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                using var stream = zip.CreateEntry(name, level).Open();
                stream.Write(bytes);
            }
        }

        return File.ReadAllBytes(_folder.File("whole.zip"));
    }

    [Fact]
    public async Task A_compressed_table_that_was_cut_off_or_damaged_is_refused_as_a_whole()
    {
        const string Expected = " is damaged or incomplete: it cannot be decompressed to its end. Fetch it again.";
        var gzip = await GzipAsync(Rows());
        var zip = Zip(("table.csv", Rows()));
        foreach (var whole in (byte[][])[gzip, zip])
        {
            // Also where the last row that is left ends with a line.
            foreach (var length in (int[])[whole.Length / 2, whole.Length - 9, whole.Length - 1])
            {
                await File.WriteAllBytesAsync(_folder.File("cut.csv.gz"), whole[..length], TestContext.Current.CancellationToken);
                Assert.Equal((2, "cut.csv.gz" + Expected), await ImportAsync("cut.csv.gz"));
            }

            // What is decompressed of it can be no rows.
            byte[] damaged = [.. whole];
            damaged.AsSpan(whole.Length / 2, 40).Reverse();
            await File.WriteAllBytesAsync(_folder.File("damaged.csv.gz"), damaged, TestContext.Current.CancellationToken);
            Assert.Equal(2, (await ImportAsync("damaged.csv.gz")).ExitCode);
        }

        // Another digit in a file that is stored as it is.
        zip = Zip(CompressionLevel.NoCompression, ("table.csv", Rows()));
        zip[zip.AsSpan().IndexOf("\n777,"u8) + 1] = (byte)'8';
        await File.WriteAllBytesAsync(_folder.File("digit.zip"), zip, TestContext.Current.CancellationToken);
        Assert.Equal((2, "digit.zip" + Expected), await ImportAsync("digit.zip"));
    }

    [Fact]
    public async Task Files_that_are_no_tables_are_refused_with_what_to_do()
    {
        Zip(("xl/workbook.xml", "<x/>"u8.ToArray()));
        Assert.Equal((2, "whole.zip is a workbook of a spreadsheet program: save the sheet as CSV in UTF-8, and import that file."), await ImportAsync("whole.zip"));
        await File.WriteAllBytesAsync(_folder.File("old.xls"), [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], TestContext.Current.CancellationToken);
        Assert.Equal((2, "old.xls is a workbook of a spreadsheet program: save the sheet as CSV in UTF-8, and import that file."), await ImportAsync("old.xls"));
        Zip(("a.csv", "id,name\n"u8.ToArray()), ("b.csv", "id,name\n"u8.ToArray()));
        Assert.Equal((2, "whole.zip must have one file .csv or .tsv or .txt or .tab, but has a.csv, b.csv; extract the right one."), await ImportAsync("whole.zip"));
        Assert.Equal((2, "https://example.org/x.csv is not a file: download it, or redirect the download to standard input and give `-`."), await ImportAsync("https://example.org/x.csv"));
        Assert.Equal((2, ". is a folder; give the files in it."), await ImportAsync("."));
    }

    [Theory]
    [InlineData("id,name\na,A\0B\n", "table.csv:2: the row contains a NUL character, which is not allowed; if the file is in UTF-16, give --encoding utf-16")]
    [InlineData("id,name\na,A\nid,name\nb,B\n", "table.csv:3: the row repeats the names of the columns; if files were put together, remove it, or give the files one by one")]
    [InlineData("id,name,name\na,A,B\n", "table.csv: the columns 'name' and 'name' have the same name.")]
    [InlineData("id,name\na,\"A\nb,B\n", "table.csv:2: a quote is not closed before the end of the file")]
    [InlineData("id;title\na;A\n", "table.csv has no column name. Its columns are: id, title.")]
    public async Task A_table_with_a_mistake_is_refused(string table, string expected)
    {
        _folder.Write("table.csv", table);
        var (exitCode, error) = await ImportAsync("table.csv");
        Assert.Equal((2, expected), (exitCode, error.Split('\n')[0]));
    }

    [Fact]
    public async Task A_report_does_not_overwrite_what_is_imported_or_the_store()
    {
        _folder.Write("table.csv", "id,name\na,A\n");
        foreach (var used in (string[])["table.csv", "m.yaml", "graph.db"])
            Assert.Equal((1, $"--report {used}: the report would overwrite this file; give the name of another."), await ImportAsync("table.csv", "--report", used));
        Assert.Equal("id,name\na,A\n", await File.ReadAllTextAsync(_folder.File("table.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wrong_command_line_says_what_is_wrong()
    {
        _folder.Write("table.csv", "id,name\na,A\n");
        Assert.Equal((1, "- (standard input) can be given once only."), await ImportAsync("-", "-"));
        var (exitCode, error) = await ImportAsync("table.csv", "--encoding", "utf-7");
        Assert.Equal((1, "--encoding: utf-7 is not the name of an encoding, such as windows-1256."), (exitCode, error.Split('\n')[0]));
        (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, ["import", "table.csv", "--mapping", "acled", "--store", _folder.Store()]);
        Assert.Equal((2, "acled.yaml:5:9: made must be given: --set made=..."), (exitCode, error));
    }
}
