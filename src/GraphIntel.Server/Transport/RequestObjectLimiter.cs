using System.Threading.RateLimiting;
using GraphIntel.Core.Errors;

namespace GraphIntel.Server.Transport;

/// <summary>
/// Limits the memory of the objects that concurrent requests create from their content: documents, variables and parameters. A
/// request waits for its permits, and is rejected if that takes too long.
/// </summary>
internal sealed class RequestObjectLimiter : IAsyncDisposable
{
    /// <summary>Bytes of objects per byte of a request, measured with lists of short numbers: JSON, values, parameters, text.</summary>
    public const int ObjectBytesPerByte = 48;

    // Smaller requests need no permits; the limit on connections is enough for them.
    private const int UnlimitedRequestBytes = 2 * 1024;
    private const int BytesPerPermit = 1024;
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);

    private readonly int _permits;
    private readonly ConcurrencyLimiter _limiter;

    /// <summary>Admits requests that need about this many bytes in total; a single request may need more.</summary>
    public RequestObjectLimiter(long maxBytes)
    {
        _permits = (int)Math.Clamp(maxBytes / BytesPerPermit, 1, int.MaxValue);
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = _permits,
            // The bodies of waiting requests have a limit of their own.
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Acquires a lease for a request of a size in bytes, to be disposed after the request; null if none is needed.</summary>
    /// <exception cref="RequestRejectedException">The wait took too long.</exception>
    public ValueTask<RateLimitLease?> AcquireAsync(int bytes, CancellationToken cancellation) =>
        bytes <= UnlimitedRequestBytes ? default : WaitAsync(bytes, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    private async ValueTask<RateLimitLease?> WaitAsync(int bytes, CancellationToken cancellation)
    {
        var permits = (int)Math.Clamp((long)bytes * ObjectBytesPerByte / BytesPerPermit, 1, _permits);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(MaxWait);
        try
        {
            var lease = await _limiter.AcquireAsync(permits, limit.Token).ConfigureAwait(false);
            if (lease.IsAcquired)
                return lease;
            lease.Dispose();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Rejected below.
        }
        throw new RequestRejectedException(
            StatusCodes.Status503ServiceUnavailable,
            "The server has reached its limit of concurrent large requests: retry in a few seconds, or send fewer values per request.",
            ErrorCodes.StoreBusy);
    }
}
