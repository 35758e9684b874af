using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>FAILURE: why a request did not do what it says, to 5.6 a code and a message, from 5.7 a GQL status with causes.</summary>
internal static class Failure
{
    /// <summary>A chain of causes longer than this is cut.</summary>
    private const int MaxCauses = 32;

    public static ServerFailure Read(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        return FromMap(reader.ReadMap(), 0);
    }

    private static ServerFailure FromMap(Dictionary<string, object?> map, int depth)
    {
        var code = map.GetValueOrDefault("neo4j_code") as string ?? map.GetValueOrDefault("code") as string;
        var status = map.GetValueOrDefault("gql_status") as string;
        var cause = depth < MaxCauses && map.GetValueOrDefault("cause") is Dictionary<string, object?> inner
            ? FromMap(inner, depth + 1).ToException()
            : null;
        return new ServerFailure(
            ServerFailure.Rename(code), map.GetValueOrDefault("message") as string, status,
            map.GetValueOrDefault("description") as string, status is null ? null : DiagnosticRecord(map), cause);
    }

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
