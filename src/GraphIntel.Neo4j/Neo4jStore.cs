using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Check;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Execute;
using GraphIntel.Neo4j.Prepare;
using GraphIntel.Neo4j.Read;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j;

/// <summary>A graph in a Neo4j database, of one server or of a cluster.</summary>
internal sealed class Neo4jStore : IExplainableStore
{
    private readonly Neo4jOptions _options;
    private readonly Neo4jDatabase _database;
    private readonly Writer _writer;
    private readonly StoreMetadata _metadata;
    private volatile bool _prepared;

    private Neo4jStore(GraphModel model, Neo4jOptions options)
    {
        Model = model;
        _options = options;
        _database = new Neo4jDatabase(options);
        _writer = new Writer(model, _database, options.WriterTimeout);
        _metadata = new StoreMetadata(_database);
        IrregularProperties = new IrregularProperties(model, _database);
    }

    /// <inheritdoc/>
    public GraphModel Model { get; }

    /// <summary>The sort properties with values that other tools wrote outside of their types.</summary>
    internal IrregularProperties IrregularProperties { get; }

    /// <summary>A store in a database. Does not connect before <see cref="PrepareAsync"/>.</summary>
    public static Neo4jStore Open(GraphModel model, Neo4jOptions options) => new(model, options);

    /// <inheritdoc/>
    public async ValueTask<bool> PrepareAsync(CancellationToken cancellation)
    {
        _prepared = false;
        await _database.ResetConnectionsAsync().ConfigureAwait(false);
        var isNew = await new Preparation(Model, _database, _options.CreatesSchema).RunAsync(cancellation).ConfigureAwait(false);
        await IrregularProperties.StartAsync(cancellation).ConfigureAwait(false);
        _prepared = true;
        return isNew;
    }

    /// <inheritdoc/>
    public async ValueTask AttachAsync(CancellationToken cancellation)
    {
        await new Preparation(Model, _database, createsSchema: false).VerifyAsync(cancellation).ConfigureAwait(false);
        await IrregularProperties.StartAsync(cancellation).ConfigureAwait(false);
        _prepared = true;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ExplainedStatement>> ExplainAsync(
        CompiledPlan plan, BoundParameters bound, bool analyze, CancellationToken cancellation)
    {
        CheckPrepared();
        return await ((Neo4jPlan)plan).ExplainAsync(bound, analyze, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public StoreConcurrency Concurrency => new(_options.Connections, StoreConcurrency.OfProcessors.Expensive, _options.Connections);

    /// <inheritdoc/>
    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new Neo4jPlan(_database, plan, cursorNulls, IrregularProperties);
    }

    /// <inheritdoc/>
    public IRowCounter CompileCount(StartCount count) => RowCounter.Compile(_database, count);

    /// <inheritdoc/>
    public async ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation)
    {
        CheckPrepared();
        _writer.Check(batch, cancellation);
        return await _writer.WriteAsync(_ => ValueTask.FromResult(batch), cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<WriteSummary> WriteAsync(Func<IBatchScope, ValueTask<GraphBatch>> make, CancellationToken cancellation)
    {
        CheckPrepared();
        return await _writer.WriteAsync(make, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<T> TryAsync<T>(Func<IBatchScope, ValueTask<T>> work, CancellationToken cancellation)
    {
        CheckPrepared();
        return await _writer.TryAsync(work, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(
        string prefix, string after, int count, CancellationToken cancellation)
    {
        CheckPrepared();
        return await _database.ReadAsync(
            transaction => new Records(transaction, cancellation).ReadAsync(prefix, after, count), cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, ElementType>> FindAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        CheckPrepared();
        return await new FactFinder(Model, _database).FindAsync(ids, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask FindAsync(
        IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found, CancellationToken cancellation)
    {
        CheckPrepared();
        await new CandidateReader(_database).ReadAsync(queries, limit, found, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation)
    {
        CheckPrepared();
        return await new FactFinder(Model, _database).ReadEndsAsync(type, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IGraphReader> OpenGraphAsync(CancellationToken cancellation)
    {
        CheckPrepared();
        return new(new GraphReader(_database));
    }

    /// <inheritdoc/>
    public async ValueTask<string?> ReadMetadataAsync(string name, CancellationToken cancellation)
    {
        CheckPrepared();
        return await _metadata.ReadAsync(name, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask WriteMetadataAsync(string name, string value, CancellationToken cancellation)
    {
        CheckPrepared();
        await _metadata.WriteAsync(name, value, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) =>
        await new DatabaseCheck(Model, _database, repair, _options.CreatesSchema).RunAsync(cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<GraphStatistics> ReadStatisticsAsync(CancellationToken cancellation)
    {
        CheckPrepared();
        return await new StatisticsReader(Model, _database).ReadAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask CheckHealthAsync(CancellationToken cancellation)
    {
        if (_prepared)
            await _database.CheckHealthAsync(StoreNode.ProbeText, cancellation).ConfigureAwait(false);
        else
            await _database.PingAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _prepared = false;
        await IrregularProperties.DisposeAsync().ConfigureAwait(false);
        await _database.DisposeAsync().ConfigureAwait(false);
    }

    private void CheckPrepared()
    {
        if (!_prepared)
            throw new StoreException(StoreFailure.Unavailable, "The store is closed or not yet prepared.");
    }
}
