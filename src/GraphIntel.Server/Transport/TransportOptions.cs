namespace GraphIntel.Server.Transport;

/// <summary>Bounds and settings of HTTP.</summary>
internal sealed record TransportOptions
{
    /// <summary>The most bytes of a request's body.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>The most requests of a batch.</summary>
    public int MaxBatchRequests { get; init; } = 10;

    /// <summary>The most bytes of all answers to a batch; each of them has the engine's bound besides.</summary>
    public int MaxBatchBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The longest request line in bytes, and so about the longest document by GET.</summary>
    public int MaxRequestLineBytes { get; init; } = 16 * 1024;

    /// <summary>Responses of fewer bytes are sent as they are: they fit a packet or two.</summary>
    public int MinCompressedBytes { get; init; } = 2048;

    /// <summary>Origins whose pages may ask; <c>*</c> for any.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];
}
