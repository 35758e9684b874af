namespace GraphIntel.Server.Startup;

/// <summary>
/// Which threads go on once a socket has something to read: see docs/decisions/0034. Only Linux knows the choice; elsewhere it
/// changes nothing.
/// </summary>
internal static class SocketThreads
{
    // Read by the runtime when a process opens its first socket.
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>
    /// Lets the threads that learn of what has arrived handle it themselves, one thread a core, unless the environment says
    /// otherwise. To be called before the first socket, and only where nothing that handles it waits.
    /// </summary>
    public static void HandleWhatArrives()
    {
        if (Environment.GetEnvironmentVariable(InlineCompletions) is null)
            Environment.SetEnvironmentVariable(InlineCompletions, "1");
    }
}
