using GraphIntel.Core.Storage;
using GraphIntel.Server.Transport;
using Polly;
using Polly.Retry;

namespace GraphIntel.Server.Startup;

/// <summary>
/// Monitors the availability of a remote store: prepares it when it becomes available, retries with increasing delays, and opens
/// and closes the gate. Permanent errors, such as a wrong password, stop it before the store was available for the first time;
/// afterwards they only close the gate, because an administrator may correct the cause.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="name">The store's kind and address, for operators.</param>
/// <param name="gate">Opened and closed with the availability of the store.</param>
/// <param name="prepare">Prepares the store for requests; runs again after each outage.</param>
/// <param name="prime">Runs concurrently with requests each time the store becomes available; cancelled at the next outage.</param>
/// <param name="logger">Receives changes of the availability.</param>
/// <param name="time">The clock of delays and timeouts; null for the system's.</param>
internal sealed partial class StoreMonitor(
    IGraphStore store,
    string name,
    StoreGate gate,
    Func<CancellationToken, Task> prepare,
    Func<CancellationToken, Task> prime,
    ILogger<StoreMonitor> logger,
    TimeProvider? time = null)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(3);

    // Databases lock out a user after several failed logins, for all processes of that user.
    private static readonly TimeSpan AccessDeniedDelay = TimeSpan.FromSeconds(45);

    // The fraction by which delays vary, so that several servers do not reconnect at the same time.
    private const double Jitter = 1.0 / 3;

    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(3);

    // Preparation can be heavy work for the store, and no request waits for a response meanwhile.
    private static readonly TimeSpan PreparationProbeTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PreparationProbeInterval = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    private bool _wasAvailable;

    /// <summary>Runs until it is cancelled.</summary>
    /// <exception cref="StoreException">A permanent error before the store was available for the first time.</exception>
    /// <exception cref="CommandException">The seed has errors.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var retry = new ResiliencePipelineBuilder { TimeProvider = _time }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = attempt => ValueTask.FromResult(IsRetryable(attempt.Outcome.Exception)),
            OnRetry = attempt =>
            {
                CloseGate(attempt.Outcome.Exception!);
                return ValueTask.CompletedTask;
            },
            MaxRetryAttempts = int.MaxValue,
            DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(DelayAfter(attempt.Outcome.Exception!, attempt.AttemptNumber)),
        }).Build();
        while (true)
        {
            await retry.ExecuteAsync(async attempt => await PrepareAsync(attempt).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            gate.Open();
            LogAvailable(name, _wasAvailable ? " again" : "");
            _wasAvailable = true;
            await WaitForOutageAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Prepares the store. There is no timeout, because building an index over a large graph takes minutes; but if the store stops
    /// responding meanwhile, the preparation is cancelled and retried.
    /// </summary>
    private async Task PrepareAsync(CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var preparing = prepare(stopping.Token);
        var outage = await WaitForOutageDuringAsync(preparing, cancellation).ConfigureAwait(false);
        if (outage is not null)
            await stopping.CancelAsync().ConfigureAwait(false);
        try
        {
            await preparing.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (outage is not null)
        {
            throw outage;
        }
    }

    /// <summary>The failure of a probe while a task runs; null when the task has completed.</summary>
    private async Task<StoreException?> WaitForOutageDuringAsync(Task work, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            while (await Task.WhenAny(work, Task.Delay(PreparationProbeInterval, _time, waiting.Token)).ConfigureAwait(false) != work)
            {
                // The task itself fails with any other error.
                if (await CheckAsync(PreparationProbeTimeout, cancellation).ConfigureAwait(false) is StoreException { Failure: StoreFailure.Unavailable } outage)
                    return outage;
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

    /// <summary>Completes when the store becomes unavailable.</summary>
    private async Task WaitForOutageAsync(CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var priming = PrimeAsync(stopping.Token);
        try
        {
            Exception? failure;
            do
                await gate.WaitForSuspectedOutageAsync(cancellation).ConfigureAwait(false);
            while ((failure = await CheckAsync(ProbeTimeout, cancellation).ConfigureAwait(false)) is null);
            CloseGate(failure);
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
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
            // The store became unavailable, or the process stops.
        }
        catch (Exception exception)
        {
            LogInternalError($"The trusted documents could not be planned ahead for {name}.", ExceptionText.Of(exception));
        }
    }

    /// <summary>
    /// Why the store does not respond; null if it does. It is probed twice, because one connection can be lost while the store is
    /// available, but only once if it denies access.
    /// </summary>
    private async Task<Exception?> CheckAsync(TimeSpan timeout, CancellationToken cancellation) =>
        await ProbeAsync(timeout, cancellation).ConfigureAwait(false) is { } first
            ? first is StoreException { Failure: StoreFailure.AccessDenied } ? first : await ProbeAsync(timeout, cancellation).ConfigureAwait(false)
            : null;

    private async Task<Exception?> ProbeAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(timeout, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timer.Token);
        try
        {
            await store.CheckHealthAsync(limit.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new StoreException(StoreFailure.Unavailable, $"No response within {timeout.TotalSeconds} seconds.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure;
        }
    }

    private bool IsRetryable(Exception? failure) =>
        failure is StoreException { IsTransient: true } || (_wasAvailable && failure is not (null or OperationCanceledException));

    private static TimeSpan DelayAfter(Exception failure, int attempt)
    {
        var delay = failure is StoreException { Failure: StoreFailure.AccessDenied } ? AccessDeniedDelay
            : TimeSpan.FromTicks((long)Math.Min(FirstDelay.Ticks * Math.Pow(2, attempt), MaxDelay.Ticks));
#pragma warning disable CA5394 // The delay is not security-sensitive.
        return delay * (1 + (Jitter * ((2 * Random.Shared.NextDouble()) - 1)));
#pragma warning restore CA5394
    }

    private void CloseGate(Exception failure)
    {
        var reason = failure switch
        {
            StoreException { IsTransient: true } => $"{name} is unavailable: {failure.Message}",
            StoreException or CommandException => $"{name} cannot be used: {failure.Message}",
            // The message of any other exception can contain internal details, and the reason is public.
            _ => $"{name} cannot be used: {failure.GetType().Name}.",
        };
        // Each reason is logged once, not at each retry.
        if (reason != gate.UnavailableReason)
        {
            if (failure is StoreException or CommandException)
                LogUnavailable(reason);
            else
                LogInternalError(reason, ExceptionText.Of(failure));
        }
        gate.Close(reason);
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "{Reason} Retrying until it is available.")]
    private partial void LogUnavailable(string reason);

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "{Store} is available{Again}.")]
    private partial void LogAvailable(string store, string again);

    [LoggerMessage(EventId = 24, Level = LogLevel.Error, Message = "{Message} Exception: {Exception}")]
    private partial void LogInternalError(string message, string exception);
}
