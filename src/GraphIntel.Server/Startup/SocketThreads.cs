namespace GraphIntel.Server.Startup;

/// <summary>
/// Selects the threads that run the continuations of socket operations: see docs/decisions/0034. It has an effect on Linux only.
/// </summary>
internal static class SocketThreads
{
    // Read by the runtime when a process opens its first socket.
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>
    /// Runs continuations inline on the I/O threads, one per core, unless the environment variable is set. Call it before the
    /// first socket is opened, and only if no continuation blocks.
    /// </summary>
    public static void EnableInlineCompletions()
    {
        if (Environment.GetEnvironmentVariable(InlineCompletions) is null)
            Environment.SetEnvironmentVariable(InlineCompletions, "1");
    }
}
