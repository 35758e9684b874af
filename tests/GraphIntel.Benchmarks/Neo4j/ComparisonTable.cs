using System.Globalization;
using GraphIntel.Benchmarks.Load;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>What rounds in turn measured of the three.</summary>
internal sealed record Comparison(IReadOnlyList<Timing> Raw, IReadOnlyList<Timing> Ours, IReadOnlyList<Timing> Peer)
{
    /// <summary>Of the rounds the one in the middle: each compares neighbours in time.</summary>
    public double OfBolt => Median(Ours.Zip(Raw, (ours, raw) => ours.Rate / raw.Rate));

    public double TimesPeer => Median(Ours.Zip(Peer, (ours, peer) => ours.Rate / peer.Rate));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>The comparisons with their bars, which hold at 8 connections.</summary>
internal sealed class ComparisonTable
{
    private const int BarConnections = 8;

    /// <summary>All that was added.</summary>
    public Table Whole { get; } = new Table()
        .Title("Over loopback, Neo4j, servers and clients on the same cores; medians of the rounds")
        .AddColumns("question", "connections", "requests/s", "p50 ms", "p99 ms", "Bolt/s", "of Bolt", "peer/s", "peer p50", "peer p99", "times the peer");

    public void Add(Neo4jQuestion question, int connections, Comparison comparison)
    {
        var (ours, peer) = (Timing.Of(comparison.Ours), Timing.Of(comparison.Peer));
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
            Judged(comparison.TimesPeer, question.TimesPeer, connections));
    }

    private static string Rate(IEnumerable<Timing> timings) => Text(Comparison.Median(timings.Select(timing => timing.Rate)), "N0");

    private static string Judged(double value, double bar, int connections) => connections == BarConnections
        ? $"{Text(value, "0.00")} ({(value >= bar ? "meets" : "MISSES")} {Text(bar, "0.0")})"
        : Text(value, "0.00");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
