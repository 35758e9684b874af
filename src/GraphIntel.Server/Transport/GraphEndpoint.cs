using System.Security.Cryptography;
using System.Text;
using GraphIntel.Core.Execution;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>/graphql: operations by GET and POST, the SDL at ?sdl, and the playground for a browser.</summary>
internal sealed class GraphEndpoint(
    GraphEngine engine, StoreGate gate, TrustedDocuments trusted, SdlDocument sdl, TransportOptions options, CorsPolicy? cors)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/graphql";

    private const int TagBytes = 16;
    private const string AllowedMethods = "GET, HEAD, POST";

    public Task HandleAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsPost(method))
            return PostAsync(context);
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            return GetAsync(context);
        context.Response.Headers.Allow = AllowedMethods;
        throw new RequestRefusedException(StatusCodes.Status405MethodNotAllowed, $"The methods here are {AllowedMethods}.");
    }

    private async Task PostAsync(HttpContext context)
    {
        var type = Negotiate(AcceptHeader.Parse(context.Request.Headers.Accept));
        using var body = await RequestBody.ReadAsync(context.Request, options.MaxBodyBytes, context.RequestAborted).ConfigureAwait(false);
        if (JsonRequest.IsBatch(body.Bytes.Span))
        {
            await AnswerBatchAsync(context, JsonRequest.SplitBatch(body.Bytes, options.MaxBatchRequests)).ConfigureAwait(false);
            return;
        }
        using var parsed = new ParsedRequest();
        JsonRequest.ReadBody(body.Bytes, parsed);
        using var answer = await ExecuteAsync(context, parsed).ConfigureAwait(false);
        await Responses.WriteAsync(context, answer, type).ConfigureAwait(false);
    }

    private async Task GetAsync(HttpContext context)
    {
        var parameters = context.Request.Query;
        var accept = AcceptHeader.Parse(context.Request.Headers.Accept);
        if (parameters.ContainsKey("sdl"))
        {
            await sdl.WriteAsync(context).ConfigureAwait(false);
            return;
        }
        if (accept.PrefersHtml && !QueryString.HasOperation(parameters))
        {
            await PlaygroundPage.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var type = Negotiate(accept);
        CrossSite.Check(context.Request, cors);
        using var parsed = QueryString.Read(parameters);
        using var answer = await ExecuteAsync(context, parsed).ConfigureAwait(false);
        if (answer.Outcome == GraphOutcome.RefusedMutation)
        {
            context.Response.Headers.Allow = "POST";
            throw new RequestRefusedException(
                StatusCodes.Status405MethodNotAllowed, "A mutation is not taken by GET.");
        }
        if (parsed.Query is null && answer is { Outcome: GraphOutcome.Executed, Errors.Count: 0 })
            await Responses.WriteTaggedAsync(context, answer, type, TagOf(parsed, answer, type)).ConfigureAwait(false);
        else
            await Responses.WriteAsync(context, answer, type).ConfigureAwait(false);
    }

    /// <summary>Answers one after the other, so that a batch has no more of the store at a time than a request.</summary>
    private async Task AnswerBatchAsync(HttpContext context, IReadOnlyList<ReadOnlyMemory<byte>> requests)
    {
        var answers = new List<EngineResponse>(requests.Count);
        try
        {
            var bytes = 0L;
            foreach (var request in requests)
            {
                var answer = await AnswerPartAsync(context, request).ConfigureAwait(false);
                if (bytes + answer.Body.Length > options.MaxBatchBytes)
                {
                    answer.Dispose();
                    answer = EngineResponse.Refuse(new GraphError(
                        $"The answers to the batch would have more than {options.MaxBatchBytes} bytes: send smaller batches, or ask for smaller pages.",
                        ErrorCodes.LimitExceeded,
                        []));
                }
                answers.Add(answer);
                bytes += answer.Body.Length;
            }
            RequestLog.Note(context, answers);
            await Responses.WriteAsync(context, answers).ConfigureAwait(false);
        }
        finally
        {
            answers.ForEach(answer => answer.Dispose());
        }
    }

    private async ValueTask<EngineResponse> AnswerPartAsync(HttpContext context, ReadOnlyMemory<byte> request)
    {
        using var parsed = new ParsedRequest();
        try
        {
            JsonRequest.ReadBody(request, parsed);
            return await ExecuteAsync(context, parsed).ConfigureAwait(false);
        }
        catch (RequestRefusedException refusal)
        {
            return EngineResponse.Refuse(new GraphError(refusal.Message, refusal.Code, []));
        }
    }

    /// <summary>What was asked and what was answered, in one hash. The type is part of it: a cache may hold an answer in both.</summary>
    private static EntityTagHeaderValue TagOf(ParsedRequest parsed, EngineResponse answer, ResponseType type)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (string?[])[parsed.PersistedHash ?? parsed.DocumentId, parsed.OperationName, parsed.Variables?.RootElement.GetRawText(), type.Name])
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            hash.AppendData([0]);
        }
        hash.AppendData(answer.Body.Span);
        return new EntityTagHeaderValue('"' + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, TagBytes)) + '"');
    }

    private static ResponseType Negotiate(AcceptHeader accept) => accept.Choose() ?? throw new RequestRefusedException(
        StatusCodes.Status406NotAcceptable,
        $"A response is {ResponseType.GraphQL.Name} or {ResponseType.Json.Name}, and the header `Accept` takes neither.");

    private async ValueTask<EngineResponse> ExecuteAsync(HttpContext context, ParsedRequest parsed)
    {
        if (trusted.Resolve(parsed, out var request) is { } refusal)
        {
            RequestLog.Note(context, refusal.Code);
            return EngineResponse.Refuse(refusal);
        }
        var answer = gate.Refusal is { } away
            ? EngineResponse.Fail(away)
            : await engine.ExecuteAsync(request, context.RequestAborted).ConfigureAwait(false);
        gate.Note(answer);
        RequestLog.Note(context, request, answer);
        return answer;
    }
}
