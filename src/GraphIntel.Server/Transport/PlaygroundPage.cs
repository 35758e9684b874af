using System.Text.Encodings.Web;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>The playground: GraphiQL as built from src/GraphIntel.Web, or a page that explains how to build it.</summary>
internal static class PlaygroundPage
{
    private const string IndexPath = "playground/index.html";

    // Vite includes a hash of the content in every file name in this folder.
    private const string HashedAssets = "playground/assets/";

    private const string Immutable = "public, max-age=31536000, immutable";

    // The editor uses inline styles, and data URLs for fonts and cursors; everything else is loaded from this server.
    private const string PlaygroundPolicy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string MissingPagePolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>
    /// Serves the page's files under /playground/, with immutable caching for those with a hash in their names; the page itself is
    /// at /graphql. Outside of a published folder this requires <c>builder.WebHost.UseStaticWebAssets()</c>.
    /// </summary>
    public static void MapPlayground(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets().Add(CacheHashedAssets);
        foreach (var pattern in (string[])["/playground", "/" + IndexPath])
            endpoints.MapGet(pattern, () => Results.LocalRedirect("~/graphql")).WithOrder(-1000).ExcludeFromDescription();
    }

    /// <summary>Writes the page, the response to a browser's GET of /graphql.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        var files = context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        var index = files.GetFileInfo(IndexPath);
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/html; charset=utf-8";
        var headers = response.Headers;
        headers.CacheControl = index.Exists ? "no-cache" : "no-store";
        // For other clients, the same URL returns JSON.
        headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        headers.ContentSecurityPolicy = index.Exists ? PlaygroundPolicy : MissingPagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        return index.Exists
            ? response.SendFileAsync(index, context.RequestAborted)
            : response.WriteAsync(MissingPage(context.Request), context.RequestAborted);
    }

    private static void CacheHashedAssets(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RequestDelegate: { } serve } route)
            return;
        if (route.RoutePattern.RawText?.TrimStart('/').StartsWith(HashedAssets, StringComparison.Ordinal) != true)
            return;
        route.RequestDelegate = context =>
        {
            context.Response.OnStarting(static state =>
            {
                var response = (HttpResponse)state;
                if (response.StatusCode is 200 or 206 or 304)
                    response.Headers.CacheControl = Immutable;
                // A worker's policy comes from its own script, not from the page.
                response.Headers.ContentSecurityPolicy = PlaygroundPolicy;
                return Task.CompletedTask;
            }, context.Response);
            return serve(context);
        };
    }

    private static string MissingPage(HttpRequest request) => $$"""
        <!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>GraphIntel playground</title>
            <style>
              body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1.5rem; }
              h1 { font-size: 1.6rem; line-height: 1.25; }
              h2 { font-size: 1.1rem; margin-top: 2rem; }
              pre { padding: 1rem; overflow-x: auto; border-radius: .5rem; background: rgb(127 127 127 / .15); }
            </style>
          </head>
          <body>
            <h1>The API is running, but the playground was not built</h1>
            <p>
              The playground is built with Node when the server is built. When this server was built, Node was missing or too old,
              or npm could not reach its registry; a warning of the build says which.
            </p>
            <h2>How to build it</h2>
            <p>
              Install Node 20.19 or later of the 20 line, or 22.12 or later, and build the server again:
            </p>
            <pre>dotnet build src/GraphIntel.Server</pre>
            <h2>Using the API without it</h2>
            <p>The schema is at <a href="?sdl">this URL with ?sdl</a>. Send a query from a shell:</p>
            <pre>curl {{HtmlEncoder.Default.Encode($"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}")}} \
          -H 'content-type: application/json' \
          -d '{"query": "{ events(first: 3) { totalCount nodes { title } } }"}'</pre>
          </body>
        </html>
        """;
}
