using System.Runtime.CompilerServices;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Where work is done that takes longer than a warm request: who calls may be on a thread that serves many sockets, and they
/// would wait.
/// </summary>
internal static class WorkerThread
{
    /// <summary>Goes on, in any case, on a thread of the pool.</summary>
    public static ConfiguredTaskAwaitable SwitchAsync() => Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
}
