using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Import.Graph;
using Xunit;

namespace GraphIntel.Tests.Import;

/// <summary>A folder of CSV files for one test, and the store to import it into.</summary>
internal sealed class ImportFolder : IDisposable
{
    private static readonly GraphModel Domain = ModelReader.ReadDomain();

    public ImportFolder(GraphModel? model = null) => Store = new MemoryGraphStore(model ?? Domain);

    public string Path { get; } = Directory.CreateTempSubdirectory("graphintel-import-").FullName;

    public MemoryGraphStore Store { get; init; }

    /// <summary>Writes a file; lines end with a line feed, and <c>/</c> separates folders.</summary>
    public ImportFolder With(string name, params string[] lines) =>
        With(name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public ImportFolder With(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return this;
    }

    /// <summary>Actors <c>actor:a</c>, <c>actor:b</c> and so on.</summary>
    public ImportFolder WithActors(string keys) =>
        With("nodes/Actor.csv", ["id:ID,name,kind", .. keys.Select(key => $"actor:{key},{key},STATE")]);

    /// <summary>Places <c>place:a</c>, <c>place:b</c> and so on.</summary>
    public ImportFolder WithPlaces(string keys) =>
        With("nodes/Place.csv", ["id:ID,name,kind", .. keys.Select(key => $"place:{key},{key},TOWN")]);

    /// <summary>Events <c>event:a</c>, <c>event:b</c> and so on.</summary>
    public ImportFolder WithEvents(string keys) => With(
        "nodes/Event.csv",
        [
            "id:ID,title,kind,start,end,datePrecision,placePrecision",
            .. keys.Select(key => $"event:{key},{key},BATTLE,2017-01-01,2017-01-02,DAYS,EXACT"),
        ]);

    public Task<ImportResult> RunAsync() =>
        GraphImport.RunAsync(Store, Path, NoProgress.Instance, TestContext.Current.CancellationToken);

    /// <summary>Runs the import, which must write everything.</summary>
    public async Task<ImportResult> ImportAsync()
    {
        var result = await RunAsync();
        Assert.Equal([], result.Diagnostics.Select(ImportReport.Line));
        return result;
    }

    /// <summary>Runs the import, which must write nothing and report exactly these errors.</summary>
    public async Task AssertErrorsAsync(params string[] expected)
    {
        var (batches, count) = (Store.Batches.Count, Store.Count);
        var result = await RunAsync();
        Assert.Equal(expected, result.Diagnostics.Select(ImportReport.Line));
        Assert.Equal(expected.Length, result.ErrorCount);
        Assert.Equal((batches, count), (Store.Batches.Count, Store.Count));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
