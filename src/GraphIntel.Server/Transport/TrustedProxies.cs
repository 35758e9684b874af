using System.Net;

namespace GraphIntel.Server.Transport;

/// <summary>Parses the proxies of <c>--trusted-proxies</c>, whose <c>X-Forwarded-For</c> header identifies the client.</summary>
internal static class TrustedProxies
{
    private static readonly char[] Separators = [' ', ';', ','];

    /// <summary>Parses addresses and networks separated by semicolons, commas or spaces.</summary>
    /// <exception cref="FormatException">A text is neither an address nor a network.</exception>
    public static IReadOnlyList<IPNetwork> ParseList(string text) =>
        [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    /// <summary>Whether an address is that of a trusted proxy.</summary>
    public static bool Contains(IReadOnlyList<IPNetwork> proxies, IPAddress address)
    {
        if (proxies.Count == 0)
            return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return proxies.Any(network => network.Contains(plain));
    }

    private static IPNetwork Parse(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            return new IPNetwork(plain, plain.GetAddressBytes().Length * 8);
        }
        return IPNetwork.TryParse(text, out var network)
            ? network
            : throw new FormatException(
                $"`{text}` is not valid: expected an IP address, or a network such as `10.0.0.0/8`.");
    }
}
