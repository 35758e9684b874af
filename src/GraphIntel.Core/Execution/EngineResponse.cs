using GraphIntel.Core.Errors;
using GraphIntel.Core.Response;

namespace GraphIntel.Core.Execution;

/// <summary>The bytes of a response, disposed of once they are sent.</summary>
internal sealed class EngineResponse(ResponseBuffer body, GraphOutcome outcome, IReadOnlyList<GraphError>? errors = null) : IDisposable
{
    /// <summary>A JSON object, UTF-8, as contiguous memory; a response of several segments is copied.</summary>
    public ReadOnlyMemory<byte> Body => body.WrittenMemory;

    /// <summary>The length in bytes.</summary>
    public int Length { get; } = body.Length;

    /// <summary>The number of segments.</summary>
    public int SegmentCount { get; } = body.SegmentCount;

    /// <summary>A segment by its index.</summary>
    public ReadOnlyMemory<byte> SegmentAt(int index) => body.SegmentAt(index);

    /// <summary>Releases the memory of a segment that was sent.</summary>
    public void ReleaseSegment(int index) => body.ReleaseSegment(index);

    public GraphOutcome Outcome { get; } = outcome;

    /// <summary>The errors in the body, for logging.</summary>
    public IReadOnlyList<GraphError> Errors { get; } = errors ?? [];

    /// <summary>A response with errors and no <c>data</c>: nothing was executed.</summary>
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

    /// <summary>A response with an error and <c>data</c> null: execution failed.</summary>
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
