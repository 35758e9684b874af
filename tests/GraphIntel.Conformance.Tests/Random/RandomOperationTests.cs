using GraphIntel.Conformance.Tests.Oracle;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Operations made at random, over graphs made at random, are answered as the oracle answers them.</summary>
public sealed class RandomOperationTests(ITestOutputHelper output)
{
    private const int OperationsPerGraph = 50;

    [Fact]
    public Task Operations_over_the_domain_answer_as_the_oracle_does() => CompareAsync(1, _ => ReadModel.Domain);

    [Fact]
    public Task Operations_over_random_models_answer_as_the_oracle_does() => CompareAsync(1_000_001, ReadModel.Random);

    // Graphs are numbered from the start; each number has choices of its own.
    private async Task CompareAsync(int start, Func<Dice, ReadModel> read)
    {
        var cancellation = TestContext.Current.CancellationToken;
        output.WriteLine($"GRAPHINTEL_RANDOM_SEED={RandomRun.Seed}");
        for (var (number, asked) = (start, 0); asked < RandomRun.Operations * 2 / 5; number++)
        {
            var dice = Dice.Of(RandomRun.Seed, number);
            var model = read(dice);
            var graph = RandomGraph.Make(dice, model.Model, dice.Int(2, 9));
            var book = new CursorBook();
            await using var comparison = await Comparison.OpenAsync(model.Schema, graph, book, cancellation);
            for (var i = 0; i < OperationsPerGraph; i++)
            {
                var operation = RandomOperation.Write(dice, model.Schema, graph.Ids);
                var (disagreement, variables, count) = await comparison.AskAsync(operation, dice, cancellation);
                asked += count;
                if (disagreement is null) continue;
                var shrinking = new Shrinking(model, book, disagreement, cancellation);
                var failure = await shrinking.ShrinkAsync(graph, operation.Document, variables);
                Assert.Fail($"GRAPHINTEL_RANDOM_SEED={RandomRun.Seed}, graph {number}, operation {i}: {failure}");
            }
        }
    }
}
