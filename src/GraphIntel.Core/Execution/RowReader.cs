using System.Text.Json;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Response;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Reads the rows of the connection at the root of an operation, page by page, in one state of the store if it keeps one. Every page
/// is admitted and limited like an operation. Not thread-safe.
/// </summary>
internal sealed class RowReader : IDisposable
{
    private readonly RowSource _source;
    private readonly Dictionary<string, object?> _variables;
    private readonly RequestDeadline _deadline;
    private readonly AdmissionLane.Lease _lease;
    private readonly ReadyOperation _first;
    private readonly IReadSnapshot? _snapshot;
    private PreparedPlan? _next;
    private string? _cursor;
    private bool _hasBegun;

    /// <summary>Takes ownership of the lease and the snapshot.</summary>
    public RowReader(RowSource source, ReadyOperation first, IReadSnapshot? snapshot, AdmissionLane.Lease lease, RequestDeadline deadline)
    {
        (_source, _first, _snapshot, _lease, _deadline) = (source, first, snapshot, lease, deadline);
        _variables = new Dictionary<string, object?>(first.Operation.Variables, StringComparer.Ordinal);
    }

    /// <summary>The connection, whose items are the rows.</summary>
    public ConnectionSlot Connection => (ConnectionSlot)_first.Operation.Plan!.Plan.Slots[0];

    /// <summary>Whether all rows were read.</summary>
    public bool IsComplete => _hasBegun && _cursor is null;

    /// <summary>The number of rows read.</summary>
    public long Count { get; private set; }

    /// <summary>
    /// Reads the next page: the response of the API with <c>nodes</c> or <c>edges</c> alone, from which <see cref="Take"/> takes the
    /// rows. If it has errors, the export has failed.
    /// </summary>
    /// <exception cref="OperationRefusedException">It was not admitted in time.</exception>
    /// <exception cref="Storage.StoreException">The store failed.</exception>
    public async ValueTask<EngineResponse> ReadAsync()
    {
        using var deadline = new RequestDeadline(_source.Options.Timeout, _deadline.Token);
        var (plan, bound) = _cursor is null ? (_first.Operation.Plan!, _first.Bound!) : await BindNextAsync(deadline.Token).ConfigureAwait(false);
        _hasBegun = true;
        return await _source.Runner.RunAsync(plan, bound, null, _first.Cost, reportsCost: false, deadline, _snapshot).ConfigureAwait(false);
    }

    /// <summary>Passes the rows of a page to a receiver, and prepares to read the next one.</summary>
    /// <exception cref="OperationRefusedException">There are more rows than allowed.</exception>
    public void Take(EngineResponse page, IRowReceiver receiver)
    {
        var json = new Utf8JsonReader(page.Body.Span, RowSource.JsonOptions);
        // { "data": { "events": { "nodes":
        for (var depth = 0; depth < 3; depth++)
        {
            json.Read();
            json.Read();
        }
        json.Read();
        Count += receiver.Receive(ref json);
        _cursor = ReadCursor(ref json);
        if (Count > _source.Options.MaxExportRows || (_cursor is not null && Count == _source.Options.MaxExportRows))
            throw _source.TooManyRows();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot?.Dispose();
        _lease.Dispose();
    }

    private async ValueTask<(PreparedPlan Plan, BoundParameters Bound)> BindNextAsync(CancellationToken cancellation)
    {
        _next ??= await _source.PlanAsync(PlanPurpose.NextRows, cancellation).ConfigureAwait(false);
        _variables[ExportPlan.After] = _cursor;
        var bound = _next.Plan.Bind(_variables);
        bound.TakeFound(_first.Bound!);
        return (_next, bound);
    }

    /// <summary>The cursor of the last row if more follow; else null.</summary>
    private static string? ReadCursor(ref Utf8JsonReader json)
    {
        json.Read();
        json.Read();
        json.Read();
        json.Read();
        var hasMore = json.GetBoolean();
        json.Read();
        json.Read();
        return hasMore ? json.GetString() : null;
    }
}

/// <summary>Receives rows as JSON.</summary>
internal interface IRowReceiver
{
    /// <summary>Receives the rows of a page.</summary>
    /// <param name="json">At the start of the array of rows; afterwards at its end.</param>
    /// <returns>The number of rows.</returns>
    int Receive(ref Utf8JsonReader json);
}
