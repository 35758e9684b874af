namespace GraphIntel.Bolt;

/// <summary>The notifications that a server sends with results. For null values the server's default applies.</summary>
public sealed record NotificationFilter
{
    /// <summary>The minimum severity.</summary>
    public NotificationSeverity? MinimumSeverity { get; init; }

    /// <summary>The excluded classifications; called categories before Bolt 5.6.</summary>
    public IReadOnlyCollection<NotificationClassification>? DisabledClassifications { get; init; }

    /// <summary>A filter that excludes all notifications.</summary>
    public static NotificationFilter None { get; } = new() { MinimumSeverity = NotificationSeverity.Off };
}

/// <summary>The severity of a notification.</summary>
public enum NotificationSeverity
{
    /// <summary>No notifications.</summary>
    Off,

    /// <summary>Only warnings.</summary>
    Warning,

    /// <summary>All notifications.</summary>
    Information,
}

/// <summary>The classification of a notification.</summary>
public enum NotificationClassification
{
    /// <summary>A hint in the statement that could not be used.</summary>
    Hint,

    /// <summary>A name in the statement that does not exist in the database.</summary>
    Unrecognized,

    /// <summary>An unsupported feature.</summary>
    Unsupported,

    /// <summary>A potentially slow statement.</summary>
    Performance,

    /// <summary>A deprecated feature.</summary>
    Deprecation,

    /// <summary>Security and privileges.</summary>
    Security,

    /// <summary>The topology of servers and databases.</summary>
    Topology,

    /// <summary>The schema.</summary>
    Schema,

    /// <summary>Anything else.</summary>
    Generic,
}
