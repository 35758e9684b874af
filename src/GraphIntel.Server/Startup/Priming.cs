using System.Diagnostics;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Startup;

/// <summary>
/// Plans the trusted documents before they are asked, so that a database which keeps plans has them. A document that meets a
/// failure which passes is tried again; where the store is lost over it, whoever watches the store cancels the work.
/// </summary>
/// <param name="engine">Plans them.</param>
/// <param name="documents">The documents.</param>
/// <param name="gate">Is told where the store may be away.</param>
/// <param name="logger">Is told what came of it.</param>
/// <param name="time">Whose pauses it makes; null for the system's.</param>
internal sealed partial class Priming(
    GraphEngine engine, TrustedDocuments documents, StoreGate gate, ILogger<Priming> logger, TimeProvider? time = null)
{
    private const int Attempts = 5;

    // The first; the second is twice as long.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
        var took = Stopwatch.GetElapsedTime(start);
        LogPrimed(planned, took.TotalMilliseconds);
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
            catch (StoreException failure) when (failure.CanPass && attempt < Attempts)
            {
                if (failure.Failure != StoreFailure.Busy)
                    gate.Doubt();
            }
            catch (StoreException failure)
            {
                // The document is refused in the same words when it is asked.
                var (hash, reason) = (TrustedDocuments.HashOf(document.Span), failure.Message);
                LogUnprimed(hash, reason);
                return false;
            }
            await Task.Delay(Pause * attempt, _time, cancellation).ConfigureAwait(false);
        }
    }

    [LoggerMessage(EventId = 22, Level = LogLevel.Information, Message = "{Count} trusted documents were planned ahead in {DurationMs:0} ms.")]
    private partial void LogPrimed(int count, double durationMs);

    [LoggerMessage(EventId = 23, Level = LogLevel.Warning, Message = "The trusted document {Hash} cannot be planned ahead: {Reason}")]
    private partial void LogUnprimed(string hash, string reason);
}
