using System.Threading.Channels;
using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>
/// Between requests and a store that can be away. While it is shut every operation is answered at once, and nobody waits for a
/// database that is not there. Who watches the store opens and shuts it; who meets a failure says so, and the watch looks.
/// </summary>
internal sealed class StoreGate
{
    // One doubt is as good as many.
    private readonly Channel<bool> _doubts = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile string? _obstacle;

    private StoreGate(string? obstacle) => _obstacle = obstacle;

    /// <summary>Why it is shut, for those who look after the server; null while it is open.</summary>
    public string? Obstacle => _obstacle;

    /// <summary>What an operation is answered with; null while it is open.</summary>
    public GraphError? Refusal => _obstacle is null ? null : GraphError.StoreAway;

    /// <summary>For a store that is as near as the process's own memory.</summary>
    public static StoreGate MakeOpen() => new(null);

    /// <summary>For a store that must be prepared first.</summary>
    public static StoreGate MakeShut() => new("The database was not asked yet.");

    public void Open() => _obstacle = null;

    public void Shut(string obstacle) => _obstacle = obstacle;

    /// <summary>Says that the store may be away.</summary>
    public void Doubt() => _doubts.Writer.TryWrite(true);

    /// <summary>Doubts where an operation failed in a way that a store does which is away; one that is busy or refuses is there.</summary>
    public void Note(EngineResponse answer)
    {
        if (_obstacle is null && answer.Errors.Any(error => error.Code is ErrorCodes.StoreUnavailable or ErrorCodes.Timeout))
            Doubt();
    }

    /// <summary>Ends with the next doubt, or with one that nobody looked after yet.</summary>
    public async ValueTask WaitForDoubtAsync(CancellationToken cancellation) => await _doubts.Reader.ReadAsync(cancellation).ConfigureAwait(false);
}
