using System.Globalization;
using GraphIntel.Benchmarks.Load;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>One of the three compared variants, with its measurements.</summary>
/// <param name="run">Runs the variant for a time.</param>
/// <param name="readCpu">Reads the CPU time so far of all processes that take part.</param>
internal sealed class Variant(Func<TimeSpan, Task<Timing>> run, Func<Task<TimeSpan>> readCpu)
{
    private readonly List<Timing> _rounds = [];
    private readonly List<Timing> _parts = [];
    private TimeSpan _cpu;

    public IReadOnlyList<Timing> Rounds => _rounds;

    public Timing Whole => Timing.Of(_rounds);

    /// <summary>CPU milliseconds per request: the sum of database, server and client.</summary>
    public double Cpu => _cpu.TotalMilliseconds / _rounds.Sum(round => round.Count);

    /// <summary>Runs the variant without measuring it.</summary>
    public Task WarmAsync(TimeSpan time) => run(time);

    /// <summary>Measures a part of a round.</summary>
    public async Task RunAsync(TimeSpan time)
    {
        var before = await readCpu();
        _parts.Add(await run(time));
        _cpu += await readCpu() - before;
    }

    /// <summary>Combines the parts measured since the last round into a round.</summary>
    public void EndRound()
    {
        _rounds.Add(Timing.Of(_parts));
        _parts.Clear();
    }
}

/// <summary>The measurements of the three variants.</summary>
/// <param name="Raw">Raw Bolt.</param>
/// <param name="Ours">This server.</param>
/// <param name="Peer">The peer; null if it cannot answer the query.</param>
internal sealed record Comparison(Variant Raw, Variant Ours, Variant? Peer)
{
    /// <summary>The median of the ratios within each round, whose measurements are close in time.</summary>
    public double RelativeToBolt => Statistics.Median(Ours.Rounds.Zip(Raw.Rounds, (ours, raw) => ours.Rate / raw.Rate));

    public double RelativeToPeer => Statistics.Median(Ours.Rounds.Zip(Peer!.Rounds, (ours, peer) => ours.Rate / peer.Rate));
}

/// <summary>
/// The comparisons with their targets, which apply at 8 connections. Requests per second are conclusive on an otherwise idle machine;
/// on a busy one, the ratios of CPU time approximate them, because at 8 connections the CPU is the bottleneck.
/// </summary>
internal sealed class ComparisonTable
{
    private const int TargetConnections = 8;

    /// <summary>The table of all comparisons.</summary>
    public Table Whole { get; } = new Table()
        .Title("Over loopback, Neo4j, servers and clients on the same cores; medians of the rounds")
        .AddColumns(
            "query", "connections", "requests/s", "p50 ms", "p99 ms", "raw Bolt/s", "relative to raw Bolt", "@neo4j/graphql/s", "@neo4j/graphql p50", "@neo4j/graphql p99",
            "compared with @neo4j/graphql", "CPU ms", "CPU relative to raw Bolt", "CPU compared with @neo4j/graphql");

    public void Add(Neo4jBenchmarkQuery query, int connections, Comparison comparison)
    {
        var ours = comparison.Ours.Whole;
        string[] peer = comparison.Peer is not { } measured
            ? ["", "", "", ""]
            :
            [
                Rate(measured), Text(measured.Whole.Median, "0.00"), Text(measured.Whole.P99, "0.0"),
                WithTarget(comparison.RelativeToPeer, query.RelativeToPeer, connections),
            ];
        Whole.AddRow(
            query.Name,
            Text(connections, "0"),
            Rate(comparison.Ours),
            Text(ours.Median, "0.00"),
            Text(ours.P99, "0.0"),
            Rate(comparison.Raw),
            WithTarget(comparison.RelativeToBolt, query.RelativeToBolt, connections),
            peer[0],
            peer[1],
            peer[2],
            peer[3],
            Text(comparison.Ours.Cpu, "0.00"),
            Text(comparison.Raw.Cpu / comparison.Ours.Cpu, "0.00"),
            comparison.Peer is null ? "" : Text(comparison.Peer.Cpu / comparison.Ours.Cpu, "0.00"));
    }

    private static string Rate(Variant side) => Text(Statistics.Median(side.Rounds.Select(timing => timing.Rate)), "N0");

    private static string WithTarget(double value, double target, int connections) => connections == TargetConnections
        ? $"{Text(value, "0.00")} (target {Text(target, "0.0")}: {(value >= target ? "met" : "MISSED")})"
        : Text(value, "0.00");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
