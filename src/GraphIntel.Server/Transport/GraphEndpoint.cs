using System.Security.Cryptography;
using System.Text;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>The endpoint /graphql: operations by GET and POST, the SDL at ?sdl, the model at ?model, and the playground for browsers.</summary>
internal sealed class GraphEndpoint(
    GraphEngine engine,
    StoreGate gate,
    TrustedDocuments trusted,
    SchemaDocument sdl,
    SchemaDocument model,
    RequestObjectLimiter limiter,
    TransportOptions options,
    CorsPolicy? cors)
{
    /// <summary>The path of the endpoint.</summary>
    public const string Path = "/graphql";

    /// <summary>With the value <see cref="CostHeaderReport"/>, requests <c>extensions.cost</c>, as in Hot Chocolate.</summary>
    private const string CostHeader = "GraphQL-Cost";

    private const string CostHeaderReport = "report";

    private const int EntityTagBytes = 16;
    private const string AllowedMethods = "GET, HEAD, POST";

    public async Task HandleAsync(HttpContext context)
    {
        using var deadline = engine.StartDeadline(context.RequestAborted);
        try
        {
            await HandleAsync(context, deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            // A response that has started cannot be replaced by an error.
            if (context.Response.HasStarted)
                context.Abort();
            else
                throw new RequestRejectedException(StatusCodes.Status408RequestTimeout, deadline.Error.Message, deadline.Error.Code);
        }
    }

    private Task HandleAsync(HttpContext context, RequestDeadline deadline)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsPost(method))
            return PostAsync(context, deadline);
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            return GetAsync(context, deadline);
        context.Response.Headers.Allow = AllowedMethods;
        throw new RequestRejectedException(StatusCodes.Status405MethodNotAllowed, $"Method {method} is not allowed; the allowed methods are {AllowedMethods}.");
    }

    private async Task PostAsync(HttpContext context, RequestDeadline deadline)
    {
        var type = Negotiate(AcceptHeader.Parse(context.Request.Headers.Accept));
        using var body = await RequestBody.ReadAsync(context.Request, options.MaxBodyBytes, engine.Memory, deadline).ConfigureAwait(false);
        using var lease = await limiter.AcquireAsync(body.Bytes.Length, deadline.Token).ConfigureAwait(false);
        if (JsonRequest.IsBatch(body.Bytes.Span))
        {
            var requests = JsonRequest.SplitBatch(body.Bytes, options.MaxBatchRequests);
            context.RequestServices.GetRequiredService<ClientLimiter>().ChargeBatch(context, requests.Count);
            await ExecuteBatchAsync(context, requests, deadline).ConfigureAwait(false);
            return;
        }
        using var parsed = new ParsedRequest();
        JsonRequest.ReadBody(body.Bytes, parsed);
        using var response = await ExecuteAsync(context, parsed, deadline).ConfigureAwait(false);
        await Responses.WriteAsync(context, response, type, WriteCancellation(context, deadline)).ConfigureAwait(false);
    }

    private async Task GetAsync(HttpContext context, RequestDeadline deadline)
    {
        var parameters = context.Request.Query;
        var accept = AcceptHeader.Parse(context.Request.Headers.Accept);
        if (parameters.ContainsKey("sdl"))
        {
            await sdl.WriteAsync(context).ConfigureAwait(false);
            return;
        }
        if (parameters.ContainsKey("model"))
        {
            await model.WriteAsync(context).ConfigureAwait(false);
            return;
        }
        // The playground shows the query and does not run it. It has no access to the text of a trusted document.
        if (accept.PrefersHtml && (parameters.ContainsKey("query") || !QueryString.HasOperation(parameters)))
        {
            await PlaygroundPage.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var type = Negotiate(accept);
        CrossSite.Check(context.Request, cors);
        using var lease = await limiter.AcquireAsync(context.Request.QueryString.Value?.Length ?? 0, deadline.Token).ConfigureAwait(false);
        using var parsed = QueryString.Read(parameters);
        using var response = await ExecuteAsync(context, parsed, deadline).ConfigureAwait(false);
        if (response.Outcome == GraphOutcome.RefusedMutation)
        {
            context.Response.Headers.Allow = "POST";
            throw new RequestRejectedException(
                StatusCodes.Status405MethodNotAllowed, "A mutation cannot be sent by GET.");
        }
        if (parsed.Query is null && response is { Outcome: GraphOutcome.Executed, Errors.Count: 0 })
            await Responses.WriteWithEntityTagAsync(context, response, type, EntityTagOf(parsed, response, type), WriteCancellation(context, deadline)).ConfigureAwait(false);
        else
            await Responses.WriteAsync(context, response, type, WriteCancellation(context, deadline)).ConfigureAwait(false);
    }

    /// <summary>The token that cancels writing a response. After the deadline, the timeout error is still written.</summary>
    private static CancellationToken WriteCancellation(HttpContext context, RequestDeadline deadline) =>
        deadline.HasPassed ? context.RequestAborted : deadline.Token;

    /// <summary>Executes the requests of a batch one after another, so that it uses no more of the store at a time than one request.</summary>
    private async Task ExecuteBatchAsync(
        HttpContext context, IReadOnlyList<ReadOnlyMemory<byte>> requests, RequestDeadline deadline)
    {
        var responses = new List<EngineResponse>(requests.Count);
        try
        {
            var bytes = 0L;
            foreach (var request in requests)
            {
                var response = await ExecuteBatchItemAsync(context, request, deadline).ConfigureAwait(false);
                if (bytes + response.Length > options.MaxBatchBytes)
                {
                    response.Dispose();
                    response = EngineResponse.Refuse(new GraphError(
                        $"The results of the batch exceed the limit of {options.MaxBatchBytes} bytes: send smaller batches, or request smaller pages.",
                        ErrorCodes.LimitExceeded,
                        []));
                }
                responses.Add(response);
                bytes += response.Length;
            }
            RequestLog.Record(context, responses);
            await Responses.WriteAsync(context, responses, WriteCancellation(context, deadline)).ConfigureAwait(false);
        }
        finally
        {
            responses.ForEach(response => response.Dispose());
        }
    }

    private async ValueTask<EngineResponse> ExecuteBatchItemAsync(
        HttpContext context, ReadOnlyMemory<byte> request, RequestDeadline deadline)
    {
        using var parsed = new ParsedRequest();
        try
        {
            JsonRequest.ReadBody(request, parsed);
            return await ExecuteAsync(context, parsed, deadline).ConfigureAwait(false);
        }
        catch (RequestRejectedException rejection)
        {
            return EngineResponse.Refuse(new GraphError(rejection.Message, rejection.Code, []));
        }
    }

    /// <summary>
    /// The entity tag of a result: a hash of the request and the response. It includes the media type, because a cache can hold
    /// both representations.
    /// </summary>
    private static EntityTagHeaderValue EntityTagOf(ParsedRequest parsed, EngineResponse response, ResponseType type)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (string?[])[parsed.PersistedHash ?? parsed.DocumentId, parsed.OperationName, parsed.Variables?.GetRawText(), type.Name])
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            hash.AppendData([0]);
        }
        for (var index = 0; index < response.SegmentCount; index++)
            hash.AppendData(response.SegmentAt(index).Span);
        return new EntityTagHeaderValue('"' + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, EntityTagBytes)) + '"');
    }

    private static ResponseType Negotiate(AcceptHeader accept) => accept.Choose() ?? throw new RequestRejectedException(
        StatusCodes.Status406NotAcceptable,
        $"The header `Accept` must allow {ResponseType.GraphQL.Name} or {ResponseType.Json.Name}.");

    private async ValueTask<EngineResponse> ExecuteAsync(HttpContext context, ParsedRequest parsed, RequestDeadline deadline)
    {
        if (trusted.Resolve(parsed, out var request) is { } error)
        {
            RequestLog.Record(context, error.Code);
            return EngineResponse.Refuse(error);
        }
        var response = gate.Error is { } unavailable
            ? EngineResponse.Fail(unavailable)
            : await engine.ExecuteAsync(request with { ReportsCost = context.Request.Headers[CostHeader] == CostHeaderReport }, deadline).ConfigureAwait(false);
        gate.Observe(response);
        RequestLog.Record(context, request, response);
        return response;
    }
}
