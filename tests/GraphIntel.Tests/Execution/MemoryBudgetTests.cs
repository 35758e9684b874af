using GraphIntel.Core.Execution;
using GraphIntel.Core.Response;
using Xunit;

namespace GraphIntel.Tests.Execution;

public sealed class MemoryBudgetTests
{
    private const int Mebi = 1024 * 1024;

    [Fact]
    public void Large_buffers_leave_a_share_to_small_ones_and_tiny_ones_always_succeed()
    {
        var budget = new MemoryBudget(8 * Mebi);
        Assert.True(budget.TryReserve(6 * Mebi, already: 0));
        Assert.False(budget.TryReserve(Mebi, already: 0));
        Assert.False(budget.TryReserve(1, already: MemoryBudget.SmallSize));
        for (var holder = 0; holder < 8; holder++)
            Assert.True(budget.TryReserve(MemoryBudget.SmallSize, already: 0));
        Assert.False(budget.TryReserve(MemoryBudget.SmallSize, already: 0));
        Assert.True(budget.TryReserve(MemoryBudget.TinySize, already: 0));
        Assert.Equal((8 * Mebi) + MemoryBudget.TinySize, budget.Reserved);
    }

    [Fact]
    public void A_process_that_has_too_much_memory_takes_small_buffers_alone()
    {
        var budget = new MemoryBudget(8 * Mebi, new MemoryPressure(maxBytes: 1));
        Assert.True(budget.TryReserve(MemoryBudget.SmallSize, already: 0));
        Assert.False(budget.TryReserve(1, already: MemoryBudget.SmallSize));
        Assert.Equal(MemoryBudget.SmallSize, budget.Reserved);
        Assert.InRange(MemoryPressure.OwnBytes, 1, 1L << 40);
        Assert.True(new MemoryBudget(8 * Mebi, new MemoryPressure(long.MaxValue)).TryReserve(Mebi, already: 0));
    }

    [Fact]
    public async Task Concurrent_reservations_and_releases_end_at_zero()
    {
        var budget = new MemoryBudget(4 * Mebi);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            for (var turn = 0; turn < 20_000; turn++)
            {
                var bytes = 1 + (((turn * 7919) + worker) % Mebi);
                if (!budget.TryReserve(bytes, already: 0))
                    continue;
                Assert.InRange(budget.Reserved, 1, 4L * Mebi + (8 * Mebi));
                budget.Return(bytes);
            }
        })));
        Assert.Equal(0, budget.Reserved);
    }

    [Fact]
    public async Task A_response_beyond_the_budget_is_rejected_and_releases_its_bytes()
    {
        await using var graph = await DenseGraph.NewAsync(100);
        var engine = graph.Engine(new EngineOptions { MaxPendingBytes = Mebi });
        const string Query = "{ people(first: 100) { nodes { id knows(first: 100) { nodes { id name born knows(first: 4) { nodes { id name } } } } } } }";
        var answer = await DenseGraph.QueryAsync(engine, Query);
        Assert.False(answer.TryGetProperty("data", out _));
        var error = answer.GetProperty("errors")[0];
        Assert.Equal("STORE_BUSY", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("1048576", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, engine.Memory.Reserved);

        var roomy = graph.Engine();
        var right = await DenseGraph.QueryAsync(roomy, Query);
        Assert.Equal(100, right.GetProperty("data").GetProperty("people").GetProperty("nodes").GetArrayLength());
        Assert.Equal(0, roomy.Memory.Reserved);
    }
}
