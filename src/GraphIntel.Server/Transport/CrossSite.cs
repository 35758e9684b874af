using Microsoft.AspNetCore.Cors.Infrastructure;

namespace GraphIntel.Server.Transport;

/// <summary>
/// Keeps pages of other sites from asking by GET in the name of a visitor. A browser sends such a request without a preflight,
/// and says with Sec-Fetch-Site where it comes from; a program that is no browser does not. See docs/decisions/0010.
/// </summary>
internal static class CrossSite
{
    private static readonly string[] PreflightHeaders = ["GraphQL-Preflight", "GraphQL-Require-Preflight"];

    /// <exception cref="RequestRefusedException">The request comes from another site's page that may not ask.</exception>
    public static void Check(HttpRequest request, CorsPolicy? cors)
    {
        var headers = request.Headers;
        var isForeign = headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        if (!isForeign || IsNavigation(headers) || PreflightHeaders.Any(headers.ContainsKey))
            return;
        if (headers.Origin.ToString() is { Length: > 0 } origin && cors?.IsOriginAllowed(origin) == true)
            return;
        throw new RequestRefusedException(
            StatusCodes.Status403Forbidden,
            "Pages of other sites ask by POST, or by GET with the header `GraphQL-Preflight: 1`, and from an origin that the server allows.",
            "PREFLIGHT_REQUIRED");
    }

    /// <summary>A person followed a link: the answer is shown to them and to no script.</summary>
    private static bool IsNavigation(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Mode"] == "navigate" && headers["Sec-Fetch-Dest"] == "document";
}
