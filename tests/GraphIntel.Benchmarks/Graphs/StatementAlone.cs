using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Sqlite;
using GraphIntel.Sqlite.Execute;
using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Graphs;

/// <summary>A question's SQL statement, bound and run on a connection of the pool, its answer dropped.</summary>
internal sealed class StatementAlone
{
    private readonly SqliteStore _store;
    private readonly string _sql;
    private readonly BoundParameters _bound;

    public StatementAlone(GraphSchema schema, SqliteStore store, Question question)
    {
        _store = store;
        var document = GraphQLParser.Parser.Parse(question.Query);
        var variables = new Dictionary<string, object?>();
        var plan = Planner.Make(schema, document, document.Definitions.OfType<GraphQLOperationDefinition>().Single(), variables).Plan!;
        _sql = store.Compile(plan, []).Statement;
        _bound = plan.Bind(variables);
    }

    /// <summary>Gives the length of the answer.</summary>
    public async ValueTask<int> RunAsync()
    {
        using var reader = await _store.Readers.RentAsync(CancellationToken.None);
        var statement = reader.Statement(_sql);
        SqlitePlan.Bind(statement, _bound);
        statement.Step();
        return SQLitePCL.raw.sqlite3_column_bytes(statement.Handle, 0);
    }

    /// <summary>Gives the answer itself.</summary>
    public async Task<byte[]> AnswerAsync()
    {
        using var reader = await _store.Readers.RentAsync(CancellationToken.None);
        var statement = reader.Statement(_sql);
        SqlitePlan.Bind(statement, _bound);
        statement.Step();
        return SQLitePCL.raw.sqlite3_column_blob(statement.Handle, 0).ToArray();
    }
}
