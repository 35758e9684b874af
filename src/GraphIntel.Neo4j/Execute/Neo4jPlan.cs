using GraphIntel.Bolt;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Rewrite;
using GraphIntel.Core.Response;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Check;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Execute;

/// <summary>
/// A plan compiled to one Cypher statement for each root field. Each returns one record, which is read directly from the
/// connection's buffer. Several statements are sent together, in one transaction.
/// </summary>
internal sealed class Neo4jPlan : CompiledPlan
{
    // Bytes: writing this much takes about half a millisecond.
    private const int LargeRecord = 256 * 1024;

    private readonly Neo4jDatabase _database;
    private readonly Plan _plan;
    private readonly IrregularProperties _irregularProperties;
    private readonly bool[] _cursorNulls;
    private volatile Fields _fields;

    public Neo4jPlan(Neo4jDatabase database, Plan plan, ReadOnlySpan<bool> cursorNulls, IrregularProperties irregularProperties)
    {
        _database = database;
        _plan = plan;
        _irregularProperties = irregularProperties;
        _cursorNulls = cursorNulls.ToArray();
        _fields = new Fields(plan, _cursorNulls, irregularProperties.Found);
    }

    /// <inheritdoc/>
    public override string Statement => string.Join(";\n", PrimingTexts());

    /// <inheritdoc/>
    public override bool NeedsPlanning => !Current.IsPlanned;

    /// <summary>The root fields, compiled for the current set of irregular properties.</summary>
    private Fields Current => _fields.Irregular == _irregularProperties.Found ? _fields : _fields = new Fields(_plan, _cursorNulls, _irregularProperties.Found);

    /// <summary>The statements for these parameters, in the order of the fields.</summary>
    public IReadOnlyList<CypherStatement> StatementsFor(BoundParameters bound) => Array.ConvertAll(Current.All, field => field.StatementFor(bound));

    /// <inheritdoc/>
    public override ValueTask<ITraversalReader> OpenTraversalAsync(Traversal traversal, BoundParameters bound, CancellationToken cancellation) =>
        new(new TraversalReader(_database, Current.Traversals[traversal.Ends], bound, cancellation));

    /// <summary>The statements for all reads of a traversal in these hops.</summary>
    public IEnumerable<CypherStatement> StatementsFor(Traversal traversal, TraversalHops hops) =>
        Current.Traversals[traversal.Ends].StatementsFor(hops, Enum.GetValues<TraversalRead>());

    /// <inheritdoc/>
    public override async ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation)
    {
        try
        {
            var session = _database.OpenReader();
            await using (session.ConfigureAwait(false))
            {
                var fields = Current;
                if (fields.All.Length == 1)
                    await RunOneAsync(session, fields.All[0], run, cancellation).ConfigureAwait(false);
                else
                    await RunAllAsync(session, fields.All, run, cancellation).ConfigureAwait(false);
                fields.IsPlanned = true;
            }
        }
        catch (Neo4jException error)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Neo4jFailure.Translate(error);
        }
        catch (ObjectDisposedException closed)
        {
            throw Neo4jDatabase.Closed(closed);
        }
    }

    /// <summary>
    /// Has the server plan the statements, and cache the plans, without running them. The contents of the parameter map do
    /// not affect a plan.
    /// </summary>
    public override async ValueTask PrimeAsync(CancellationToken cancellation)
    {
        foreach (var text in PrimingTexts().Concat(TraversalTexts()))
        {
            await _database.ReadOnceAsync(
                async session =>
                {
                    var cursor = await session.RunAsync("EXPLAIN " + text, ParameterMap.WriteEmpty, null, cancellation).ConfigureAwait(false);
                    return await cursor.ConsumeAsync(cancellation).ConfigureAwait(false);
                },
                cancellation).ConfigureAwait(false);
        }
        Current.IsPlanned = true;
    }

    /// <summary>Reads the query plan of each field's statement; for an analysis, executes them with PROFILE, one after another.</summary>
    public async Task<IReadOnlyList<ExplainedStatement>> ExplainAsync(BoundParameters bound, bool analyze, CancellationToken cancellation)
    {
        var explained = new List<ExplainedStatement>();
        foreach (var field in Current.All)
        {
            var statement = field.StatementFor(bound);
            var (plan, analysis) = await _database.ReadOnceAsync(
                session => QueryPlan.ReadAsync(session, statement, bound, analyze, cancellation), cancellation).ConfigureAwait(false);
            explained.Add(new ExplainedStatement(
                field.ResponseKey,
                CypherText.Of(statement.Text),
                [.. statement.Parameters.Select((parameter, index) => ("$p." + CypherCompiler.ParameterKey(index), parameter.Index))],
                plan,
                analysis));
        }
        return explained;
    }

    private IEnumerable<string> PrimingTexts() =>
        Current.All.SelectMany(field => field.PrimingStatements).Select(statement => statement.Text).Distinct(StringComparer.Ordinal);

    /// <summary>The statements of the reads that almost every traversal makes, if it walks what is walked by default.</summary>
    private IEnumerable<string> TraversalTexts() =>
        from statements in Current.Traversals.Values
        let hops = TraversalScope.Default(statements.Traversal).Hops(new HashSet<NodeType>(), isReversed: false)
        from statement in statements.StatementsFor(hops, TraversalRead.Find, TraversalRead.All)
        select statement.Text;

    private static async ValueTask RunOneAsync(Session session, RootField field, PlanRun run, CancellationToken cancellation)
    {
        var statement = field.StatementFor(run.Bound);
        var cursor = await session.RunAsync(
            statement.Text, ParameterMap.Write, (statement, run.Bound), null, cancellation).ConfigureAwait(false);
        await FetchAsync(cursor, cancellation).ConfigureAwait(false);
        if (cursor.CurrentBytes.Length > LargeRecord)
            await WorkerThread.SwitchAsync();
        Write(run, cursor);
    }

    private static async ValueTask RunAllAsync(Session session, RootField[] fields, PlanRun run, CancellationToken cancellation)
    {
        var queries = Array.ConvertAll(fields, field =>
        {
            var statement = field.StatementFor(run.Bound);
            return (statement.Text, (statement, run.Bound));
        });
        var cursors = await session.ReadTogetherAsync(queries, ParameterMap.Write, null, cancellation).ConfigureAwait(false);
        var (start, next, unyielded) = (run.Output.Length, 0, 0);
        run.Output.Write((byte)'{');
        for (var index = 0; index < run.Plan.Slots.Length; index++)
        {
            ResultCursor? cursor = null;
            if (run.Plan.Slots[index].ValueCount > 0)
            {
                cursor = cursors[next++];
                await FetchAsync(cursor, cancellation).ConfigureAwait(false);
                unyielded += cursor.CurrentBytes.Length;
            }
            if (unyielded > LargeRecord)
            {
                await WorkerThread.SwitchAsync();
                unyielded = 0;
            }
            if (!WriteField(run, index, cursor))
            {
                run.Output.Length = start;
                run.Output.Write("null"u8);
                return;
            }
        }
        run.Output.Write((byte)'}');
    }

    private static async ValueTask FetchAsync(ResultCursor cursor, CancellationToken cancellation)
    {
        if (!await cursor.FetchAsync(cancellation).ConfigureAwait(false))
            throw new StoreException(StoreFailure.Unavailable, "The database returned no result.");
    }

    /// <summary>Writes the whole response from the one record.</summary>
    private static void Write(PlanRun run, ResultCursor cursor)
    {
        try
        {
            ResponseWriter<PackStreamRowReader>.Write(run, Read(cursor));
        }
        catch (ProtocolException)
        {
            // A single value in place of a list, or the reverse.
            throw Neo4jFailure.UnexpectedValueType();
        }
    }

    /// <summary>Writes one field; <paramref name="cursor"/> is null if the field reads nothing.</summary>
    private static bool WriteField(PlanRun run, int index, ResultCursor? cursor)
    {
        try
        {
            return ResponseWriter<PackStreamRowReader>.WriteField(run, index, cursor is null ? default : Read(cursor));
        }
        catch (ProtocolException)
        {
            throw Neo4jFailure.UnexpectedValueType();
        }
    }

    /// <summary>A record is a list of values; here of one value, the row of the root.</summary>
    private static PackStreamRowReader Read(ResultCursor cursor)
    {
        var values = cursor.CurrentValues;
        values.ReadListHeader();
        return new PackStreamRowReader(values);
    }

    /// <summary>The root fields that read from the database, compiled for a set of irregular properties.</summary>
    private sealed class Fields
    {
        public Fields(Plan plan, bool[] cursorNulls, IReadOnlySet<Property> irregular)
        {
            Irregular = irregular;
            int[] cursorTexts =
            [
                .. plan.Bindings.OfType<CursorBinding>().SelectMany(binding => binding.Bound.Keys)
                    .Where(key => key.Kind is ScalarKind.Id or ScalarKind.String).Select(key => key.Index),
            ];
            var slots = PlanRewriter.Rewrite(plan, cursorNulls, irregular).Slots;
            All = [.. slots.Where(slot => slot.ValueCount > 0).Select(slot => new RootField(slot, cursorTexts))];
            Traversals = slots.OfType<TraversalSlot>().Select(slot => slot.Traversal)
                .ToDictionary(traversal => traversal.Ends, traversal => new TraversalStatements(traversal));
        }

        public IReadOnlySet<Property> Irregular { get; }

        public RootField[] All { get; }

        /// <summary>The statements of traversals, by the parameters for their ends.</summary>
        public Dictionary<Parameter, TraversalStatements> Traversals { get; }

        /// <summary>Whether the database has already planned their statements.</summary>
        public bool IsPlanned { get; set; }
    }
}
