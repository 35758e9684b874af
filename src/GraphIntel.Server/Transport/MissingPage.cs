using System.Text.Encodings.Web;

namespace GraphIntel.Server.Transport;

/// <summary>What a server that was built without the pages shows in their place.</summary>
internal static class MissingPage
{
    /// <summary>The document in place of a page.</summary>
    public static string Of(HttpRequest request, string page) => $$"""
        <!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>GraphIntel {{page}}</title>
            <style>
              body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1.5rem; }
              h1 { font-size: 1.6rem; line-height: 1.25; }
              h2 { font-size: 1.1rem; margin-top: 2rem; }
              pre { padding: 1rem; overflow-x: auto; border-radius: .5rem; background: rgb(127 127 127 / .15); }
            </style>
          </head>
          <body>
            <h1>The API is running, but the {{page}} was not built</h1>
            <p>
              The {{page}} is built with Node when the server is built. When this server was built, Node was missing or too old,
              or npm could not reach its registry; a warning of the build says which.
            </p>
            <h2>How to build it</h2>
            <p>
              Install Node 20.19 or later of the 20 line, or 22.12 or later, and build the server again:
            </p>
            <pre>dotnet build src/GraphIntel.Server</pre>
            <h2>Using the API without it</h2>
            <p>The schema is at <a href="{{GraphEndpoint.Path}}?sdl">{{GraphEndpoint.Path}}?sdl</a>. Send a query from a shell:</p>
            <pre>curl {{HtmlEncoder.Default.Encode($"{request.Scheme}://{request.Host}{request.PathBase}{GraphEndpoint.Path}")}} \
          -H 'content-type: application/json' \
          -d '{"query": "{ __schema { queryType { name } } }"}'</pre>
          </body>
        </html>
        """;
}
