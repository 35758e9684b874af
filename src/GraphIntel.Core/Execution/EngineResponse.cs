namespace GraphIntel.Core.Execution;

/// <summary>The bytes of a response, to be disposed of once they are sent.</summary>
internal sealed class EngineResponse(ResponseBuffer body, GraphOutcome outcome, IReadOnlyList<GraphError>? errors = null) : IDisposable
{
    /// <summary>A JSON object, UTF-8.</summary>
    public ReadOnlyMemory<byte> Body => body.WrittenMemory;

    public GraphOutcome Outcome { get; } = outcome;

    /// <summary>The errors that the body has, for a log.</summary>
    public IReadOnlyList<GraphError> Errors { get; } = errors ?? [];

    /// <summary>A response that says why nothing was executed.</summary>
    public static EngineResponse Refuse(params GraphError[] errors) => Refuse(GraphOutcome.Refused, errors);

    /// <inheritdoc cref="Refuse(GraphError[])"/>
    public static EngineResponse Refuse(GraphOutcome outcome, params GraphError[] errors)
    {
        var body = new ResponseBuffer();
        body.Write("{\"errors\":"u8);
        ErrorWriter.Write(body, errors);
        body.Write((byte)'}');
        return new EngineResponse(body, outcome, errors);
    }

    /// <summary>A response to an operation that nothing could be read for.</summary>
    public static EngineResponse Fail(GraphError error)
    {
        var body = new ResponseBuffer();
        body.Write("{\"errors\":"u8);
        ErrorWriter.Write(body, [error]);
        body.Write(",\"data\":null}"u8);
        return new EngineResponse(body, GraphOutcome.Executed, [error]);
    }

    /// <inheritdoc/>
    public void Dispose() => body.Dispose();
}
