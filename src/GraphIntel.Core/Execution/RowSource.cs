using System.Globalization;
using System.Text.Json;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Response;

namespace GraphIntel.Core.Execution;

/// <summary>The operation whose rows are read, and what executes it.</summary>
/// <param name="request">The request.</param>
/// <param name="preparer">Plans it.</param>
/// <param name="runner">Executes it.</param>
/// <param name="estimate">Estimates the cost of a plan.</param>
/// <param name="options">The limits.</param>
internal sealed class RowSource(
    GraphRequest request,
    OperationPreparer preparer,
    OperationRunner runner,
    Func<Plan, BoundParameters, CancellationToken, ValueTask<OperationCost>> estimate,
    EngineOptions options)
{
    /// <summary>For responses, whose depth the limits of operations bound.</summary>
    public static readonly JsonReaderOptions JsonOptions = new() { MaxDepth = 1_000 };

    /// <summary>Executes operations.</summary>
    public OperationRunner Runner { get; } = runner;

    /// <summary>The limits.</summary>
    public EngineOptions Options { get; } = options;

    /// <summary>Plans the operation for another purpose.</summary>
    public async ValueTask<PreparedPlan> PlanAsync(PlanPurpose purpose, CancellationToken cancellation)
    {
        var operation = await preparer.PrepareAsync(request with { Purpose = purpose }, cancellation).ConfigureAwait(false);
        return operation.Plan ?? throw new OperationRefusedException(GraphOutcome.Refused, [.. operation.Errors]);
    }

    /// <summary>Counts the rows, and rejects the export if there are more than allowed.</summary>
    public async ValueTask CheckCountAsync(ReadyOperation first, IReadSnapshot? snapshot, CancellationToken cancellation)
    {
        using var deadline = new RequestDeadline(Options.Timeout, cancellation);
        var plan = await PlanAsync(PlanPurpose.RowCount, deadline.Token).ConfigureAwait(false);
        var variables = new Dictionary<string, object?>(first.Operation.Variables, StringComparer.Ordinal) { [ExportPlan.AtMost] = Options.MaxExportRows + 1 };
        var bound = plan.Plan.Bind(variables);
        var cost = await estimate(plan.Plan, bound, deadline.Token).ConfigureAwait(false);
        if (cost.Check(plan.Plan, bound) is { } exceeded)
            throw new OperationRefusedException(exceeded);
        using var response = await Runner.RunAsync(plan, bound, null, cost, reportsCost: false, deadline, snapshot).ConfigureAwait(false);
        if (response.Errors.Count > 0)
            throw new OperationRefusedException(response.Outcome, [.. response.Errors]);
        var total = JsonElement.Parse(response.Body.Span).GetProperty("data").EnumerateObject().First().Value.GetProperty(ExportPlan.Added).GetInt32();
        if (total > Options.MaxExportRows)
            throw TooManyRows();
    }

    /// <summary>The error of an export with more rows than allowed.</summary>
    public OperationRefusedException TooManyRows() => new(GraphOutcome.Refused, new GraphError(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The export has more than {Options.MaxExportRows} rows, which is the limit (--max-export-rows). Narrow it with `where`, and export the parts one by one."),
        ErrorCodes.LimitExceeded,
        []));
}
