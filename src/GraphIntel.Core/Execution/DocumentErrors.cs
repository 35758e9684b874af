using GraphIntel.Core.Errors;
using GraphIntel.Core.Response;
using GraphQL;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Converts the library's validation errors to response errors. The rules get documents without their text, so that an error's
/// column is its position: counting lines for each error would take quadratic time.
/// </summary>
internal static class DocumentErrors
{
    /// <summary>The library's code for a variable whose value is missing or not of its type.</summary>
    public const string InvalidVariable = "INVALID_VALUE";

    // A message can contain names and values of the document, whose length the client decides.
    private const int MaxMessage = 1_000;

    /// <summary>The errors, at most one more than a response shows.</summary>
    public static IEnumerable<GraphError> Convert(IEnumerable<ExecutionError> errors, LineIndex lines) =>
        errors.Take(ErrorWriter.MaxErrors + 1).Select(error => Convert(error, lines));

    private static GraphError Convert(ExecutionError error, LineIndex lines)
    {
        var message = ErrorWriter.Shorten(error.Message, MaxMessage);
        // The inner exception is the message of the scalar or enum type.
        if (error.InnerException is FormatException cause)
            message = $"{message.TrimEnd('.')}. {cause.Message}";
        return new GraphError(
            message,
            error.Code ?? ErrorCodes.RequestInvalid,
            error.Locations is null ? [] : [.. error.Locations.Take(ErrorWriter.MaxErrors).Select(location => lines.LocationOf(location.Column - 1))]);
    }
}
