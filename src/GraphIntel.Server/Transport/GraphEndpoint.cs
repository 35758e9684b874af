using GraphIntel.Core.Execution;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace GraphIntel.Server.Transport;

/// <summary>/graphql: operations by GET and POST, the SDL at ?sdl, and the playground for a browser.</summary>
internal sealed class GraphEndpoint(GraphEngine engine, SdlDocument sdl, TransportOptions options, CorsPolicy? cors)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/graphql";

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
        using var parsed = new ParsedRequest();
        JsonRequest.ReadBody(body.Bytes, parsed);
        var request = parsed.Request;
        using var answer = await ExecuteAsync(context, request).ConfigureAwait(false);
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
        if (accept.PrefersHtml && !parameters.ContainsKey("query"))
        {
            await PlaygroundPage.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var type = Negotiate(accept);
        CrossSite.Check(context.Request, cors);
        using var parsed = QueryString.Read(parameters);
        var request = parsed.Request;
        using var answer = await ExecuteAsync(context, request).ConfigureAwait(false);
        if (answer.Outcome == GraphOutcome.RefusedMutation)
        {
            context.Response.Headers.Allow = "POST";
            throw new RequestRefusedException(
                StatusCodes.Status405MethodNotAllowed, "A mutation is not taken by GET.");
        }
        await Responses.WriteAsync(context, answer, type).ConfigureAwait(false);
    }

    private static ResponseType Negotiate(AcceptHeader accept) => accept.Choose() ?? throw new RequestRefusedException(
        StatusCodes.Status406NotAcceptable,
        $"A response is {ResponseType.GraphQL.Name} or {ResponseType.Json.Name}, and the header `Accept` takes neither.");

    private async ValueTask<EngineResponse> ExecuteAsync(HttpContext context, GraphRequest request)
    {
        var answer = await engine.ExecuteAsync(request, context.RequestAborted).ConfigureAwait(false);
        RequestLog.Note(context, request, answer);
        return answer;
    }
}
