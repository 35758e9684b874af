using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace GraphIntel.Bolt;

/// <summary>The configuration of a driver; the defaults suit a server application.</summary>
public sealed class DriverConfig
{
    /// <summary>The maximum number of connections to one server. The default is 100.</summary>
    public int MaxConnectionPoolSize { get; init; } = 100;

    /// <summary>
    /// The timeout for acquiring a connection to a server: waiting for a free one, connecting, the handshake and the login.
    /// The default is a minute.
    /// </summary>
    public TimeSpan ConnectionAcquisitionTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The timeout for connecting to a server, TLS included; also for another login on an open connection, and for the
    /// response of a router. The default is 30 seconds.
    /// </summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection older than this is replaced before its next use. The default is an hour.</summary>
    public TimeSpan MaxConnectionLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// A connection idle for longer than this is tested before its next use, which takes a round trip. The default, null,
    /// tests none; a connection that the server closed is detected in any case.
    /// </summary>
    public TimeSpan? ConnectionLivenessCheckTimeout { get; init; }

    /// <summary>How long a managed transaction is retried. The default is 30 seconds.</summary>
    public TimeSpan MaxTransactionRetryTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The number of records fetched at a time; -1 for all at once. The default is 1000.</summary>
    public long FetchSize { get; init; } = 1000;

    /// <summary>
    /// The maximum size of one received message, in bytes, such as a record with all its values. Limits the memory of a
    /// connection; a larger message closes it. The default is 256 MiB.
    /// </summary>
    public int MaxMessageSize { get; init; } = 256 * 1024 * 1024;

    /// <summary>
    /// The maximum total size of the receive buffers of all connections, in bytes. Buffers up to 512 KiB do not count; while
    /// a buffer grows, its replacement counts, too. A message that does not fit closes its connection, and the work may be
    /// retried (<see cref="ReceiveLimitException"/>). The default is no limit.
    /// </summary>
    public long MaxReceiveBytes { get; init; } = long.MaxValue;

    /// <summary>The trusted certificates for <c>+s</c> URIs, in place of the system's.</summary>
    public X509Certificate2Collection? TrustedCertificates { get; init; }

    /// <summary>A client certificate with its key, for servers that request one.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>The user agent; the default is the library's name and version.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The notifications that servers send, unless a session has a filter of its own.</summary>
    public NotificationFilter? NotificationFilter { get; init; }

    /// <summary>Whether to send no telemetry about the used APIs, which some servers request.</summary>
    public bool TelemetryDisabled { get; init; }

    /// <summary>
    /// For <c>neo4j://</c> URIs: returns the addresses for the first routing request, from the one in the URI. Null uses only
    /// that one.
    /// </summary>
    public Func<ServerAddress, IEnumerable<ServerAddress>>? Resolver { get; init; }

    /// <summary>Whether the handshake offers version negotiation by manifest, in addition to version ranges.</summary>
    internal bool OfferManifest { get; init; } = true;

    /// <summary>
    /// The timeout for RESET, which is sent when a request is canceled, or before an idle connection is used. A server
    /// responds to it, and stops a running statement, within milliseconds; a connection that exceeds the timeout is closed.
    /// The default is 15 seconds.
    /// </summary>
    public TimeSpan ResetTimeout { get; init; } = TimeSpan.FromSeconds(15);

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Resolves a host name to its addresses.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> ResolveHost { get; init; } = Dns.GetHostAddressesAsync;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConnectionPoolSize, 1, nameof(MaxConnectionPoolSize));
        CheckTime(ConnectionAcquisitionTimeout, nameof(ConnectionAcquisitionTimeout));
        CheckTime(ConnectionTimeout, nameof(ConnectionTimeout));
        CheckTime(MaxConnectionLifetime, nameof(MaxConnectionLifetime));
        CheckTime(ResetTimeout, nameof(ResetTimeout));
        CheckFetchSize(FetchSize);
        // A message of one chunk is not checked against the limit.
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMessageSize, Framing.ChunkWriter.MaxChunk, nameof(MaxMessageSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxReceiveBytes, 1, nameof(MaxReceiveBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTransactionRetryTime, TimeSpan.Zero, nameof(MaxTransactionRetryTime));
        if (ConnectionLivenessCheckTimeout is { } liveness)
            ArgumentOutOfRangeException.ThrowIfLessThan(liveness, TimeSpan.Zero, nameof(ConnectionLivenessCheckTimeout));
    }

    internal static void CheckFetchSize(long fetchSize)
    {
        if (fetchSize is 0 or < Protocol.Pull.All)
            throw new ArgumentOutOfRangeException(nameof(fetchSize), fetchSize, "Expected a positive number of records, or -1 for all.");
    }

    private static void CheckTime(TimeSpan value, string name)
    {
        // The maximum of a timer.
        if (value <= TimeSpan.Zero || value.TotalMilliseconds > uint.MaxValue - 1)
            throw new ArgumentOutOfRangeException(name, value, "Expected a time above zero and below 49 days.");
    }
}
