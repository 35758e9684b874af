using System.Collections.Frozen;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Rewrite;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Response;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Check;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Execute;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Prepare;
using GraphIntel.Sqlite.Read;
using GraphIntel.Sqlite.Write;
using SQLitePCL;

namespace GraphIntel.Sqlite;

/// <summary>A graph in one SQLite file, or in memory, with many readers and one writer.</summary>
internal sealed class SqliteStore : IExplainableStore
{
    /// <summary>
    /// Batches that can be written in one transaction. Many rows change the same pages of an index, which a commit writes once; more
    /// batches bring little, take memory, and keep other processes from writing.
    /// </summary>
    private const int BatchesPerTransaction = 24;

    private readonly SqliteLocation _location;
    private readonly string _description;
    private readonly FileDamage _damage;
    private readonly SearchCache _searched;
    private volatile bool _prepared;

    private SqliteStore(GraphModel model, SqliteLocation location, SqliteOptions options)
    {
        Model = model;
        _location = location;
        _description = LayoutDescription.Of(model).ToJson();
        var connections = new ConnectionFactory(location);
        _damage = connections.Damage;
        _searched = new SearchCache(options.MaxSearchBytes);
        Writer = new Writer(location, connections, options.WriterTimeout);
        Readers = new ReaderPool(
            connections, location.Path is null ? options with { MaxBytes = long.MaxValue } : options);
    }

    /// <inheritdoc/>
    public GraphModel Model { get; }

    /// <summary>The reading connections; available once the store is prepared.</summary>
    internal ReaderPool Readers { get; }

    /// <summary>The writing connection.</summary>
    internal Writer Writer { get; }

    /// <summary>A store at a location. Opens and creates nothing before <see cref="PrepareAsync"/>.</summary>
    public static SqliteStore Open(GraphModel model, SqliteLocation location) => Open(model, location, new SqliteOptions());

    /// <summary>As <see cref="Open(GraphModel, SqliteLocation)"/>, with other limits and timeouts than the defaults.</summary>
    public static SqliteStore Open(GraphModel model, SqliteLocation location, SqliteOptions options) =>
        new(model, location, options);

    /// <inheritdoc/>
    public async ValueTask<bool> PrepareAsync(CancellationToken cancellation)
    {
        var isNew = await Writer.RunAsync(
            (connection, statements) => new Preparation(Model, _location, connection, statements).RunAsync(cancellation),
            cancellation).ConfigureAwait(false);
        _prepared = true;
        return isNew;
    }

    /// <inheritdoc/>
    public async ValueTask AttachAsync(CancellationToken cancellation)
    {
        if (_location.Path is not { } path)
        {
            await PrepareAsync(cancellation).ConfigureAwait(false);
            return;
        }

        // Opening would fail with a less specific error.
        if (!File.Exists(path))
            throw new StoreException(StoreFailure.Refused, $"There is no store at {_location}: start the server or run an import with it first, or name another store.");
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);
        if (FileHeader.IsNew(reader.Handle, _location)
            || Preparation.ReadDescription(reader.Handle, _location) != _description
            || !SearchTables.AreCurrent(Model, reader.Handle))
        {
            throw _location.Mismatch.NotPrepared();
        }

        _prepared = true;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ExplainedStatement>> ExplainAsync(
        CompiledPlan plan, BoundParameters bound, bool analyze, CancellationToken cancellation)
    {
        CheckPrepared();
        return [await ((SqlitePlan)plan).ExplainAsync(bound, analyze, cancellation).ConfigureAwait(false)];
    }

    /// <inheritdoc/>
    public StoreConcurrency Concurrency => StoreConcurrency.OfProcessors;

    /// <inheritdoc/>
    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, CancellationToken cancellation)
    {
        var rewritten = PlanRewriter.Rewrite(plan, cursorNulls, FrozenSet<Property>.Empty);
        return new SqlitePlan(Readers, SqlCompiler.Compile(rewritten, cancellation), [.. rewritten.Slots.OfType<TraversalSlot>().Select(slot => slot.Traversal)]);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadSnapshot?> OpenSnapshotAsync(CancellationToken cancellation)
    {
        CheckPrepared();
        // A reader of a database in memory would block the writer, and only this process writes to it.
        if (_location.Path is null)
            return null;
        var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);
        reader.BeginSnapshot();
        return new ReadSnapshot(reader);
    }

    /// <inheritdoc/>
    public IRowCounter CompileCount(StartCount count) => RowCounter.Compile(Readers, count);

    /// <inheritdoc/>
    public ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation) =>
        WriteAsync(_ => ValueTask.FromResult(batch), cancellation);

    /// <inheritdoc/>
    public ValueTask<WriteSummary> WriteAsync(Func<IBatchScope, ValueTask<GraphBatch>> make, CancellationToken cancellation) =>
        WriteAsync(async (scope, _) => await make(scope).ConfigureAwait(false), 1, cancellation);

    /// <inheritdoc/>
    public ValueTask<WriteSummary> WriteBatchesAsync(Func<IBatchScope, int, ValueTask<GraphBatch?>> make, CancellationToken cancellation) =>
        // An open write to a database in memory blocks its readers, which the next batch can need.
        WriteAsync(make, _location.Path is null ? 1 : BatchesPerTransaction, cancellation);

    private async ValueTask<WriteSummary> WriteAsync(
        Func<IBatchScope, int, ValueTask<GraphBatch?>> make, int batches, CancellationToken cancellation)
    {
        CheckPrepared();
        return await Writer.RunAsync(
            async (connection, statements) =>
            {
                var summary = default(WriteSummary);
                var keys = new NodeKeys(statements);
                for (var number = 0; number < batches; number++)
                {
                    var merge = Begin(connection, statements, keys, cancellation);
                    if (await make(merge, number).ConfigureAwait(false) is not { } batch)
                        break;
                    summary += await merge.WriteAsync(batch, () => RowCheck.Check(Model, batch, cancellation)).ConfigureAwait(false);
                }

                return summary;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<T> TryAsync<T>(Func<IBatchScope, ValueTask<T>> work, CancellationToken cancellation)
    {
        CheckPrepared();
        return await Writer.TryAsync(
            (connection, statements) => work(Begin(connection, statements, new NodeKeys(statements), cancellation)), cancellation).ConfigureAwait(false);
    }

    private BatchMerge Begin(sqlite3 connection, StatementCache statements, NodeKeys keys, CancellationToken cancellation)
    {
        CheckModel(statements);
        return new BatchMerge(Model, new BatchTarget(Model, connection, statements, keys, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(
        string prefix, string after, int count, CancellationToken cancellation)
    {
        CheckPrepared();
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);
        return new Records(reader.Statement).Read(prefix, after, count);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, ElementType>> FindAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        CheckPrepared();
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);
        return new FactFinder(Model, reader).Find(ids, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask FindAsync(
        IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found, CancellationToken cancellation)
    {
        CheckPrepared();
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);
        new CandidateReader(reader, _searched).Read(queries, limit, found);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(
        RelationshipType type, CancellationToken cancellation)
    {
        CheckPrepared();
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);

        // Millions of rows take seconds, too long for the caller's thread.
        return await Task.Run(() => new FactFinder(Model, reader).ReadEnds(type, cancellation), cancellation)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IGraphReader> OpenGraphAsync(CancellationToken cancellation)
    {
        CheckPrepared();
        return new GraphReader(await Readers.RentAsync(cancellation).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async ValueTask<GraphStatistics> ReadStatisticsAsync(CancellationToken cancellation)
    {
        CheckPrepared();
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);

        // Millions of rows take seconds, too long for the caller's thread.
        return await Task.Run(() => new StatisticsReader(Model, reader).Read(), cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask CheckHealthAsync(CancellationToken cancellation)
    {
        CheckPrepared();
        if (_location.Path is { } path && !File.Exists(path))
            throw new StoreException(StoreFailure.Unavailable, "The store's file was moved or deleted.");
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);
        if (!reader.Statement("SELECT 1 FROM \"$model\"").Step())
            throw new StoreException(StoreFailure.Unavailable, "The store has no layout description.");
        _damage.ThrowIfDamaged(() => IsIntact(reader));
    }

    /// <inheritdoc/>
    public async ValueTask<string?> ReadMetadataAsync(string name, CancellationToken cancellation)
    {
        CheckPrepared();
        using var reader = await Readers.RentAsync(cancellation).ConfigureAwait(false);
        var select = reader.Statement(Ddl.ReadMark);
        select.Bind(1, name);
        return select.Step() ? select.Text(0) : null;
    }

    /// <inheritdoc/>
    public async ValueTask WriteMetadataAsync(string name, string value, CancellationToken cancellation)
    {
        CheckPrepared();
        await Writer.RunAsync(
            (connection, statements) =>
            {
                var insert = statements.Get(Ddl.WriteMark);
                insert.Bind(1, name);
                insert.Bind(2, value);
                var written = insert.Run();
                // A value is written at the end of several batches, whose cached pages are no longer needed.
                Statement.Execute(connection, "PRAGMA shrink_memory");
                return written;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation)
    {
        // Opening would create the file.
        if (_location.Path is { } path && !File.Exists(path))
            throw new StoreException(StoreFailure.Refused, $"There is no store at {_location}: there is nothing to check.");
        return await Writer.RunAsync(
            (connection, statements) => new FileCheck(Model, _location, connection, statements, repair, cancellation).RunAsync(),
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits for a running write and closes the file. Rented readers are closed when they are returned.</summary>
    public ValueTask DisposeAsync()
    {
        _prepared = false;
        Readers.Dispose();
        return Writer.DisposeAsync();
    }

    /// <summary>Another process may have upgraded the file to a model with rules that this one does not check.</summary>
    private void CheckModel(StatementCache statements)
    {
        var select = statements.Get("SELECT 1 FROM \"$model\" WHERE \"description\" = ?1");
        select.Bind(1, _description);
        if (select.Scalar() is null)
            throw _location.Mismatch.UpgradedElsewhere();
    }

    private static bool IsIntact(Reader reader)
    {
        var check = reader.Statement("PRAGMA quick_check(1)");
        return check.Step() && check.Text(0) == "ok";
    }

    private void CheckPrepared()
    {
        if (!_prepared)
            throw new StoreException(StoreFailure.Unavailable, "The store is closed or not yet prepared.");
    }
}
