using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Execute;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>A store that gives one answer, rows as SQLite writes them, to whatever plan: also one that no store should give.</summary>
internal sealed class CannedStore(string rows) : IGraphStore
{
    private static readonly GraphSchema DomainSchema = SchemaBuilder.Build(ModelReader.ReadDomain());

    public GraphModel Model => DomainSchema.Model;

    /// <summary>The response to a question about the domain whose rows are these.</summary>
    public static async Task<JsonElement> AnswerAsync(string query, string rows)
    {
        await using var store = new CannedStore(rows);
        var engine = new GraphEngine(DomainSchema, store, new EngineOptions());
        using var response = await engine.ExecuteAsync(
            new GraphRequest(Encoding.UTF8.GetBytes(query)), TestContext.Current.CancellationToken);
        return JsonElement.Parse(response.Body.Span);
    }

    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls) => new CannedPlan(Encoding.UTF8.GetBytes(rows));

    public ValueTask<bool> PrepareAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyDictionary<string, FactType>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask CheckHealthAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<string?> ReadMarkAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask WriteMarkAsync(string name, string value, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class CannedPlan(byte[] rows) : CompiledPlan
    {
        public override string Statement => "";

        public override ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation)
        {
            ResponseWriter<JsonRowReader>.Write(run, new JsonRowReader(rows));
            return ValueTask.CompletedTask;
        }
    }
}
