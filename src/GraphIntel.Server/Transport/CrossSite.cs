using Microsoft.AspNetCore.Cors.Infrastructure;

namespace GraphIntel.Server.Transport;

/// <summary>
/// Rejects cross-site GET requests, which a browser sends without a preflight. Browsers mark them with Sec-Fetch-Site; other
/// clients do not send it. See docs/decisions/0010.
/// </summary>
internal static class CrossSite
{
    private static readonly string[] PreflightHeaders = ["GraphQL-Preflight", "GraphQL-Require-Preflight"];

    /// <exception cref="RequestRejectedException">The request is cross-site and its origin is not allowed.</exception>
    public static void Check(HttpRequest request, CorsPolicy? cors)
    {
        var headers = request.Headers;
        var isCrossSite = headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        if (!isCrossSite || IsNavigation(headers) || PreflightHeaders.Any(headers.ContainsKey))
            return;
        if (headers.Origin.ToString() is { Length: > 0 } origin && cors?.IsOriginAllowed(origin) == true)
            return;
        throw new RequestRejectedException(
            StatusCodes.Status403Forbidden,
            "Cross-site GET requests need the header `GraphQL-Preflight: 1` or an origin allowed with --cors; alternatively, use POST.",
            "PREFLIGHT_REQUIRED");
    }

    /// <summary>Whether the user followed a link: no script can read the response.</summary>
    private static bool IsNavigation(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Mode"] == "navigate" && headers["Sec-Fetch-Dest"] == "document";
}
