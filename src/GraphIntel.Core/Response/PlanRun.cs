using System.Globalization;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Response;

/// <summary>An execution of a plan: parameter values, output and field errors.</summary>
internal sealed class PlanRun(Plan plan, BoundParameters bound, ResponseBuffer output) : IDisposable
{
    private List<GraphError>? _errors;
    private int _omitted;
    private ResponseBuffer? _scratch;

    public Plan Plan { get; } = plan;

    public BoundParameters Bound { get; } = bound;

    public ResponseBuffer Output { get; } = output;

    /// <summary>A temporary buffer for values that are encoded before they are written.</summary>
    public ResponseBuffer Scratch => _scratch ??= new ResponseBuffer();

    /// <summary>JSON of the introspection fields by response key; null if there are none.</summary>
    public IReadOnlyDictionary<string, byte[]>? Introspection { get; init; }

    /// <summary>The state of the store to read; null for the current one.</summary>
    public IReadSnapshot? Snapshot { get; init; }

    /// <summary>Field errors; null if there are none.</summary>
    public IReadOnlyList<GraphError>? Errors => _omitted == 0
        ? _errors
        : [.. _errors!, new GraphError(
            $"{_omitted.ToString(CultureInfo.InvariantCulture)} more fields have no valid value; only the first {ErrorWriter.MaxShown} are shown.",
            ErrorCodes.MoreErrors, [])];

    /// <summary>Reports a null in a non-null field.</summary>
    public void ReportNull(ResponseField slot, IReadOnlyList<object> path) => Report(slot, path, ErrorCodes.NullValue,
        $"The store holds no value for the field `{slot.ResponseKey}`, which has the type {slot.Context.TypeText}.");

    /// <summary>Reports a value that is not of the field's type.</summary>
    /// <param name="slot">The field.</param>
    /// <param name="path">The response path.</param>
    /// <param name="found">The value found, from <see cref="IRowReader.Describe"/>.</param>
    /// <param name="expected">The value expected, from <see cref="Expected"/>.</param>
    public void ReportInvalid(ResponseField slot, IReadOnlyList<object> path, string found, string expected) => Report(slot, path, ErrorCodes.ValueInvalid,
        $"The store holds {found} for the field `{slot.ResponseKey}`, which has the type {slot.Context.TypeText}; expected {expected}.");

    /// <summary>Reports a timeline with too many periods.</summary>
    public void ReportPeriods(ResponseField slot, IReadOnlyList<object> path, int periods) => Report(slot, path, ErrorCodes.LimitExceeded,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The timeline `{slot.ResponseKey}` has {periods} periods; at most {TimelineSlot.MaxPeriods} are allowed. Use a longer interval, or limit it with `from` and `until`."));

    /// <summary>Describes the values of a type for an error.</summary>
    public static string Expected(ScalarKind kind, EnumType? values) => kind switch
    {
        ScalarKind.Int => "a whole number from -2147483648 to 2147483647",
        ScalarKind.Long => "a whole number of 64 bits",
        ScalarKind.Float => "a finite number",
        ScalarKind.Boolean => "true or false",
        ScalarKind.Date => "a date in the years 1 to 9999, such as 2017-06-04",
        ScalarKind.Point => "a position with a latitude from -90 to 90 and a longitude from -180 to 180",
        ScalarKind.Enum => "one of " + string.Join(", ", values!.Values.Select(value => value.Name)),
        _ => "text",
    };

    private void Report(ResponseField slot, IReadOnlyList<object> path, string code, string message)
    {
        if (_errors is { Count: ErrorWriter.MaxShown })
            _omitted++;
        else
            (_errors ??= []).Add(new GraphError(message, code, [slot.Context.Location], path));
    }

    /// <summary>Disposes of the scratch buffer; the caller owns the output.</summary>
    public void Dispose() => _scratch?.Dispose();
}
