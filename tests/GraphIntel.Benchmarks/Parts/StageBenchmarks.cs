using BenchmarkDotNet.Attributes;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Execute;
using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Parts;

/// <summary>One stage at a time, for each question.</summary>
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

    /// <summary>The question's name.</summary>
    [Params("point", "page", "deep")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _graph = await BenchmarkStore.OpenAsync();
        _schema = _graph.Schema;
        var question = Question.All.Single(one => one.Name == Name);
        _document = GraphQLParser.Parser.Parse(question.Query);
        _operation = _document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        _plan = Planner.Make(_schema, _document, _operation, NoVariables).Plan!;
        _rows = await new StatementAlone(_schema, _graph.Store, question).AnswerAsync();
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _graph.DisposeAsync();

    /// <summary>A validated document to its plan.</summary>
    [Benchmark]
    public object? DocumentToPlan() => Planner.Make(_schema, _document, _operation, NoVariables).Plan;

    /// <summary>A plan to its SQL.</summary>
    [Benchmark]
    public string PlanToStatement() => SqlCompiler.Compile(_plan, []);

    /// <summary>The statement's answer to the response.</summary>
    [Benchmark]
    public int RowsToResponse()
    {
        using var output = new ResponseBuffer();
        using var run = new PlanRun(_plan, _plan.Bind(NoVariables), output);
        ResponseWriter<JsonRowReader>.Write(run, new JsonRowReader(_rows));
        return output.Length;
    }
}
