using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using GraphIntel.Core.Errors;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>Limits the requests of each client: requests per minute and concurrent requests.</summary>
internal sealed partial class ClientLimiter : IDisposable
{
    private readonly TransportOptions _options;
    private readonly ILogger<ClientLimiter> _logger;
    private readonly PartitionedRateLimiter<HttpContext> _concurrent;
    private readonly PartitionedRateLimiter<HttpContext> _perMinute;
    private readonly PartitionedRateLimiter<HttpContext> _both;
    private int _hasWarned;

    public ClientLimiter(TransportOptions options, ILogger<ClientLimiter> logger)
    {
        _options = options;
        _logger = logger;
        _concurrent = Partition(options.MaxClientRequests, (key, limit) => RateLimitPartition.GetConcurrencyLimiter(
            key, _ => new ConcurrencyLimiterOptions { PermitLimit = limit, QueueLimit = 0 }));
        _perMinute = Partition(options.MaxRequestsPerMinute, (key, limit) => RateLimitPartition.GetTokenBucketLimiter(
            key, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limit,
                // Allows a burst after an idle time, then a steady rate; tokens are integers, so refills are at most one per second.
                TokensPerPeriod = Math.Max(1, limit / 60),
                ReplenishmentPeriod = TimeSpan.FromMinutes(Math.Max(1, limit / 60) / (double)limit),
                QueueLimit = 0,
            }));
        // In this order, a request over the concurrency limit takes no token.
        _both = PartitionedRateLimiter.CreateChained(_concurrent, _perMinute);
    }

    /// <summary>Adds the middleware; endpoints with DisableRateLimiting are exempt.</summary>
    public static void Use(WebApplication app)
    {
        var limiter = app.Services.GetRequiredService<ClientLimiter>();
        app.UseWhen(limiter.Limits, limited => limited.UseRateLimiter(new RateLimiterOptions
        {
            GlobalLimiter = limiter._both,
            OnRejected = (rejected, _) => limiter.RejectAsync(rejected.HttpContext, rejected.Lease),
        }));
    }

    /// <summary>Counts the requests of a batch after its first, which the middleware has counted.</summary>
    /// <exception cref="RequestRejectedException">The batch exceeds the client's limit.</exception>
    public void ChargeBatch(HttpContext context, int requests)
    {
        var limit = _options.MaxRequestsPerMinute.Of(KeyOf(context));
        if (requests <= 1 || limit == ClientLimit.Unlimited)
            return;
        if (requests > limit)
        {
            throw new RequestRejectedException(
                StatusCodes.Status429TooManyRequests,
                $"The batch has {requests} requests, which exceeds the limit of {Number(limit)} requests per minute (--max-requests-per-minute). Send smaller batches.",
                ErrorCodes.RateLimited);
        }
        using var lease = _perMinute.AttemptAcquire(context, requests - 1);
        if (lease.IsAcquired)
            return;
        throw new RequestRejectedException(
            StatusCodes.Status429TooManyRequests, Explain(context, lease), ErrorCodes.RateLimited);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _both.Dispose();
        _concurrent.Dispose();
        _perMinute.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> Partition(
        ClientLimit limit, Func<ClientKey, int, RateLimitPartition<ClientKey>> create) =>
        PartitionedRateLimiter.Create<HttpContext, ClientKey>(context =>
        {
            var key = KeyOf(context);
            return limit.Limits(key) ? create(key, limit.Of(key)) : RateLimitPartition.GetNoLimiter(key);
        });

    private static ClientKey KeyOf(HttpContext context) => ClientKey.Of(context.Connection.RemoteIpAddress);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private bool Limits(HttpContext context)
    {
        var key = KeyOf(context);
        return _options.MaxRequestsPerMinute.Limits(key) || _options.MaxClientRequests.Limits(key);
    }

    private async ValueTask RejectAsync(HttpContext context, RateLimitLease lease) =>
        await Responses.WriteAsync(
            context, StatusCodes.Status429TooManyRequests, Explain(context, lease), ErrorCodes.RateLimited).ConfigureAwait(false);

    /// <summary>The message for an exceeded limit; also sets the Retry-After header.</summary>
    private string Explain(HttpContext context, RateLimitLease lease)
    {
        var address = context.Connection.RemoteIpAddress;
        // The middleware sets the second header when it has applied the first.
        var headers = context.Request.Headers;
        if (headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName)
            && !headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName)
            && Interlocked.Exchange(ref _hasWarned, 1) == 0)
        {
            LogProxyNotTrusted(address);
        }

        var isRate = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        var seconds = isRate ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
        context.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        var key = KeyOf(context);
        var limit = isRate
            ? $"exceeds the limit of {Number(_options.MaxRequestsPerMinute.Of(key))} requests per minute (--max-requests-per-minute)"
            : $"exceeds the limit of {Number(_options.MaxClientRequests.Of(key))} concurrent requests (--max-client-requests)";
        return $"The client at {address} {limit}. Retry in {seconds} s.";
    }

    [LoggerMessage(
        EventId = 13,
        Level = LogLevel.Warning,
        Message = "The client at {Address} exceeds a limit and sends X-Forwarded-For. If it is a proxy, add it to --trusted-proxies, so that limits apply to the clients behind it.")]
    private partial void LogProxyNotTrusted(IPAddress? address);
}
