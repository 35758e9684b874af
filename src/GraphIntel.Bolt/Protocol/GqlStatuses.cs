namespace GraphIntel.Bolt.Protocol;

/// <summary>Reads the GQL statuses of a summary; for servers before Bolt 5.6, derives them from notifications and records.</summary>
internal static class GqlStatuses
{
    private const string Warning = "01N42";
    private const string Information = "03N42";

    public static GqlStatusObject[] Read(Dictionary<string, object?> summary, bool hasKeys, bool hasRecords)
    {
        var statuses = Maps(summary.GetValueOrDefault("statuses")) ?? Derive(summary, hasKeys, hasRecords);
        return
        [
            .. from status in statuses
               let code = status.GetValueOrDefault("gql_status") as string
               where code is not null
               select new GqlStatusObject(code, status, DiagnosticRecord.Of(status)),
        ];
    }

    private static IEnumerable<Dictionary<string, object?>> Derive(Dictionary<string, object?> summary, bool hasKeys, bool hasRecords)
    {
        var notifications = (Maps(summary.GetValueOrDefault("notifications")) ?? []).Select(FromNotification);
        return notifications.Prepend(Outcome(hasKeys, hasRecords)).OrderBy(Precedence);
    }

    /// <summary>The order of GQL: no data, warnings, success, information.</summary>
    private static int Precedence(Dictionary<string, object?> status) => ((string)status["gql_status"]!)[..2] switch
    {
        "02" => 0,
        "01" => 1,
        "00" => 2,
        _ => 3,
    };

    private static Dictionary<string, object?> Outcome(bool hasKeys, bool hasRecords)
    {
        var (status, description) = (hasKeys, hasRecords) switch
        {
            (false, _) => ("00001", "note: successful completion - omitted result"),
            (true, true) => ("00000", "note: successful completion"),
            (true, false) => ("02000", "note: no data"),
        };
        return new(StringComparer.Ordinal) { ["gql_status"] = status, ["status_description"] = description };
    }

    private static Dictionary<string, object?> FromNotification(Dictionary<string, object?> notification)
    {
        var (status, defaultDescription) = notification.GetValueOrDefault("severity") is "WARNING"
            ? (Warning, "warn: unknown warning")
            : (Information, "info: unknown notification");
        var record = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (from, to) in new[] { ("severity", "_severity"), ("category", "_classification"), ("position", "_position") })
        {
            if (notification.TryGetValue(from, out var value))
                record[to] = value;
        }
        var description = notification.GetValueOrDefault("description");
        return new(StringComparer.Ordinal)
        {
            ["gql_status"] = status,
            ["status_description"] = description as string ?? defaultDescription,
            ["description"] = description,
            ["neo4j_code"] = notification.GetValueOrDefault("code"),
            ["title"] = notification.GetValueOrDefault("title"),
            ["diagnostic_record"] = record,
        };
    }

    private static IEnumerable<Dictionary<string, object?>>? Maps(object? list) => (list as List<object?>)?.OfType<Dictionary<string, object?>>();
}
