using System.Globalization;
using GraphIntel.Bolt.Connections;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt;

/// <summary>The summary of a statement.</summary>
public sealed class ResultSummary
{
    private readonly Dictionary<string, object?> _metadata;

    internal ResultSummary(byte[] metadata, RunResponse run, bool hasRecords, Connection connection)
    {
        var reader = new PackStreamReader(metadata);
        _metadata = metadata.Length == 0 ? [] : reader.ReadMap();
        ResultAvailableAfter = ToTime(run.AvailableAfter);
        Server = ServerInfo.Of(connection);
        Counters = new Counters(_metadata.GetValueOrDefault("stats") as Dictionary<string, object?> ?? []);
        Statuses = GqlStatuses.Read(_metadata, hasKeys: run.Fields.Length > 0, hasRecords);
    }

    /// <summary>The server that ran it.</summary>
    public ServerInfo Server { get; }

    /// <summary>The database that it ran in; null if unknown.</summary>
    public string? Database => _metadata.GetValueOrDefault("db") as string;

    /// <summary>The number of changes.</summary>
    public Counters Counters { get; }

    /// <summary>r for a read, w for a write, rw for both, s for a schema change; null if unknown.</summary>
    public string? QueryType => _metadata.GetValueOrDefault("type") as string;

    /// <summary>The outcome and all notifications, the most important first.</summary>
    public IReadOnlyList<GqlStatusObject> Statuses { get; }

    /// <summary>The time until the first record was available; null if unknown.</summary>
    public TimeSpan? ResultAvailableAfter { get; }

    /// <summary>The time in which the server sent the records; null if unknown.</summary>
    public TimeSpan? ResultConsumedAfter => ToTime(_metadata.GetValueOrDefault("t_last") as long?);

    /// <summary>The plan of an EXPLAIN statement, as the server sent it; otherwise null.</summary>
    public IReadOnlyDictionary<string, object?>? Plan => _metadata.GetValueOrDefault("plan") as Dictionary<string, object?>;

    /// <summary>The plan of a PROFILE statement, with rows and database hits, as the server sent it; otherwise null.</summary>
    public IReadOnlyDictionary<string, object?>? Profile => _metadata.GetValueOrDefault("profile") as Dictionary<string, object?>;

    private static TimeSpan? ToTime(long? milliseconds) =>
        milliseconds is >= 0 and < int.MaxValue ? TimeSpan.FromMilliseconds(milliseconds.Value) : null;
}

/// <summary>A server.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Agent">Its product and version.</param>
/// <param name="ProtocolVersion">The negotiated version of Bolt.</param>
public sealed record ServerInfo(ServerAddress Address, string Agent, string ProtocolVersion)
{
    internal static ServerInfo Of(Connection connection) =>
        new(connection.Address, connection.Server.Agent, connection.Version.ToString());
}

/// <summary>The numbers of changes by a statement.</summary>
public sealed class Counters
{
    private readonly Dictionary<string, object?> _stats;

    internal Counters(Dictionary<string, object?> stats) => _stats = stats;

    /// <summary>Whether it changed data.</summary>
    public bool ContainsUpdates => Flag("contains-updates") ?? _stats.Keys.Any(k => !IsSystemCounter(k));

    /// <summary>Whether it changed users, privileges or databases.</summary>
    public bool ContainsSystemUpdates => Flag("contains-system-updates") ?? SystemUpdates > 0;

    /// <summary>Nodes created.</summary>
    public long NodesCreated => Count("nodes-created");

    /// <summary>Nodes deleted.</summary>
    public long NodesDeleted => Count("nodes-deleted");

    /// <summary>Relationships created.</summary>
    public long RelationshipsCreated => Count("relationships-created");

    /// <summary>Relationships deleted.</summary>
    public long RelationshipsDeleted => Count("relationships-deleted");

    /// <summary>Properties set.</summary>
    public long PropertiesSet => Count("properties-set");

    /// <summary>Labels added to nodes.</summary>
    public long LabelsAdded => Count("labels-added");

    /// <summary>Labels removed from nodes.</summary>
    public long LabelsRemoved => Count("labels-removed");

    /// <summary>Indexes added.</summary>
    public long IndexesAdded => Count("indexes-added");

    /// <summary>Indexes removed.</summary>
    public long IndexesRemoved => Count("indexes-removed");

    /// <summary>Constraints added.</summary>
    public long ConstraintsAdded => Count("constraints-added");

    /// <summary>Constraints removed.</summary>
    public long ConstraintsRemoved => Count("constraints-removed");

    /// <summary>Changes of users, privileges or databases.</summary>
    public long SystemUpdates => Count("system-updates");

    /// <summary>The counts that are not zero.</summary>
    public override string ToString() => string.Join(
        ", ", _stats.Where(s => s.Value is long).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {s.Value}")));

    private static bool IsSystemCounter(string key) => key.Contains("system", StringComparison.Ordinal);

    private bool? Flag(string key) => _stats.GetValueOrDefault(key) as bool?;

    private long Count(string key) => _stats.GetValueOrDefault(key) as long? ?? 0;
}
