using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Check;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Execute;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Read;
using GraphIntel.Sqlite.Write;

namespace GraphIntel.Sqlite;

/// <summary>A graph in one SQLite file, or in memory: many readers, one writer.</summary>
internal sealed class SqliteStore : IGraphStore
{
    private readonly SqliteLocation _location;
    private readonly string _description;
    private volatile bool _prepared;

    private SqliteStore(GraphModel model, SqliteLocation location, SqliteOptions options)
    {
        Model = model;
        _location = location;
        _description = LayoutDescription.Of(model).ToJson();
        var connections = new ConnectionFactory(location);
        Writer = new Writer(location, connections, options.WriterPatience);
        Readers = new ReaderPool(connections, options.Readers, options.StatementsPerReader);
    }

    /// <inheritdoc/>
    public GraphModel Model { get; }

    /// <summary>Connections to read with; usable once the store is prepared.</summary>
    internal ReaderPool Readers { get; }

    /// <summary>The connection that writes, for what is no batch.</summary>
    internal Writer Writer { get; }

    /// <summary>A store at a place. Nothing is opened or made before <see cref="PrepareAsync"/>.</summary>
    public static SqliteStore Open(GraphModel model, SqliteLocation location) => Open(model, location, new SqliteOptions());

    /// <summary>As <see cref="Open(GraphModel, SqliteLocation)"/>, with sizes and times other than the usual.</summary>
    public static SqliteStore Open(GraphModel model, SqliteLocation location, SqliteOptions options) =>
        new(model, location, options);

    /// <inheritdoc/>
    public async ValueTask<bool> PrepareAsync(CancellationToken cancellation)
    {
        var isNew = await Writer.RunAsync(
            (connection, statements) => new Preparation(Model, _location, connection, statements).Run(cancellation),
            cancellation).ConfigureAwait(false);
        _prepared = true;
        return isNew;
    }

    /// <inheritdoc/>
    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls) =>
        new SqlitePlan(Readers, SqlCompiler.Compile(plan, cursorNulls));

    /// <inheritdoc/>
    public async ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation)
    {
        CheckPrepared();
        return await Writer.RunAsync(
            (connection, statements) =>
            {
                CheckModel(statements);
                RowCheck.Check(Model, batch, cancellation);
                return new BatchWriter(Model, connection, statements, cancellation).Write(batch);
            },
            cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, FactType>> FindAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        CheckPrepared();
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);
        return new FactFinder(Model, reader).Find(ids, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(
        RelationshipType type, CancellationToken cancellation)
    {
        CheckPrepared();
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);

        // Millions of rows take seconds, which a caller's thread should not.
        return await Task.Run(() => new FactFinder(Model, reader).ReadEnds(type, cancellation), cancellation)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask CheckHealthAsync(CancellationToken cancellation)
    {
        CheckPrepared();
        if (_location.Path is { } path && !File.Exists(path))
            throw new StoreException(StoreFailure.Unavailable, "The store's file is gone.");
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);
        if (!reader.Statement("SELECT 1 FROM \"$model\"").Step())
            throw new StoreException(StoreFailure.Unavailable, "The store does not say which model it keeps.");
    }

    /// <inheritdoc/>
    public async ValueTask<string?> ReadMarkAsync(string name, CancellationToken cancellation)
    {
        CheckPrepared();
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);
        var select = reader.Statement("SELECT \"value\" FROM \"$mark\" WHERE \"name\" = ?1");
        select.Bind(1, name);
        return select.Step() ? select.Text(0) : null;
    }

    /// <inheritdoc/>
    public async ValueTask WriteMarkAsync(string name, string value, CancellationToken cancellation)
    {
        CheckPrepared();
        await Writer.RunAsync(
            (_, statements) =>
            {
                var insert = statements.Get("INSERT OR REPLACE INTO \"$mark\" (\"name\", \"value\") VALUES (?1, ?2)");
                insert.Bind(1, name);
                insert.Bind(2, value);
                return insert.Run();
            },
            cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation)
    {
        // Opening would make the file.
        if (_location.Path is { } path && !File.Exists(path))
            throw new StoreException(StoreFailure.Refused, $"There is no store at {_location}: there is nothing to check.");
        return await Writer.RunAsync(
            (connection, statements) => new FileCheck(Model, _location, connection, statements, repair, cancellation).Run(),
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits for the write under way and closes the file. Readers in use are closed when they are given back.</summary>
    public ValueTask DisposeAsync()
    {
        _prepared = false;
        Readers.Dispose();
        return Writer.DisposeAsync();
    }

    /// <summary>Another process may have fitted the file to a model that asks for more than this one keeps true.</summary>
    private void CheckModel(StatementCache statements)
    {
        var select = statements.Get("SELECT 1 FROM \"$model\" WHERE \"description\" = ?1");
        select.Bind(1, _description);
        if (select.Scalar() is null)
            throw _location.Mismatch.Fitted();
    }

    private void CheckPrepared()
    {
        if (!_prepared)
            throw new StoreException(StoreFailure.Unavailable, "The store is closed, or not prepared yet.");
    }
}
