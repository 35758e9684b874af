using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>A media type of responses, with the statuses that belong to it (GraphQL over HTTP, section 6.4).</summary>
internal sealed class ResponseType
{
    /// <summary>The type of its own: the status says whether the operation was executed.</summary>
    public static readonly ResponseType GraphQL = new("application/graphql-response+json", StatusCodes.Status400BadRequest);

    /// <summary>For older clients: whatever is a well-formed request has status 200.</summary>
    public static readonly ResponseType Json = new("application/json", StatusCodes.Status200OK);

    private readonly int _refused;

    private ResponseType(string name, int refused)
    {
        Name = name;
        ContentType = name + "; charset=utf-8";
        _refused = refused;
    }

    /// <summary>The media type without parameters.</summary>
    public string Name { get; }

    public string ContentType { get; }

    public int StatusOf(GraphOutcome outcome) => outcome == GraphOutcome.Executed ? StatusCodes.Status200OK : _refused;
}
