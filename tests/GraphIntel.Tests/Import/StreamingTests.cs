using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Import;

/// <summary>Tests that measure the whole process and must not run concurrently with others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>The memory of an import is that of a few batches, regardless of the size of the files.</summary>
[Collection(nameof(Alone))]
public sealed class StreamingTests
{
    [Fact]
    public async Task A_file_is_streamed()
    {
        // The rows are many times larger than the allowed memory.
        const int Rows = 60_000;
        using var folder = new ImportFolder { Store = new MemoryGraphStore(ModelReader.ReadDomain()) { KeepsFacts = false } };
        var filler = new string('x', 2_000);
        await File.WriteAllLinesAsync(
            Path.Combine(folder.Path, "Actor.csv"),
            Enumerable.Range(0, Rows).Select(key => $"actor:{key},{filler},STATE").Prepend("id:ID,name,kind"),
            TestContext.Current.CancellationToken);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        folder.Store.BeforeBatch = _ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        var result = await folder.ImportAsync();
        Assert.Equal(Rows, result.Nodes);
        // A batch of 10,000 rows has 40 MB of text, all rows 240 MB; the previous batch may not be collected yet.
        Assert.InRange(most, 40_000_000, 100_000_000);
    }
}
