using System.Diagnostics;
using GraphIntel.Attacks;

namespace GraphIntel.Benchmarks.Attacks;

/// <summary>
/// A second client, which sends point lookups and health checks at a constant rate, without waiting for earlier responses: a slow
/// server gets as many requests as a fast one.
/// </summary>
internal sealed class ProbeClient : IAsyncDisposable
{
    private const double PointsPerSecond = 50;
    private const double HealthPerSecond = 4;

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 64 }) { Timeout = TimeSpan.FromMinutes(2) };
    private readonly List<Probe> _points = [];
    private readonly List<Probe> _health = [];
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _endpoint;
    private readonly Task _loops;
    private int _firstPoint;
    private int _firstHealth;

    /// <summary>Starts the requests.</summary>
    /// <param name="endpoint">The URL of the GraphQL API.</param>
    /// <param name="id">The id of the node to look up.</param>
    public ProbeClient(Uri endpoint, string id)
    {
        _endpoint = endpoint;
        var point = AttackRequest.Post("query($id: ID!) { place(id: $id) { id name } }", new { id });
        _loops = Task.WhenAll(
            SendAtRateAsync(PointsPerSecond, _points, () => QueryAsync(point.Body)),
            SendAtRateAsync(HealthPerSecond, _health, CheckHealthAsync));
    }

    /// <summary>Starts a measurement; earlier requests do not count.</summary>
    public void Begin()
    {
        lock (_lock)
            (_firstPoint, _firstHealth) = (_points.Count, _health.Count);
    }

    /// <summary>The requests since <see cref="Begin"/>. One without a response counts with its time so far.</summary>
    public ProbeResult End()
    {
        lock (_lock)
        {
            var points = _points[_firstPoint..];
            var health = _health[_firstHealth..];
            return new ProbeResult(Percentile99(points), points.Count(probe => probe.IsFailure), Percentile99(health), health.Count(probe => probe.IsFailure));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loops;
        _client.Dispose();
        _end.Dispose();
    }

    private static double Percentile99(List<Probe> probes)
    {
        var times = probes.Select(probe => probe.Milliseconds).Order().ToList();
        return times.Count == 0 ? 0 : times[(int)(times.Count * 0.99)];
    }

    private async Task SendAtRateAsync(double rate, List<Probe> probes, Func<Task<bool>> send)
    {
        var watch = Stopwatch.StartNew();
        for (var number = 0; !_end.IsCancellationRequested; number++)
        {
            var wait = TimeSpan.FromSeconds(number / rate) - watch.Elapsed;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait).ConfigureAwait(false);
            var probe = new Probe();
            lock (_lock)
                probes.Add(probe);
            _ = Task.Run(async () => probe.End(await send()));
        }
    }

    private async Task<bool> QueryAsync(byte[] body)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var response = await _client.PostAsync(_endpoint, content, _end.Token);
            var text = await response.Content.ReadAsStringAsync(_end.Token);
            return response.IsSuccessStatusCode && !text.Contains("\"errors\"", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    private async Task<bool> CheckHealthAsync()
    {
        try
        {
            using var response = await _client.GetAsync(new Uri(_endpoint, "/health/ready"), _end.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>One request.</summary>
    private sealed class Probe
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private long _end;
        private volatile bool _isFailure;

        public bool IsFailure => _isFailure;

        public double Milliseconds =>
            (Volatile.Read(ref _end) is var end and not 0 ? Stopwatch.GetElapsedTime(_start, end) : Stopwatch.GetElapsedTime(_start)).TotalMilliseconds;

        public void End(bool isSuccess)
        {
            _isFailure = !isSuccess;
            Volatile.Write(ref _end, Stopwatch.GetTimestamp());
        }
    }
}

/// <summary>What the probe client measured.</summary>
/// <param name="PointP99">99th percentile of point lookups, in milliseconds.</param>
/// <param name="PointFailures">Lookups with an error or without a response.</param>
/// <param name="HealthP99">99th percentile of health checks, in milliseconds.</param>
/// <param name="HealthFailures">Health checks that reported the server as unhealthy or had no response.</param>
internal sealed record ProbeResult(double PointP99, int PointFailures, double HealthP99, int HealthFailures);
