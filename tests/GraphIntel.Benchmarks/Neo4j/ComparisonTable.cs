using System.Globalization;
using GraphIntel.Benchmarks.Load;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>One of the three, and what rounds in turn measured of it.</summary>
/// <param name="run">Lets it answer for a time.</param>
/// <param name="readCpu">The CPU time of all that take part in its answers, up to now.</param>
internal sealed class Side(Func<TimeSpan, Task<Timing>> run, Func<Task<TimeSpan>> readCpu)
{
    private readonly List<Timing> _rounds = [];
    private readonly List<Timing> _parts = [];
    private TimeSpan _cpu;

    public IReadOnlyList<Timing> Rounds => _rounds;

    public Timing Whole => Timing.Of(_rounds);

    /// <summary>CPU milliseconds of a request: of the database, the server and the client together.</summary>
    public double Cpu => _cpu.TotalMilliseconds / _rounds.Sum(round => round.Count);

    /// <summary>Lets it answer, and forgets how fast it was.</summary>
    public Task WarmAsync(TimeSpan time) => run(time);

    /// <summary>Measures it for a part of a round.</summary>
    public async Task RunAsync(TimeSpan time)
    {
        var before = await readCpu();
        _parts.Add(await run(time));
        _cpu += await readCpu() - before;
    }

    /// <summary>What was measured since the last round is one.</summary>
    public void EndRound()
    {
        _rounds.Add(Timing.Of(_parts));
        _parts.Clear();
    }
}

/// <summary>What rounds in turn measured of the three.</summary>
internal sealed record Comparison(Side Raw, Side Ours, Side Peer)
{
    /// <summary>Of the rounds the one in the middle: each compares neighbours in time.</summary>
    public double OfBolt => Statistics.Median(Ours.Rounds.Zip(Raw.Rounds, (ours, raw) => ours.Rate / raw.Rate));

    public double TimesPeer => Statistics.Median(Ours.Rounds.Zip(Peer.Rounds, (ours, peer) => ours.Rate / peer.Rate));
}

/// <summary>
/// The comparisons with their bars, which hold at 8 connections. Requests a second are what counts on a machine that does nothing else;
/// where it does, the same ratios of CPU time say what they would be, since at 8 connections the cores are all there is to wait for.
/// </summary>
internal sealed class ComparisonTable
{
    private const int BarConnections = 8;

    /// <summary>All that was added.</summary>
    public Table Whole { get; } = new Table()
        .Title("Over loopback, Neo4j, servers and clients on the same cores; medians of the rounds")
        .AddColumns("question", "connections", "requests/s", "p50 ms", "p99 ms", "Bolt/s", "of Bolt", "peer/s", "peer p50", "peer p99", "times the peer", "CPU ms", "of Bolt", "times the peer");

    public void Add(Neo4jQuestion question, int connections, Comparison comparison)
    {
        var (ours, peer) = (comparison.Ours.Whole, comparison.Peer.Whole);
        Whole.AddRow(
            question.Name,
            Text(connections, "0"),
            Rate(comparison.Ours),
            Text(ours.Median, "0.00"),
            Text(ours.Tail, "0.0"),
            Rate(comparison.Raw),
            Judged(comparison.OfBolt, question.OfBolt, connections),
            Rate(comparison.Peer),
            Text(peer.Median, "0.00"),
            Text(peer.Tail, "0.0"),
            Judged(comparison.TimesPeer, question.TimesPeer, connections),
            Text(comparison.Ours.Cpu, "0.00"),
            Text(comparison.Raw.Cpu / comparison.Ours.Cpu, "0.00"),
            Text(comparison.Peer.Cpu / comparison.Ours.Cpu, "0.00"));
    }

    private static string Rate(Side side) => Text(Statistics.Median(side.Rounds.Select(timing => timing.Rate)), "N0");

    private static string Judged(double value, double bar, int connections) => connections == BarConnections
        ? $"{Text(value, "0.00")} ({(value >= bar ? "meets" : "MISSES")} {Text(bar, "0.0")})"
        : Text(value, "0.00");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
