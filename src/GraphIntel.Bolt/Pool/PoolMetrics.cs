using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GraphIntel.Bolt.Pool;

/// <summary>
/// What pools do, under OpenTelemetry's names for database clients. The meter is called GraphIntel.Bolt; a pool is named by its
/// server's address.
/// </summary>
internal sealed class PoolMetrics
{
    public const string MeterName = "GraphIntel.Bolt";
    private static readonly Meter Meter = new(MeterName);
    private static readonly UpDownCounter<long> Count = Meter.CreateUpDownCounter<long>(
        "db.client.connection.count", "{connection}", "Connections that are open, idle or used.");

    private static readonly UpDownCounter<long> Max = Meter.CreateUpDownCounter<long>(
        "db.client.connection.max", "{connection}", "The most connections that may be open.");

    private static readonly UpDownCounter<long> Pending = Meter.CreateUpDownCounter<long>(
        "db.client.connection.pending_requests", "{request}", "Callers that wait for a connection.");

    private static readonly Counter<long> Timeouts = Meter.CreateCounter<long>(
        "db.client.connection.timeouts", "{timeout}", "Callers that waited for a connection in vain.");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "graphintel.bolt.connection.failures", "{failure}", "Connections that could not be opened, or were lost.");

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

    public static bool TimesUse => WaitTime.Enabled || UseTime.Enabled;

    public void Bounds(int difference) => Max.Add(difference, _pool);

    public void Idle(int difference) => Count.Add(difference, _idle);

    public void Used(int difference) => Count.Add(difference, _used);

    public void Waits(int difference) => Pending.Add(difference, _pool);

    public void TimedOut() => Timeouts.Add(1, _pool);

    public void Failed() => Failures.Add(1, _pool);

    public void Created(TimeSpan took) => CreateTime.Record(took.TotalSeconds, _pool);

    public void Waited(TimeSpan took) => WaitTime.Record(took.TotalSeconds, _pool);

    public void UsedFor(TimeSpan took) => UseTime.Record(took.TotalSeconds, _pool);
}
