using GraphIntel.Core.Storage;
using GraphIntel.Server.Commands;
using GraphIntel.Server.Transport;
using Polly;
using Polly.Retry;

namespace GraphIntel.Server.Startup;

/// <summary>
/// Prepares a store that can be away as soon as it is there, and again each time it was lost, with growing pauses between the
/// attempts; opens and shuts the gate. What waiting cannot make better, such as a wrong password, ends it before the store was
/// there for the first time; later it is a reason to be shut, since somebody may put it right.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="name">What it is and where, for those who look after the server.</param>
/// <param name="gate">What requests go through.</param>
/// <param name="prepare">Makes the store ready to be asked. Runs again after each loss.</param>
/// <param name="prime">What is good to be done once the store answers; runs beside requests, and is cancelled when the store is lost.</param>
/// <param name="logger">Is told of losses and returns.</param>
internal sealed partial class StoreWatch(
    IGraphStore store, string name, StoreGate gate, Func<CancellationToken, Task> prepare, Func<CancellationToken, Task> prime, ILogger<StoreWatch> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(3);

    private bool _wasThere;

    /// <summary>Runs until it is cancelled.</summary>
    /// <exception cref="StoreException">The store refused before it was there for the first time.</exception>
    /// <exception cref="CommandFailure">The seed has mistakes.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var retry = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = attempt => ValueTask.FromResult(IsWorthWaiting(attempt.Outcome.Exception)),
            OnRetry = attempt =>
            {
                Shut(attempt.Outcome.Exception!);
                return ValueTask.CompletedTask;
            },
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstPause,
            MaxDelay = LongestPause,
        }).Build();
        while (true)
        {
            await retry.ExecuteAsync(async attempt => await prepare(attempt).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            gate.Open();
            LogThere(name, _wasThere ? "again" : "now");
            _wasThere = true;
            await WatchAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends when the store is lost.</summary>
    private async Task WatchAsync(CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var priming = prime(ending.Token);
        try
        {
            do
                await gate.WaitForDoubtAsync(cancellation).ConfigureAwait(false);
            while (await AnswersAsync(cancellation).ConfigureAwait(false));
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await priming.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whether the store answers: asked twice, for one connection can be lost while the store is there.</summary>
    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        if (await ProbeAsync(cancellation).ConfigureAwait(false) is null)
            return true;
        if (await ProbeAsync(cancellation).ConfigureAwait(false) is not { } failure)
            return true;
        Shut(failure);
        return false;
    }

    private async Task<Exception?> ProbeAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(ProbePatience);
        try
        {
            await store.CheckHealthAsync(limit.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new StoreException(StoreFailure.Unavailable, $"It did not answer within {ProbePatience.TotalSeconds} seconds.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure;
        }
    }

    private bool IsWorthWaiting(Exception? failure) =>
        failure is StoreException { Failure: StoreFailure.Unavailable or StoreFailure.Timeout }
        || (_wasThere && failure is not (null or OperationCanceledException));

    private void Shut(Exception failure)
    {
        var obstacle = failure switch
        {
            StoreException { Failure: StoreFailure.Unavailable or StoreFailure.Timeout } => $"{name} is away: {failure.Message}",
            StoreException or CommandFailure => $"{name} cannot be used: {failure.Message}",
            // What is not the store's own word can say more than everybody should read.
            _ => $"{name} cannot be used: {failure.GetType().Name}.",
        };
        // It is asked for more often than anybody wants to read.
        if (obstacle != gate.Obstacle)
            LogAway(obstacle);
        gate.Shut(obstacle);
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "{Obstacle} It is asked for again until it is there.")]
    private partial void LogAway(string obstacle);

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "{Store} is there {When}.")]
    private partial void LogThere(string store, string when);
}
