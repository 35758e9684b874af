using System.Diagnostics;
using GraphIntel.Attacks;

namespace GraphIntel.Benchmarks.Attacks;

/// <summary>Sends attacks, and measures the server and the effect on other clients meanwhile.</summary>
internal sealed class AttackMeter(AttackTarget target, AttackClient client, ProbeClient probes)
{
    // Long enough for a hundred lookups of the probe client.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    // Long enough to see work that continues after a client has disconnected.
    private static readonly TimeSpan AbandonedWait = TimeSpan.FromSeconds(4);

    /// <summary>Maximum wait for the exit of a process that is ending.</summary>
    public static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan MaxIdleWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    /// <summary>Measures the server without an attack.</summary>
    public async Task<AttackRow> MeasureIdleAsync()
    {
        var before = Begin();
        await Task.Delay(Window);
        return End("no attack", "", false, 0, before);
    }

    /// <summary>Measures one attack.</summary>
    public async Task<AttackRow> MeasureAsync(Attack attack)
    {
        var watch = Stopwatch.StartNew();
        var before = Begin();
        var responses = await client.SendAsync(attack);
        var isSingle = attack is { Delivery: Delivery.Sequential, Requests.Count: 1 };
        if (attack.Delivery == Delivery.Abandoned)
            await Task.Delay(AbandonedWait);
        if (responses.Any(response => response.IsConnectionLost))
            await target.Server.WaitForExitAsync(ExitTimeout);
        // The minimum of the repeated times is that of the operation itself; other load on the machine makes them longer.
        var first = CpuSince(before);
        var known = default(double?);
        while (isSingle && target.Server.ExitCode is null && (known is null || watch.Elapsed < Window))
        {
            var repeated = await client.SendAsync(attack.Requests[0]);
            known = Math.Min(known ?? double.MaxValue, repeated.Time.TotalSeconds);
        }
        if (watch.Elapsed < Window)
            await Task.Delay(Window - watch.Elapsed);
        var row = End(attack.Name, Outcome(attack, responses, first), responses.Any(response => response.IsAdmitted), Slowest(responses), before);
        return row with
        {
            Known = responses.Any(response => response.IsAdmitted) ? known : null,
            ServerCpu = first.Server,
            DatabaseCpu = first.Database,
            Request = isSingle ? attack.Requests[0] : null,
        };
    }

    /// <summary>Measures many clients that repeat the same request for a time, each after its response.</summary>
    public async Task<AttackRow> MeasureConcurrentAsync(string name, AttackRequest request, int clients, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var before = Begin();
        using var end = new CancellationTokenSource(time);
        var responses = await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            var received = new List<AttackResponse>();
            while (watch.Elapsed < time && target.Server.ExitCode is null)
            {
                try
                {
                    received.Add(await client.SendAsync(request, end.Token));
                }
                catch (OperationCanceledException)
                {
                    received.Add(AttackResponse.None("in flight", TimeSpan.Zero));
                }
            }
            return received;
        }));
        var outcomes = responses.SelectMany(received => received).GroupBy(response => response.Outcome).OrderByDescending(group => group.Count())
            .Select(group => $"{group.Count():N0} {group.Key}").Take(3);
        return End($"{clients} clients: {name}", string.Join("; ", outcomes), false, 0, before);
    }

    /// <summary>Waits until the server and the database are idle; false if they are not in time.</summary>
    public async Task<bool> WaitUntilIdleAsync()
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < MaxIdleWait && target.Server.ExitCode is null)
        {
            var before = Begin();
            await Task.Delay(Quiet);
            var (server, database) = CpuSince(before);
            if (probes.End() is { PointP99: < 1000, PointFailures: 0 } && server + (database ?? 0) < Quiet.TotalSeconds / 2)
                return true;
        }
        return false;
    }

    /// <summary>CPU time in seconds so far.</summary>
    public (double Server, double? Database) Cpu => (target.Server.CpuTime.TotalSeconds, target.DatabaseCpuTime?.TotalSeconds);

    private (double Server, double? Database) Begin()
    {
        target.Server.ResetPeakMemory();
        probes.Begin();
        return Cpu;
    }

    private (double Server, double? Database) CpuSince((double Server, double? Database) before)
    {
        var now = target.Server.ExitCode is null ? Cpu : before with { Database = target.DatabaseCpuTime?.TotalSeconds };
        return (now.Server - before.Server, now.Database - before.Database);
    }

    private AttackRow End(string name, string outcome, bool isAdmitted, double time, (double Server, double? Database) before)
    {
        var (server, database) = CpuSince(before);
        return new AttackRow
        {
            Name = name,
            Outcome = outcome,
            IsAdmitted = isAdmitted,
            New = time,
            ServerCpu = server,
            DatabaseCpu = database,
            PeakMegabytes = target.Server.ExitCode is null ? target.Server.PeakMemory / 1e6 : 0,
            ProbeResult = probes.End(),
            ExitCode = target.Server.ExitCode,
        };
    }

    private static double Slowest(IReadOnlyList<AttackResponse> responses) => responses.Count == 0 ? 0 : responses.Max(response => response.Time.TotalSeconds);

    private static string Outcome(Attack attack, IReadOnlyList<AttackResponse> responses, (double Server, double? Database) cpu) =>
        attack.Delivery == Delivery.Abandoned ? $"disconnected after {attack.Hold.TotalSeconds:0} s; {cpu.Server + (cpu.Database ?? 0):0.0} s of CPU"
        : responses.Count == 0 ? $"held {attack.Hold.TotalSeconds:0} s"
        : string.Join("; ", responses.GroupBy(response => response.Outcome).OrderByDescending(group => group.Count()).Take(2)
            .Select(group => responses.Count == 1 ? group.Key : $"{group.Count()} {group.Key}"));
}
