namespace GraphIntel.Server.Transport;

/// <summary>What a log line has of a request's content: names, hashes and error codes, never a value.</summary>
internal sealed class RequestLogEntry
{
    /// <summary>The operation name as the client sent it.</summary>
    public string? OperationName { get; set; }

    /// <summary>The first 16 hex digits of the SHA-256 of the document.</summary>
    public string? DocumentHash { get; set; }

    /// <summary>The codes of the errors in the response.</summary>
    public IEnumerable<string> ErrorCodes { get; set; } = [];

    /// <summary>Whether the server broke the response off.</summary>
    public bool IsBrokenOff { get; set; }
}
