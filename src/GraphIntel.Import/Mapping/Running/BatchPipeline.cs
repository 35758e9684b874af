using System.Threading.Channels;
using GraphIntel.Import.Mapping.Ledger;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>Writes batches of rows: while the store writes one, the next one is prepared, and the rows of that after it are made.</summary>
/// <param name="session">The import.</param>
internal sealed class BatchPipeline(ImportSession session)
{
    private static readonly BoundedChannelOptions One = new(1) { SingleReader = true, SingleWriter = true };

    /// <summary>The number of batches that are committed.</summary>
    public int Committed { get; private set; }

    /// <summary>Writes the batches, except those that are <see cref="Committed"/> already.</summary>
    /// <param name="batches">All batches, in the same order in every run, each with the number of rows up to its end.</param>
    /// <param name="flushed">Receives the number of rows that are committed.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="RowsNeededException">It can be run again, with batches that are made again.</exception>
    public async Task RunAsync(IEnumerable<(BatchDraft Draft, long Rows)> batches, Func<long, Task> flushed, CancellationToken cancellation)
    {
        var made = Channel.CreateBounded<(BatchDraft Draft, long Rows)>(One);
        var prepared = Channel.CreateBounded<(PreparedBatch Batch, long Rows)>(One);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var making = Task.Run(() => CompleteAsync(made.Writer, () => MakeAsync(batches, Committed, made.Writer, failed.Token)), failed.Token);
        var preparing = Task.Run(() => CompleteAsync(prepared.Writer, () => PrepareAsync(made.Reader, prepared.Writer, failed.Token)), failed.Token);
        try
        {
            var taken = Committed;
            long read = 0;
            while (await NextAsync().ConfigureAwait(false) is { } first)
            {
                await session.WriteAsync(first, NextAsync, cancellation).ConfigureAwait(false);
                Committed = taken;
                await flushed(read).ConfigureAwait(false);
            }

            async ValueTask<PreparedBatch?> NextAsync()
            {
                if (!await prepared.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
                    return null;
                var (batch, rows) = await prepared.Reader.ReadAsync(cancellation).ConfigureAwait(false);
                (taken, read) = (taken + 1, rows);
                return batch;
            }
        }
        finally
        {
            await failed.CancelAsync().ConfigureAwait(false);
            await making.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await preparing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Completes a channel after some work. Whoever reads the channel fails as the work did, after what was written before.</summary>
    private static async Task CompleteAsync<T>(ChannelWriter<T> writer, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
            writer.Complete();
        }
        catch (Exception failure)
        {
            writer.Complete(failure);
        }
    }

    private static async Task MakeAsync(
        IEnumerable<(BatchDraft Draft, long Rows)> batches, int committed, ChannelWriter<(BatchDraft Draft, long Rows)> made, CancellationToken cancellation)
    {
        var number = 0;
        foreach (var batch in batches)
        {
            cancellation.ThrowIfCancellationRequested();
            if (number++ < committed)
                continue;
            await made.WriteAsync(batch, cancellation).ConfigureAwait(false);
            // The next one is made when the one before it is taken, which keeps fewer in memory.
            await made.WaitToWriteAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task PrepareAsync(
        ChannelReader<(BatchDraft Draft, long Rows)> made, ChannelWriter<(PreparedBatch Batch, long Rows)> prepared, CancellationToken cancellation)
    {
        await foreach (var (draft, rows) in made.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            await prepared.WaitToWriteAsync(cancellation).ConfigureAwait(false);
            var batch = await session.PrepareAsync(draft, cancellation).ConfigureAwait(false);
            await prepared.WriteAsync((batch, rows), cancellation).ConfigureAwait(false);
            // The next one depends on what becomes of it.
            if (batch.Made is null)
                await batch.Ended.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }
}
