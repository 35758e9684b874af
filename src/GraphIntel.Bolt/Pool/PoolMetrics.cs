using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GraphIntel.Bolt.Pool;

/// <summary>
/// Metrics of connection pools, with OpenTelemetry's names for database clients. The meter is GraphIntel.Bolt; a pool has the
/// name of its server's address.
/// </summary>
internal sealed class PoolMetrics
{
    public const string MeterName = "GraphIntel.Bolt";
    private static readonly Meter Meter = new(MeterName);
    private static readonly UpDownCounter<long> Count = Meter.CreateUpDownCounter<long>(
        "db.client.connection.count", "{connection}", "Connections that are open, idle or used.");

    private static readonly UpDownCounter<long> Max = Meter.CreateUpDownCounter<long>(
        "db.client.connection.max", "{connection}", "The maximum number of open connections.");

    private static readonly UpDownCounter<long> Pending = Meter.CreateUpDownCounter<long>(
        "db.client.connection.pending_requests", "{request}", "Callers that wait for a connection.");

    private static readonly Counter<long> Timeouts = Meter.CreateCounter<long>(
        "db.client.connection.timeouts", "{timeout}", "Callers whose wait for a connection timed out.");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "graphintel.bolt.connection.failures", "{failure}", "Connections that failed to open, or were lost.");

    private static readonly Histogram<double> CreateTime = Meter.CreateHistogram<double>(
        "db.client.connection.create_time", "s", "How long it took to open a connection.");

    private static readonly Histogram<double> WaitTime = Meter.CreateHistogram<double>(
        "db.client.connection.wait_time", "s", "How long callers waited while all connections were in use.");

    private static readonly Histogram<double> UseTime = Meter.CreateHistogram<double>(
        "db.client.connection.use_time", "s", "How long a connection was used.");

    private readonly TagList _pool;
    private readonly TagList _idle;
    private readonly TagList _used;

    public PoolMetrics(ServerAddress address)
    {
        var name = new KeyValuePair<string, object?>("db.client.connection.pool.name", address.ToString());
        _pool = [name];
        _idle = [name, new("db.client.connection.state", "idle")];
        _used = [name, new("db.client.connection.state", "used")];
    }

    public static bool MeasuresTime => WaitTime.Enabled || UseTime.Enabled;

    public void AddMax(int difference) => Max.Add(difference, _pool);

    public void AddIdle(int difference) => Count.Add(difference, _idle);

    public void AddUsed(int difference) => Count.Add(difference, _used);

    public void AddPending(int difference) => Pending.Add(difference, _pool);

    public void CountTimeout() => Timeouts.Add(1, _pool);

    public void CountFailure() => Failures.Add(1, _pool);

    public void RecordCreation(TimeSpan duration) => CreateTime.Record(duration.TotalSeconds, _pool);

    public void RecordWait(TimeSpan duration) => WaitTime.Record(duration.TotalSeconds, _pool);

    public void RecordUse(TimeSpan duration) => UseTime.Record(duration.TotalSeconds, _pool);
}
