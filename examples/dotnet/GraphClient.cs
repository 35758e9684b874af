using System.Net.Http.Json;
using System.Text.Json;

namespace GraphIntel.Examples.Backers;

/// <summary>Asks a GraphQL server. A document is a file that is built into this program.</summary>
internal sealed class GraphClient(HttpClient http, Uri address)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // A null where the schema allows none is refused, and not carried on.
        RespectNullableAnnotations = true,
    };

    /// <summary>Sends one operation and reads its data.</summary>
    /// <exception cref="GraphException">The server answered with errors, or with something that is no answer.</exception>
    public async Task<T> AskAsync<T>(string document, object variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(new { query = await ReadAsync(document), variables }, options: Json),
            Headers = { { "accept", "application/graphql-response+json" } },
        };
        using var response = await http.SendAsync(request);
        if (response.Content.Headers.ContentType?.MediaType != "application/graphql-response+json")
            throw new GraphException($"{address} answered {(int)response.StatusCode}, and not in GraphQL's words.");

        var answer = await response.Content.ReadFromJsonAsync<Response<T>>(Json);
        if (answer?.Errors is { Count: > 0 } errors)
            throw new GraphException(string.Join('\n', errors.Select(error => error.Message)));
        return answer is { Data: { } data } ? data : throw new GraphException($"{address} answered without data.");
    }

    private static async Task<string> ReadAsync(string document)
    {
        await using var stream = typeof(GraphClient).Assembly.GetManifestResourceStream(document)!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private sealed record Response<T>(T? Data, IReadOnlyList<Error>? Errors);

    private sealed record Error(string Message);
}

/// <summary>The server refused, or did not answer as a GraphQL server does.</summary>
internal sealed class GraphException(string message) : Exception(message);
