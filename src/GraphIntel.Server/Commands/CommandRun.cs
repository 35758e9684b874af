using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary>Runs what a command does and turns its failures into words on stderr and an exit code.</summary>
internal static class CommandRun
{
    /// <param name="action">The work; its token is cancelled when the process is asked to stop.</param>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> action)
    {
        using var signals = new StopSignals();
        try
        {
            return await action(signals.Token).ConfigureAwait(false);
        }
        catch (CommandFailure failure)
        {
            return await EndAsync(failure.ExitCode, failure.Lines).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            return await EndAsync(ExitCodes.Store, [failure.Message]).ConfigureAwait(false);
        }
        catch (ImportException failure)
        {
            return await EndAsync(ExitCodes.Mistakes, [failure.Message]).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return await EndAsync(ExitCodes.Interrupted, ["Stopped before the work was done."]).ConfigureAwait(false);
        }
    }

    private static async Task<int> EndAsync(int exitCode, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
            await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
        return exitCode;
    }
}
