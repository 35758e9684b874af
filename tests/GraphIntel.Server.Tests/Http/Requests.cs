using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GraphIntel.Server.Tests.Http;

/// <summary>Helpers for requests and responses.</summary>
internal static class Requests
{
    public static HttpRequestMessage Post(string body, string? contentType = "application/json", string? accept = null) =>
        Post(Encoding.UTF8.GetBytes(body), contentType, accept);

    public static HttpRequestMessage Post(byte[] body, string? contentType = "application/json", string? accept = null)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    public static HttpRequestMessage Get(string queryString, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql" + queryString);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    public static string Query(string document, object? variables = null, string? operationName = null) =>
        JsonSerializer.Serialize(new { query = document, variables, operationName });

    public static async Task<string> TextAsync(this HttpResponseMessage response) => await response.Content.ReadAsStringAsync();

    /// <summary>The code and message of the only error.</summary>
    public static async Task<string> ErrorAsync(this HttpResponseMessage response)
    {
        using var body = JsonDocument.Parse(await response.TextAsync());
        var error = body.RootElement.GetProperty("errors").EnumerateArray().Single();
        return $"{error.GetProperty("extensions").GetProperty("code").GetString()}: {error.GetProperty("message").GetString()}";
    }
}
