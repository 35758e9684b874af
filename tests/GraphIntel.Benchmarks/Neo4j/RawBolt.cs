using GraphIntel.Bolt;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Execute;
using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>The Cypher statement of a query through the Bolt client alone, with the parameters of each request; records are read and discarded.</summary>
internal sealed class RawBolt : IAsyncDisposable
{
    private readonly Driver _driver;
    private readonly SessionConfig _session;
    private readonly (CypherStatement Statement, BoundParameters Bound)[] _requests;

    public RawBolt(Driver driver, string database, GraphSchema schema, IGraphStore store, Neo4jBenchmarkQuery query)
    {
        _driver = driver;
        _session = new SessionConfig { Database = database, DefaultAccessMode = AccessMode.Read };
        var document = GraphQLParser.Parser.Parse(query.Query);
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        var variables = query.Ids.Select(id => new Dictionary<string, object?> { ["id"] = id }).ToList();
        var plan = Planner.Create(schema, document, operation, variables[0], CancellationToken.None).Plan!;
        var compiled = (Neo4jPlan)store.Compile(plan, [], CancellationToken.None);
        _requests =
        [
            .. variables.Select(plan.Bind).Select(bound => (compiled.StatementsFor(bound).Single(), bound)),
        ];
    }

    /// <summary>Concurrent connections, each with another offset into the requests.</summary>
    public IReadOnlyList<Func<Task>> Connections(int count) => [.. Enumerable.Range(0, count).Select(connection =>
    {
        var next = connection * _requests.Length / count;
        return (Func<Task>)(() => QueryAsync(_requests[next++ % _requests.Length]));
    })];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _driver.DisposeAsync();

    private async Task QueryAsync((CypherStatement Statement, BoundParameters Bound) request)
    {
        await using var session = _driver.Session(_session);
        var cursor = await session.RunAsync(request.Statement.Text, ParameterMap.Write, request);
        while (await cursor.FetchAsync())
            cursor.CurrentValues.Skip();
    }
}
