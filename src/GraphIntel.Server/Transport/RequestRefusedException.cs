using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>A request that is wrong as HTTP or as JSON, so that no operation was looked at.</summary>
/// <param name="status">The status to answer with.</param>
/// <param name="message">What was wrong and what is right, without any value of the request.</param>
/// <param name="code">What a program can act on.</param>
internal sealed class RequestRefusedException(int status, string message, string code = ErrorCodes.RequestInvalid) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>The request cannot be read: status 400.</summary>
    public static RequestRefusedException Malformed(string message) => new(StatusCodes.Status400BadRequest, message);
}
