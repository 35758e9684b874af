namespace GraphIntel.Core.Execution;

/// <summary>
/// Runs recursive work of the library on threads with a large stack: it takes about 8 KB for each level of a document in code
/// that is not optimized yet, and a pool thread has 1.5 MB on some systems. Few documents of front ends need it.
/// </summary>
internal static class LargeStack
{
    /// <summary>
    /// Stack size in bytes: five times what the deepest document that the limits can allow takes. Memory is committed as
    /// needed.
    /// </summary>
    public const int Bytes = 16 * 1024 * 1024;

    /// <summary>Document levels that a pool thread handles with a large margin.</summary>
    public const int MaxPoolLevels = 40;

    // No more threads than can run at once.
    private static readonly SemaphoreSlim Limiter = new(Environment.ProcessorCount);

    /// <summary>Runs work on a document of that many levels, on the current thread or on one with a large stack.</summary>
    public static ValueTask<T> RunAsync<TState, T>(
        int levels, TState state, Func<TState, ValueTask<T>> work, CancellationToken cancellation) =>
        levels <= MaxPoolLevels ? work(state) : RunDeepAsync(() => work(state), cancellation);

    private static async ValueTask<T> RunDeepAsync<T>(Func<ValueTask<T>> work, CancellationToken cancellation)
    {
        await Limiter.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            new Thread(() => Run(work, done), Bytes) { IsBackground = true, Name = "Deep document" }.Start();
            return await done.Task.ConfigureAwait(false);
        }
        finally
        {
            Limiter.Release();
        }
    }

    private static void Run<T>(Func<ValueTask<T>> work, TaskCompletionSource<T> done)
    {
        try
        {
            // The work never suspends, so all of it runs on this stack.
            done.SetResult(work().AsTask().GetAwaiter().GetResult());
        }
        catch (Exception failure)
        {
            done.SetException(failure);
        }
    }
}
