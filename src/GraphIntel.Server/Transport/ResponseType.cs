using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>A media type of responses and its HTTP statuses (GraphQL over HTTP, section 6.4).</summary>
internal sealed class ResponseType
{
    /// <summary>The type for GraphQL: the status shows whether the operation was executed.</summary>
    public static readonly ResponseType GraphQL = new("application/graphql-response+json", StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);

    /// <summary>For older clients: every well-formed request has status 200.</summary>
    public static readonly ResponseType Json = new("application/json", StatusCodes.Status200OK, StatusCodes.Status200OK);

    private readonly int _rejected;
    private readonly int _busy;

    private ResponseType(string name, int rejected, int busy)
    {
        Name = name;
        ContentType = name + "; charset=utf-8";
        _rejected = rejected;
        _busy = busy;
    }

    /// <summary>The media type without parameters.</summary>
    public string Name { get; }

    public string ContentType { get; }

    public int StatusOf(GraphOutcome outcome) => outcome switch
    {
        GraphOutcome.Executed => StatusCodes.Status200OK,
        GraphOutcome.Busy => _busy,
        _ => _rejected,
    };
}
