using System.Diagnostics;
using GraphIntel.Attacks;

namespace GraphIntel.Benchmarks.Attacks.Search;

/// <summary>
/// An evolutionary search for the most expensive operations within the limits: generates random operations, and mutates the most
/// expensive ones repeatedly.
/// </summary>
internal sealed class OperationSearch(AttackTarget target, AttackSettings settings, GraphSample sample)
{
    private const int EliteSize = 12;

    /// <summary>One in this many operations is random instead of mutated, so that the search leaves local maxima.</summary>
    private const int RandomInterval = 4;

    private const int InitialOperations = 40;

    // An operation that takes this long is expensive enough; the search does not wait for its end.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(8);

    private readonly HashSet<string> _shapes = [];
    private readonly List<FoundOperation> _elite = [];
    private readonly Random _random = new(settings.Seed);
    private readonly Dictionary<string, int> _outcomes = [];

    /// <summary>Runs the search; the most expensive operation is first.</summary>
    public async Task<IReadOnlyList<FoundOperation>> RunAsync()
    {
        if (settings.SearchTime == TimeSpan.Zero || settings.SearchRounds == 0)
            return [];
        using var http = new HttpClient();
        var types = SchemaTypes.Read(await http.GetStringAsync(new Uri(target.Server.Address, "/graphql?sdl")));
        var generator = new OperationGenerator(types, sample, _random);
        var mutator = new OperationMutator(types, generator, _random);
        var pages = new PageAdvancer(_random);
        var watch = Stopwatch.StartNew();
        var rounds = 0;
        while (watch.Elapsed < settings.SearchTime && rounds < settings.SearchRounds)
        {
            var operation = rounds < InitialOperations || _elite.Count == 0 || _random.Next(RandomInterval) == 0 ? generator.Draw() : mutator.Mutate(Pick(), Pick());
            if (!_shapes.Add(operation.Print(withValues: false)))
                continue;
            rounds++;
            using var client = new AttackClient(target.Server.Address, Timeout);
            if (_random.Next(RandomInterval) == 0)
                await pages.AdvanceAsync(operation, client);
            await TryAsync(operation, client);
        }
        Console.WriteLine($"Search: {rounds} operations in {watch.Elapsed.TotalSeconds:0} s; "
            + string.Join("; ", _outcomes.OrderByDescending(outcome => outcome.Value).Take(8).Select(outcome => $"{outcome.Value} {outcome.Key}")));
        return _elite;
    }

    private FieldGene Pick() => _elite[Math.Min(_random.Next(_elite.Count), _random.Next(_elite.Count))].Operation;

    private async Task TryAsync(FieldGene operation, AttackClient client)
    {
        var document = operation.Print(withValues: true);
        var before = Cpu();
        var response = await client.SendAsync(AttackRequest.Post(document));
        var outcome = response.Outcome.Split(':')[0];
        _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
        if (response.IsConnectionLost)
            await target.Server.WaitForExitAsync(AttackMeter.ExitTimeout);
        var hasEnded = target.Server.ExitCode is not null;
        if (!response.IsAdmitted && !hasEnded)
            return;
        // An operation that ends the process ranks highest.
        var cost = hasEnded ? double.MaxValue : Cpu() - before;
        if (hasEnded)
            await target.StartAsync();
        else if (response.Failure is not null)
            await WaitUntilIdleAsync();
        _elite.Add(new FoundOperation(operation, document, cost));
        _elite.Sort((one, other) => other.Cost.CompareTo(one.Cost));
        if (_elite.Count > EliteSize)
            _elite.RemoveAt(EliteSize);
    }

    private double Cpu() => target.Server.ExitCode is null ? target.Server.CpuTime.TotalSeconds + (target.DatabaseCpuTime?.TotalSeconds ?? 0) : 0;

    // The CPU time of an operation that still runs would count for the next one.
    private async Task WaitUntilIdleAsync()
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < 5 * Timeout)
        {
            var before = Cpu();
            await Task.Delay(200);
            if (Cpu() - before < 0.05)
                return;
        }
        await target.StartAsync();
    }
}

/// <summary>An operation that the search found.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Document">Its document.</param>
/// <param name="Cost">CPU time of server and database, in seconds.</param>
internal sealed record FoundOperation(FieldGene Operation, string Document, double Cost);
