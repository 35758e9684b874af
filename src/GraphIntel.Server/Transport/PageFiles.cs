namespace GraphIntel.Server.Transport;

/// <summary>The pages built from src/GraphIntel.Web: their documents, each with its own policy, and the files that they load.</summary>
internal static class PageFiles
{
    private const string Folder = "web/";

    // Vite includes a hash of the content in every file name in this folder.
    private const string HashedAssets = Folder + "assets/";

    private const string Immutable = "public, max-age=31536000, immutable";

    private const string MissingPagePolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>
    /// Serves the files of the pages under /web/, with immutable caching for those with a hash in their names, and the explorer at /;
    /// the playground is at /graphql. Outside of a published folder this requires <c>builder.WebHost.UseStaticWebAssets()</c>.
    /// </summary>
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        var policies = endpoints.ServiceProvider.GetRequiredService<PagePolicies>();
        endpoints.MapStaticAssets().Add(endpoint => CacheHashedAssets(endpoint, policies));
        endpoints.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], ExplorerPage.WriteAsync).ExcludeFromDescription();
        // The documents have their policies at these addresses only.
        Redirect(endpoints, "/" + Folder + ExplorerPage.Document, "~/");
        Redirect(endpoints, "/" + Folder + PlaygroundPage.Document, "~/graphql");
        Redirect(endpoints, "/playground", "~/graphql");
        endpoints.MapGet("/" + Folder + "settings.json", () => Results.Json(new { mapStyle = policies.MapStyle })).ExcludeFromDescription();
    }

    /// <summary>Writes a document of a page; where the pages were not built, a document that says what to do.</summary>
    public static Task WriteAsync(HttpContext context, string document, string policy, Func<HttpRequest, string> missing)
    {
        var files = context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        var index = files.GetFileInfo(Folder + document);
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/html; charset=utf-8";
        var headers = response.Headers;
        headers.CacheControl = index.Exists ? "no-cache" : "no-store";
        headers.ContentSecurityPolicy = index.Exists ? policy : MissingPagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        return index.Exists
            ? response.SendFileAsync(index, context.RequestAborted)
            : response.WriteAsync(missing(context.Request), context.RequestAborted);
    }

    private static void Redirect(IEndpointRouteBuilder endpoints, string pattern, string target) =>
        endpoints.MapGet(pattern, () => Results.LocalRedirect(target)).WithOrder(-1000).ExcludeFromDescription();

    private static void CacheHashedAssets(EndpointBuilder endpoint, PagePolicies policies)
    {
        if (endpoint is not RouteEndpointBuilder { RequestDelegate: { } serve } route)
            return;
        if (route.RoutePattern.RawText?.TrimStart('/').StartsWith(HashedAssets, StringComparison.Ordinal) != true)
            return;
        route.RequestDelegate = context =>
        {
            context.Response.OnStarting(static state =>
            {
                var (response, policy) = ((HttpResponse, string))state;
                if (response.StatusCode is 200 or 206 or 304)
                    response.Headers.CacheControl = Immutable;
                // A worker's policy comes from its own script, not from the page.
                response.Headers.ContentSecurityPolicy = policy;
                return Task.CompletedTask;
            }, (context.Response, policies.Worker));
            return serve(context);
        };
    }
}
