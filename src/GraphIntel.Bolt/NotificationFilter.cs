namespace GraphIntel.Bolt;

/// <summary>Which notifications a server sends with results. What is null is left to the server.</summary>
public sealed record NotificationFilter
{
    /// <summary>The least severity that is sent.</summary>
    public NotificationSeverity? MinimumSeverity { get; init; }

    /// <summary>The classifications that are not sent; servers before Bolt 5.6 call them categories.</summary>
    public IReadOnlyCollection<NotificationClassification>? DisabledClassifications { get; init; }

    /// <summary>A filter that lets nothing through.</summary>
    public static NotificationFilter None { get; } = new() { MinimumSeverity = NotificationSeverity.Off };
}

/// <summary>How much a notification matters.</summary>
public enum NotificationSeverity
{
    /// <summary>None is sent.</summary>
    Off,

    /// <summary>Only warnings are sent.</summary>
    Warning,

    /// <summary>All are sent.</summary>
    Information,
}

/// <summary>What a notification is about.</summary>
public enum NotificationClassification
{
    /// <summary>A hint in the statement that could not be followed.</summary>
    Hint,

    /// <summary>A name in the statement that the database does not know.</summary>
    Unrecognized,

    /// <summary>Something that does not work here.</summary>
    Unsupported,

    /// <summary>A statement that can be slow.</summary>
    Performance,

    /// <summary>Something that a later version takes away.</summary>
    Deprecation,

    /// <summary>Something about rights.</summary>
    Security,

    /// <summary>Something about the arrangement of servers and databases.</summary>
    Topology,

    /// <summary>Something about the schema.</summary>
    Schema,

    /// <summary>Anything else.</summary>
    Generic,
}
