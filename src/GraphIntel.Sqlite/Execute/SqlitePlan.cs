using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Response;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Read;
using GraphIntel.Sqlite.Write;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphIntel.Sqlite.Execute;

/// <summary>
/// A plan compiled to one SELECT, prepared once for each connection that runs it; with further ones for what is found before.
/// </summary>
internal sealed partial class SqlitePlan(ReaderPool readers, string sql, IReadOnlyList<Traversal> traversals) : CompiledPlan
{
    // Characters. SQLite needs some milliseconds to prepare a statement of this length, on each connection.
    private const int LargeStatement = 64 * 1024;

    /// <summary>The maximum number of parameters of a statement: the default SQLITE_LIMIT_VARIABLE_NUMBER.</summary>
    internal const int MaxParameters = 32766;

    private readonly Dictionary<Parameter, TraversalStatements> _traversals =
        traversals.ToDictionary(traversal => traversal.Ends, traversal => new TraversalStatements(traversal, readers.Options.ManyRelationships));

    /// <inheritdoc/>
    public override string Statement => sql;

    /// <inheritdoc/>
    public override bool NeedsPlanning => sql.Length > LargeStatement;

    /// <inheritdoc/>
    public override async ValueTask<ITraversalReader> OpenTraversalAsync(Traversal traversal, BoundParameters bound, CancellationToken cancellation)
    {
        CheckParameters(bound);
        var statements = _traversals[traversal.Ends];
        var reader = await readers.RentAsync(cancellation).ConfigureAwait(false);
        reader.BeginSnapshot();
        return new TraversalReader(reader, statements, bound, readers.Options, cancellation);
    }

    /// <inheritdoc/>
    public override async ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation)
    {
        CheckParameters(run.Bound);
        if (run.Snapshot is ReadSnapshot { Reader: var kept })
        {
            // The reader was rented for all executions; this cancellation is that of one.
            using var interruption = cancellation.UnsafeRegister(static reader => ((Reader)reader!).Interrupt(), kept);
            Execute(run, kept, isKept: true);
            return;
        }
        Execute(run, await readers.RentAsync(cancellation).ConfigureAwait(false), isKept: false);
    }

    private void Execute(PlanRun run, Reader reader, bool isKept)
    {
        var limits = readers.Options;
        using var operation = SqliteMemory.Enter(limits.MaxOperationBytes, limits.MaxBytes);
        Statement? statement = null;
        try
        {
            statement = reader.Statement(sql);
            Bind(statement, run.Bound);
            if (!statement.Step())
                throw new StoreException(StoreFailure.Unavailable, "The store returned no result.");

            // SQLite's own buffer, valid until the statement is reset.
            ResponseWriter<JsonRowReader>.Write(run, new JsonRowReader(raw.sqlite3_column_blob(statement.Handle, 0)));
        }
        catch (StoreException error) when (error.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_NOMEM or raw.SQLITE_TOOBIG } inner)
        {
            throw OutOfMemory(inner.SqliteErrorCode == raw.SQLITE_TOOBIG ? MemoryLimit.Operation : SqliteMemory.ExceededLimit, limits, error);
        }
        finally
        {
            // While the operation's memory is counted.
            if (isKept)
                statement?.Reset();
            else
                reader.Dispose();
        }
    }

    /// <summary>Reads SQLite's query plan, and executes the statement for an analysis.</summary>
    public async ValueTask<ExplainedStatement> ExplainAsync(BoundParameters bound, bool analyze, CancellationToken cancellation)
    {
        using var reader = await readers.RentAsync(cancellation).ConfigureAwait(false);
        var plan = QueryPlan.Read(reader.Statement("EXPLAIN QUERY PLAN " + sql));
        var statement = reader.Statement(sql);
        return new ExplainedStatement(
            Field: null,
            SqlText.Of(sql),
            [.. Placeholders().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal)
                .Select(name => (Name: name, Index: int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture) - 1)).OrderBy(parameter => parameter.Index)],
            plan,
            analyze ? Measure(statement, bound) : []);
    }

    private string[] Measure(Statement statement, BoundParameters bound)
    {
        using var operation = SqliteMemory.Enter(readers.Options.MaxOperationBytes, readers.Options.MaxBytes);
        Bind(statement, bound);
        StatementCounters.Reset(statement);
        var start = Stopwatch.GetTimestamp();
        statement.Step();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds:N2} ms, a result of {statement.Blob(0).Length:N0} bytes"),
            .. StatementCounters.Read(statement),
        ];
    }

    [GeneratedRegex(@"\?[0-9]+")]
    private static partial Regex Placeholders();

    private static void CheckParameters(BoundParameters bound)
    {
        if (bound.Values.Length > MaxParameters)
        {
            throw new StoreException(
                StoreFailure.TooComplex,
                $"The operation has {bound.Values.Length} values, more than this store's limit of {MaxParameters}: " +
                "pass many values as one list, with `in`, or split the operation.");
        }
    }

    private static StoreException OutOfMemory(MemoryLimit limit, SqliteOptions limits, StoreException error) => limit switch
    {
        MemoryLimit.Operation => new StoreException(
            StoreFailure.TooComplex,
            $"The operation needs more than {limits.MaxOperationBytes} bytes of the store's memory: request smaller pages, or split it.",
            error),
        MemoryLimit.Process => new StoreException(
            StoreFailure.Busy,
            $"The running operations need more than {limits.MaxBytes} bytes of the store's memory together: retry in a few seconds.",
            error),
        _ => error,
    };

    /// <summary>Binds the parameters of a request to the statement of its plan.</summary>
    internal static void Bind(Statement statement, BoundParameters bound)
    {
        // A statement does not use parameters that the response does not need, such as the page size of a connection of which
        // only the total is read.
        var count = Math.Min(bound.Values.Length, raw.sqlite3_bind_parameter_count(statement.Handle));
        for (var index = 0; index < count; index++)
        {
            switch (bound.Values[index])
            {
                case null:
                    statement.BindNull(index + 1);
                    break;
                case string text:
                    statement.Bind(index + 1, text);
                    break;
                case int number:
                    statement.Bind(index + 1, number);
                    break;
                case long number:
                    statement.Bind(index + 1, number);
                    break;
                case double number:
                    statement.Bind(index + 1, number);
                    break;
                case bool truth:
                    statement.Bind(index + 1, truth ? 1L : 0L);
                    break;
                case DateOnly day:
                    statement.Bind(index + 1, day);
                    break;
                case byte[] utf8:
                    statement.BindText(index + 1, utf8);
                    break;
                case Array list:
                    statement.Bind(index + 1, ListText.Of(list));
                    break;
                case var value:
                    throw new InvalidOperationException($"A parameter cannot be a {value.GetType().Name}.");
            }
        }
    }
}
