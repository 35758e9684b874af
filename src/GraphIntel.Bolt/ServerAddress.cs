using System.Globalization;
using System.Net;

namespace GraphIntel.Bolt;

/// <summary>The address of a server.</summary>
/// <param name="Host">A name or an IP address, without brackets.</param>
/// <param name="Port">The port.</param>
public readonly record struct ServerAddress(string Host, int Port)
{
    /// <summary>The default port of Bolt.</summary>
    public const int DefaultPort = 7687;

    /// <summary>One of the host name's IP addresses; null to try all.</summary>
    internal IPAddress? Ip { get; init; }

    /// <summary>The endpoint to connect to; the IP addresses of a host name are tried in turn.</summary>
    internal EndPoint EndPoint => (Ip ?? (IPAddress.TryParse(Host, out var literal) ? literal : null)) is { } ip
        ? new IPEndPoint(ip, Port)
        : new DnsEndPoint(Host, Port);

    /// <summary>Parses host, host:port or [IPv6]:port.</summary>
    /// <exception cref="ArgumentException">The address is not valid.</exception>
    public static ServerAddress Parse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return TryParse(address, out var parsed)
            ? parsed
            : throw new ArgumentException($"'{address}' is not a valid address; expected host, host:port or [IPv6]:port.", nameof(address));
    }

    /// <summary>host:port, with brackets around an IPv6 address.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");

    internal static bool TryParse(string text, out ServerAddress address)
    {
        var colon = text.LastIndexOf(':');
        var hasPort = colon >= 0 && text.IndexOf(']', colon) < 0 && (text.IndexOf(':') == colon || text[colon - 1] == ']');
        var host = (hasPort ? text[..colon] : text).Trim('[', ']');
        var port = DefaultPort;
        address = default;
        if (host.Length == 0 || (hasPort && !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port))
            || port is < 1 or > 65_535)
        {
            return false;
        }

        address = new ServerAddress(host, port);
        return true;
    }
}
