using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Response;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Execute;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>
/// A store that returns the same rows, in SQLite's format, for any plan, also rows that no store should return.
/// </summary>
internal sealed class StubStore(string rows) : IGraphStore
{
    private static readonly GraphSchema DomainSchema = SchemaBuilder.Build(ModelReader.ReadDomain());

    public GraphModel Model => DomainSchema.Model;

    /// <summary>The response to a query of the domain with these rows; variables are a JSON object, or null for none.</summary>
    public static async Task<JsonElement> AnswerAsync(string query, string rows, string? variables = null)
    {
        await using var store = new StubStore(rows);
        var engine = new GraphEngine(DomainSchema, store, new EngineOptions());
        using var response = await engine.ExecuteAsync(
            new GraphRequest(Encoding.UTF8.GetBytes(query), Variables: variables is null ? null : JsonElement.Parse(variables)),
            TestContext.Current.CancellationToken);
        return JsonElement.Parse(response.Body.Span);
    }

    public StoreConcurrency Concurrency => StoreConcurrency.OfProcessors;

    public ValueTask<GraphStatistics> ReadStatisticsAsync(CancellationToken cancellation) => ValueTask.FromResult(GraphStatistics.Empty);

    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, CancellationToken cancellation) => new CannedPlan(Encoding.UTF8.GetBytes(rows));

    public ValueTask<bool> PrepareAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<WriteSummary> WriteAsync(Func<IBatchScope, ValueTask<GraphBatch>> make, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<T> TryAsync<T>(Func<IBatchScope, ValueTask<T>> work, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyDictionary<string, ElementType>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask FindAsync(
        IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask CheckHealthAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public IRowCounter CompileCount(StartCount count) => throw new NotSupportedException();

    public ValueTask<IGraphReader> OpenGraphAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<string?> ReadMetadataAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask WriteMetadataAsync(string name, string value, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class CannedPlan(byte[] rows) : CompiledPlan
    {
        public override string Statement => "";

        public override ValueTask<ITraversalReader> OpenTraversalAsync(Traversal traversal, BoundParameters bound, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public override ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation)
        {
            ResponseWriter<JsonRowReader>.Write(run, new JsonRowReader(rows));
            return ValueTask.CompletedTask;
        }
    }
}
