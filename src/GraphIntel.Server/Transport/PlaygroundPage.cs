using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>The playground at /graphql: GraphiQL as built from src/GraphIntel.Web, or a page that explains how to build it.</summary>
internal static class PlaygroundPage
{
    /// <summary>The file of the page.</summary>
    public const string Document = "playground.html";

    /// <summary>Writes the page, the response to a browser's GET of /graphql.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        // For other clients, the same URL returns JSON.
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var policies = context.RequestServices.GetRequiredService<PagePolicies>();
        return PageFiles.WriteAsync(context, Document, policies.Playground, request => MissingPage.Of(request, "playground"));
    }
}
