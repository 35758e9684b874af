namespace GraphIntel.Bolt;

/// <summary>The configuration of a session.</summary>
public sealed record SessionConfig
{
    /// <summary>The database; null for the user's home database.</summary>
    public string? Database { get; init; }

    /// <summary>Whether auto-commit statements and explicit transactions read or write. The default is to write.</summary>
    public AccessMode DefaultAccessMode { get; init; } = AccessMode.Write;

    /// <summary>The bookmarks of transactions whose effects the session must see.</summary>
    public Bookmarks Bookmarks { get; init; } = Bookmarks.None;

    /// <summary>The number of records fetched at a time; -1 for all at once; null for the driver's setting.</summary>
    public long? FetchSize { get; init; }

    /// <summary>The user to impersonate; not available in Community Edition.</summary>
    public string? ImpersonatedUser { get; init; }

    /// <summary>The notifications that servers send; null for the driver's setting.</summary>
    public NotificationFilter? NotificationFilter { get; init; }

    /// <summary>The user to log on as; null for the driver's.</summary>
    public AuthToken? AuthToken { get; init; }
}

/// <summary>The configuration of a transaction.</summary>
public sealed record TransactionConfig
{
    /// <summary>The timeout; zero for none; null for the server's default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Metadata for the server's query log and list of transactions.</summary>
    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }
}
