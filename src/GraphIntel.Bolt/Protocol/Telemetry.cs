using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>The APIs of the client that a server may count.</summary>
internal enum TelemetryApi
{
    ManagedTransaction = 0,
    ExplicitTransaction = 1,
    AutoCommit = 2,
    ExecuteQuery = 3,
}

/// <summary>One use of an API, reported once however often its work is retried.</summary>
internal sealed class ApiUse(TelemetryApi api)
{
    public TelemetryApi Api => api;

    /// <summary>Whether a server confirmed the report.</summary>
    public bool IsReported { get; set; }
}

/// <summary>TELEMETRY: reports the used API, to servers that request it.</summary>
internal readonly record struct Telemetry(TelemetryApi Api) : IMessage
{
    public void Write(PackStreamWriter writer)
    {
        writer.WriteStructureHeader(MessageTag.Telemetry, 1);
        writer.WriteInteger((long)Api);
    }
}

/// <summary>The response to TELEMETRY.</summary>
internal sealed class TelemetryResponse(ApiUse use) : Response
{
    protected override void OnSuccess(ReadOnlySpan<byte> metadata) => use.IsReported = true;
}
