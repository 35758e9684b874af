using System.Globalization;
using GraphIntel.Bolt.Connections;
using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt;

/// <summary>How a statement went.</summary>
public sealed class ResultSummary
{
    private readonly Dictionary<string, object?> _metadata;

    internal ResultSummary(byte[] metadata, long? availableAfter, Connection connection)
    {
        var reader = new PackStreamReader(metadata);
        _metadata = metadata.Length == 0 ? [] : reader.ReadMap();
        ResultAvailableAfter = ToTime(availableAfter);
        Server = ServerInfo.Of(connection);
        Counters = new Counters(_metadata.GetValueOrDefault("stats") as Dictionary<string, object?> ?? []);
        Statuses = ReadStatuses();
    }

    /// <summary>The server that ran it.</summary>
    public ServerInfo Server { get; }

    /// <summary>The database that it ran in; null where the server does not say.</summary>
    public string? Database => _metadata.GetValueOrDefault("db") as string;

    /// <summary>What it changed.</summary>
    public Counters Counters { get; }

    /// <summary>r for a read, w for a write, rw for both, s for a change of the schema; null where the server does not say.</summary>
    public string? QueryType => _metadata.GetValueOrDefault("type") as string;

    /// <summary>What the server remarks: the outcome and every notification.</summary>
    public IReadOnlyList<GqlStatusObject> Statuses { get; }

    /// <summary>How long until the first record was ready; null where the server does not say.</summary>
    public TimeSpan? ResultAvailableAfter { get; }

    /// <summary>How long the server took to send the records; null where it does not say.</summary>
    public TimeSpan? ResultConsumedAfter => ToTime(_metadata.GetValueOrDefault("t_last") as long?);

    /// <summary>The plan of a statement that began with EXPLAIN, as the server sent it; else null.</summary>
    public IReadOnlyDictionary<string, object?>? Plan => _metadata.GetValueOrDefault("plan") as Dictionary<string, object?>;

    /// <summary>The plan of a statement that began with PROFILE, with rows and database hits, as the server sent it; else null.</summary>
    public IReadOnlyDictionary<string, object?>? Profile => _metadata.GetValueOrDefault("profile") as Dictionary<string, object?>;

    private static TimeSpan? ToTime(long? milliseconds) =>
        milliseconds is >= 0 and < int.MaxValue ? TimeSpan.FromMilliseconds(milliseconds.Value) : null;

    /// <summary>Statuses from 5.6 on; before, notifications, which name the same things otherwise.</summary>
    private GqlStatusObject[] ReadStatuses()
    {
        var statuses = _metadata.GetValueOrDefault("statuses") ?? _metadata.GetValueOrDefault("notifications");
        return [.. (statuses as List<object?> ?? []).OfType<Dictionary<string, object?>>().Select(GqlStatusObject.From)];
    }
}

/// <summary>A remark of the server's on a statement.</summary>
/// <param name="GqlStatus">Five characters, such as 00000 for success; null before Bolt 5.6.</param>
/// <param name="StatusDescription">What the status says. It can quote the statement.</param>
/// <param name="Code">Neo4j's code of a notification; null where there is none.</param>
/// <param name="Title">A notification in short; null where there is none.</param>
/// <param name="Severity">WARNING or INFORMATION; null where there is none.</param>
/// <param name="Classification">What a notification is about, such as PERFORMANCE; null where there is none.</param>
public sealed record GqlStatusObject(
    string? GqlStatus, string? StatusDescription, string? Code, string? Title, string? Severity, string? Classification)
{
    internal static GqlStatusObject From(Dictionary<string, object?> map)
    {
        var diagnostics = map.GetValueOrDefault("diagnostic_record") as Dictionary<string, object?> ?? [];
        return new GqlStatusObject(
            map.GetValueOrDefault("gql_status") as string,
            (map.GetValueOrDefault("status_description") ?? map.GetValueOrDefault("description")) as string,
            (map.GetValueOrDefault("neo4j_code") ?? map.GetValueOrDefault("code")) as string,
            map.GetValueOrDefault("title") as string,
            (diagnostics.GetValueOrDefault("_severity") ?? map.GetValueOrDefault("severity")) as string,
            (diagnostics.GetValueOrDefault("_classification") ?? map.GetValueOrDefault("category")) as string);
    }
}

/// <summary>The server at the other end of a connection.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Agent">Its product and version.</param>
/// <param name="ProtocolVersion">The version of Bolt that was agreed on.</param>
public sealed record ServerInfo(ServerAddress Address, string Agent, string ProtocolVersion)
{
    internal static ServerInfo Of(Connection connection) =>
        new(connection.Address, connection.Server.Agent, connection.Version.ToString());
}

/// <summary>How much a statement changed.</summary>
public sealed class Counters
{
    private readonly Dictionary<string, object?> _stats;

    internal Counters(Dictionary<string, object?> stats) => _stats = stats;

    /// <summary>Whether it changed data.</summary>
    public bool ContainsUpdates => Flag("contains-updates") ?? _stats.Keys.Any(k => !IsOfSystem(k));

    /// <summary>Whether it changed users, rights or databases.</summary>
    public bool ContainsSystemUpdates => Flag("contains-system-updates") ?? SystemUpdates > 0;

    /// <summary>Nodes made.</summary>
    public long NodesCreated => Count("nodes-created");

    /// <summary>Nodes removed.</summary>
    public long NodesDeleted => Count("nodes-deleted");

    /// <summary>Relationships made.</summary>
    public long RelationshipsCreated => Count("relationships-created");

    /// <summary>Relationships removed.</summary>
    public long RelationshipsDeleted => Count("relationships-deleted");

    /// <summary>Properties written.</summary>
    public long PropertiesSet => Count("properties-set");

    /// <summary>Labels given to nodes.</summary>
    public long LabelsAdded => Count("labels-added");

    /// <summary>Labels taken from nodes.</summary>
    public long LabelsRemoved => Count("labels-removed");

    /// <summary>Indexes made.</summary>
    public long IndexesAdded => Count("indexes-added");

    /// <summary>Indexes removed.</summary>
    public long IndexesRemoved => Count("indexes-removed");

    /// <summary>Constraints made.</summary>
    public long ConstraintsAdded => Count("constraints-added");

    /// <summary>Constraints removed.</summary>
    public long ConstraintsRemoved => Count("constraints-removed");

    /// <summary>Changes of users, rights or databases.</summary>
    public long SystemUpdates => Count("system-updates");

    /// <summary>The counts that are not zero.</summary>
    public override string ToString() => string.Join(
        ", ", _stats.Where(s => s.Value is long).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {s.Value}")));

    private static bool IsOfSystem(string key) => key.Contains("system", StringComparison.Ordinal);

    private bool? Flag(string key) => _stats.GetValueOrDefault(key) as bool?;

    private long Count(string key) => _stats.GetValueOrDefault(key) as long? ?? 0;
}
