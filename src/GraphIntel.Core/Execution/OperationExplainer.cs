using System.Diagnostics;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Planning.Printing;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>What the server and the database do for an operation.</summary>
/// <param name="Plan">The plan, as <see cref="PlanPrinter"/> prints it.</param>
/// <param name="Cost">The estimated cost.</param>
/// <param name="Exceeded">The error if the cost exceeds a limit, so that the operation would be rejected; else null.</param>
/// <param name="Preliminary">What is read before the statements.</param>
/// <param name="Statements">The statements; empty if nothing is read.</param>
/// <param name="Values">The values of the plan's parameters.</param>
/// <param name="Response">The response of an analysis; null if the operation was not executed.</param>
internal sealed record Explanation(
    string Plan,
    OperationCost Cost,
    GraphError? Exceeded,
    IReadOnlyList<PreliminaryPart> Preliminary,
    IReadOnlyList<ExplainedStatement> Statements,
    IReadOnlyList<object?> Values,
    MeasuredResponse? Response);

/// <summary>The response of an analysis.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Duration">The time for the request, from its text to the last byte of the response, when it is executed a second time.</param>
/// <param name="Errors">Its errors.</param>
internal sealed record MeasuredResponse(int Bytes, TimeSpan Duration, IReadOnlyList<GraphError> Errors);

/// <summary>Explains operations: their plans, and how the database executes them.</summary>
internal sealed class OperationExplainer(GraphEngine engine, IExplainableStore store)
{
    /// <summary>
    /// Explains an operation. Searches and traversals are made in any case, since each of their reads depends on those before it; the statements
    /// are executed only for an analysis, and not if a limit is exceeded.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="analyze">Whether to execute the operation.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <exception cref="OperationRefusedException">The operation or its arguments have errors.</exception>
    public async Task<Explanation> ExplainAsync(GraphRequest request, bool analyze, CancellationToken cancellation)
    {
        var log = new PreliminaryLog();
        var ready = await engine.PrepareAsync(request, log, cancellation).ConfigureAwait(false);
        if (ready.Errors is { } errors)
            throw new OperationRefusedException(GraphOutcome.Refused, [.. errors]);
        var (prepared, bound) = (ready.Operation.Plan!, ready.Bound!);
        var executes = analyze && ready.Exceeded is null;
        var response = executes ? await MeasureAsync(request, cancellation).ConfigureAwait(false) : null;
        var statements = Array.Empty<ExplainedStatement>() as IReadOnlyList<ExplainedStatement>;
        if (prepared.Plan.NeedsStore)
        {
            var statement = prepared.StatementFor(bound, cancellation);
            if (ready.Exceeded is null)
                await PreliminaryWork.RunAsync(store, statement, bound, log, cancellation).ConfigureAwait(false);
            statements = await store.ExplainAsync(statement, bound, executes, cancellation).ConfigureAwait(false);
        }
        return new Explanation(PlanPrinter.Print(prepared.Plan), ready.Cost, ready.Exceeded, log.Parts, statements, bound.Values, response);
    }

    private async Task<MeasuredResponse> MeasureAsync(GraphRequest request, CancellationToken cancellation)
    {
        // The first execution loads code and fills caches.
        using var first = await engine.ExecuteAsync(request, cancellation).ConfigureAwait(false);
        var start = Stopwatch.GetTimestamp();
        using var response = await engine.ExecuteAsync(request, cancellation).ConfigureAwait(false);
        return new MeasuredResponse(response.Length, Stopwatch.GetElapsedTime(start), response.Errors);
    }
}
