using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using Spectre.Console;

namespace GraphIntel.Server.Commands;

/// <summary>Runs an import, and shows on stderr how far it is where it takes longer than a moment.</summary>
internal static class ImportConsole
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    public static async Task<ImportResult> RunAsync(IGraphStore store, string folder, CancellationToken cancellation)
    {
        var progress = new LatestProgress();
        var import = Task.Run(() => GraphImport.RunAsync(store, folder, progress, cancellation), CancellationToken.None);
        if (await EndsWithinAsync(import, Patience).ConfigureAwait(false))
            return await import.ConfigureAwait(false);

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => ShowAsync(context, import, progress)).ConfigureAwait(false);
        return await import.ConfigureAwait(false);
    }

    private static async Task ShowAsync(ProgressContext context, Task import, LatestProgress progress)
    {
        var bars = new Dictionary<ImportPhase, ProgressTask>();
        do
        {
            if (progress.Latest is { } latest)
            {
                if (!bars.TryGetValue(latest.Phase, out var bar))
                {
                    foreach (var earlier in bars.Values)
                        earlier.Value = earlier.MaxValue;
                    bars.Add(latest.Phase, bar = context.AddTask(latest.Phase.ToString()));
                }
                bar.MaxValue = Math.Max(latest.Total, 1);
                bar.Value = latest.Done;
            }
        }
        while (!await EndsWithinAsync(import, Refresh).ConfigureAwait(false));
        if (import.IsCompletedSuccessfully)
        {
            foreach (var bar in bars.Values)
                bar.Value = bar.MaxValue;
        }
    }

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan time) =>
        await Task.WhenAny(task, Task.Delay(time)).ConfigureAwait(false) == task;

    private sealed record Step(ImportPhase Phase, long Done, long Total);

    private sealed class LatestProgress : IImportProgress
    {
        private volatile Step? _latest;

        public Step? Latest => _latest;

        public void Report(ImportPhase phase, long done, long total) => _latest = new Step(phase, done, total);
    }
}
