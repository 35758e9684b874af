using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>FAILURE: why a request did not do what it says, to 5.6 a code and a message, from 5.7 a GQL status with causes.</summary>
internal static class Failure
{
    /// <summary>A chain of causes longer than this is cut.</summary>
    private const int MaxCauses = 32;

    /// <summary>Neo4j's longest code has some 80 characters.</summary>
    private const int MaxCode = 128;
    private const int StatusLength = 5;

    public static ServerFailure Read(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        return FromMap(reader.ReadMap(), 0);
    }

    private static ServerFailure FromMap(Dictionary<string, object?> map, int depth)
    {
        var code = Name(map.GetValueOrDefault("neo4j_code") ?? map.GetValueOrDefault("code"), MaxCode);
        var status = Name(map.GetValueOrDefault("gql_status"), StatusLength);
        var cause = depth < MaxCauses && map.GetValueOrDefault("cause") is Dictionary<string, object?> inner
            ? FromMap(inner, depth + 1).ToException()
            : null;
        return new ServerFailure(
            ServerFailure.Rename(code), map.GetValueOrDefault("message") as string, status,
            map.GetValueOrDefault("description") as string, status is null ? null : DiagnosticRecord(map), cause);
    }

    /// <summary>A code goes into messages and logs: what is not a name there is taken for none.</summary>
    private static string? Name(object? value, int maxLength) =>
        value is string name && name.Length <= maxLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_') ? name : null;

    /// <summary>Servers leave out what is as usual.</summary>
    private static Dictionary<string, object?> DiagnosticRecord(Dictionary<string, object?> map)
    {
        var record = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["OPERATION"] = "",
            ["OPERATION_CODE"] = "0",
            ["CURRENT_SCHEMA"] = "/",
        };
        foreach (var (key, value) in map.GetValueOrDefault("diagnostic_record") as Dictionary<string, object?> ?? [])
            record[key] = value;
        return record;
    }
}
