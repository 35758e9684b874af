using GraphIntel.Core.Errors;

namespace GraphIntel.Core.Execution;

/// <summary>
/// The deadline of a request: its time limit or the disconnection of the client, whichever comes first. Reading the request,
/// validating, planning and executing it, and writing the response all use its token.
/// </summary>
internal sealed class RequestDeadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _client;

    /// <summary>Starts the time limit.</summary>
    /// <param name="limit">The time limit.</param>
    /// <param name="client">Cancelled when the client disconnects.</param>
    public RequestDeadline(TimeSpan limit, CancellationToken client)
    {
        Limit = limit;
        _client = client;
        _source = CancellationTokenSource.CreateLinkedTokenSource(client);
        _source.CancelAfter(limit);
        Token = _source.Token;
    }

    /// <summary>The time limit.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Cancelled at the deadline.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the time limit has passed while the client is still connected.</summary>
    public bool HasPassed => Token.IsCancellationRequested && !_client.IsCancellationRequested;

    /// <summary>The error of a request that exceeded its time limit.</summary>
    public GraphError Error => new(
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"The request exceeded the time limit of {Limit.TotalSeconds:0.#} seconds. Request less data."),
        ErrorCodes.Timeout,
        []);

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
