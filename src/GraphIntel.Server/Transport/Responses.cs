using System.Buffers;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Response;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>Writes HTTP responses.</summary>
internal static class Responses
{
    // By then, the operations in the queue have had time to complete.
    private const string RetryAfterSeconds = "5";

    // The graph can change at any time, and its content should not stay in a shared cache.
    public const string NoStore = "no-store";
    private const string Revalidate = "private, no-cache";

    // Bytes written to a connection before a flush: they count in no memory budget.
    private const int MaxUnflushedBytes = 128 * 1024;

    /// <summary>Writes the response of the engine.</summary>
    public static Task WriteAsync(HttpContext context, EngineResponse result, ResponseType type, CancellationToken cancellation) =>
        WriteAsync(context, type.StatusOf(result.Outcome), result, type, NoStore, cancellation);

    /// <summary>Writes one error, for a request that was rejected before execution.</summary>
    public static Task WriteAsync(HttpContext context, int status, string message, string code) =>
        WriteAsync(context, status, [new GraphError(message, code, [])]);

    /// <summary>Writes errors, for a request that has no result.</summary>
    public static async Task WriteAsync(HttpContext context, int status, IReadOnlyList<GraphError> errors)
    {
        RequestLog.Record(context, errors);
        // The rest of the body is not read, so the connection cannot be used for another request.
        if (status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status503ServiceUnavailable && HttpProtocol.IsHttp11(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
        using var result = EngineResponse.Refuse([.. errors]);
        var type = AcceptHeader.Parse(context.Request.Headers.Accept).Choose() ?? ResponseType.Json;
        await WriteAsync(context, status, result, type, NoStore, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes the result of a trusted document with an entity tag, so that a client can cache and revalidate it; if the client has
    /// it already, writes status 304 without a body.
    /// </summary>
    public static Task WriteWithEntityTagAsync(
        HttpContext context, EngineResponse result, ResponseType type, EntityTagHeaderValue tag, CancellationToken cancellation)
    {
        var response = context.Response;
        response.Headers.ETag = tag.ToString();
        if (!IsCached(context.Request, tag))
            return WriteAsync(context, StatusCodes.Status200OK, result, type, Revalidate, cancellation);
        response.StatusCode = StatusCodes.Status304NotModified;
        response.Headers.CacheControl = Revalidate;
        response.Headers.Append("Vary", "Accept");
        return Task.CompletedTask;
    }

    /// <summary>Writes the results of a batch as an array, in the order of its requests.</summary>
    public static async Task WriteAsync(HttpContext context, IReadOnlyList<EngineResponse> results, CancellationToken cancellation)
    {
        var response = context.Response;
        response.ContentType = ResponseType.Json.ContentType;
        response.ContentLength = results.Sum(result => (long)result.Length + 1) + 1;
        response.Headers.CacheControl = NoStore;
        for (var index = 0; index < results.Count; index++)
        {
            await response.BodyWriter.WriteAsync(index == 0 ? "["u8.ToArray() : ","u8.ToArray(), cancellation).ConfigureAwait(false);
            await SendAsync(response, results[index], cancellation).ConfigureAwait(false);
        }
        await response.BodyWriter.WriteAsync("]"u8.ToArray(), cancellation).ConfigureAwait(false);
    }

    private static bool IsBusy(EngineResponse result)
    {
        for (var index = 0; index < result.Errors.Count; index++)
        {
            if (result.Errors[index].Code == ErrorCodes.StoreBusy)
                return true;
        }
        return false;
    }

    /// <summary>Writes the next part of a response whose length is not known.</summary>
    public static async ValueTask SendAsync(HttpResponse response, ResponseBuffer part, CancellationToken cancellation)
    {
        for (var index = 0; index < part.SegmentCount; index++)
            await response.BodyWriter.WriteAsync(part.SegmentAt(index), cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes a response segment by segment, and releases each segment when it is written.</summary>
    private static async Task SendAsync(HttpResponse response, EngineResponse result, CancellationToken cancellation)
    {
        var writer = response.BodyWriter;
        var unflushed = 0;
        for (var index = 0; index < result.SegmentCount; index++)
        {
            var rest = result.SegmentAt(index);
            while (rest.Length > 0)
            {
                var part = rest[..Math.Min(rest.Length, MaxUnflushedBytes - unflushed)];
                rest = rest[part.Length..];
                unflushed += part.Length;
                // Flushes the first segment with the headers, the last one, and whenever the limit of unflushed bytes is reached.
                var isFlushed = index == 0 || unflushed == MaxUnflushedBytes || (rest.Length == 0 && index == result.SegmentCount - 1);
                if (!isFlushed)
                {
                    writer.Write(part.Span);
                    continue;
                }
                await writer.WriteAsync(part, cancellation).ConfigureAwait(false);
                unflushed = 0;
            }
            result.ReleaseSegment(index);
        }
    }

    /// <summary>Whether the client has the result in its cache (If-None-Match).</summary>
    private static bool IsCached(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var cached)
        && cached.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(tag, useStrongComparison: false));

    private static async Task WriteAsync(
        HttpContext context, int status, EngineResponse result, ResponseType type, string caching, CancellationToken cancellation)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type.ContentType;
        response.ContentLength = result.Length;
        response.Headers.CacheControl = caching;
        response.Headers.Append("Vary", "Accept");
        if (IsBusy(result))
            response.Headers.RetryAfter = RetryAfterSeconds;
        if (!HttpMethods.IsHead(context.Request.Method))
            await SendAsync(response, result, cancellation).ConfigureAwait(false);
    }
}
