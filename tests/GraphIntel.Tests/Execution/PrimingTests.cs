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
using Xunit;

namespace GraphIntel.Tests.Execution;

public sealed class PrimingTests
{
    private static readonly GraphSchema DomainSchema = SchemaBuilder.Build(ModelReader.ReadDomain());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{ actors { nodes { id } } }", 1)]
    [InlineData("query Q($id: ID!) { actor(id: $id) { name } }", 1)]
    [InlineData("query Q($first: Int = 10, $after: String) { actors(first: $first, after: $after) { nodes { id } } }", 2)]
    [InlineData("query Q($ids: [ID!]!, $asOf: Date, $certainty: Certainty) { nodes(ids: $ids) { id ... on Actor { backers(asOf: $asOf, certainty: $certainty) { nodes { id } } } } }", 2)]
    [InlineData("query A { actors { nodes { id } } } query B($id: ID!) { place(id: $id) { name } }", 2)]
    [InlineData("query Q($where: ActorFilterInput) { actors(where: $where) { nodes { id } } }", 1)]
    [InlineData("query Q($where: ActorFilterInput!) { actors(where: $where) { nodes { id } } }", 0)]
    [InlineData("query Q($from: PointInput!) { places(order: [{ location: { distance: { from: $from } } }]) { nodes { id } } }", 1)]
    [InlineData("query Q($box: BoxInput) { places(where: { location: { within: $box } }) { nodes { id } } }", 2)]
    [InlineData("query Q($first: Int, $last: Int) { actors(first: $first, last: $last) { nodes { id } } }", 1)]
    [InlineData("{ __typename }", 0)]
    public async Task A_document_is_primed_with_required_and_with_all_variables(string document, int statements)
    {
        await using var store = new RecordingStore();
        var engine = new GraphEngine(DomainSchema, store, new EngineOptions());
        await engine.PrimeAsync(Encoding.UTF8.GetBytes(document), Cancellation);
        Assert.Equal(statements, store.Primed);
    }

    [Fact]
    public async Task A_request_uses_the_plan_that_was_primed()
    {
        const string Document = "query Q($id: ID!, $first: Int) { actor(id: $id) { backers(first: $first) { nodes { id } } } }";
        await using var store = new RecordingStore();
        var engine = new GraphEngine(DomainSchema, store, new EngineOptions());
        await engine.PrimeAsync(Encoding.UTF8.GetBytes(Document), Cancellation);
        Assert.Equal(2, store.Compiled);
        foreach (var variables in (string[])["""{"id": "actor:iran"}""", """{"id": "actor:usa", "first": 3}"""])
        {
            using var given = JsonDocument.Parse(variables);
            using var answer = await engine.ExecuteAsync(
                new GraphRequest(Encoding.UTF8.GetBytes(Document), null, given.RootElement), Cancellation);
        }
        Assert.Equal((2, 2), (store.Compiled, store.Executed));
    }

    [Fact]
    public async Task A_failure_of_a_store_to_prime_is_thrown()
    {
        await using var store = new RecordingStore { Failure = new StoreException(StoreFailure.Unavailable, "away") };
        var engine = new GraphEngine(DomainSchema, store, new EngineOptions());
        await Assert.ThrowsAsync<StoreException>(async () => await engine.PrimeAsync("{ actors { nodes { id } } }"u8.ToArray(), Cancellation));
    }

    /// <summary>A store that counts the uses of its statements, which return nothing.</summary>
    private sealed class RecordingStore : IGraphStore
    {
        public int Compiled { get; private set; }

        public int Primed { get; private set; }

        public int Executed { get; private set; }

        public StoreException? Failure { get; init; }

        public GraphModel Model => DomainSchema.Model;

        public StoreConcurrency Concurrency => StoreConcurrency.OfProcessors;

        public ValueTask<GraphStatistics> ReadStatisticsAsync(CancellationToken cancellation) => ValueTask.FromResult(GraphStatistics.Empty);

        public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, CancellationToken cancellation)
        {
            Compiled++;
            return new RecordingPlan(this);
        }

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

        public IRowCounter CompileCount(StartCount count) => throw new NotSupportedException();

        public ValueTask<IGraphReader> OpenGraphAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<string?> ReadMetadataAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask WriteMetadataAsync(string name, string value, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask CheckHealthAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private sealed class RecordingPlan(RecordingStore store) : CompiledPlan
        {
            public override string Statement => "";

            public override ValueTask<ITraversalReader> OpenTraversalAsync(Traversal traversal, BoundParameters bound, CancellationToken cancellation) =>
                throw new NotSupportedException();

            public override ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation)
            {
                store.Executed++;
                run.Output.Write("{}"u8);
                return ValueTask.CompletedTask;
            }

            public override ValueTask PrimeAsync(CancellationToken cancellation)
            {
                store.Primed++;
                return store.Failure is null ? ValueTask.CompletedTask : throw store.Failure;
            }
        }
    }
}
