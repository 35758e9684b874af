namespace GraphIntel.Bolt.Protocol;

/// <summary>The diagnostic record of a GQL status.</summary>
internal static class DiagnosticRecord
{
    /// <summary>The record of a status, including the defaults, which servers omit.</summary>
    public static Dictionary<string, object?> Of(Dictionary<string, object?> status)
    {
        var record = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["OPERATION"] = "",
            ["OPERATION_CODE"] = "0",
            ["CURRENT_SCHEMA"] = "/",
        };
        foreach (var (key, value) in status.GetValueOrDefault("diagnostic_record") as Dictionary<string, object?> ?? [])
            record[key] = value;
        return record;
    }
}
