using System.Text;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Core.Execution;
using GraphIntel.Server.Transport;

namespace GraphIntel.Benchmarks.InProcess;

/// <summary>A request without HTTP: from the bytes of its body to the bytes of its response.</summary>
internal static class EngineRequest
{
    /// <summary>Numbers of rows for which allocations are compared.</summary>
    public static IReadOnlyList<int> RowCounts { get; } = [10, 100, 500];

    /// <summary>Executes a request; returns the length of the response.</summary>
    public static async ValueTask<int> ExecuteAsync(GraphEngine engine, byte[] body)
    {
        using var parsed = new ParsedRequest();
        JsonRequest.ReadBody(body, parsed);
        using var response = await engine.ExecuteAsync(parsed.ToGraphRequest(parsed.Query!.Value), CancellationToken.None);
        return response.Outcome == GraphOutcome.Executed
            ? response.Body.Length
            : throw new InvalidOperationException(Encoding.UTF8.GetString(response.Body.Span));
    }

    /// <summary>The bytes that a request for a number of rows allocates.</summary>
    public static async Task<long> AllocationsAsync(GraphEngine engine, int rows)
    {
        const int Count = 100;
        var query = new BenchmarkQuery(
            "rows", $"{{ events(first: {rows}, order: [{{start: DESC}}]) {{ edges {{ cursor node {{ id title start place {{ id name }} }} }} }} }}", 0);
        for (var warm = 0; warm < 50; warm++)
            await ExecuteAsync(engine, query.Body);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var run = 0; run < Count; run++)
            await ExecuteAsync(engine, query.Body);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Count;
    }
}
