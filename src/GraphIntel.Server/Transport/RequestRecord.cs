namespace GraphIntel.Server.Transport;

/// <summary>What the log says of a request besides its line and status: names, sizes and codes, never a value.</summary>
internal sealed class RequestRecord
{
    /// <summary>The operation's name as the client gave it.</summary>
    public string? OperationName { get; set; }

    /// <summary>The first 16 hex digits of the SHA-256 of the document.</summary>
    public string? DocumentHash { get; set; }

    /// <summary>The codes of the errors in the response.</summary>
    public IEnumerable<string> ErrorCodes { get; set; } = [];
}
