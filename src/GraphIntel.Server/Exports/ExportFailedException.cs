using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Exports;

/// <summary>An export cannot begin, or cannot be completed.</summary>
/// <param name="outcome">The outcome of its operation.</param>
/// <param name="errors">The errors, at least one.</param>
internal sealed class ExportFailedException(GraphOutcome outcome, IReadOnlyList<GraphError> errors) : Exception(errors[0].Message)
{
    /// <summary>The outcome of the operation.</summary>
    public GraphOutcome Outcome { get; } = outcome;

    /// <summary>The errors.</summary>
    public IReadOnlyList<GraphError> Errors { get; } = errors;
}
