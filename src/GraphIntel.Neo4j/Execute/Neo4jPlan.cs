using GraphIntel.Bolt;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Execute;

/// <summary>A plan as a statement of one record, whose bytes are walked where the connection has them.</summary>
internal sealed class Neo4jPlan(Neo4jDatabase database, Plan plan, ReadOnlySpan<bool> cursorNulls) : CompiledPlan
{
    // Bytes: writing this much takes about half a millisecond.
    private const int LargeRecord = 256 * 1024;

    private readonly bool[] _cursorNulls = cursorNulls.ToArray();
    private readonly int[] _cursorTexts =
    [
        .. plan.Bindings.OfType<CursorBinding>().SelectMany(binding => binding.Bound.Keys)
            .Where(key => key.Kind is ScalarKind.Id or ScalarKind.String).Select(key => key.Index),
    ];
    private string? _byCodePoint;

    /// <inheritdoc/>
    public override string Statement { get; } = CypherCompiler.Compile(plan, cursorNulls, byCodePoint: false);

    /// <inheritdoc/>
    public override async ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation)
    {
        try
        {
            var session = database.OpenReader();
            await using (session.ConfigureAwait(false))
            {
                var cursor = await session.RunAsync(
                    StatementFor(run.Bound), ParameterMap.Write, (plan, run.Bound), null, cancellation).ConfigureAwait(false);
                if (!await cursor.FetchAsync(cancellation).ConfigureAwait(false))
                    throw new StoreException(StoreFailure.Unavailable, "The database gave no answer.");
                if (cursor.CurrentBytes.Length > LargeRecord)
                    await WorkerThread.SwitchAsync();
                Write(run, cursor);
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

    /// <summary>Lets the server plan the statement and keep the plan, without running it. What is in the map does not matter to a plan.</summary>
    public override async ValueTask PrimeAsync(CancellationToken cancellation) => await database.UseReaderAsync(
        async session =>
        {
            var cursor = await session.RunAsync("EXPLAIN " + Statement, ParameterMap.WriteEmpty, null, cancellation).ConfigureAwait(false);
            return await cursor.ConsumeAsync(cancellation).ConfigureAwait(false);
        },
        cancellation).ConfigureAwait(false);

    /// <summary>A record is a list of its values: of one, the row of the root.</summary>
    private static void Write(PlanRun run, ResultCursor cursor)
    {
        try
        {
            var values = cursor.CurrentValues;
            // JSON has the keys besides.
            run.Output.Reserve((int)Math.Min(int.MaxValue, 2L * values.Remaining));
            values.ReadListHeader();
            ResponseWriter<PackStreamRowReader>.Write(run, new PackStreamRowReader(values));
        }
        catch (ProtocolException)
        {
            // One value where the plan has a list, or the other way round.
            throw Neo4jFailure.Stray();
        }
    }

    /// <summary>The text that runs for these values.</summary>
    public string StatementFor(BoundParameters bound)
    {
        foreach (var text in _cursorTexts)
        {
            if (bound.Values[text] is string given && CodePoints.Matter(given))
                return _byCodePoint ??= CypherCompiler.Compile(plan, _cursorNulls, byCodePoint: true);
        }
        return Statement;
    }
}
