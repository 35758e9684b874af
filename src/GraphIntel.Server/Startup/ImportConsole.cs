using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using Spectre.Console;

namespace GraphIntel.Server.Startup;

/// <summary>Runs an import or an export, and shows its progress on stderr if it takes longer than two seconds.</summary>
internal static class ImportConsole
{
    private static readonly TimeSpan ProgressDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(200);

    // A read from a disk or a network can block and ignore the cancellation.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    public static Task<ImportResult> RunAsync(IGraphStore store, string folder, CancellationToken cancellation) =>
        RunAsync(progress => GraphImport.RunAsync(store, folder, progress, cancellation), isQuiet: false, cancellation);

    /// <summary>Runs an import with its progress, unless it is to be quiet.</summary>
    public static async Task<T> RunAsync<T>(Func<IImportProgress, Task<T>> run, bool isQuiet, CancellationToken cancellation)
    {
        var progress = new LatestProgress();
        var import = StopAsync(Task.Run(() => run(progress), CancellationToken.None), cancellation);
        if (isQuiet || await CompletesWithinAsync(import, ProgressDelay).ConfigureAwait(false))
            return await import.ConfigureAwait(false);

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .StartAsync(context => ShowAsync(context, import, progress)).ConfigureAwait(false);
        return await import.ConfigureAwait(false);
    }

    /// <summary>
    /// Waits for the import, and after a cancellation for at most <see cref="StopTimeout"/>. The end of the process then rolls
    /// back the current batch.
    /// </summary>
    private static async Task<T> StopAsync<T>(Task<T> import, CancellationToken cancellation)
    {
        try
        {
            return await import.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!import.IsCompleted)
        {
            if (!await CompletesWithinAsync(import, StopTimeout).ConfigureAwait(false))
                throw;
            return await import.ConfigureAwait(false);
        }
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
        while (!await CompletesWithinAsync(import, RefreshInterval).ConfigureAwait(false));
        if (import.IsCompletedSuccessfully)
        {
            foreach (var bar in bars.Values)
                bar.Value = bar.MaxValue;
        }
    }

    private static async Task<bool> CompletesWithinAsync(Task task, TimeSpan time) =>
        await Task.WhenAny(task, Task.Delay(time)).ConfigureAwait(false) == task;

    private sealed record Step(ImportPhase Phase, long Done, long Total);

    private sealed class LatestProgress : IImportProgress
    {
        private volatile Step? _latest;

        public Step? Latest => _latest;

        public void Report(ImportPhase phase, long done, long total) => _latest = new Step(phase, done, total);
    }
}
