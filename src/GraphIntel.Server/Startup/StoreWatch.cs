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
/// <param name="time">Whose pauses it makes; null for the system's.</param>
internal sealed partial class StoreWatch(
    IGraphStore store,
    string name,
    StoreGate gate,
    Func<CancellationToken, Task> prepare,
    Func<CancellationToken, Task> prime,
    ILogger<StoreWatch> logger,
    TimeProvider? time = null)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    // Databases lock a user out after some log-ins that failed, and whoever shares the user with this process.
    private static readonly TimeSpan PauseOutside = TimeSpan.FromSeconds(45);

    // Of each pause, so that several servers do not come at once.
    private const double Unevenness = 1.0 / 3;

    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(3);

    // While it is prepared the store can have more to do than ever, and nobody waits for an answer.
    private static readonly TimeSpan PatienceWhilePrepared = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseWhilePrepared = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    private bool _wasThere;

    /// <summary>Runs until it is cancelled.</summary>
    /// <exception cref="StoreException">The store refused before it was there for the first time.</exception>
    /// <exception cref="CommandFailure">The seed has mistakes.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var retry = new ResiliencePipelineBuilder { TimeProvider = _time }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = attempt => ValueTask.FromResult(IsWorthWaiting(attempt.Outcome.Exception)),
            OnRetry = attempt =>
            {
                Shut(attempt.Outcome.Exception!);
                return ValueTask.CompletedTask;
            },
            MaxRetryAttempts = int.MaxValue,
            DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(PauseAfter(attempt.Outcome.Exception!, attempt.AttemptNumber)),
        }).Build();
        while (true)
        {
            await retry.ExecuteAsync(async attempt => await PrepareAsync(attempt).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            gate.Open();
            LogThere(name, _wasThere ? "again" : "now");
            _wasThere = true;
            await WatchAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Prepares the store. How long that takes is its own affair, since an index over a large graph is made in minutes; but a
    /// store that falls silent over it is asked again later.
    /// </summary>
    private async Task PrepareAsync(CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var preparing = prepare(ending.Token);
        var silence = await WaitForSilenceAsync(preparing, cancellation).ConfigureAwait(false);
        if (silence is not null)
            await ending.CancelAsync().ConfigureAwait(false);
        try
        {
            await preparing.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (silence is not null)
        {
            throw silence;
        }
    }

    /// <summary>What the store failed with when it was asked beside the work; null when the work has ended.</summary>
    private async Task<StoreException?> WaitForSilenceAsync(Task work, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            while (await Task.WhenAny(work, Task.Delay(PauseWhilePrepared, _time, waiting.Token)).ConfigureAwait(false) != work)
            {
                // Whatever else is wrong the work finds out by itself.
                if (await LookAsync(PatienceWhilePrepared, cancellation).ConfigureAwait(false) is StoreException { Failure: StoreFailure.Unavailable } silence)
                    return silence;
            }
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            await waiting.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends when the store is lost.</summary>
    private async Task WatchAsync(CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var priming = PrimeAsync(ending.Token);
        try
        {
            Exception? failure;
            do
                await gate.WaitForDoubtAsync(cancellation).ConfigureAwait(false);
            while ((failure = await LookAsync(ProbePatience, cancellation).ConfigureAwait(false)) is null);
            Shut(failure);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await priming.ConfigureAwait(false);
        }
    }

    private async Task PrimeAsync(CancellationToken cancellation)
    {
        try
        {
            await prime(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The store is lost, or the process ends.
        }
        catch (Exception fault)
        {
            LogFault($"What is done beforehand for {name} was not done.", FaultText.Of(fault));
        }
    }

    /// <summary>
    /// Why the store does not answer; null where it does. It is asked twice, for one connection can be lost while the store is
    /// there; but not where it let nobody in.
    /// </summary>
    private async Task<Exception?> LookAsync(TimeSpan patience, CancellationToken cancellation) =>
        await ProbeAsync(patience, cancellation).ConfigureAwait(false) is { } first
            ? first is StoreException { Failure: StoreFailure.NotAdmitted } ? first : await ProbeAsync(patience, cancellation).ConfigureAwait(false)
            : null;

    private async Task<Exception?> ProbeAsync(TimeSpan patience, CancellationToken cancellation)
    {
        using var impatience = new CancellationTokenSource(patience, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, impatience.Token);
        try
        {
            await store.CheckHealthAsync(limit.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new StoreException(StoreFailure.Unavailable, $"It did not answer within {patience.TotalSeconds} seconds.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure;
        }
    }

    private bool IsWorthWaiting(Exception? failure) =>
        failure is StoreException { CanPass: true } || (_wasThere && failure is not (null or OperationCanceledException));

    private static TimeSpan PauseAfter(Exception failure, int attempt)
    {
        var pause = failure is StoreException { Failure: StoreFailure.NotAdmitted } ? PauseOutside
            : TimeSpan.FromTicks((long)Math.Min(FirstPause.Ticks * Math.Pow(2, attempt), LongestPause.Ticks));
#pragma warning disable CA5394 // Nothing secret hangs on the pause.
        return pause * (1 + (Unevenness * ((2 * Random.Shared.NextDouble()) - 1)));
#pragma warning restore CA5394
    }

    private void Shut(Exception failure)
    {
        var obstacle = failure switch
        {
            StoreException { CanPass: true } => $"{name} is away: {failure.Message}",
            StoreException or CommandFailure => $"{name} cannot be used: {failure.Message}",
            // What is not the store's own word can say more than everybody should read.
            _ => $"{name} cannot be used: {failure.GetType().Name}.",
        };
        // It is asked for more often than anybody wants to read.
        if (obstacle != gate.Obstacle)
        {
            if (failure is StoreException or CommandFailure)
                LogAway(obstacle);
            else
                LogFault(obstacle, FaultText.Of(failure));
        }
        gate.Shut(obstacle);
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "{Obstacle} It is asked for again until it is there.")]
    private partial void LogAway(string obstacle);

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "{Store} is there {When}.")]
    private partial void LogThere(string store, string when);

    [LoggerMessage(EventId = 24, Level = LogLevel.Error, Message = "{What} Fault: {Fault}")]
    private partial void LogFault(string what, string fault);
}
