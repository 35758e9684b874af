using GraphIntel.Bolt;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Execute;
using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>A question's Cypher statement through the Bolt client, with the parameters of each request, its records walked and dropped.</summary>
internal sealed class RawBolt : IAsyncDisposable
{
    private readonly Driver _driver;
    private readonly SessionConfig _session;
    private readonly string _statement;
    private readonly (Plan Plan, BoundParameters Bound)[] _requests;

    public RawBolt(Driver driver, string database, GraphSchema schema, IGraphStore store, Neo4jQuestion question)
    {
        _driver = driver;
        _session = new SessionConfig { Database = database, DefaultAccessMode = AccessMode.Read };
        var document = GraphQLParser.Parser.Parse(question.Query);
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        var variables = question.Ids.Select(id => new Dictionary<string, object?> { ["id"] = id }).ToList();
        var plan = Planner.Make(schema, document, operation, variables[0]).Plan!;
        _statement = store.Compile(plan, []).Statement;
        _requests = [.. variables.Select(values => (plan, plan.Bind(values)))];
    }

    /// <summary>Connections side by side, of which each starts elsewhere among the requests.</summary>
    public IReadOnlyList<Func<Task>> Connections(int count) => [.. Enumerable.Range(0, count).Select(connection =>
    {
        var next = connection * _requests.Length / count;
        return (Func<Task>)(() => AskAsync(_requests[next++ % _requests.Length]));
    })];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _driver.DisposeAsync();

    private async Task AskAsync((Plan, BoundParameters) request)
    {
        await using var session = _driver.Session(_session);
        var cursor = await session.RunAsync(_statement, ParameterMap.Write, request);
        while (await cursor.FetchAsync())
            cursor.CurrentValues.Skip();
    }
}
