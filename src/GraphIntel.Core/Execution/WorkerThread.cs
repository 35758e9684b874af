using System.Runtime.CompilerServices;

namespace GraphIntel.Core.Execution;

/// <summary>Moves long work off the calling thread, which may be an I/O thread that serves many sockets.</summary>
internal static class WorkerThread
{
    /// <summary>Continues on a pool thread, even if the current thread is one.</summary>
    public static ConfiguredTaskAwaitable SwitchAsync() => Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
}
