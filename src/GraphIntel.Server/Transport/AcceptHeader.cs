using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>What a client wants to get, from its Accept header (RFC 9110, section 12.5.1).</summary>
internal readonly struct AcceptHeader
{
    private const string Html = "text/html";

    // Null where anything is welcome: the header is missing, or cannot be read.
    private readonly IList<MediaTypeHeaderValue>? _ranges;

    private AcceptHeader(IList<MediaTypeHeaderValue>? ranges) => _ranges = ranges;

    public static AcceptHeader Parse(StringValues header) =>
        StringValues.IsNullOrEmpty(header) || header is ["*/*"] || !MediaTypeHeaderValue.TryParseList(header, out var ranges)
            ? default
            : new AcceptHeader(ranges);

    /// <summary>Whether a page is more welcome than data: only browsers say so.</summary>
    public bool PrefersHtml => _ranges is not null
        && Rank(Html) is { Quality: > 0 } html
        && html.CompareTo(Rank(ResponseType.GraphQL.Name)) > 0
        && html.CompareTo(Rank(ResponseType.Json.Name)) > 0;

    /// <summary>The type to answer with; null where the client takes neither.</summary>
    public ResponseType? Choose()
    {
        if (_ranges is null)
            return ResponseType.GraphQL;
        var graphQL = Rank(ResponseType.GraphQL.Name);
        var json = Rank(ResponseType.Json.Name);
        var best = json.CompareTo(graphQL) > 0 ? (Type: ResponseType.Json, Rank: json) : (Type: ResponseType.GraphQL, Rank: graphQL);
        return best.Rank.Quality > 0 ? best.Type : null;
    }

    /// <summary>
    /// How welcome a type is: the quality of the most specific range that covers it, and among equals how specific that is.
    /// </summary>
    private (double Quality, int Specificity) Rank(string type)
    {
        var best = (Quality: 0d, Specificity: 0);
        foreach (var range in _ranges!)
        {
            var specificity = Specificity(range, type);
            if (specificity > best.Specificity)
                best = (range.Quality ?? 1, specificity);
        }
        return best;
    }

    private static int Specificity(MediaTypeHeaderValue range, string type)
    {
        if (range.Charset.HasValue && !HeaderUtilities.RemoveQuotes(range.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return 0;
        if (range.MatchesAllTypes)
            return 1;
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        if (!range.Type.AsSpan().Equals(type.AsSpan(0, slash), StringComparison.OrdinalIgnoreCase))
            return 0;
        if (range.MatchesAllSubTypes)
            return 2;
        return range.SubType.AsSpan().Equals(type.AsSpan(slash + 1), StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }
}
