using System.Text.Json;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Model;
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
    private readonly IGraphStore _store;
    private readonly Admission _admission;
    private readonly OperationPreparer _preparer;
    private readonly OperationRunner _runner;
    private readonly Introspection _introspection;
    private readonly StartChooser _starts;

    public GraphEngine(GraphSchema schema, IGraphStore store, EngineOptions options)
    {
        _options = options;
        _store = store;
        _admission = new Admission(store.Concurrency, options);
        _preparer = new OperationPreparer(schema, store, options, _admission);
        Memory = new MemoryBudget(options.MaxPendingBytes, options.MaxOwnBytes is { } most ? new MemoryPressure(most) : null);
        _runner = new OperationRunner(store, options, _admission, Memory);
        _introspection = new Introspection(schema);
        _starts = new StartChooser(options.ForcesStarts);
        Statistics = new StatisticsCache(store);
    }

    /// <summary>The statistics for cost estimates.</summary>
    public StatisticsCache Statistics { get; }

    /// <summary>How long a request may take.</summary>
    public TimeSpan Timeout => _options.Timeout;

    /// <summary>The memory budget of requests and responses.</summary>
    public MemoryBudget Memory { get; }

    /// <summary>The bytes accounted for cached documents, plans and statements.</summary>
    public long CachedBytes => _preparer.CachedBytes;

    /// <summary>Starts the deadline of an export of rows, whose pages have deadlines of their own.</summary>
    /// <param name="client">Cancelled when the client disconnects.</param>
    public RequestDeadline StartExport(CancellationToken client) => new(_options.ExportTimeout, client);

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

    /// <summary>Prepares to read all rows of the connection at the root of an operation.</summary>
    /// <exception cref="OperationRefusedException">
    /// The operation is rejected, has no such connection or too many rows, or was not admitted in time.
    /// </exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async ValueTask<RowReader> OpenRowsAsync(GraphRequest request, RequestDeadline export)
    {
        var first = await PrepareExportAsync(request, PlanPurpose.FirstRows, export.Token).ConfigureAwait(false);
        var connection = (ConnectionSlot)first.Operation.Plan!.Plan.Slots[0];
        if (first.Bound!.Int(connection.Page.Size) == 0)
        {
            throw new OperationRefusedException(new GraphError(
                "`first` is 0: an export reads so many rows at a time; it must be 1 or more.", ErrorCodes.ArgumentInvalid, [connection.Context.Location]));
        }
        var lease = await _admission.EnterExportAsync(export.Token).ConfigureAwait(false);
        IReadSnapshot? snapshot = null;
        try
        {
            var source = new RowSource(request, _preparer, _runner, EstimateAsync, _options);
            snapshot = await _store.OpenSnapshotAsync(export.Token).ConfigureAwait(false);
            if (!HasFewRows(connection.Source.Item.Type, first.Cost.Statistics))
                await source.CheckCountAsync(first, snapshot, export.Token).ConfigureAwait(false);
            return new RowReader(source, first, snapshot, lease, export);
        }
        catch
        {
            snapshot?.Dispose();
            lease.Dispose();
            throw;
        }
    }

    /// <summary>Executes an operation for an export of the graph in its response, and returns the plan that describes it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="check">Rejects a plan whose response has no graph.</param>
    /// <param name="deadline">The deadline of the request.</param>
    /// <exception cref="OperationRefusedException">The operation is rejected, or was not admitted in time.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async ValueTask<(EngineResponse Response, Plan Plan)> ExecuteGraphAsync(GraphRequest request, Action<Plan> check, RequestDeadline deadline)
    {
        var (operation, bound, cost, _, _) = await PrepareExportAsync(request, PlanPurpose.Graph, deadline.Token).ConfigureAwait(false);
        check(operation.Plan!.Plan);
        var introspection = await IntrospectAsync(request, operation, deadline.Token).ConfigureAwait(false);
        var response = await _runner.RunAsync(operation.Plan, bound!, introspection, cost, reportsCost: false, deadline).ConfigureAwait(false);
        return (response, operation.Plan.Plan);
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
        if (operation.Plan.Starts.Count > 0 && !_options.IsInternal && request.Purpose is PlanPurpose.Response or PlanPurpose.Graph)
        {
            var statistics = await Statistics.GetAsync(cancellation).ConfigureAwait(false);
            operation = operation with { Plan = await _starts.ChooseAsync(operation.Plan, bound, statistics, log, cancellation).ConfigureAwait(false) };
        }
        var cost = await EstimateAsync(operation.Plan.Plan, bound, cancellation).ConfigureAwait(false);
        return new ReadyOperation(operation, bound, cost, null, cost.Check(operation.Plan.Plan, bound));
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

        var introspection = await IntrospectAsync(request, operation, cancellation).ConfigureAwait(false);
        return await _runner.RunAsync(prepared, bound, introspection, cost, request.ReportsCost, deadline).ConfigureAwait(false);
    }

    private async ValueTask<ReadyOperation> PrepareExportAsync(GraphRequest request, PlanPurpose purpose, CancellationToken cancellation)
    {
        var ready = await PrepareAsync(request with { Purpose = purpose }, log: null, cancellation).ConfigureAwait(false);
        if (ready.Errors is { } errors)
            throw new OperationRefusedException(GraphOutcome.Refused, [.. errors]);
        return ready.Exceeded is null ? ready : throw new OperationRefusedException(ready.Exceeded);
    }

    /// <summary>Whether a type has no more elements than an export may have rows, so that its rows need not be counted.</summary>
    private bool HasFewRows(ElementType type, GraphStatistics statistics) => statistics.Elements > 0 && type.Match(
        node => statistics.Nodes.GetValueOrDefault(node),
        relationship => statistics.Relationships.GetValueOrDefault(relationship)?.Out.Total ?? 0) <= _options.MaxExportRows;

    /// <summary>JSON of the introspection fields by response key; null if there are none.</summary>
    private async ValueTask<IReadOnlyDictionary<string, byte[]>?> IntrospectAsync(
        GraphRequest request, PreparedOperation operation, CancellationToken cancellation)
    {
        if (operation.Plan!.Plan.Slots.OfType<IntrospectionSlot>() is var slots && !slots.Any())
            return null;
        await WorkerThread.SwitchAsync();
        using var lease = await _admission.EnterPreparingAsync(request.Query.Length, cancellation).ConfigureAwait(false);
        return await _introspection.ExecuteAsync(
            operation.Document, operation.Operation, slots, operation.Inputs, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<OperationCost> EstimateAsync(Plan plan, BoundParameters bound, CancellationToken cancellation)
    {
        var objects = ObjectCount.Of(plan, bound);
        if (_options.IsInternal || !plan.NeedsStore)
            return Cost(default, GraphStatistics.Empty, _options.Limits);
        // Without statistics every operation counts as expensive, and none is rejected for its cost.
        return await Statistics.GetAsync(cancellation).ConfigureAwait(false) is { } statistics
            ? Cost(CostEstimate.Of(plan, bound, statistics), statistics, _options.Limits)
            : Cost(new CostEstimate(OperationLimits.MinCost, 0), GraphStatistics.Empty, _options.Limits with { Cost = long.MaxValue });

        OperationCost Cost(CostEstimate estimate, GraphStatistics statistics, OperationLimits limits) =>
            new(estimate, objects, statistics, limits, _options.MaxResponseBytes);
    }
}
