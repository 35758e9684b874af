using System.Runtime.InteropServices;
using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>HELLO: the client's name and features.</summary>
internal readonly record struct Hello(
    BoltVersion Version, string UserAgent, IReadOnlyDictionary<string, string>? RoutingContext, NotificationFilter? NotificationFilter)
    : IMessage
{
    private static readonly string Product =
        $"GraphIntel.Bolt/{typeof(Hello).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The default user agent.</summary>
    public static string DefaultUserAgent => Product;

    public void Write(PackStreamWriter writer)
    {
        writer.WriteStructureHeader(MessageTag.Hello, 1);
        writer.WriteMapHeader(1 + (Version.HasBoltAgent ? 1 : 0) + (RoutingContext is null ? 0 : 1)
            + Notifications.CountKeys(NotificationFilter, Version));
        writer.WriteString("user_agent"u8);
        writer.WriteString(UserAgent);
        if (Version.HasBoltAgent)
        {
            writer.WriteString("bolt_agent"u8);
            writer.WriteMapHeader(3);
            writer.WriteString("product"u8);
            writer.WriteString(Product);
            writer.WriteString("platform"u8);
            writer.WriteString($"{RuntimeInformation.OSDescription}; {RuntimeInformation.OSArchitecture}");
            writer.WriteString("language"u8);
            writer.WriteString(RuntimeInformation.FrameworkDescription);
        }
        if (RoutingContext is not null)
        {
            writer.WriteString("routing"u8);
            Route.WriteContext(writer, RoutingContext);
        }
        Notifications.Write(writer, NotificationFilter, Version);
    }
}

/// <summary>The response to HELLO.</summary>
internal sealed class HelloResponse : Response
{
    /// <summary>The server's product and version, such as Neo4j/5.26.30.</summary>
    public string Agent { get; private set; } = "";

    /// <summary>The maximum time between received bytes, NOOPs included; null if the server sends no such hint.</summary>
    public TimeSpan? ReceiveTimeout { get; private set; }

    /// <summary>Whether the server requests TELEMETRY.</summary>
    public bool WantsTelemetry { get; private set; }

    /// <summary>
    /// Whether the server returns the home database in response to BEGIN and RUN, and routes to it by itself (from 5.8 on).
    /// </summary>
    public bool ResolvesHomeDatabase { get; private set; }

    protected override void OnSuccess(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        foreach (var (key, value) in reader.ReadMap())
        {
            switch (key, value)
            {
                case ("server", string agent):
                    Agent = agent;
                    break;
                case ("hints", Dictionary<string, object?> hints):
                    if (hints.TryGetValue("connection.recv_timeout_seconds", out var seconds) && seconds is long and > 0 and <= 86_400)
                        ReceiveTimeout = TimeSpan.FromSeconds((long)seconds);
                    WantsTelemetry = hints.TryGetValue("telemetry.enabled", out var enabled) && enabled is true;
                    ResolvesHomeDatabase = hints.TryGetValue("ssr.enabled", out var resolves) && resolves is true;
                    break;
            }
        }
    }
}
