namespace GraphIntel.Server.Transport;

/// <summary>The explorer at /, as built from src/GraphIntel.Web, or a page that explains how to build it.</summary>
internal static class ExplorerPage
{
    /// <summary>The file of the page.</summary>
    public const string Document = "index.html";

    /// <summary>Writes the page.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        var policies = context.RequestServices.GetRequiredService<PagePolicies>();
        return PageFiles.WriteAsync(context, Document, policies.Explorer, request => MissingPage.Of(request, "explorer"));
    }
}
