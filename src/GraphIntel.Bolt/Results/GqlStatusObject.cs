namespace GraphIntel.Bolt;

/// <summary>A GQL status of a result: its outcome, or a notification about the statement.</summary>
public sealed class GqlStatusObject
{
    internal GqlStatusObject(string gqlStatus, Dictionary<string, object?> map, Dictionary<string, object?> diagnosticRecord)
    {
        GqlStatus = gqlStatus;
        StatusDescription = map.GetValueOrDefault("status_description") as string ?? "";
        Code = map.GetValueOrDefault("neo4j_code") as string;
        Title = map.GetValueOrDefault("title") as string;
        Description = map.GetValueOrDefault("description") as string;
        Severity = diagnosticRecord.GetValueOrDefault("_severity") as string;
        Classification = diagnosticRecord.GetValueOrDefault("_classification") as string;
        Position = InputPosition.From(diagnosticRecord.GetValueOrDefault("_position"));
        DiagnosticRecord = diagnosticRecord;
    }

    /// <summary>
    /// Five characters, such as 00000 for success. Before Bolt 5.6, servers send none: warnings become 01N42, other
    /// notifications 03N42, and the outcome is derived from the records.
    /// </summary>
    public string GqlStatus { get; }

    /// <summary>The description of the status. It can contain the statement.</summary>
    public string StatusDescription { get; }

    /// <summary>Whether it is a notification, not the outcome.</summary>
    public bool IsNotification => Code is not null;

    /// <summary>Neo4j's code of a notification; null for the outcome.</summary>
    public string? Code { get; }

    /// <summary>The title of a notification; null if there is none.</summary>
    public string? Title { get; }

    /// <summary>Neo4j's description of a notification; null if there is none. It can contain the statement.</summary>
    public string? Description { get; }

    /// <summary>WARNING or INFORMATION; null if there is none.</summary>
    public string? Severity { get; }

    /// <summary>The category of a notification, such as PERFORMANCE; null if there is none.</summary>
    public string? Classification { get; }

    /// <summary>The position in the statement that caused the notification; null if unknown.</summary>
    public InputPosition? Position { get; }

    /// <summary>The diagnostic record of the status, with defaults filled in.</summary>
    public IReadOnlyDictionary<string, object?> DiagnosticRecord { get; }
}

/// <summary>A position in a statement.</summary>
/// <param name="Offset">The character, from 0.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record InputPosition(long Offset, long Line, long Column)
{
    internal static InputPosition? From(object? value) =>
        value is Dictionary<string, object?> map && map.GetValueOrDefault("offset") is long offset
            && map.GetValueOrDefault("line") is long line && map.GetValueOrDefault("column") is long column
            ? new InputPosition(offset, line, column)
            : null;
}
