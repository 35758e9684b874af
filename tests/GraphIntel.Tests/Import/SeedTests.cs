using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Sqlite;
using Xunit;

namespace GraphIntel.Tests.Import;

public sealed class SeedTests
{
    /// <summary>The folder of the seed in this repository.</summary>
    internal static string Folder { get; } = Path.Combine(Root(), "seed");

    [Fact]
    public async Task The_seed_goes_into_a_real_store_and_is_the_same_after_a_second_import()
    {
        await using var store = SqliteStore.Open(ModelReader.ReadDomain(), SqliteLocation.Memory());
        await store.PrepareAsync(TestContext.Current.CancellationToken);
        var first = await GraphImport.RunAsync(store, Folder, NoProgress.Instance, TestContext.Current.CancellationToken);
        Assert.Equal([], ImportReport.Lines(first).SkipLast(1));
        Assert.Equal(new WriteSummary(first.Nodes + first.Relationships, 0, 0), first.Written);
        var second = await GraphImport.RunAsync(store, Folder, NoProgress.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(new WriteSummary(0, 0, first.Nodes + first.Relationships), second.Written);
    }

    [Fact]
    public async Task The_seed_has_no_errors_and_is_the_same_after_a_second_import()
    {
        var store = new MemoryGraphStore(ModelReader.ReadDomain());
        var first = await GraphImport.RunAsync(store, Folder, NoProgress.Instance, TestContext.Current.CancellationToken);
        Assert.Equal([], ImportReport.Lines(first).SkipLast(1));
        Assert.Equal(new WriteSummary(first.Nodes + first.Relationships, 0, 0), first.Written);
        var second = await GraphImport.RunAsync(store, Folder, NoProgress.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(new WriteSummary(0, 0, first.Nodes + first.Relationships), second.Written);
        Assert.Single(store.Batches.Distinct());
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GraphIntel.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
