using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Running;
using GraphIntel.Import.Mapping.Syntax;
using GraphIntel.Tests.Sqlite;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>Tables in a folder, a mapping, and a SQLite store to import them into.</summary>
internal sealed class MappedTable : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("graphintel-mapping-").FullName;
    private readonly Dictionary<string, string> _set = new(StringComparer.Ordinal);

    private readonly TestStore? _own;
    private readonly IGraphStore _store;

    private MappedTable(TestStore? own, IGraphStore store) => (_own, _store) = (own, store);

    /// <summary>The store, unless it was given.</summary>
    public TestStore Store => _own ?? throw new InvalidOperationException("The store was given.");

    public long MaxBadRows { get; set; }

    public bool IsDryRun { get; set; }

    public string? Encoding { get; set; }

    public bool Prunes { get; set; }

    public Coverage? Coverage { get; set; }

    public Action<IReadOnlyList<ReportLine>>? Report { get; set; }

    public static GraphModel Films { get; } =
        ModelReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Model", "films.graphql")));

    public static async Task<MappedTable> NewAsync(GraphModel? model = null)
    {
        var store = await TestStore.NewAsync(model ?? Films);
        return new MappedTable(store, store.Store);
    }

    /// <summary>Tables for a store that the test opened.</summary>
    public static MappedTable On(IGraphStore store) => new(own: null, store);

    /// <summary>The folder of this project's sources.</summary>
    public static string Sources => Path.Combine(Repository(), "tests", "GraphIntel.Tests");

    /// <summary>The text of an included mapping.</summary>
    public static string Included(string name) => File.ReadAllText(Path.Combine(Repository(), "mappings", name + ".yaml"));

    /// <summary>A file of the data beside the repository; the test is skipped if there is none.</summary>
    public static string Shared(string name)
    {
        var path = Path.Combine(Repository(), "..", "shared", "data", name);
        if (!File.Exists(path))
            Assert.Skip($"../shared/data/{name} does not exist next to the repository.");
        return path;
    }

    /// <summary>Gives a fact that the mapping asks for.</summary>
    public MappedTable Set(string name, string value)
    {
        _set[name] = value;
        return this;
    }

    /// <summary>Imports a table, of which the text is given.</summary>
    public Task<MappingResult> RunAsync(string mapping, string table, string name = "table.csv") =>
        RunAsync(mapping, System.Text.Encoding.UTF8.GetBytes(table), name);

    public async Task<MappingResult> RunAsync(string mapping, byte[] table, string name = "table.csv")
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, table, TestContext.Current.CancellationToken);
        return await RunFilesAsync(mapping, path);
    }

    public async Task<MappingResult> RunFilesAsync(string mapping, params string[] paths)
    {
        var files = new List<TableFile>();
        foreach (var path in paths)
            files.Add(await TableFile.OpenAsync(path, Stream.Null, TestContext.Current.CancellationToken));
        var request = new MappingRequest("m.yaml", mapping, files)
        {
            Set = _set,
            MaxBadRows = MaxBadRows,
            IsDryRun = IsDryRun,
            Encoding = Encoding,
            Prunes = Prunes,
            Coverage = Coverage,
            Report = Report,
        };
        return await MappingImport.RunAsync(_store, request, NoProgress.Instance, TestContext.Current.CancellationToken);
    }

    /// <summary>Imports a table, which must have no errors.</summary>
    public async Task<MappingResult> ImportAsync(string mapping, string table, string name = "table.csv")
    {
        var result = await RunAsync(mapping, table, name);
        Assert.Equal([], MappingReport.Errors(result));
        return result;
    }

    /// <summary>The errors of rows, without the folder.</summary>
    public async Task<string[]> ErrorsAsync(string mapping, string table)
    {
        var result = await RunAsync(mapping, table);
        return [.. result.Diagnostics.Diagnostics.Select(ImportReport.Line).Select(line => line.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
    }

    /// <summary>The findings, without the place of the first.</summary>
    public static string[] FindingsOf(MappingResult result) => [.. result.Findings.Lines.Select(line => line.LastIndexOf(" at ", StringComparison.Ordinal) is >= 0 and var end ? line[..end] : line)];

    /// <summary>The errors of a mapping with a table that has only a header.</summary>
    public static async Task<IReadOnlyList<string>> MistakesAsync(string mapping, GraphModel? model = null)
    {
        await using var table = await NewAsync(model);
        var failure = await Assert.ThrowsAsync<MappingException>(() => table.RunAsync(mapping, "id,name,b\n"));
        return failure.Lines;
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GraphIntel.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder;
    }
}
