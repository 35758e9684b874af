using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Write;

/// <summary>Writes batches atomically, one at a time across all processes, and finds out their outcome after a lost connection.</summary>
internal sealed class Writer(GraphModel model, Neo4jDatabase database, TimeSpan timeout)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly IndexKeySize _keySize = new(model);
    private readonly string _description = LayoutDescription.Of(model).ToJson();

    /// <summary>Writes a batch, which is made in its transaction.</summary>
    public async Task<WriteSummary> WriteAsync(Func<IBatchScope, ValueTask<GraphBatch>> make, CancellationToken cancellation)
    {
        var attempt = new Attempt();
        try
        {
            return await database.WriteAsync(
                async transaction =>
                {
                    attempt.Begin();
                    attempt.PreviousToken = await LockAsync(transaction, attempt.Token, cancellation).ConfigureAwait(false);
                    var merge = Begin(transaction, cancellation);
                    var batch = await make(merge).ConfigureAwait(false);
                    var summary = await merge.WriteAsync(batch, () => Check(batch, cancellation)).ConfigureAwait(false);
                    attempt.Complete(summary);
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
                    "The connection to Neo4j was lost while a batch was committed. The batch was not written: retry it.",
                    lost);
        }
        catch (OperationCanceledException canceled) when (attempt.IsComplete)
        {
            // The commit may have been sent already.
            if (await HasWrittenAsync(attempt, canceled).ConfigureAwait(false))
                return attempt.Summary;
            throw new OperationCanceledException("The write was canceled and rolled back.", canceled, cancellation);
        }
        catch (OperationCanceledException canceled)
        {
            throw new OperationCanceledException("The write was canceled and rolled back.", canceled, cancellation);
        }
        catch (StoreException failure) when (failure is { Failure: StoreFailure.Unavailable or StoreFailure.Timeout, InnerException: Neo4jException })
        {
            throw new StoreException(failure.Failure, failure.Message + " The batch was not written.", failure);
        }
    }

    /// <summary>Checks the rows of a batch.</summary>
    public void Check(GraphBatch batch, CancellationToken cancellation)
    {
        RowCheck.Check(model, batch, cancellation);
        _keySize.Check(batch);
    }

    /// <summary>Does work in a transaction that is rolled back.</summary>
    public async Task<T> TryAsync<T>(Func<IBatchScope, ValueTask<T>> work, CancellationToken cancellation)
    {
        var result = default(T);
        try
        {
            return await database.WriteAsync<T>(
                async transaction =>
                {
                    await LockAsync(transaction, StoreNode.NewToken(), cancellation).ConfigureAwait(false);
                    result = await work(Begin(transaction, cancellation)).ConfigureAwait(false);
                    throw new RollbackException();
                },
                cancellation).ConfigureAwait(false);
        }
        catch (RollbackException)
        {
            return result!;
        }
    }

    private BatchMerge Begin(Transaction transaction, CancellationToken cancellation) =>
        new(model, new BatchTarget(model, transaction, cancellation), cancellation);

    /// <summary>Waits for earlier writes; returns the token of the last one.</summary>
    private async Task<string?> LockAsync(Transaction transaction, string token, CancellationToken cancellation)
    {
        var state = await StoreNode.LockAsync(transaction, token, cancellation).ConfigureAwait(false)
            ?? throw database.Mismatch.NoModelDescription();

        // Another process may have upgraded the database to a model with rules that this one does not check.
        if (state.Description != _description)
            throw database.Mismatch.UpgradedElsewhere();
        return state.LastWrite;
    }

    /// <summary>Finds out whether a write was committed, after the connection was lost.</summary>
    private async Task<bool> HasWrittenAsync(Attempt attempt, Exception lost)
    {
        // Canceled writes wait for this, too: the caller needs the outcome, and it does not take long.
        using var limit = new CancellationTokenSource(timeout);
        while (true)
        {
            bool? hasWritten;
            try
            {
                hasWritten = await database.WriteAsync(
                    transaction => StoreNode.HasWrittenAsync(transaction, attempt.Token, attempt.PreviousToken, limit.Token),
                    limit.Token).ConfigureAwait(false);
            }
            catch (StoreException failure) when (failure.Failure == StoreFailure.Unavailable && !limit.IsCancellationRequested)
            {
                await Task.Delay(Pause, CancellationToken.None).ConfigureAwait(false);
                continue;
            }
            catch (Exception failure) when (failure is OperationCanceledException
                or StoreException { Failure: StoreFailure.Unavailable })
            {
                throw UnknownOutcome("Neo4j has not responded since", lost);
            }

            return hasWritten ?? throw UnknownOutcome("there were too many other writes since", lost);
        }
    }

    private static StoreException UnknownOutcome(string reason, Exception lost) => new(
        StoreFailure.Unavailable,
        $"The connection to Neo4j was lost while a batch was committed, and {reason}: it is unknown whether the batch was written. " +
        "It was written completely or not at all; running the same import again is safe.",
        lost);

    /// <summary>One attempt to write a batch: its token, and its summary once only the commit is missing.</summary>
    private sealed class Attempt
    {
        public string Token { get; private set; } = "";

        /// <summary>The token of the previous write.</summary>
        public string? PreviousToken { get; set; }

        public WriteSummary Summary { get; private set; }

        public bool IsComplete { get; private set; }

        public void Begin()
        {
            Token = StoreNode.NewToken();
            IsComplete = false;
        }

        public void Complete(WriteSummary summary)
        {
            Summary = summary;
            IsComplete = true;
        }
    }

    /// <summary>Ends a managed transaction without a commit.</summary>
    private sealed class RollbackException : Exception;
}
