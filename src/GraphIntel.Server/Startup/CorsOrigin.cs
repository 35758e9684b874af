namespace GraphIntel.Server.Startup;

/// <summary>Origins as <c>--cors</c> has them.</summary>
internal static class CorsOrigin
{
    /// <summary>Stands for every origin.</summary>
    public const string Any = "*";

    /// <summary>Reads origins separated by spaces; a <see cref="FormatException"/> says what would be right.</summary>
    public static IReadOnlyList<string> ParseList(string text)
    {
        var origins = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var origin in origins)
        {
            var isOrigin = origin == Any || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && uri.Scheme is ("http" or "https") && uri.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase));
            if (!isOrigin)
                throw new FormatException($"`{origin}` is not an origin: scheme, host and port alone, such as `https://example.org`, or `*`.");
        }
        return origins;
    }
}
