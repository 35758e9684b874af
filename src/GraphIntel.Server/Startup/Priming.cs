using System.Diagnostics;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Startup;

/// <summary>Plans the trusted documents before they are asked, so that a database which keeps plans has them.</summary>
internal sealed partial class Priming(GraphEngine engine, TrustedDocuments documents, StoreGate gate, ILogger<Priming> logger)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (documents.Count == 0)
            return;
        var start = Stopwatch.GetTimestamp();
        foreach (var document in documents.Texts)
        {
            try
            {
                await engine.PrimeAsync(document, cancellation).ConfigureAwait(false);
            }
            catch (StoreException failure) when (failure.Failure != StoreFailure.Unavailable)
            {
                // The document is refused in the same words when it is asked.
                var (hash, reason) = (TrustedDocuments.HashOf(document.Span), failure.Message);
                LogUnprimed(hash, reason);
            }
            catch (StoreException)
            {
                gate.Doubt();
                return;
            }
        }
        var took = Stopwatch.GetElapsedTime(start);
        LogPrimed(documents.Count, took.TotalMilliseconds);
    }

    [LoggerMessage(EventId = 22, Level = LogLevel.Information, Message = "{Count} trusted documents were planned ahead in {DurationMs:0} ms.")]
    private partial void LogPrimed(int count, double durationMs);

    [LoggerMessage(EventId = 23, Level = LogLevel.Warning, Message = "The trusted document {Hash} cannot be planned ahead: {Reason}")]
    private partial void LogUnprimed(string hash, string reason);
}
