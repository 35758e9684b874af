using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Writes batches, each all or nothing, one at a time over all processes; and says which where a connection is lost.</summary>
internal sealed class Writer(GraphModel model, Neo4jDatabase database, TimeSpan patience)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    private readonly IndexRoom _room = new(model);
    private readonly string _description = LayoutDescription.Of(model).ToJson();

    /// <summary>Writes a batch.</summary>
    public async Task<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation)
    {
        RowCheck.Check(model, batch, cancellation);
        _room.Check(batch);
        var attempt = new Attempt();
        try
        {
            return await database.WriteAsync(
                async transaction =>
                {
                    attempt.Begin();
                    attempt.Before = await LockAsync(transaction, attempt.Token, cancellation).ConfigureAwait(false);
                    var summary = await new BatchWriter(model, transaction, cancellation).WriteAsync(batch).ConfigureAwait(false);
                    attempt.End(summary);
                    return summary;
                },
                cancellation).ConfigureAwait(false);
        }
        catch (StoreException lost) when (lost.InnerException is IncompleteCommitException)
        {
            return await HasWrittenAsync(attempt, lost).ConfigureAwait(false)
                ? attempt.Summary
                : throw new StoreException(
                    StoreFailure.Unavailable,
                    "The connection to Neo4j was lost while a batch was committed. Nothing of this batch was written: write it again.",
                    lost);
        }
        catch (OperationCanceledException cancelled) when (attempt.IsComplete)
        {
            // COMMIT may have been on its way already.
            if (await HasWrittenAsync(attempt, cancelled).ConfigureAwait(false))
                return attempt.Summary;
            throw new OperationCanceledException("The write was cancelled and rolled back.", cancelled, cancellation);
        }
        catch (OperationCanceledException cancelled)
        {
            throw new OperationCanceledException("The write was cancelled and rolled back.", cancelled, cancellation);
        }
        catch (StoreException failure) when (failure is { Failure: StoreFailure.Unavailable or StoreFailure.Timeout, InnerException: Neo4jException })
        {
            throw new StoreException(failure.Failure, failure.Message + " Nothing of this batch was written.", failure);
        }
    }

    /// <summary>Waits for the writes before this one; gives the token of the last of them.</summary>
    private async Task<string?> LockAsync(Transaction transaction, string token, CancellationToken cancellation)
    {
        var state = await StoreNode.LockAsync(transaction, token, cancellation).ConfigureAwait(false)
            ?? throw database.Mismatch.Unknown();

        // Another process may have fitted the database to a model that asks for more than this one keeps true.
        if (state.Description != _description)
            throw database.Mismatch.Fitted();
        return state.LastWrite;
    }

    /// <summary>Finds out what became of a write whose end nobody heard of.</summary>
    private async Task<bool> HasWrittenAsync(Attempt attempt, Exception lost)
    {
        // Who cancelled the write waits for this, too: the answer is owed, and it is short.
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            bool? hasWritten;
            try
            {
                hasWritten = await database.WriteAsync(
                    transaction => StoreNode.HasWrittenAsync(transaction, attempt.Token, attempt.Before, limit.Token),
                    limit.Token).ConfigureAwait(false);
            }
            catch (StoreException failure) when (failure.Failure == StoreFailure.Unavailable && !limit.IsCancellationRequested)
            {
                await Task.Delay(_pause, CancellationToken.None).ConfigureAwait(false);
                continue;
            }
            catch (Exception failure) when (failure is OperationCanceledException
                or StoreException { Failure: StoreFailure.Unavailable })
            {
                throw Unknown("Neo4j has not answered since", lost);
            }

            return hasWritten ?? throw Unknown("others have written too often since", lost);
        }
    }

    private static StoreException Unknown(string why, Exception lost) => new(
        StoreFailure.Unavailable,
        $"The connection to Neo4j was lost while a batch was committed, and {why}: it could not be found out whether the batch was " +
        "written. It is there wholly or not at all; running the same import again is safe.",
        lost);

    /// <summary>One try at writing a batch: its token, and what it came to once only COMMIT was left.</summary>
    private sealed class Attempt
    {
        public string Token { get; private set; } = "";

        /// <summary>The token of the write before.</summary>
        public string? Before { get; set; }

        public WriteSummary Summary { get; private set; }

        public bool IsComplete { get; private set; }

        public void Begin()
        {
            Token = StoreNode.NewToken();
            IsComplete = false;
        }

        public void End(WriteSummary summary)
        {
            Summary = summary;
            IsComplete = true;
        }
    }
}
