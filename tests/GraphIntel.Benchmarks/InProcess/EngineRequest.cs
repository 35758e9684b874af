using System.Text;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Core.Execution;
using GraphIntel.Server.Transport;

namespace GraphIntel.Benchmarks.InProcess;

/// <summary>A request without its transport: from the bytes of its body to those of its response.</summary>
internal static class EngineRequest
{
    /// <summary>Rows for which allocations are compared.</summary>
    public static IReadOnlyList<int> RowCounts { get; } = [10, 100, 500];

    /// <summary>Gives the length of the response.</summary>
    public static async ValueTask<int> AnswerAsync(GraphEngine engine, byte[] body)
    {
        using var parsed = new ParsedRequest();
        JsonRequest.ReadBody(body, parsed);
        using var response = await engine.ExecuteAsync(parsed.Ask(parsed.Query!.Value), CancellationToken.None);
        return response.Outcome == GraphOutcome.Executed
            ? response.Body.Length
            : throw new InvalidOperationException(Encoding.UTF8.GetString(response.Body.Span));
    }

    /// <summary>The bytes that a request for so many rows allocates.</summary>
    public static async Task<long> AllocationsAsync(GraphEngine engine, int rows)
    {
        const int Count = 100;
        var question = new Question(
            "rows", $"{{ events(first: {rows}, order: [{{start: DESC}}]) {{ edges {{ cursor node {{ id title start place {{ id name }} }} }} }} }}", 0);
        for (var warm = 0; warm < 50; warm++)
            await AnswerAsync(engine, question.Body);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var run = 0; run < Count; run++)
            await AnswerAsync(engine, question.Body);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Count;
    }
}
