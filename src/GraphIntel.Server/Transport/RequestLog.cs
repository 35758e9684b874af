using System.Diagnostics;
using System.Security.Cryptography;
using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>One line of the log for each request. Bodies, variables and the query string never get there.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private const int LongestName = 80;
    private const int LongestPath = 200;
    private const int HashedBytes = 8;

    // As other servers write it: the client went away before it was answered.
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (!logger.IsEnabled(LogLevel.Information))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var record = new RequestRecord();
        context.Features.Set(record);
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            Write(context, record, Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>Notes what was asked and what came of it.</summary>
    public static void Note(HttpContext context, GraphRequest request, EngineResponse response)
    {
        if (context.Features.Get<RequestRecord>() is not { } record)
            return;
        record.OperationName = request.OperationName;
        record.DocumentHash = Convert.ToHexStringLower(SHA256.HashData(request.Query.Span).AsSpan(0, HashedBytes));
        record.ErrorCodes = response.Errors.Select(error => error.Code);
    }

    /// <summary>Notes what came of a batch; what each of its requests was is not written.</summary>
    public static void Note(HttpContext context, IEnumerable<EngineResponse> responses)
    {
        if (context.Features.Get<RequestRecord>() is { } record)
            record.ErrorCodes = [.. responses.SelectMany(response => response.Errors).Select(error => error.Code)];
    }

    /// <summary>Notes why a request was not even looked at.</summary>
    public static void Note(HttpContext context, string errorCode)
    {
        if (context.Features.Get<RequestRecord>() is { } record)
            record.ErrorCodes = [errorCode];
    }

    private void Write(HttpContext context, RequestRecord record, TimeSpan duration)
    {
        // Escaped again: a path can hold line ends. What is not a name is a value that somebody put there.
        var path = context.Request.Path.ToUriComponent();
        var status = context.RequestAborted.IsCancellationRequested ? ClientClosedRequest : context.Response.StatusCode;
        var length = context.Response.ContentLength;
        var shownPath = path.Length <= LongestPath ? path : path[..LongestPath];
        var errors = string.Join(',', record.ErrorCodes.Distinct(StringComparer.Ordinal));
        if (record.DocumentHash is { } document)
        {
            var name = record.OperationName ?? "-";
            LogOperation(
                context.Request.Method, shownPath, status, duration.TotalMilliseconds, length, IsName(name) ? name : "?", document, errors);
        }
        else
        {
            LogRequest(context.Request.Method, shownPath, status, duration.TotalMilliseconds, length, errors);
        }
    }

    private static bool IsName(string text) =>
        text.Length <= LongestName && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');

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
