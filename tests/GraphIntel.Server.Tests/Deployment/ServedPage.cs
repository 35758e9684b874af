using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace GraphIntel.Server.Tests.Deployment;

/// <summary>The playground of a published server.</summary>
internal static partial class ServedPage
{
    /// <summary>The URL of the page's script; the page must exist.</summary>
    public static async Task<Uri> ScriptOfAsync(HttpClient client, Uri endpoint)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint);
        request.Headers.Add("Accept", "text/html");
        using var page = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var script = Script().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(script.Success, "The page has no script.");
        return new Uri(endpoint, script.Groups[1].Value);
    }

    [GeneratedRegex("<script type=\"module\"[^>]* src=\"([^\"]+)\"")]
    private static partial Regex Script();
}
