using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using Xunit;

namespace GraphIntel.Tests.Import;

public sealed class SeedTests
{
    [Fact]
    public async Task The_seed_has_no_mistake_and_is_the_same_after_a_second_import()
    {
        var seed = Path.Combine(Root(), "seed");
        var store = new MemoryGraphStore(ModelReader.ReadDomain());
        var first = await GraphImport.RunAsync(store, seed, NoProgress.Instance, TestContext.Current.CancellationToken);
        Assert.Equal([], ImportReport.Lines(first).SkipLast(1));
        Assert.Equal(new WriteSummary(first.Nodes + first.Relationships, 0, 0), first.Written);
        var second = await GraphImport.RunAsync(store, seed, NoProgress.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(new WriteSummary(0, 0, first.Nodes + first.Relationships), second.Written);
        Assert.Single(store.Batches.Distinct());
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GraphIntel.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder;
    }
}
