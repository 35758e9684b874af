using System.Threading.RateLimiting;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Response;
using GraphIntel.Server.Exports;

namespace GraphIntel.Server.Transport;

/// <summary>The endpoints /export/csv and others: the answer to an operation as a file, for bodies as /graphql takes them.</summary>
internal sealed class ExportEndpoint(
    GraphEngine engine, Exporter exporter, StoreGate gate, TrustedDocuments trusted, RequestObjectLimiter limiter, TransportOptions options)
{
    /// <summary>The path before the name of the format.</summary>
    public const string Path = "/export/";

    private const string AllowedMethods = "POST";

    /// <summary>Handles a request for a format.</summary>
    public async Task HandleAsync(HttpContext context, ExportFormat format)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = AllowedMethods;
            throw new RequestRejectedException(
                StatusCodes.Status405MethodNotAllowed,
                $"Method {context.Request.Method} is not allowed; the allowed method is POST, with a body as for {GraphEndpoint.Path}.");
        }
        // A graph is one response in memory, which a slow client must not hold for longer than any other.
        using var deadline = format.Graph is null ? engine.StartExport(context.RequestAborted) : engine.StartDeadline(context.RequestAborted);
        using var receiving = engine.StartDeadline(context.RequestAborted);
        using var body = await RequestBody.ReadAsync(context.Request, options.MaxBodyBytes, engine.Memory, receiving).ConfigureAwait(false);
        using var lease = await AcquireAsync(body, receiving).ConfigureAwait(false);
        if (JsonRequest.IsBatch(body.Bytes.Span))
            throw RequestRejectedException.Malformed("An export is of one operation: send one JSON object, not an array.");
        using var parsed = new ParsedRequest { TakesExcel = format == ExportFormat.Csv };
        JsonRequest.ReadBody(body.Bytes, parsed);
        await ExportAsync(context, format, parsed, new ResponseTarget(context.Response, format, lease), deadline).ConfigureAwait(false);
    }

    private async ValueTask<RateLimitLease?> AcquireAsync(RequestBody body, RequestDeadline deadline)
    {
        try
        {
            return await limiter.AcquireAsync(body.Bytes.Length, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            throw new RequestRejectedException(StatusCodes.Status408RequestTimeout, deadline.Error.Message, deadline.Error.Code);
        }
    }

    private async Task ExportAsync(HttpContext context, ExportFormat format, ParsedRequest parsed, ResponseTarget target, RequestDeadline deadline)
    {
        if (trusted.Resolve(parsed, out var request) is { } unknown)
        {
            await Responses.WriteAsync(context, StatusCodes.Status400BadRequest, [unknown]).ConfigureAwait(false);
            return;
        }
        RequestLog.Record(context, request);
        if (gate.Error is { } unavailable)
        {
            await Responses.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, [unavailable]).ConfigureAwait(false);
            return;
        }
        try
        {
            await exporter.RunAsync(format, request, parsed.Excel, target, deadline).ConfigureAwait(false);
        }
        catch (ExportFailedException failure)
        {
            gate.Observe(failure.Errors);
            if (!context.Response.HasStarted)
            {
                await Responses.WriteAsync(context, StatusOf(failure), failure.Errors).ConfigureAwait(false);
                return;
            }
            // The client must not take what it has for the whole.
            RequestLog.RecordBrokenOff(context, failure.Errors);
            context.Abort();
        }
    }

    private static int StatusOf(ExportFailedException failure) => failure.Outcome switch
    {
        GraphOutcome.Refused or GraphOutcome.RefusedMutation => StatusCodes.Status400BadRequest,
        GraphOutcome.Busy => StatusCodes.Status503ServiceUnavailable,
        GraphOutcome.Executed => failure.Errors[0].Code switch
        {
            ErrorCodes.LimitExceeded => StatusCodes.Status400BadRequest,
            ErrorCodes.StoreUnavailable or ErrorCodes.StoreBusy or ErrorCodes.Timeout => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        },
    };

    /// <summary>Sends a file as the response.</summary>
    private sealed class ResponseTarget(HttpResponse response, ExportFormat format, RateLimitLease? lease) : IExportTarget
    {
        /// <inheritdoc/>
        public void Begin(string name)
        {
            // A client that reads slowly must not keep out the requests of others; few exports run at once.
            lease?.Dispose();
            response.ContentType = format.MediaType + "; charset=utf-8";
            response.Headers.CacheControl = Responses.NoStore;
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}{format.Extension}\"";
        }

        /// <inheritdoc/>
        public ValueTask SendAsync(ResponseBuffer buffer, CancellationToken cancellation) => Responses.SendAsync(response, buffer, cancellation);
    }
}
