using System.IO.Compression;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Graph.Exporting;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Sqlite;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

/// <summary>
/// The tables of the included mappings in every form in which they are published or saved again: each gives the graph of the plain files.
/// </summary>
[Long]
public sealed class TableFormTests : IDisposable
{
    private static readonly string Included = Repository.PathOf("tests/GraphIntel.Tests/Mapping/included");

    private readonly TemporaryFolder _folder = new();

    /// <summary>A mapping, a folder with its tables, what is given, the first table, and the names under which publishers zip them.</summary>
    public static TheoryData<string, string, string, string, string> Mappings => new()
    {
        { "ucdp-ged", "ucdp-ged-rules", "made=2025-06-11 release=25.1", "GEDEvent_v25_1.csv", "GEDEvent_v25_1.csv=ged251-csv" },
        { "ucdp-acd", "ucdp-acd-years", "made=2025-06-11 release=25.1", "UcdpPrioConflict_v25_1.csv", "UcdpPrioConflict_v25_1.csv=ucdp-prio-acd-251-csv Dyadic_v25_1.csv=ucdp-dyadic-251-csv" },
        { "ucdp-esd", "ucdp-esd-triad-years", "", "ucdp-esd-ty-181.csv", "ucdp-esd-ty-181.csv=ucdp-esd-ty-181-csv" },
        { "acled", "acled-layouts", "made=2025-06-11", "acled-monadic.csv", "" },
        { "geonames", "geonames-country", "", "NL.txt", "" },
        { "cod", "cod-harmonized", "", "nor_admin2.csv", "" },
        { "control-list", "control-list-sheet", "country=norland", "towns.csv", "" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Mappings))]
    public async Task A_table_in_any_form_becomes_the_same_graph(string mapping, string name, string given, string first, string zipped)
    {
        var folder = Path.Combine(Included, name);
        var tables = Directory.EnumerateFiles(folder)
            .Where(path => Path.GetFileName(path) != "graph.txt" && (mapping != "acled" || Path.GetFileName(path) == first)).Order(StringComparer.Ordinal).ToList();
        await PrepareAsync(Path.Combine(folder, "before"));
        string[] options = [.. given.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(fact => (string[])["--set", fact])];
        var archives = zipped.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        await RunAsync("plain", text => text);
        Assert.NotEmpty(Directory.EnumerateFiles(_folder.File("graph-plain"), "*.csv", SearchOption.AllDirectories));
        await RunAsync("bom", text => "\uFEFF" + text);
        await RunAsync("crlf", WithCrlf);
        await RunAsync("utf-16", text => text, Encoding.Unicode, "--encoding", "utf-16");
        await RunAsync("gzip", text => text);
        await RunAsync("all-in-one.gzip", text => "\uFEFF" + WithCrlf(text));
        await RunAsync("zip", text => text);
        await RunAsync("stdin", text => text);
        if (!first.EndsWith(".txt", StringComparison.Ordinal))
            await RunAsync("tsv", text => Replace(text, text.Split('\n')[0].Contains(';', StringComparison.Ordinal) ? ';' : ',', "\t"));

        async Task RunAsync(string form, Func<string, string> change, Encoding? encoding = null, params string[] more)
        {
            Directory.CreateDirectory(_folder.File(form));
            var files = new List<string>();
            foreach (var table in tables)
            {
                var bytes = (encoding ?? new UTF8Encoding(false)).GetBytes(change(await File.ReadAllTextAsync(table, TestContext.Current.CancellationToken)));
                files.Add(Write(form, Path.GetFileName(table), bytes, archives.GetValueOrDefault(Path.GetFileName(table))));
            }

            var input = form == "stdin" ? files.Find(file => Path.GetFileName(file) == first) : null;
            await ImportAsync(form, input, ["import", .. files.Select(file => file == input ? "-" : file), "--mapping", mapping, .. options, .. more]);
        }
    }

    /// <summary>Writes a file in a form; returns its path.</summary>
    private string Write(string form, string name, byte[] bytes, string? archive)
    {
        var path = _folder.File(Path.Combine(form, name));
        switch (form.Split('.')[^1])
        {
            case "gzip":
                path += ".gz";
                using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
                    gzip.Write(bytes);
                return path;
            case "zip":
                path = _folder.File(Path.Combine(form, (archive ?? Path.GetFileNameWithoutExtension(name)) + ".zip"));
                using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
                {
                    foreach (var (entry, content) in (IEnumerable<(string, byte[])>)[("readme.txt", "About the data."u8.ToArray()), (name, bytes)])
                    {
                        using var stream = zip.CreateEntry(entry).Open();
                        stream.Write(content);
                    }
                }

                return path;
            case "tsv":
                path = Path.ChangeExtension(path, ".tsv");
                break;
        }

        File.WriteAllBytes(path, bytes);
        return path;
    }

    private async Task PrepareAsync(string before)
    {
        await using var store = SqliteStore.Open(ModelReader.ReadDomain(), SqliteLocation.File(_folder.File("before.db")));
        await store.PrepareAsync(TestContext.Current.CancellationToken);
        if (Directory.Exists(before))
            Assert.True((await GraphImport.RunAsync(store, before, NoProgress.Instance, TestContext.Current.CancellationToken)).Succeeded);
    }

    /// <summary>Imports into a copy of the store, and compares the graph with that of the plain files.</summary>
    private async Task ImportAsync(string form, string? input, string[] arguments)
    {
        File.Copy(_folder.File("before.db"), _folder.File(form + ".db"));
        var (exitCode, output, error) = await GraphIntelProcess.RunWithInputAsync(_folder.Path, [.. arguments, "--store", _folder.Store(form + ".db")], input);
        Assert.True(exitCode == 0, form + ": " + output + error);
        await using var store = SqliteStore.Open(ModelReader.ReadDomain(), SqliteLocation.File(_folder.File(form + ".db")));
        await store.PrepareAsync(TestContext.Current.CancellationToken);
        await GraphExport.RunAsync(
            store, _folder.File("graph-" + form), types: null, CellText.DefaultDelimiter, (_, _) => { }, _ => { }, TestContext.Current.CancellationToken);
        foreach (var file in Directory.EnumerateFiles(_folder.File("graph-plain"), "*.csv", SearchOption.AllDirectories))
        {
            var actual = file.Replace("graph-plain", "graph-" + form, StringComparison.Ordinal);
            Assert.Equal((form, await File.ReadAllTextAsync(file)), (form, await File.ReadAllTextAsync(actual)));
        }
    }

    private static string WithCrlf(string text) => Replace(text, '\n', "\r\n");

    /// <summary>Replaces a character outside of quotes.</summary>
    private static string Replace(string text, char character, string by)
    {
        var (result, isQuoted) = (new StringBuilder(), false);
        foreach (var one in text)
        {
            isQuoted ^= one == '"';
            result.Append(one == character && !isQuoted ? by : one);
        }

        return result.ToString();
    }
}
