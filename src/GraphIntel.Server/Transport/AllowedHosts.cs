using System.Globalization;
using System.Net;
using Microsoft.Extensions.Primitives;

namespace GraphIntel.Server.Transport;

/// <summary>
/// The host names allowed in the Host header. As protection against DNS rebinding, only names matter: a browser sends an IP address
/// only for a page of that address, and resolves <c>localhost</c> itself. See docs/decisions/0012.
/// </summary>
internal sealed class AllowedHosts
{
    private const string Any = "*";

    private static readonly char[] Separators = [' ', ';', ','];
    private static readonly IdnMapping Idn = new();

    private readonly StringSegment[] _patterns;

    private AllowedHosts(IEnumerable<string> patterns) => _patterns = [.. patterns.Select(pattern => new StringSegment(pattern))];

    /// <summary>localhost, the names in the listen addresses, and the configured names.</summary>
    /// <param name="urls">Listen addresses. A wildcard stands for the machine's host name.</param>
    /// <param name="configured">Names as parsed by <see cref="ParseList"/>.</param>
    public static AllowedHosts Of(IEnumerable<string> urls, IEnumerable<string> configured)
    {
        var fromUrls = urls.Select(url => BindingAddress.Parse(url).Host)
            .Select(host => host is "*" or "+" or "0.0.0.0" or "[::]" ? Dns.GetHostName() : host);
        return new AllowedHosts(fromUrls.Concat(configured).Select(WithoutDot).Prepend("localhost").Distinct(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Parses names separated by semicolons, commas or spaces.</summary>
    /// <exception cref="FormatException">A text is not a host name.</exception>
    public static IReadOnlyList<string> ParseList(string text) => [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    /// <summary>Whether a <c>Host</c> header, with or without a port, has an allowed name or an IP address.</summary>
    public bool Allows(string header)
    {
        var host = HostOf(header);
        if (host.Length == 0)
            return false;
        if (IPAddress.IsValid(host.AsSpan().Trim("[]")))
            return true;
        try
        {
            return HostString.MatchesAny(host, _patterns);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static StringSegment HostOf(string header)
    {
        var colon = header.LastIndexOf(':');
        var end = colon > header.LastIndexOf(']') ? colon : header.Length;
        // `example.org.` is the same name in absolute form.
        if (end > 0 && header[end - 1] == '.')
            end--;
        return new StringSegment(header, 0, end);
    }

    private static string Parse(string text)
    {
        if (text == Any || IPAddress.IsValid(text.AsSpan().Trim("[]")))
            return text;
        var (prefix, name) = text.StartsWith("*.", StringComparison.Ordinal) ? (text[..2], text[2..]) : ("", text);
        try
        {
            // Browsers send internationalized names in Punycode.
            name = Idn.GetAscii(WithoutDot(name));
        }
        catch (ArgumentException)
        {
            name = "";
        }
        return Uri.CheckHostName(name) == UriHostNameType.Dns
            ? prefix + name
            : throw new FormatException(
                $"`{text}` is not a host name: expected a name without scheme and port, such as `graph.example.org`, " +
                "`*.example.org` for all subdomains, or `*` for any name.");
    }

    private static string WithoutDot(string name) => name.EndsWith('.') ? name[..^1] : name;
}
