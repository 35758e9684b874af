using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GraphIntel.Benchmarks.Processes;
using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Bolt;

/// <summary>Compares this repository's Bolt client with the official JavaScript driver and a bare socket, on one server, in turn.</summary>
internal static class BoltCommand
{
    private const string Minimal = "RETURN 1";

    private static readonly (string Name, string Query)[] BenchmarkQuery =
    [
        (Minimal, Minimal),
        ("10,000 records", "UNWIND range(1, 10000) AS n RETURN n, 'text'"),
        ("10,000 values", "RETURN range(1, 10000)"),
    ];

    private static readonly Option<double> Seconds = new("--seconds") { Description = "Duration of each measurement, in seconds.", DefaultValueFactory = _ => 2 };

    private static readonly Option<double> WarmUp = new("--warm-up")
    {
        Description = "Warm-up before each measurement, in seconds.",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<int> Rounds = new("--rounds") { Description = "Number of measurements of each client, the three in turn.", DefaultValueFactory = _ => 5 };

    public static Command Create()
    {
        var command = new Command("bolt", "Compares the Bolt client with the official JavaScript driver and a bare socket. NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD select the server.")
        {
            Seconds, WarmUp, Rounds,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("NEO4J_URI") is not { Length: > 0 } address
            || Environment.GetEnvironmentVariable("NEO4J_PASSWORD") is not { } password)
        {
            await Console.Error.WriteLineAsync("NEO4J_URI and NEO4J_PASSWORD are not set. `eval \"$(../shared/neo4j/neo4j start)\"` starts a server and sets them.");
            return 1;
        }
        var uri = new Uri(address);
        var user = Environment.GetEnvironmentVariable("NEO4J_USER") ?? "neo4j";
        var token = AuthTokens.Basic(user, password);
        var seconds = (WarmUp: arguments.GetValue(WarmUp), Measured: arguments.GetValue(Seconds));
        var peers = await NpmPackage.RestorePeersAsync();
        var table = new Table().Title("Requests per second, and the client's CPU microseconds per request; medians of the rounds, ratios within each round")
            .AddColumns("statement", "connections", "requests/s", "JavaScript/s", "bare socket/s", "relative to JavaScript", "relative to the bare socket", "CPU µs", "JavaScript CPU µs", "CPU relative to JavaScript", "bytes allocated");
        foreach (var (name, query) in BenchmarkQuery)
        {
            foreach (var connections in new[] { 1, 8 })
            {
                var rounds = new List<Round>();
                for (var round = 0; round < arguments.GetValue(Rounds); round++)
                {
                    rounds.Add(new Round(
                        await MeasureBareAsync(uri, token, query, connections, seconds),
                        await MeasureOursAsync(uri, token, query, connections, seconds),
                        await MeasureScriptAsync(peers, uri, user, query, connections, seconds, cancellation)));
                }
                double Median(Func<Round, double> of) => Statistics.Median(rounds.Select(of));
                table.AddRow(
                    name,
                    Text(connections),
                    Text(Median(round => round.Ours.Rate)),
                    Text(Median(round => round.Script.Rate)),
                    Text(Median(round => round.Bare.Rate)),
                    AtLeast(Median(round => round.Ours.Rate / round.Script.Rate), 1),
                    // Only the minimal request has a target: for others, the bare socket skips the data that a client has to read.
                    query == Minimal ? AtLeast(Median(round => round.Ours.Rate / round.Bare.Rate), 0.9) : Ratio(Median(round => round.Ours.Rate / round.Bare.Rate)),
                    Text(Median(round => round.Ours.CpuMicroseconds)),
                    Text(Median(round => round.Script.CpuMicroseconds)),
                    AtMost(Median(round => round.Ours.CpuMicroseconds / round.Script.CpuMicroseconds), 0.5),
                    Text(Median(round => round.Ours.Bytes)));
            }
        }
        // The table is wide, and a redirected output has no width.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 190);
        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<Measure> MeasureOursAsync(Uri uri, AuthToken token, string query, int connections, (double WarmUp, double Measured) seconds)
    {
        await using var driver = GraphDatabase.Driver(uri, token, new DriverConfig { MaxConnectionPoolSize = connections, TelemetryDisabled = true });
        var config = new SessionConfig { Database = "neo4j", DefaultAccessMode = AccessMode.Read };
        return await MeasureAsync(
            _ => () => QueryAsync(driver, config, query), connections, seconds);
    }

    private static async Task QueryAsync(Driver driver, SessionConfig config, string query)
    {
        await using var session = driver.Session(config);
        var cursor = await session.RunAsync(query, static writer => writer.WriteMapHeader(0));
        while (await cursor.FetchAsync())
            Sum(cursor.CurrentValues);
    }

    /// <summary>Reads every value, as the response writer does.</summary>
    private static long Sum(PackStreamReader reader)
    {
        var sum = 0L;
        for (var left = reader.ReadListHeader(); left > 0; left--)
        {
            if (reader.PeekType() is PackStreamType.Integer)
            {
                sum += reader.ReadInteger();
            }
            else if (reader.PeekType() is PackStreamType.String)
            {
                sum += reader.ReadUtf8String().Length;
            }
            else
            {
                for (var values = reader.ReadListHeader(); values > 0; values--)
                    sum += reader.ReadInteger();
            }
        }
        return sum;
    }

    private static async Task<Measure> MeasureBareAsync(Uri uri, AuthToken token, string query, int connections, (double WarmUp, double Measured) seconds)
    {
        var sockets = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => BareSocket.OpenAsync(uri, token, query)));
        try
        {
            return await MeasureAsync(i => sockets[i].RunAsync, connections, seconds);
        }
        finally
        {
            foreach (var socket in sockets)
                socket.Dispose();
        }
    }

    private static async Task<Measure> MeasureAsync(Func<int, Func<Task>> make, int connections, (double WarmUp, double Measured) seconds)
    {
        var requests = Enumerable.Range(0, connections).Select(make).ToList();
        await RepeatAsync(requests, seconds.WarmUp);
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var bytes = GC.GetTotalAllocatedBytes();
        var clock = Stopwatch.StartNew();
        var count = await RepeatAsync(requests, seconds.Measured);
        var elapsed = clock.Elapsed.TotalSeconds;
        bytes = GC.GetTotalAllocatedBytes() - bytes;
        process.Refresh();
        return new Measure(count / elapsed, (process.TotalProcessorTime - cpu).TotalMicroseconds / count, (double)bytes / count);
    }

    private static async Task<long> RepeatAsync(List<Func<Task>> requests, double seconds)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(requests.Select(request => Task.Run(async () =>
        {
            var count = 0L;
            for (; clock.Elapsed.TotalSeconds < seconds; count++)
                await request();
            return count;
        })));
        return counts.Sum();
    }

    private static async Task<Measure> MeasureScriptAsync(
        NpmPackage peers, Uri uri, string user, string query, int connections, (double WarmUp, double Measured) seconds, CancellationToken cancellation)
    {
        using var process = Process.Start(peers.Script("bolt.mjs", uri.ToString(), user, query, Plain(connections), Plain(seconds.WarmUp), Plain(seconds.Measured)))!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        using var result = JsonDocument.Parse(output);
        var count = result.RootElement.GetProperty("count").GetDouble();
        return new Measure(
            count / result.RootElement.GetProperty("seconds").GetDouble(), result.RootElement.GetProperty("cpuSeconds").GetDouble() * 1e6 / count, 0);
    }

    private static string Text(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string AtLeast(double value, double target) => $"{Ratio(value)} (target {Ratio(target)}: {(value >= target ? "met" : "MISSED")})";

    private static string AtMost(double value, double target) => $"{Ratio(value)} (target {Ratio(target)}: {(value <= target ? "met" : "MISSED")})";

    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The result of one measurement.</summary>
    private readonly record struct Measure(double Rate, double CpuMicroseconds, double Bytes);

    /// <summary>One measurement of each client, in turn, so that other load on the machine affects all of them alike.</summary>
    private readonly record struct Round(Measure Bare, Measure Ours, Measure Script);
}
