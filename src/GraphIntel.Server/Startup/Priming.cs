using System.Diagnostics;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Startup;

/// <summary>
/// Plans the trusted documents ahead, to fill the query cache of a database that has one. A transient failure is retried. If
/// the store becomes unavailable, <see cref="StoreMonitor"/> cancels the work.
/// </summary>
/// <param name="engine">Plans the documents.</param>
/// <param name="documents">The trusted documents.</param>
/// <param name="gate">Receives suspected outages of the store.</param>
/// <param name="logger">Receives the result.</param>
/// <param name="time">The clock of the delays; null for the system's.</param>
internal sealed partial class Priming(
    GraphEngine engine, TrustedDocuments documents, StoreGate gate, ILogger<Priming> logger, TimeProvider? time = null)
{
    private const int MaxAttempts = 5;

    // The delay after the first attempt; it grows linearly.
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (documents.Count == 0)
            return;
        var start = Stopwatch.GetTimestamp();
        var planned = 0;
        foreach (var document in documents.Texts)
        {
            if (await PrimeAsync(document, cancellation).ConfigureAwait(false))
                planned++;
        }
        var duration = Stopwatch.GetElapsedTime(start);
        LogPrimed(planned, duration.TotalMilliseconds);
    }

    private async Task<bool> PrimeAsync(ReadOnlyMemory<byte> document, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await engine.PrimeAsync(document, cancellation).ConfigureAwait(false);
                return true;
            }
            catch (StoreException failure) when (failure.IsTransient && attempt < MaxAttempts)
            {
                if (failure.Failure != StoreFailure.Busy)
                    gate.ReportSuspectedOutage();
            }
            catch (StoreException failure)
            {
                // A request for the document fails with the same message.
                var (hash, reason) = (TrustedDocuments.HashOf(document.Span), failure.Message);
                LogNotPrimed(hash, reason);
                return false;
            }
            await Task.Delay(RetryDelay * attempt, _time, cancellation).ConfigureAwait(false);
        }
    }

    [LoggerMessage(EventId = 22, Level = LogLevel.Information, Message = "{Count} trusted documents were planned ahead in {DurationMs:0} ms.")]
    private partial void LogPrimed(int count, double durationMs);

    [LoggerMessage(EventId = 23, Level = LogLevel.Warning, Message = "Trusted document {Hash} could not be planned ahead: {Reason}")]
    private partial void LogNotPrimed(string hash, string reason);
}
