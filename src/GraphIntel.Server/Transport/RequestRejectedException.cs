using GraphIntel.Core.Errors;

namespace GraphIntel.Server.Transport;

/// <summary>Rejects a request because of its HTTP or JSON, before an operation is executed.</summary>
/// <param name="status">The HTTP status of the response.</param>
/// <param name="message">What is wrong and what is valid; contains no value of an operation.</param>
/// <param name="code">The error code, <c>extensions.code</c>.</param>
internal sealed class RequestRejectedException(int status, string message, string code = ErrorCodes.RequestInvalid) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>The request is malformed: status 400.</summary>
    public static RequestRejectedException Malformed(string message) => new(StatusCodes.Status400BadRequest, message);
}
