using GraphIntel.Attacks;
using GraphIntel.Benchmarks.Attacks.Search;
using GraphIntel.Benchmarks.Processes;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Attacks;

/// <summary>Runs all attacks on one store, then the search, then the most expensive of both with concurrent clients.</summary>
internal sealed class AttackRun(AttackTarget target, AttackSettings settings)
{
    private const int ConcurrentClients = 20;

    /// <summary>Number of the most expensive operations that are sent by concurrent clients, and of found operations that are shown.</summary>
    private const int MostExpensive = 3;
    private const int Found = 8;

    private static readonly TimeSpan ConcurrentTime = TimeSpan.FromSeconds(15);

    private readonly List<AttackRow> _rows = [];
    private readonly List<string> _reasons = [];
    private GraphSample? _sample;

    /// <summary>Runs all attacks and prints the tables; returns the exceeded limits.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        await target.StartAsync();
        using (var client = new HttpClient())
            _sample = await GraphSample.ReadAsync(client, target.Server.Address);

        await MeasureAsync(null);
        foreach (var attack in AttackCorpus.For(_sample).Where(IsSelected))
            await MeasureAsync(attack);
        var found = await new OperationSearch(target, settings, _sample).RunAsync();
        if (found.Count > 0)
            await WriteAsync(found.Take(Found));
        foreach (var (operation, number) in found.Take(Found).Select((operation, index) => (operation, index + 1)))
        {
            // The search executed the operation, so its plans are cached.
            await target.StartAsync();
            await target.ClearPlansAsync();
            await MeasureAsync(new Attack($"found {number}", AttackRequest.Post(operation.Document)));
        }
        Print($"{target.Name}: one at a time", _rows);

        var concurrent = new List<AttackRow>();
        foreach (var row in _rows.Where(row => row is { IsAdmitted: true, Request: not null }).OrderByDescending(row => row.TotalCpu).Take(MostExpensive).ToList())
            concurrent.Add(await MeasureConcurrentAsync(row));
        Print($"{target.Name}: {ConcurrentClients} at once", concurrent);
        return _reasons;
    }

    private bool IsSelected(Attack attack) => settings.Only.Split('|').Any(part => attack.Name.Contains(part, StringComparison.OrdinalIgnoreCase));

    private async Task MeasureAsync(Attack? attack)
    {
        var row = default(AttackRow);
        for (var attempt = 1; attempt <= settings.MaxAttempts; attempt++)
        {
            var next = await WithMeterAsync(meter => attack is null ? meter.MeasureIdleAsync() : meter.MeasureAsync(attack));
            // In a further measurement the operation is no longer new.
            row = row is null ? next : Combine(row, next);
            if (!AttackLimits.Exceeded(row, target.HasTimeLimits).Any() || row.New > AttackLimits.New || row.ExitCode is not null)
                break;
        }
        Add(_rows, row!);
    }

    private Task<AttackRow> MeasureConcurrentAsync(AttackRow row) => WithMeterAsync(meter => meter.MeasureConcurrentAsync(row.Name, row.Request!, ConcurrentClients, ConcurrentTime))
        .ContinueWith(task => Add([], task.Result), TaskScheduler.Default);

    private async Task<AttackRow> WithMeterAsync(Func<AttackMeter, Task<AttackRow>> measure)
    {
        if (target.Server.ExitCode is not null)
            await target.StartAsync();
        AttackRow row;
        bool isSettled;
        await using (var probes = new ProbeClient(target.Server.Address, _sample!.Places[0]))
        {
            using var client = new AttackClient(target.Server.Address, settings.Timeout);
            var meter = new AttackMeter(target, client, probes);
            await meter.WaitUntilIdleAsync();
            row = await measure(meter);
            isSettled = await meter.WaitUntilIdleAsync();
        }
        if (isSettled || row.ExitCode is not null)
            return row;
        await target.StartAsync();
        return row with { Outcome = row.Outcome + "; still busy a minute later" };
    }

    private AttackRow Add(List<AttackRow> rows, AttackRow row)
    {
        rows.Add(row);
        Console.WriteLine(row.Line);
        _reasons.AddRange(AttackLimits.Exceeded(row, target.HasTimeLimits).Select(reason => $"{target.Name}: {row.Name}: {reason}"));
        return row;
    }

    private static AttackRow Combine(AttackRow first, AttackRow next) => first with
    {
        Known = first.Known is { } known && next.Known is { } repeated ? Math.Min(known, repeated) : first.Known ?? next.Known,
        PeakMegabytes = Math.Max(first.PeakMegabytes, next.PeakMegabytes),
        ProbeResult = next.ProbeResult.PointP99 + (1000 * (next.ProbeResult.HealthFailures + next.ProbeResult.PointFailures))
            < first.ProbeResult.PointP99 + (1000 * (first.ProbeResult.HealthFailures + first.ProbeResult.PointFailures)) ? next.ProbeResult : first.ProbeResult,
        ExitCode = next.ExitCode,
    };

    private static void Print(string title, IEnumerable<AttackRow> rows)
    {
        var table = AttackRow.Table(title);
        foreach (var row in rows)
            row.AddTo(table);
        AnsiConsole.Write(table);
    }

    private async Task WriteAsync(IEnumerable<FoundOperation> found)
    {
        var folder = Path.Combine(Repository.Folder, "artifacts", "attack", target.Name.Replace(' ', '-'));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (var (operation, number) in found.Select((operation, index) => (operation, index + 1)))
            await File.WriteAllTextAsync(Path.Combine(folder, $"found-{number}.graphql"), operation.Document + "\n");
        Console.WriteLine($"The operations that the search found are in {Path.GetRelativePath(Repository.Folder, folder)}.");
    }
}
