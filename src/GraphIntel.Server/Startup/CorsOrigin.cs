namespace GraphIntel.Server.Startup;

/// <summary>Parses the origins of <c>--cors</c>.</summary>
internal static class CorsOrigin
{
    /// <summary>Allows every origin.</summary>
    public const string Any = "*";

    /// <summary>Parses origins separated by spaces.</summary>
    /// <exception cref="FormatException">A text is not an origin.</exception>
    public static IReadOnlyList<string> ParseList(string text)
    {
        var origins = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var origin in origins)
        {
            var isOrigin = origin == Any || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && uri.Scheme is ("http" or "https") && uri.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase));
            if (!isOrigin)
                throw new FormatException($"`{origin}` is not an origin: expected only scheme, host and port, such as `https://example.org`, or `*`.");
        }
        return origins;
    }
}
