using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Sqlite;
using GraphIntel.Sqlite.Execute;
using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Graphs;

/// <summary>The SQL statement of a query alone, executed on a pooled connection; the baseline of a request in process.</summary>
internal sealed class RawStatement
{
    private readonly SqliteStore _store;
    private readonly string _sql;
    private readonly BoundParameters _bound;

    public RawStatement(GraphSchema schema, SqliteStore store, BenchmarkQuery query)
    {
        _store = store;
        var document = GraphQLParser.Parser.Parse(query.Query);
        var variables = new Dictionary<string, object?>();
        var plan = Planner.Create(schema, document, document.Definitions.OfType<GraphQLOperationDefinition>().Single(), variables, CancellationToken.None).Plan!;
        _sql = store.Compile(plan, [], CancellationToken.None).Statement;
        _bound = plan.Bind(variables);
    }

    /// <summary>Other SQL in place of the query's statement.</summary>
    public RawStatement(SqliteStore store, string sql)
    {
        _store = store;
        _sql = sql;
        _bound = new BoundParameters(new Dictionary<string, object?>(), 0, 0);
    }

    /// <summary>Executes the statement; returns the length of the result.</summary>
    public async ValueTask<int> RunAsync()
    {
        using var reader = await _store.Readers.RentAsync(CancellationToken.None);
        var statement = reader.Statement(_sql);
        SqlitePlan.Bind(statement, _bound);
        statement.Step();
        return SQLitePCL.raw.sqlite3_column_bytes(statement.Handle, 0);
    }

    /// <summary>Executes the statement; returns the number of instructions of SQLite's virtual machine that this took.</summary>
    public async Task<int> CountStepsAsync()
    {
        using var reader = await _store.Readers.RentAsync(CancellationToken.None);
        var statement = reader.Statement(_sql);
        SqlitePlan.Bind(statement, _bound);
        SQLitePCL.raw.sqlite3_stmt_status(statement.Handle, SQLitePCL.raw.SQLITE_STMTSTATUS_VM_STEP, 1);
        statement.Step();
        return SQLitePCL.raw.sqlite3_stmt_status(statement.Handle, SQLitePCL.raw.SQLITE_STMTSTATUS_VM_STEP, 0);
    }

    /// <summary>Executes the statement; returns the result.</summary>
    public async Task<byte[]> ReadAsync()
    {
        using var reader = await _store.Readers.RentAsync(CancellationToken.None);
        var statement = reader.Statement(_sql);
        SqlitePlan.Bind(statement, _bound);
        statement.Step();
        return SQLitePCL.raw.sqlite3_column_blob(statement.Handle, 0).ToArray();
    }
}
