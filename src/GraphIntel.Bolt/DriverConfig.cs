using System.Security.Cryptography.X509Certificates;

namespace GraphIntel.Bolt;

/// <summary>How a driver works; every value has a default that suits a server.</summary>
public sealed class DriverConfig
{
    /// <summary>The most connections to one server. The default is 100.</summary>
    public int MaxConnectionPoolSize { get; init; } = 100;

    /// <summary>How long a caller waits for a connection when all are in use. The default is a minute.</summary>
    public TimeSpan ConnectionAcquisitionTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long opening a connection may take, login included. The default is 30 seconds.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection older than this is replaced when it is next wanted. The default is an hour.</summary>
    public TimeSpan MaxConnectionLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// A connection idle for longer than this is asked whether it still lives before it is used, which takes a round trip. Null,
    /// the default, asks none: a connection that its server closed is found out in any case.
    /// </summary>
    public TimeSpan? ConnectionLivenessCheckTimeout { get; init; }

    /// <summary>How long a managed transaction is tried again. The default is 30 seconds.</summary>
    public TimeSpan MaxTransactionRetryTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many records are asked for at a time; -1 for all at once. The default is 1000.</summary>
    public long FetchSize { get; init; } = 1000;

    /// <summary>
    /// The most bytes that one message of a server's may have, which bounds the memory that a connection can take: a record with
    /// all its values, for example. What is larger costs the connection. The default is 256 MiB.
    /// </summary>
    public int MaxMessageSize { get; init; } = 256 * 1024 * 1024;

    /// <summary>Certificates to trust instead of the system's, for <c>+s</c> addresses.</summary>
    public X509Certificate2Collection? TrustedCertificates { get; init; }

    /// <summary>A certificate with its key that proves this client to a server which asks for one.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>What this client calls itself; the default is the library's name and version.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Which notifications are sent, unless a session says otherwise.</summary>
    public NotificationFilter? NotificationFilter { get; init; }

    /// <summary>Whether a server that counts which parts of a client are used is told nothing.</summary>
    public bool TelemetryDisabled { get; init; }

    /// <summary>
    /// For <c>neo4j://</c> addresses, gives the servers to ask first for the routing table, from the address's own; null asks
    /// that one.
    /// </summary>
    public Func<ServerAddress, IEnumerable<ServerAddress>>? Resolver { get; init; }

    /// <summary>Whether servers are offered the list of all versions; the plain offers always go along.</summary>
    internal bool OfferManifest { get; init; } = true;

    /// <summary>
    /// How long a server may take to answer a RESET, which is sent when a request is cancelled, or before a connection that was
    /// idle is used. It interrupts what runs within milliseconds; a connection on which it is not answered in time is given up.
    /// The default is 15 seconds.
    /// </summary>
    public TimeSpan ResetTimeout { get; init; } = TimeSpan.FromSeconds(15);

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConnectionPoolSize, 1, nameof(MaxConnectionPoolSize));
        CheckTime(ConnectionAcquisitionTimeout, nameof(ConnectionAcquisitionTimeout));
        CheckTime(ConnectionTimeout, nameof(ConnectionTimeout));
        CheckTime(MaxConnectionLifetime, nameof(MaxConnectionLifetime));
        CheckTime(ResetTimeout, nameof(ResetTimeout));
        CheckFetchSize(FetchSize);
        // A message of one chunk is never held against the limit.
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMessageSize, Framing.ChunkWriter.MaxChunk, nameof(MaxMessageSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTransactionRetryTime, TimeSpan.Zero, nameof(MaxTransactionRetryTime));
        if (ConnectionLivenessCheckTimeout is { } liveness)
            ArgumentOutOfRangeException.ThrowIfLessThan(liveness, TimeSpan.Zero, nameof(ConnectionLivenessCheckTimeout));
    }

    internal static void CheckFetchSize(long fetchSize)
    {
        if (fetchSize is 0 or < Protocol.Pull.All)
            throw new ArgumentOutOfRangeException(nameof(fetchSize), fetchSize, "A fetch size is a number of records above 0, or -1 for all.");
    }

    private static void CheckTime(TimeSpan value, string name)
    {
        // Timers take no longer than this.
        if (value <= TimeSpan.Zero || value.TotalMilliseconds > uint.MaxValue - 1)
            throw new ArgumentOutOfRangeException(name, value, "A time limit is above zero and below 49 days.");
    }
}
