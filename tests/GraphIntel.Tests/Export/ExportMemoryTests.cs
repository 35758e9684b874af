using GraphIntel.Tests.Import;
using Xunit;

namespace GraphIntel.Tests.Export;

/// <summary>What an export keeps in memory; other tests would be measured with it.</summary>
[Collection(nameof(Alone))]
public sealed class ExportMemoryTests
{
    [Fact]
    public async Task Memory_does_not_grow_with_the_graph_and_every_part_is_reported()
    {
        using var folder = new ExportedFolder();
        Assert.InRange(await PeakAsync(100_000, "large") - await PeakAsync(20_000, "small"), long.MinValue, 4 << 20);

        async Task<long> PeakAsync(int count, string name)
        {
            await using var store = await ExportOnSqliteTests.ManyAsync(count);
            var rows = new List<long>();
            var peak = 0L;
            await folder.ExportAsync(store.Store, name, exported: done =>
            {
                rows.Add(done);
                if (rows.Count % 4 == 0)
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            });
            Assert.Equal((2 * count) - 1, rows[^1]);
            Assert.Equal(rows.Order(), rows);
            Assert.True(rows.Count >= 4);
            return peak;
        }
    }
}
