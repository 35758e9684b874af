using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>The options of a transaction, in BEGIN and in RUN outside of a transaction.</summary>
internal sealed record Extra
{
    public string? Database { get; init; }

    public bool IsRead { get; init; }

    public IReadOnlyCollection<string> Bookmarks { get; init; } = [];

    public TimeSpan? Timeout { get; init; }

    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }

    public string? ImpersonatedUser { get; init; }

    public NotificationFilter? NotificationFilter { get; init; }

    public void Write(PackStreamWriter writer, BoltVersion version)
    {
        var filterKeys = Notifications.CountKeys(NotificationFilter, version);
        writer.WriteMapHeader(filterKeys + (IsRead ? 1 : 0) + (Database is null ? 0 : 1) + (Bookmarks.Count == 0 ? 0 : 1)
            + (Timeout is null ? 0 : 1) + (Metadata is null ? 0 : 1) + (ImpersonatedUser is null ? 0 : 1));
        if (IsRead)
        {
            writer.WriteString("mode"u8);
            writer.WriteString("r"u8);
        }
        if (Database is not null)
        {
            writer.WriteString("db"u8);
            writer.WriteString(Database);
        }
        if (Bookmarks.Count > 0)
        {
            writer.WriteString("bookmarks"u8);
            writer.WriteListHeader(Bookmarks.Count);
            foreach (var bookmark in Bookmarks)
                writer.WriteString(bookmark);
        }
        if (Timeout is { } timeout)
        {
            writer.WriteString("tx_timeout"u8);
            writer.WriteInteger((long)Math.Ceiling(timeout.TotalMilliseconds));
        }
        if (Metadata is not null)
        {
            writer.WriteString("tx_metadata"u8);
            writer.WriteValue(Metadata);
        }
        if (ImpersonatedUser is not null)
        {
            writer.WriteString("imp_user"u8);
            writer.WriteString(ImpersonatedUser);
        }
        Notifications.Write(writer, NotificationFilter, version);
    }
}

/// <summary>Writes a notification filter with the key names of a version; a server silently ignores other names.</summary>
internal static class Notifications
{
    public static int CountKeys(NotificationFilter? filter, BoltVersion version) =>
        filter is null || !version.HasNotificationFilters
            ? 0
            : (filter.MinimumSeverity is null ? 0 : 1) + (filter.DisabledClassifications is null ? 0 : 1);

    public static void Write(PackStreamWriter writer, NotificationFilter? filter, BoltVersion version)
    {
        if (filter is null || !version.HasNotificationFilters)
            return;
        if (filter.MinimumSeverity is { } severity)
        {
            writer.WriteString("notifications_minimum_severity"u8);
            writer.WriteString(severity.ToString().ToUpperInvariant());
        }
        if (filter.DisabledClassifications is { } disabled)
        {
            writer.WriteString(version.FiltersByClassification
                ? "notifications_disabled_classifications"u8
                : "notifications_disabled_categories"u8);
            writer.WriteListHeader(disabled.Count);
            foreach (var classification in disabled)
                writer.WriteString(classification.ToString().ToUpperInvariant());
        }
    }
}
