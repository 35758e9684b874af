using GraphIntel.Core.Execution;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>Writes answers.</summary>
internal static class Responses
{
    // The graph can change at any moment, and what it says need not stay on a shared disk.
    private const string NotKept = "no-store";
    private const string Revalidated = "private, no-cache";

    /// <summary>Sends what the engine made.</summary>
    public static Task WriteAsync(HttpContext context, EngineResponse answer, ResponseType type) =>
        WriteAsync(context, type.StatusOf(answer.Outcome), answer, type);

    /// <summary>Sends one error, where no operation was looked at.</summary>
    public static async Task WriteAsync(HttpContext context, int status, string message, string code)
    {
        RequestLog.Note(context, code);
        // What is left of the body is not read, and so the connection is of no use to a next request.
        if (status == StatusCodes.Status413PayloadTooLarge && HttpProtocol.IsHttp11(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
        using var answer = EngineResponse.Refuse(new GraphError(message, code, []));
        var type = AcceptHeader.Parse(context.Request.Headers.Accept).Choose() ?? ResponseType.Json;
        await WriteAsync(context, status, answer, type).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends what a trusted document was answered with, under an entity tag: a client may keep it, and ask whether it is still
    /// so. Where it is, nothing is sent.
    /// </summary>
    public static Task WriteTaggedAsync(HttpContext context, EngineResponse answer, ResponseType type, EntityTagHeaderValue tag)
    {
        var response = context.Response;
        response.Headers.ETag = tag.ToString();
        if (!IsKept(context.Request, tag))
            return WriteAsync(context, StatusCodes.Status200OK, answer, type, Revalidated);
        response.StatusCode = StatusCodes.Status304NotModified;
        response.Headers.CacheControl = Revalidated;
        response.Headers.Append("Vary", "Accept");
        return Task.CompletedTask;
    }

    /// <summary>Sends the answers to a batch as an array, in the order of its requests.</summary>
    public static async Task WriteAsync(HttpContext context, IReadOnlyList<EngineResponse> answers)
    {
        var response = context.Response;
        response.ContentType = ResponseType.Json.ContentType;
        response.ContentLength = answers.Sum(answer => (long)answer.Body.Length + 1) + 1;
        response.Headers.CacheControl = NotKept;
        for (var index = 0; index < answers.Count; index++)
        {
            await response.BodyWriter.WriteAsync(index == 0 ? "["u8.ToArray() : ","u8.ToArray(), context.RequestAborted).ConfigureAwait(false);
            await response.BodyWriter.WriteAsync(answers[index].Body, context.RequestAborted).ConfigureAwait(false);
        }
        await response.BodyWriter.WriteAsync("]"u8.ToArray(), context.RequestAborted).ConfigureAwait(false);
    }

    private static bool IsKept(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var kept)
        && kept.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));

    private static async Task WriteAsync(
        HttpContext context, int status, EngineResponse answer, ResponseType type, string caching = NotKept)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type.ContentType;
        response.ContentLength = answer.Body.Length;
        response.Headers.CacheControl = caching;
        response.Headers.Append("Vary", "Accept");
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
