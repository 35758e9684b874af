using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>Writes answers.</summary>
internal static class Responses
{
    /// <summary>Sends what the engine made.</summary>
    public static Task WriteAsync(HttpContext context, EngineResponse answer, ResponseType type) =>
        WriteAsync(context, type.StatusOf(answer.Outcome), answer, type);

    /// <summary>Sends one error, where no operation was looked at.</summary>
    public static async Task WriteAsync(HttpContext context, int status, string message, string code)
    {
        RequestLog.Note(context, code);
        using var answer = EngineResponse.Refuse(new GraphError(message, code, []));
        var type = AcceptHeader.Parse(context.Request.Headers.Accept).Choose() ?? ResponseType.Json;
        await WriteAsync(context, status, answer, type).ConfigureAwait(false);
    }

    private static async Task WriteAsync(HttpContext context, int status, EngineResponse answer, ResponseType type)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type.ContentType;
        response.ContentLength = answer.Body.Length;
        // The graph can change at any moment, and what it says need not stay on a shared disk.
        response.Headers.CacheControl = "no-store";
        response.Headers.Append("Vary", "Accept");
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
