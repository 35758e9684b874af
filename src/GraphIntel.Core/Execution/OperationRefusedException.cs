using GraphIntel.Core.Errors;

namespace GraphIntel.Core.Execution;

/// <summary>A request is rejected before execution; the response has only errors.</summary>
internal sealed class OperationRefusedException(GraphOutcome outcome, params GraphError[] errors) : Exception(errors[0].Message)
{
    public OperationRefusedException(GraphError error)
        : this(GraphOutcome.Refused, error)
    {
    }

    public GraphOutcome Outcome { get; } = outcome;

    public GraphError[] Errors { get; } = errors;
}
