using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Rewrite;
using GraphIntel.Core.Response;
using GraphIntel.Core.Schema;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Execute;
using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Parts;

/// <summary>Benchmarks of single stages, for each query.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private static readonly Dictionary<string, object?> NoVariables = [];

    private BenchmarkStore _graph = null!;
    private GraphSchema _schema = null!;
    private GraphQLDocument _document = null!;
    private GraphQLOperationDefinition _operation = null!;
    private Plan _plan = null!;
    private byte[] _rows = [];

    /// <summary>The name of the query.</summary>
    [Params("point", "page", "deep")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _graph = await BenchmarkStore.OpenAsync();
        _schema = _graph.Schema;
        var query = BenchmarkQuery.All.Single(candidate => candidate.Name == Name);
        _document = GraphQLParser.Parser.Parse(query.Query);
        _operation = _document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        _plan = Planner.Create(_schema, _document, _operation, NoVariables, CancellationToken.None).Plan!;
        _rows = await new RawStatement(_schema, _graph.Store, query).ReadAsync();
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _graph.DisposeAsync();

    /// <summary>A validated document to a plan.</summary>
    [Benchmark]
    public object? DocumentToPlan() => Planner.Create(_schema, _document, _operation, NoVariables, CancellationToken.None).Plan;

    /// <summary>A plan to a SQL statement.</summary>
    [Benchmark]
    public string PlanToStatement() => SqlCompiler.Compile(PlanRewriter.Rewrite(_plan, [], FrozenSet<Property>.Empty), CancellationToken.None);

    /// <summary>The result of the statement to the response.</summary>
    [Benchmark]
    public int RowsToResponse()
    {
        using var output = new ResponseBuffer();
        using var run = new PlanRun(_plan, _plan.Bind(NoVariables), output);
        ResponseWriter<JsonRowReader>.Write(run, new JsonRowReader(_rows));
        return output.Length;
    }
}
