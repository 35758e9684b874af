using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>FAILURE: the error of a request; up to 5.6 a code and a message, from 5.7 a GQL status with causes.</summary>
internal static class Failure
{
    /// <summary>Longer chains of causes are truncated.</summary>
    private const int MaxCauses = 32;

    /// <summary>Neo4j's longest code has about 80 characters.</summary>
    private const int MaxCode = 128;
    private const int StatusLength = 5;

    /// <summary>The default status; servers before 5.7 send none.</summary>
    private const string GenericStatus = "50N42";

    public static ServerFailure Read(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        var map = reader.ReadMap();
        if (map.ContainsKey("code"))
        {
            map["gql_status"] = GenericStatus;
            map["description"] = $"error: general processing exception - unexpected error. {map.GetValueOrDefault("message") as string}";
        }
        return FromMap(map, 0);
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
            map.GetValueOrDefault("description") as string, status is null ? null : DiagnosticRecord.Of(map), cause);
    }

    /// <summary>A code is used in messages and logs, so values that are not names are dropped.</summary>
    private static string? Name(object? value, int maxLength) =>
        value is string name && name.Length <= maxLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_') ? name : null;
}
