namespace GraphIntel.Bolt;

/// <summary>What a session is for.</summary>
public sealed record SessionConfig
{
    /// <summary>The database; null for the user's home database.</summary>
    public string? Database { get; init; }

    /// <summary>Whether auto-commit statements and explicit transactions read or write. The default is to write.</summary>
    public AccessMode DefaultAccessMode { get; init; } = AccessMode.Write;

    /// <summary>The transactions whose effect must be seen.</summary>
    public Bookmarks Bookmarks { get; init; } = Bookmarks.None;

    /// <summary>How many records are asked for at a time; -1 for all at once; null for the driver's.</summary>
    public long? FetchSize { get; init; }

    /// <summary>The user in whose name things are done; Community Edition refuses this.</summary>
    public string? ImpersonatedUser { get; init; }

    /// <summary>Which notifications are sent; null for the driver's.</summary>
    public NotificationFilter? NotificationFilter { get; init; }

    /// <summary>The user to log on as; null for the driver's.</summary>
    public AuthToken? AuthToken { get; init; }
}

/// <summary>What a transaction is told of itself.</summary>
public sealed record TransactionConfig
{
    /// <summary>How long it may run; zero for as long as it likes; null for the server's own limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What the server's logs and lists of transactions show of it.</summary>
    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }
}
