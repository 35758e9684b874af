using System.Diagnostics;
using System.Security.Cryptography;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>Middleware that logs one line for each request; never bodies, variables or query strings.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private const int MaxNameLength = 80;
    private const int MaxPathLength = 200;
    private const int LoggedHashBytes = 8;

    // The code that nginx logs when the client disconnects before the response.
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (!logger.IsEnabled(LogLevel.Information))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var entry = new RequestLogEntry();
        context.Features.Set(entry);
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            Write(context, entry, Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>Records an operation and its errors for the log line.</summary>
    public static void Record(HttpContext context, GraphRequest request, EngineResponse response)
    {
        Record(context, request);
        Record(context, response.Errors);
    }

    /// <summary>Records the errors of a batch; its operations are not logged.</summary>
    public static void Record(HttpContext context, IEnumerable<EngineResponse> responses)
    {
        if (context.Features.Get<RequestLogEntry>() is { } entry)
            entry.ErrorCodes = [.. responses.SelectMany(response => response.Errors).Select(error => error.Code)];
    }

    /// <summary>Records an operation whose response has no JSON.</summary>
    public static void Record(HttpContext context, GraphRequest request)
    {
        if (context.Features.Get<RequestLogEntry>() is not { } entry)
            return;
        entry.OperationName = request.OperationName;
        entry.DocumentHash = Convert.ToHexStringLower(SHA256.HashData(request.Query.Span).AsSpan(0, LoggedHashBytes));
    }

    /// <summary>Records the errors for which the server broke a response off.</summary>
    public static void RecordBrokenOff(HttpContext context, IReadOnlyList<GraphError> errors)
    {
        Record(context, errors);
        if (context.Features.Get<RequestLogEntry>() is { } entry)
            entry.IsBrokenOff = true;
    }

    /// <summary>Records the errors of a request without a result.</summary>
    public static void Record(HttpContext context, IReadOnlyList<GraphError> errors)
    {
        if (context.Features.Get<RequestLogEntry>() is { } entry)
            entry.ErrorCodes = [.. errors.Select(error => error.Code)];
    }

    /// <summary>Records the error of a request that was rejected before execution.</summary>
    public static void Record(HttpContext context, string errorCode)
    {
        if (context.Features.Get<RequestLogEntry>() is { } entry)
            entry.ErrorCodes = [errorCode];
    }

    private void Write(HttpContext context, RequestLogEntry entry, TimeSpan duration)
    {
        // The path is escaped again, because it can contain line breaks. An operation name that is not a GraphQL name can contain a
        // value, and is not logged.
        var path = context.Request.Path.ToUriComponent();
        var status = context.RequestAborted.IsCancellationRequested && !entry.IsBrokenOff ? ClientClosedRequest : context.Response.StatusCode;
        var length = context.Response.ContentLength;
        var shownPath = path.Length <= MaxPathLength ? path : path[..MaxPathLength];
        var errors = string.Join(',', entry.ErrorCodes.Distinct(StringComparer.Ordinal));
        if (entry.DocumentHash is { } document)
        {
            var name = entry.OperationName ?? "-";
            LogOperation(
                context.Request.Method, shownPath, status, duration.TotalMilliseconds, length, IsName(name) ? name : "?", document, errors);
        }
        else
        {
            LogRequest(context.Request.Method, shownPath, status, duration.TotalMilliseconds, length, errors);
        }
    }

    private static bool IsName(string text) =>
        text.Length <= MaxNameLength && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');

    [LoggerMessage(
        EventId = 10,
        Level = LogLevel.Information,
        Message = "{Method} {Path} {Status} {DurationMs:0.###} ms, {Bytes} bytes {Errors}")]
    private partial void LogRequest(string method, string path, int status, double durationMs, long? bytes, string errors);

    [LoggerMessage(
        EventId = 12,
        Level = LogLevel.Information,
        Message = "{Method} {Path} {Status} {DurationMs:0.###} ms, {Bytes} bytes, operation {Operation}, document {Document} {Errors}")]
    private partial void LogOperation(
        string method, string path, int status, double durationMs, long? bytes, string operation, string document, string errors);
}
