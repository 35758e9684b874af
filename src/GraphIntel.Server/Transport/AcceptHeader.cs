using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>Content negotiation by a request's Accept header (RFC 9110, section 12.5.1).</summary>
internal readonly struct AcceptHeader
{
    private const string Html = "text/html";

    // Null where the client accepts anything: the header is missing or invalid.
    private readonly IList<MediaTypeHeaderValue>? _ranges;

    private AcceptHeader(IList<MediaTypeHeaderValue>? ranges) => _ranges = ranges;

    public static AcceptHeader Parse(StringValues header) =>
        StringValues.IsNullOrEmpty(header) || header is ["*/*"] || !MediaTypeHeaderValue.TryParseList(header, out var ranges)
            ? default
            : new AcceptHeader(ranges);

    /// <summary>Whether the client prefers HTML to JSON, as only browsers do.</summary>
    public bool PrefersHtml => _ranges is not null
        && Rank(Html) is { Quality: > 0 } html
        && html.CompareTo(Rank(ResponseType.GraphQL.Name)) > 0
        && html.CompareTo(Rank(ResponseType.Json.Name)) > 0;

    /// <summary>The type of the response; null if the client accepts neither.</summary>
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
    /// The quality of the most specific range that matches a type, and its specificity, which breaks ties.
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
