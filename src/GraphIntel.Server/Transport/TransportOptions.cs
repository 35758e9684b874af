using System.Net;

namespace GraphIntel.Server.Transport;

/// <summary>Limits and settings of the HTTP transport.</summary>
internal sealed record TransportOptions
{
    /// <summary>Maximum size of a request body, in bytes.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Maximum number of requests in a batch.</summary>
    public int MaxBatchRequests { get; init; } = 10;

    /// <summary>Maximum size of all results of a batch, in bytes; the engine limits the size of each.</summary>
    public int MaxBatchBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Approximate maximum memory of the objects that concurrent requests create from their content, in bytes.</summary>
    public long MaxRequestObjectBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Maximum size of a request line, in bytes; it limits a document sent by GET to about the same size.</summary>
    public int MaxRequestLineBytes { get; init; } = 16 * 1024;

    /// <summary>Maximum number of open connections.</summary>
    public int MaxConnections { get; init; } = 1000;

    /// <summary>Maximum number of open connections per client.</summary>
    public ClientLimit MaxClientConnections { get; init; } = ClientLimit.ForRemote(100);

    /// <summary>Maximum number of concurrent requests per client.</summary>
    public ClientLimit MaxClientRequests { get; init; } = ClientLimit.ForRemote(50);

    /// <summary>Maximum number of requests per client and minute; each request of a batch counts.</summary>
    public ClientLimit MaxRequestsPerMinute { get; init; } = ClientLimit.ForRemote(3000);

    /// <summary>Proxies whose <c>X-Forwarded-For</c> header identifies the client.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Allowed host names, in addition to those of the listen addresses.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Minimum size of a compressed response, in bytes: smaller ones fit into one or two packets.</summary>
    public int MinCompressedBytes { get; init; } = 2048;

    /// <summary>Origins that may send cross-origin requests; <c>*</c> for any.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];
}
