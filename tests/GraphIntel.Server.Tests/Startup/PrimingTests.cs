using System.Text;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Startup;
using GraphIntel.Server.Tests.Http;
using GraphIntel.Server.Transport;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GraphIntel.Server.Tests.Startup;

/// <summary>Planning trusted documents ahead, in a store that fails.</summary>
public sealed class PrimingTests : IDisposable
{
    private readonly CapturedLog _log = new();
    private readonly StoreGate _gate = StoreGate.CreateOpen();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _log.Dispose();

    /// <summary>Primes two documents; <paramref name="plan"/> gets the number of earlier statements.</summary>
    private async Task<int> PrimeAsync(Func<int, Task> plan, CancellationToken cancellation)
    {
        var asked = -1;
        var store = new StubStore(_ => Task.CompletedTask) { Prime = _ => plan(Interlocked.Increment(ref asked)) };
        var documents = new[] { "{ places { totalCount } }", "{ actors { totalCount } }" }.Select(text => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text));
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
        var priming = new Priming(
            new GraphEngine(SchemaBuilder.Build(store.Model), store, new EngineOptions()),
            new TrustedDocuments(documents.ToDictionary(text => TrustedDocuments.HashOf(text.Span)), rejectsOthers: false),
            _gate,
            loggers.CreateLogger<Priming>(),
            new AcceleratedTimeProvider());
        await priming.RunAsync(cancellation);
        return asked + 1;
    }

    private bool IsOutageSuspected() => _gate.WaitForSuspectedOutageAsync(Cancellation).AsTask().IsCompletedSuccessfully;

    [Fact]
    public async Task A_document_is_retried_after_a_lost_connection_and_the_others_follow()
    {
        var asked = await PrimeAsync(
            before => before == 0 ? throw new StoreException(StoreFailure.Unavailable, "The connection was lost.") : Task.CompletedTask, Cancellation);
        Assert.Equal(3, asked);
        Assert.True(IsOutageSuspected());
        Assert.Contains(_log.Lines, line => line.StartsWith("Information 2 trusted documents were planned ahead", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_the_store_refuses_is_logged_and_the_others_are_planned()
    {
        var asked = await PrimeAsync(
            before => before == 0 ? throw new StoreException(StoreFailure.Refused, "The statement is not taken.") : Task.CompletedTask, Cancellation);
        Assert.Equal(2, asked);
        Assert.False(IsOutageSuspected());
        Assert.Contains(_log.Lines, line => line.StartsWith("Information 1 trusted documents were planned ahead", StringComparison.Ordinal));
        Assert.Contains(
            _log.Lines, line => line.StartsWith("Warning Trusted document ", StringComparison.Ordinal) && line.Contains("The statement is not taken.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_keeps_failing_is_given_up_after_several_attempts()
    {
        var asked = await PrimeAsync(
            before => before < 5 ? throw new StoreException(StoreFailure.Busy, "There is no room.") : Task.CompletedTask, Cancellation);
        Assert.Equal(6, asked);
        Assert.False(IsOutageSuspected());
        Assert.Contains(_log.Lines, line => line.Contains("There is no room.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_retry_ends_when_the_store_becomes_unavailable()
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PrimeAsync(
            async _ =>
            {
                await lost.CancelAsync();
                throw new StoreException(StoreFailure.Unavailable, "It is away.");
            },
            lost.Token));
    }
}
