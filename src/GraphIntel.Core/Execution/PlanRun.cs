using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Execution;

/// <summary>One run of a plan: its parameters' values, the bytes made so far, and the errors met on the way.</summary>
internal sealed class PlanRun(Plan plan, BoundParameters bound, ResponseBuffer output) : IDisposable
{
    private List<GraphError>? _errors;
    private ResponseBuffer? _scratch;

    public Plan Plan { get; } = plan;

    public BoundParameters Bound { get; } = bound;

    public ResponseBuffer Output { get; } = output;

    /// <summary>A buffer for what is made only to be encoded.</summary>
    public ResponseBuffer Scratch => _scratch ??= new ResponseBuffer();

    /// <summary>Answers of the introspection fields, JSON by response key; null where the operation has none.</summary>
    public IReadOnlyDictionary<string, byte[]>? Introspection { get; init; }

    /// <summary>Errors of fields; null where there are none.</summary>
    public IReadOnlyList<GraphError>? Errors => _errors;

    /// <summary>Says that a field has no value where its type promises one.</summary>
    public void ReportNull(Slot slot, IReadOnlyList<object> path) => (_errors ??= []).Add(new GraphError(
        $"The store holds no value for the field `{slot.ResponseKey}`, which has the type {slot.TypeText}.",
        ErrorCodes.NullValue,
        [slot.Location],
        path));

    /// <summary>Gives back the scratch buffer; the output belongs to who made it.</summary>
    public void Dispose() => _scratch?.Dispose();
}
