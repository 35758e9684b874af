using GraphIntel.Core.Errors;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Response;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>Executes planned operations after admission.</summary>
internal sealed class OperationRunner(IGraphStore store, EngineOptions options, Admission admission, MemoryBudget memory)
{
    /// <summary>Executes an operation once.</summary>
    /// <param name="prepared">The plan.</param>
    /// <param name="bound">The values of its parameters.</param>
    /// <param name="introspection">JSON of the introspection fields by response key; null if there are none.</param>
    /// <param name="cost">The estimated cost.</param>
    /// <param name="reportsCost">Whether the response contains the cost.</param>
    /// <param name="deadline">The deadline of the request.</param>
    /// <param name="snapshot">The state of the store to read; null for the current one.</param>
    /// <exception cref="OperationRefusedException">It was not admitted in time.</exception>
    public async ValueTask<EngineResponse> RunAsync(
        PreparedPlan prepared,
        BoundParameters bound,
        IReadOnlyDictionary<string, byte[]>? introspection,
        OperationCost cost,
        bool reportsCost,
        RequestDeadline deadline,
        IReadSnapshot? snapshot = null)
    {
        var output = new ResponseBuffer(memory) { MaxLength = options.MaxResponseBytes };
        try
        {
            output.Write("{\"data\":"u8);
            using var run = new PlanRun(prepared.Plan, bound, output) { Introspection = introspection, Snapshot = snapshot };
            var failure = await ExecuteAsync(prepared, run, cost, deadline).ConfigureAwait(false);
            if (failure is not null || run.Errors is not null)
                return WithErrors(output, failure, run.Errors, reportsCost ? cost : null);
            Close(output, reportsCost ? cost : null);
            return new EngineResponse(output, GraphOutcome.Executed);
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    private async ValueTask<GraphError?> ExecuteAsync(PreparedPlan prepared, PlanRun run, OperationCost cost, RequestDeadline deadline)
    {
        try
        {
            if (run.Plan.NeedsStore)
                await ExecuteAdmittedAsync(prepared, run, cost, deadline.Token).ConfigureAwait(false);
            else
                ConstantWriter.Write(run);
            // The buffer checks its limit only when it grows.
            return run.Output.Length <= options.MaxResponseBytes ? null : throw new ResponseTooLargeException(options.MaxResponseBytes);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            return deadline.Error with { Path = PathOf(run.Plan) };
        }
        catch (ResponseTooLargeException error)
        {
            return new GraphError(
                $"The response exceeds the limit of {error.MaxLength} bytes: request smaller pages.", ErrorCodes.LimitExceeded, [], PathOf(run.Plan));
        }
        catch (StoreException failure)
        {
            return StoreErrors.Of(failure, PathOf(run.Plan));
        }
    }

    private async ValueTask ExecuteAdmittedAsync(PreparedPlan prepared, PlanRun run, OperationCost cost, CancellationToken cancellation)
    {
        var statement = prepared.StatementFor(run.Bound, cancellation);
        if (options.IsInternal)
        {
            await ExecuteAsync(statement, run, cancellation).ConfigureAwait(false);
            return;
        }
        using var lease = await admission.EnterAsync(cost.Rows, statement.NeedsPlanning, cancellation).ConfigureAwait(false);
        await ExecuteAsync(statement, run, cancellation).ConfigureAwait(false);
    }

    private async ValueTask ExecuteAsync(CompiledPlan statement, PlanRun run, CancellationToken cancellation)
    {
        await PreliminaryWork.RunAsync(store, statement, run.Bound, log: null, cancellation).ConfigureAwait(false);
        await statement.ExecuteAsync(run, cancellation).ConfigureAwait(false);
    }

    private static object[]? PathOf(Plan plan) => plan.Slots.FirstOrDefault(slot => slot.ValueCount > 0)?.ResponseKey is { } key ? [key] : null;

    private static void Close(ResponseBuffer output, OperationCost? cost)
    {
        if (cost is { } reported)
        {
            output.Write((byte)',');
            reported.Write(output);
        }
        output.Write((byte)'}');
    }

    private EngineResponse WithErrors(ResponseBuffer data, GraphError? failure, IReadOnlyList<GraphError>? errors, OperationCost? cost)
    {
        if (failure is not null)
        {
            data.Dispose();
            return EngineResponse.Fail(failure);
        }
        var output = new ResponseBuffer(memory);
        try
        {
            output.Write("{\"errors\":"u8);
            ErrorWriter.Write(output, errors!);
            // The opening brace becomes the comma after the errors.
            data.ReplaceFirst((byte)',');
            output.Append(data);
            Close(output, cost);
        }
        catch
        {
            output.Dispose();
            throw;
        }
        return new EngineResponse(output, GraphOutcome.Executed, errors!);
    }
}
