using System.Text.Json;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Cost;
using GraphIntel.Core.Response;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Executes requests: document cache, validation, variables, plan, cost estimate, admission, statement, response. The deadline
/// of the request covers all of it. Safe for concurrent use.
/// </summary>
internal sealed class GraphEngine
{
    private readonly EngineOptions _options;
    private readonly Admission _admission;
    private readonly OperationPreparer _preparer;
    private readonly OperationRunner _runner;
    private readonly Introspection _introspection;
    private readonly StartChooser _starts;

    public GraphEngine(GraphSchema schema, IGraphStore store, EngineOptions options)
    {
        _options = options;
        _admission = new Admission(store.Concurrency, options);
        _preparer = new OperationPreparer(schema, store, options, _admission);
        Memory = new MemoryBudget(options.MaxPendingBytes);
        _runner = new OperationRunner(store, options, _admission, Memory);
        _introspection = new Introspection(schema);
        _starts = new StartChooser(options.ForcesStarts);
        Statistics = new StatisticsCache(store);
    }

    /// <summary>The statistics for cost estimates.</summary>
    public StatisticsCache Statistics { get; }

    /// <summary>The memory budget of requests and responses.</summary>
    public MemoryBudget Memory { get; }

    /// <summary>The bytes accounted for cached documents, plans and statements.</summary>
    public long CachedBytes => _preparer.CachedBytes;

    /// <summary>Starts the deadline of a request.</summary>
    /// <param name="client">Cancelled when the client disconnects.</param>
    public RequestDeadline StartDeadline(CancellationToken client) => new(_options.Timeout, client);

    /// <summary>As <see cref="ExecuteAsync(GraphRequest, RequestDeadline)"/>, with a deadline that starts now.</summary>
    public async ValueTask<EngineResponse> ExecuteAsync(GraphRequest request, CancellationToken cancellation)
    {
        using var deadline = StartDeadline(cancellation);
        return await ExecuteAsync(request, deadline).ConfigureAwait(false);
    }

    /// <summary>Executes a request. All errors are in the response; only a cancellation by the client is thrown.</summary>
    public async ValueTask<EngineResponse> ExecuteAsync(GraphRequest request, RequestDeadline deadline)
    {
        if (request.Variables is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined) })
            return EngineResponse.Refuse(new GraphError("`variables` must be a JSON object.", ErrorCodes.RequestInvalid, []));
        try
        {
            return await ExecuteCoreAsync(request, deadline).ConfigureAwait(false);
        }
        catch (OperationRefusedException refusal)
        {
            return EngineResponse.Refuse(refusal.Outcome, refusal.Errors);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            return EngineResponse.Fail(deadline.Error);
        }
        catch (StoreException failure)
        {
            return EngineResponse.Fail(StoreErrors.Of(failure, null));
        }
        catch (MemoryBudgetException error)
        {
            return EngineResponse.Refuse(GraphOutcome.Busy, new GraphError(error.Message, ErrorCodes.StoreBusy, []));
        }
    }

    /// <inheritdoc cref="OperationPreparer.PrimeAsync"/>
    public ValueTask PrimeAsync(ReadOnlyMemory<byte> text, CancellationToken cancellation) => _preparer.PrimeAsync(text, cancellation);

    /// <summary>Plans an operation, binds its parameters, chooses where it starts, and estimates its cost.</summary>
    /// <param name="request">The request.</param>
    /// <param name="log">Receives what is read for the choice; null if nobody asks.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <exception cref="OperationRefusedException">The document is rejected, or was not admitted in time.</exception>
    public async ValueTask<ReadyOperation> PrepareAsync(GraphRequest request, PreliminaryLog? log, CancellationToken cancellation)
    {
        var operation = await _preparer.PrepareAsync(request, cancellation).ConfigureAwait(false);
        if (operation.Plan is not { Plan: var plan })
            return new ReadyOperation(operation, null, default, operation.Errors, null);
        var bound = plan.Bind(operation.Variables);
        if (bound.Errors is { } errors)
            return new ReadyOperation(operation, bound, default, errors, null);
        if (_options.IsInternal || !plan.NeedsStore)
            return Ready(operation, bound, Cost(default, GraphStatistics.Empty, _options.Limits));
        var statistics = await Statistics.GetAsync(cancellation).ConfigureAwait(false);
        var chosen = await _starts.ChooseAsync(operation.Plan, bound, statistics, log, cancellation).ConfigureAwait(false);
        operation = operation with { Plan = chosen };
        // Without statistics every operation counts as expensive, and none is rejected for its cost.
        return Ready(operation, bound, statistics is null
            ? Cost(new CostEstimate(OperationLimits.MinCost, 0), GraphStatistics.Empty, _options.Limits with { Cost = long.MaxValue })
            : Cost(CostEstimate.Of(chosen.Plan, bound, statistics), statistics, _options.Limits));

        OperationCost Cost(CostEstimate estimate, GraphStatistics known, OperationLimits limits) =>
            new(estimate, ObjectCount.Of(plan, bound), known, limits, _options.MaxResponseBytes);

        static ReadyOperation Ready(PreparedOperation operation, BoundParameters bound, OperationCost cost) =>
            new(operation, bound, cost, null, cost.Check(operation.Plan!.Plan, bound));
    }

    private async ValueTask<EngineResponse> ExecuteCoreAsync(GraphRequest request, RequestDeadline deadline)
    {
        var cancellation = deadline.Token;
        var (operation, values, cost, errors, exceeded) = await PrepareAsync(request, log: null, cancellation).ConfigureAwait(false);
        if (errors is not null)
            return EngineResponse.Refuse([.. errors]);
        if (exceeded is not null)
            return EngineResponse.Refuse(exceeded);
        var (prepared, bound) = (operation.Plan!, values!);

        IReadOnlyDictionary<string, byte[]>? introspection = null;
        if (prepared.Plan.Slots.OfType<IntrospectionSlot>() is var slots && slots.Any())
        {
            await WorkerThread.SwitchAsync();
            using var lease = await _admission.EnterPreparingAsync(request.Query.Length, cancellation).ConfigureAwait(false);
            introspection = await _introspection.ExecuteAsync(
                operation.Document, operation.Operation, slots, operation.Inputs, cancellation).ConfigureAwait(false);
        }
        return await _runner.RunAsync(prepared, bound, introspection, cost, request.ReportsCost, deadline).ConfigureAwait(false);
    }
}
