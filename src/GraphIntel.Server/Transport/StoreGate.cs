using System.Threading.Channels;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>
/// The availability of the store. While the gate is closed, every operation fails at once instead of waiting for an unavailable
/// database. <c>StoreMonitor</c> opens and closes it; failed operations report a suspected outage, which the monitor
/// then checks.
/// </summary>
internal sealed class StoreGate
{
    // One pending suspicion is enough.
    private readonly Channel<bool> _suspicions = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile string? _reason;

    private StoreGate(string? reason) => _reason = reason;

    /// <summary>Why the store is unavailable, for operators; null while the gate is open.</summary>
    public string? UnavailableReason => _reason;

    /// <summary>The error of operations while the gate is closed; null while it is open.</summary>
    public GraphError? Error => _reason is null ? null : GraphError.StoreUnavailable;

    /// <summary>For an embedded store, which is always available.</summary>
    public static StoreGate CreateOpen() => new(null);

    /// <summary>For a remote store, which has to be prepared first.</summary>
    public static StoreGate CreateClosed() => new("The database has not been contacted yet.");

    public void Open() => _reason = null;

    public void Close(string reason) => _reason = reason;

    /// <summary>Reports that the store may be unavailable.</summary>
    public void ReportSuspectedOutage() => _suspicions.Writer.TryWrite(true);

    /// <summary>Reports a suspected outage if a response's errors can have that cause; a store that is busy or refuses an operation is available.</summary>
    public void Observe(EngineResponse response) => Observe(response.Errors);

    /// <inheritdoc cref="Observe(EngineResponse)"/>
    public void Observe(IReadOnlyList<GraphError> errors)
    {
        if (_reason is null && errors.Any(error => error.Code is ErrorCodes.StoreUnavailable or ErrorCodes.Timeout))
            ReportSuspectedOutage();
    }

    /// <summary>Completes with the next report of a suspected outage, or with a pending one.</summary>
    public async ValueTask WaitForSuspectedOutageAsync(CancellationToken cancellation) => await _suspicions.Reader.ReadAsync(cancellation).ConfigureAwait(false);
}
