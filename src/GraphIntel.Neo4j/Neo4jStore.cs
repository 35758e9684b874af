using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Check;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Execute;
using GraphIntel.Neo4j.Layout;
using GraphIntel.Neo4j.Read;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j;

/// <summary>A graph in a Neo4j database, of one server or of a cluster.</summary>
internal sealed class Neo4jStore : IGraphStore
{
    private readonly Neo4jOptions _options;
    private readonly Neo4jDatabase _database;
    private readonly Writer _writer;
    private readonly Marks _marks;
    private volatile bool _prepared;

    private Neo4jStore(GraphModel model, Neo4jOptions options)
    {
        Model = model;
        _options = options;
        _database = new Neo4jDatabase(options);
        _writer = new Writer(model, _database, options.WriterPatience);
        _marks = new Marks(_database);
    }

    /// <inheritdoc/>
    public GraphModel Model { get; }

    /// <summary>A store in a database. Nothing is connected to before <see cref="PrepareAsync"/>.</summary>
    public static Neo4jStore Open(GraphModel model, Neo4jOptions options) => new(model, options);

    /// <inheritdoc/>
    public async ValueTask<bool> PrepareAsync(CancellationToken cancellation)
    {
        _prepared = false;
        await _database.BeginAnewAsync().ConfigureAwait(false);
        var isNew = await new Preparation(Model, _database, _options.MakesSchema).RunAsync(cancellation).ConfigureAwait(false);
        _prepared = true;
        return isNew;
    }

    /// <inheritdoc/>
    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls) => new Neo4jPlan(_database, plan, cursorNulls);

    /// <inheritdoc/>
    public async ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation)
    {
        CheckPrepared();
        return await _writer.WriteAsync(batch, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, FactType>> FindAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        CheckPrepared();
        return await new FactFinder(Model, _database).FindAsync(ids, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation)
    {
        CheckPrepared();
        return await new FactFinder(Model, _database).ReadEndsAsync(type, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<string?> ReadMarkAsync(string name, CancellationToken cancellation)
    {
        CheckPrepared();
        return await _marks.ReadAsync(name, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask WriteMarkAsync(string name, string value, CancellationToken cancellation)
    {
        CheckPrepared();
        await _marks.WriteAsync(name, value, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) =>
        await new DatabaseCheck(Model, _database, repair, _options.MakesSchema).RunAsync(cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask CheckHealthAsync(CancellationToken cancellation)
    {
        if (_prepared)
            await _database.CheckHealthAsync(cancellation).ConfigureAwait(false);
        else
            await _database.CheckAnswerAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _prepared = false;
        return _database.DisposeAsync();
    }

    private void CheckPrepared()
    {
        if (!_prepared)
            throw new StoreException(StoreFailure.Unavailable, "The store is closed, or not prepared yet.");
    }
}
