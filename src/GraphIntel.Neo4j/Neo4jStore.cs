using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Execute;

namespace GraphIntel.Neo4j;

/// <summary>A graph in a Neo4j database, of one server or of a cluster.</summary>
internal sealed class Neo4jStore : IGraphStore
{
    private readonly Neo4jOptions _options;
    private readonly Driver _driver;
    private readonly SessionConfig _readers;

    private Neo4jStore(GraphModel model, Neo4jOptions options)
    {
        Model = model;
        _options = options;
        _driver = GraphDatabase.Driver(
            options.Uri,
            options.User is null ? null : AuthTokens.Basic(options.User, options.Password ?? ""),
            new DriverConfig
            {
                MaxConnectionPoolSize = options.Connections,
                ConnectionAcquisitionTimeout = options.ConnectionPatience,
                ConnectionTimeout = options.ConnectionPatience,
                NotificationFilter = NotificationFilter.None,
                TelemetryDisabled = true,
            });
        _readers = new SessionConfig { Database = options.Database, DefaultAccessMode = AccessMode.Read };
    }

    /// <inheritdoc/>
    public GraphModel Model { get; }

    /// <summary>A store in a database. Nothing is connected to before <see cref="PrepareAsync"/>.</summary>
    public static Neo4jStore Open(GraphModel model, Neo4jOptions options) => new(model, options);

    /// <inheritdoc/>
    public ValueTask<bool> PrepareAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls) => new Neo4jPlan(OpenReader, plan, cursorNulls);

    /// <inheritdoc/>
    public ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, FactType>> FindAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask<string?> ReadMarkAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask WriteMarkAsync(string name, string value, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask CheckHealthAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>A session that reads, from a follower where there is one.</summary>
    private Session OpenReader() => _driver.Session(_readers);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _driver.DisposeAsync();
}
