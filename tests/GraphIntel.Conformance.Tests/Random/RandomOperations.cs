using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Stores;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Asks a store and the oracle operations made at random, over graphs made at random or imported.</summary>
internal sealed class RandomOperations(IStoreSource source, int operationsPerGraph, ITestOutputHelper output)
{
    /// <summary>Two fifths of the operations of a run.</summary>
    public Task OverTheDomainAsync(int operations) => CompareAsync(1, operations * 2 / 5, _ => ReadModel.Domain, Make);

    /// <summary>Two fifths of the operations of a run.</summary>
    public Task OverRandomModelsAsync(int operations) => CompareAsync(1_000_001, operations * 2 / 5, ReadModel.Random, Make);

    /// <summary>A tenth of the operations of a run, over what an included mapping makes of a table.</summary>
    public async Task OverImportedEventsAsync(int operations)
    {
        var events = await ImportedEvents.ReadAsync(TestContext.Current.CancellationToken);
        await CompareAsync(2_000_001, operations / 10, _ => ReadModel.Domain, (_, _) => events.Copy());
    }

    private static GraphText Make(Dice dice, ReadModel model) => RandomGraph.Make(dice, model.Model, dice.Int(2, 9));

    // Graphs are numbered from the start; each number has choices of its own.
    private async Task CompareAsync(int start, int operations, Func<Dice, ReadModel> read, Func<Dice, ReadModel, GraphText> make)
    {
        var cancellation = TestContext.Current.CancellationToken;
        output.WriteLine($"GRAPHINTEL_RANDOM_SEED={RandomRun.Seed}");
        var (number, asked) = (start, 0);
        for (; asked < operations; number++)
        {
            var dice = Dice.Of(RandomRun.Seed, number);
            var model = read(dice);
            var graph = make(dice, model);
            var book = new CursorBook();
            await using var comparison = await Comparison.OpenAsync(source, model.Schema, graph, book, cancellation);
            for (var i = 0; i < operationsPerGraph; i++)
            {
                var operation = RandomOperation.Write(dice, model.Schema, graph);
                var (disagreement, document, variables, count) = await comparison.QueryAsync(operation, dice, cancellation);
                asked += count;
                if (disagreement is null)
                    continue;
                var shrinking = new Shrinking(source, model, book, disagreement, cancellation);
                var failure = await shrinking.ShrinkAsync(graph, document, variables);
                Assert.Fail($"GRAPHINTEL_RANDOM_SEED={RandomRun.Seed}, graph {number}, operation {i}: {failure}");
            }
        }
        output.WriteLine($"{asked} operations over {number - start} graphs");
    }
}
