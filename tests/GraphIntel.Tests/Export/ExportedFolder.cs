using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Graph.Exporting;
using Xunit;

namespace GraphIntel.Tests.Export;

/// <summary>A folder for the exports of one test.</summary>
internal sealed class ExportedFolder : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("graphintel-export-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string PathOf(string name) => Path.Combine(_parent.FullName, name);

    /// <summary>The names in the folder: exports, and what a failed one left behind.</summary>
    public IEnumerable<string> Names => _parent.EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal);

    public Task<ExportResult> ExportAsync(
        IGraphStore store, string name, IReadOnlySet<ElementType>? types = null, char delimiter = CellText.DefaultDelimiter, Action<long>? exported = null) =>
        GraphExport.RunAsync(store, PathOf(name), types, delimiter, (_, _) => { }, exported ?? (_ => { }), Cancellation);

    public async Task ImportAsync(IGraphStore store, string name)
    {
        var result = await GraphImport.RunAsync(store, PathOf(name), NoProgress.Instance, Cancellation);
        Assert.Equal([], ImportReport.Lines(result).SkipLast(1));
    }

    /// <summary>Asserts that two exports have the same files with the same bytes.</summary>
    public void AssertSame(string expected, string actual)
    {
        var files = Files(expected);
        Assert.Equal(files, Files(actual));
        foreach (var file in files)
        {
            Assert.Equal(
                File.ReadAllText(Path.Combine(PathOf(expected), file)), File.ReadAllText(Path.Combine(PathOf(actual), file)));
            Assert.Equal(File.ReadAllBytes(Path.Combine(PathOf(expected), file)), File.ReadAllBytes(Path.Combine(PathOf(actual), file)));
        }
    }

    public string[] Lines(string file) => File.ReadAllLines(PathOf(file));

    public void Dispose() => _parent.Delete(recursive: true);

    private string[] Files(string name) =>
        [.. Directory.EnumerateFiles(PathOf(name), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(PathOf(name), file)).Order(StringComparer.Ordinal)];
}
