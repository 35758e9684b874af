using GraphIntel.Core.Execution;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Read;
using GraphIntel.Sqlite.Write;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphIntel.Sqlite.Execute;

/// <summary>A plan as a SELECT, prepared once for each connection that runs it.</summary>
internal sealed class SqlitePlan(ReaderPool readers, string sql) : CompiledPlan
{
    /// <inheritdoc/>
    public override string Statement => sql;

    /// <inheritdoc/>
    public override async ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation)
    {
        using var reader = await readers.RentAsync(cancellation).ConfigureAwait(false);
        var statement = Prepare(reader);
        Bind(statement, run.Bound);
        if (!statement.Step())
            throw new StoreException(StoreFailure.Unavailable, "The store gave no answer.");

        // SQLite's own bytes, which stay until the statement is reset.
        ResponseWriter<JsonRowReader>.Write(run, new JsonRowReader(raw.sqlite3_column_blob(statement.Handle, 0)));
    }

    private Statement Prepare(Reader reader)
    {
        try
        {
            return reader.Statement(sql);
        }
        catch (StoreException error) when (error.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_ERROR } inner
            && inner.Message.Contains("too ", StringComparison.Ordinal))
        {
            // Too large an expression tree, too many arguments of a function, too many terms: about 22 connections in each other.
            throw new StoreException(
                StoreFailure.TooComplex, "The operation nests too deeply, or asks for too many fields of one object, for this store: ask in parts.", error);
        }
    }

    /// <summary>Binds the values of a request to the statement of its plan.</summary>
    internal static void Bind(Statement statement, BoundParameters bound)
    {
        // A statement has no place for what the answer does not need, such as the page of a connection that is only counted.
        var places = Math.Min(bound.Values.Length, raw.sqlite3_bind_parameter_count(statement.Handle));
        for (var index = 0; index < places; index++)
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
                case double number:
                    statement.Bind(index + 1, number);
                    break;
                case bool truth:
                    statement.Bind(index + 1, truth ? 1L : 0L);
                    break;
                case DateOnly day:
                    statement.Bind(index + 1, ListText.DayText(day));
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
