namespace GraphIntel.Server.Startup;

/// <summary>
/// The minimum number of pool threads. SQLite statements, validation and planning each block one thread while they run, and the
/// pool adds threads beyond its minimum only slowly.
/// </summary>
internal static class WorkerThreads
{
    private const int ThreadsPerProcessor = 8;

    /// <summary>Raises the minimum to enough threads for all admitted operations and for other requests.</summary>
    public static void Reserve()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, ThreadsPerProcessor * Environment.ProcessorCount), completions);
    }
}
