using System.Globalization;
using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>
/// Operations made at random, over graphs made at random, are answered as the oracle answers them. GRAPHINTEL_RANDOM_OPERATIONS
/// says how many in all; GRAPHINTEL_RANDOM_SEED repeats a run.
/// </summary>
public sealed class RandomOperationTests(ITestOutputHelper output)
{
    private const int OperationsPerGraph = 50;

    private static readonly int _operations =
        int.Parse(Environment.GetEnvironmentVariable("GRAPHINTEL_RANDOM_OPERATIONS") ?? "3200", CultureInfo.InvariantCulture);

    private static readonly ulong _seed = Environment.GetEnvironmentVariable("GRAPHINTEL_RANDOM_SEED") is { Length: > 0 } text
        ? ulong.Parse(text, CultureInfo.InvariantCulture)
        : (ulong)DateTime.UtcNow.Ticks;

    [Fact]
    public Task Operations_over_the_domain_answer_as_the_oracle_does()
    {
        var model = ModelReader.ReadDomain();
        var schema = SchemaBuilder.Build(model);
        return CompareAsync(1, _ => ("the domain's model", model, schema));
    }

    [Fact]
    public Task Operations_over_random_models_answer_as_the_oracle_does() => CompareAsync(1_000_001, dice =>
    {
        var sdl = RandomModel.Write(dice);
        var model = ModelReader.Read(sdl);
        return (sdl, model, SchemaBuilder.Build(model));
    });

    private async Task CompareAsync(int start, Func<Dice, (string Sdl, GraphModel Model, GraphSchema Schema)> makeModel)
    {
        var cancellation = TestContext.Current.CancellationToken;
        output.WriteLine($"GRAPHINTEL_RANDOM_SEED={_seed}");
        for (var (number, asked) = (start, 0); asked < _operations / 2; number++)
        {
            var dice = Dice.Of(_seed, number);
            var (sdl, model, schema) = makeModel(dice);
            var graph = RandomGraph.Make(dice, model, dice.Int(2, 9));
            var book = new CursorBook();
            await using var comparison = await Comparison.OpenAsync(schema, graph, book, cancellation);
            for (var i = 0; i < OperationsPerGraph; i++)
            {
                var operation = RandomOperation.Write(dice, schema, graph.Ids);
                var (disagreement, variables, count) = await comparison.AskAsync(operation, dice, cancellation);
                asked += count;
                if (disagreement is null) continue;
                var small = await new Shrinking(schema, book, disagreement, cancellation).ShrinkAsync(graph, operation.Document, variables);
                Assert.Fail(
                    $"GRAPHINTEL_RANDOM_SEED={_seed}, graph {number}, operation {i}: {disagreement.Kind}\n{sdl}\n{small.Graph}\n"
                    + $"{small.Document}\nvariables {small.Variables}\nserver {small.Disagreement.Server}\noracle {small.Disagreement.Oracle}\n");
            }
        }
    }
}
