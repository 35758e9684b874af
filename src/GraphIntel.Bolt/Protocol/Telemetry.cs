using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>The ways to use this client that a server may count.</summary>
internal enum TelemetryApi
{
    ManagedTransaction = 0,
    ExplicitTransaction = 1,
    AutoCommit = 2,
    ExecuteQuery = 3,
}

/// <summary>TELEMETRY: which way is used. Only for a server that asked for it.</summary>
internal readonly record struct Telemetry(TelemetryApi Api) : IMessage
{
    public void Write(PackStreamWriter writer)
    {
        writer.WriteStructureHeader(MessageTag.Telemetry, 1);
        writer.WriteInteger((long)Api);
    }
}
