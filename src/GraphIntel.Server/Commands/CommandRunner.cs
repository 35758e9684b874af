using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary>Runs the action of a command, and turns its exceptions into messages on stderr and an exit code.</summary>
internal static class CommandRunner
{
    /// <param name="action">The action; its token is cancelled by Ctrl-C and SIGTERM.</param>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> action)
    {
        using var signals = new StopSignals();
        try
        {
            return await action(signals.Token).ConfigureAwait(false);
        }
        catch (CommandException failure)
        {
            return await FailAsync(failure.ExitCode, failure.Lines).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            return await FailAsync(ExitCodes.Store, [failure.Message]).ConfigureAwait(false);
        }
        catch (MappingException failure)
        {
            return await FailAsync(ExitCodes.InvalidInput, failure.Lines).ConfigureAwait(false);
        }
        catch (ImportException failure)
        {
            return await FailAsync(ExitCodes.InvalidInput, [failure.Message]).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return await FailAsync(ExitCodes.Interrupted, ["Interrupted before the command was completed."]).ConfigureAwait(false);
        }
    }

    private static async Task<int> FailAsync(int exitCode, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
            await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
        return exitCode;
    }
}
