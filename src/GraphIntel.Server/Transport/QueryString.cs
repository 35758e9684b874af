using System.Text;
using Microsoft.Extensions.Primitives;

namespace GraphIntel.Server.Transport;

/// <summary>Parses a request from the query string of a GET.</summary>
internal static class QueryString
{
    /// <exception cref="RequestRejectedException">A parameter is repeated, or is not the JSON that it must be.</exception>
    public static ParsedRequest Read(IQueryCollection parameters)
    {
        var request = new ParsedRequest();
        try
        {
            if (Single(parameters, "query") is { } query)
                request.SetQuery(Encoding.UTF8.GetBytes(query));
            request.OperationName = Single(parameters, "operationName") is { Length: > 0 } name ? name : null;
            if (Single(parameters, "variables") is { Length: > 0 } variables)
                request.Variables = JsonRequest.ReadObject(Encoding.UTF8.GetBytes(variables), "variables");
            if (Single(parameters, "extensions") is { Length: > 0 } given && JsonRequest.ReadObject(Encoding.UTF8.GetBytes(given), "extensions") is { } extensions)
                JsonRequest.ReadExtensions(extensions, request);
            request.DocumentId = Single(parameters, "documentId") ?? Single(parameters, "id");
            return request;
        }
        catch
        {
            request.Dispose();
            throw;
        }
    }

    /// <summary>Whether the parameters have a document or the hash of one.</summary>
    public static bool HasOperation(IQueryCollection parameters) =>
        parameters.ContainsKey("query") || parameters.ContainsKey("documentId") || parameters.ContainsKey("id") || parameters.ContainsKey("extensions");

    private static string? Single(IQueryCollection parameters, string name)
    {
        StringValues values = parameters[name];
        return values.Count > 1
            ? throw RequestRejectedException.Malformed($"The parameter `{name}` is given {values.Count} times; expected at most once.")
            : values.ToString() is var text && values.Count == 0 ? null : text;
    }
}
