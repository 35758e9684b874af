using System.Collections;
using System.Globalization;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Values;
using GraphQLParser;

namespace GraphIntel.Core.Planning;

/// <summary>The values of one request for the parameters of a plan, and what is wrong with them.</summary>
internal sealed class BoundParameters(IReadOnlyDictionary<string, object?> variables, int count, int cursorKeyCount)
{
    private bool[]? _cursorNulls;
    private List<GraphError>? _errors;

    /// <summary>Beside the plan's parameters: string, int, double, bool, <see cref="DateOnly"/>, or an array of these; null in a cursor alone.</summary>
    public object?[] Values { get; } = new object?[count];

    /// <summary>Mistakes in arguments, in the order of the document; null where there are none.</summary>
    public IReadOnlyList<GraphError>? Errors => _errors;

    public IReadOnlyDictionary<string, object?> Variables => variables;

    /// <summary>
    /// Which keys of the cursors are null: a statement compares them in another way. Empty where none is; else as long as
    /// all cursors' keys together.
    /// </summary>
    public ReadOnlySpan<bool> CursorNulls => _cursorNulls;

    public void MarkNull(int cursorKey) => (_cursorNulls ??= new bool[cursorKeyCount])[cursorKey] = true;

    public void Refuse(Location location, string message, string code = ErrorCodes.ArgumentInvalid) =>
        (_errors ??= []).Add(new GraphError(message, code, [location]));

    public int Int(Parameter parameter) => (int)Values[parameter.Index]!;
}

/// <summary>One step of giving a plan's parameters their values for a request, with the checks that belong to it.</summary>
internal abstract record ParameterBinding
{
    /// <summary>Sets the values, or says what is wrong with what was given.</summary>
    public abstract void Bind(BoundParameters bound);
}

/// <summary>A value of a filter or an argument, as it was given.</summary>
internal sealed record ValueBinding(Parameter Parameter, ValueSource Source) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var value = Source.Read(bound.Variables);
        bound.Values[Parameter.Index] = Parameter.IsList ? ToArray(value, Parameter.Kind) : ToScalar(value, Parameter.Kind);
    }

    internal static object ToScalar(object? value, ScalarKind kind) => kind switch
    {
        ScalarKind.Int => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        ScalarKind.Float => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        ScalarKind.Boolean => (bool)value!,
        ScalarKind.Date => (DateOnly)value!,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    internal static object ToArray(object? value, ScalarKind kind)
    {
        var items = value is IList list ? list : new[] { value };
        return kind switch
        {
            ScalarKind.Int => Fill(items, new int[items.Count], kind),
            ScalarKind.Float => Fill(items, new double[items.Count], kind),
            ScalarKind.Boolean => Fill(items, new bool[items.Count], kind),
            ScalarKind.Date => Fill(items, new DateOnly[items.Count], kind),
            _ => Fill(items, new string[items.Count], kind),
        };
    }

    private static T[] Fill<T>(IList items, T[] values, ScalarKind kind)
    {
        for (var index = 0; index < values.Length; index++)
            values[index] = (T)ToScalar(items[index], kind);
        return values;
    }
}

/// <summary>How many items a page has, from <c>first</c> or <c>last</c>, and how many rows are read for it.</summary>
internal sealed record PageBinding(
    Parameter Size, Parameter Limit, ValueSource? Given, string Argument, bool ReadsOneMore, Location Location) : ParameterBinding
{
    /// <summary>How many where neither <c>first</c> nor <c>last</c> says.</summary>
    public const int DefaultSize = 20;

    /// <summary>The most that <c>first</c> and <c>last</c> can ask for.</summary>
    public const int MaxSize = 500;

    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var size = Given is null ? DefaultSize : (int)ValueBinding.ToScalar(Given.Read(bound.Variables), ScalarKind.Int);
        if (size is < 0 or > MaxSize)
        {
            bound.Refuse(
                Location,
                $"`{Argument}` is {size.ToString(CultureInfo.InvariantCulture)}; it must be between 0 and {MaxSize}. Read more with `after` and `before`.",
                size > MaxSize ? ErrorCodes.LimitExceeded : ErrorCodes.ArgumentInvalid);
            return;
        }
        bound.Values[Size.Index] = size;
        bound.Values[Limit.Index] = ReadsOneMore ? size + 1 : size;
    }
}

/// <summary>The keys' values out of a cursor.</summary>
internal sealed record CursorBinding(
    CursorBound Bound, ValueSource Given, string Argument, int Fingerprint, SortKey[] Keys, Location Location)
    : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var kinds = new (ScalarKind, bool)[Keys.Length];
        for (var index = 0; index < kinds.Length; index++)
            kinds[index] = (Keys[index].Kind, Keys[index].IsNullable);
        var values = new object?[kinds.Length];
        switch (Cursor.Read((string)ValueBinding.ToScalar(Given.Read(bound.Variables), ScalarKind.String), Fingerprint, kinds, values))
        {
            case Cursor.Fault.Malformed:
                bound.Refuse(Location, $"`{Argument}` is not a cursor of this server: give one as `cursor`, `startCursor` or `endCursor` returned it.");
                return;
            case Cursor.Fault.OtherOrder:
                bound.Refuse(Location, $"`{Argument}` is a cursor of another order: ask with the `order` of the page from which it comes.");
                return;
        }
        for (var index = 0; index < values.Length; index++)
        {
            bound.Values[Bound.Keys[index].Index] = values[index];
            if (values[index] is null)
                bound.MarkNull(Bound.FirstNull + index);
        }
    }
}

/// <summary>Where counting stops.</summary>
internal sealed record AtMostBinding(Parameter Parameter, ValueSource Given, Location Location) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var value = (int)ValueBinding.ToScalar(Given.Read(bound.Variables), ScalarKind.Int);
        if (value < 0)
            bound.Refuse(Location, $"`atMost` is {value.ToString(CultureInfo.InvariantCulture)}; it must be 0 or more.");
        bound.Values[Parameter.Index] = value;
    }
}

/// <summary>The ids of <c>nodes(ids)</c>.</summary>
internal sealed record IdsBinding(Parameter Parameter, ValueSource Given, Location Location) : ParameterBinding
{
    /// <summary>The most ids that one field looks up.</summary>
    public const int MaxCount = 500;

    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var ids = (string[])ValueBinding.ToArray(Given.Read(bound.Variables), ScalarKind.Id);
        if (ids.Length > MaxCount)
        {
            bound.Refuse(
                Location,
                $"`ids` has {ids.Length.ToString(CultureInfo.InvariantCulture)} ids; at most {MaxCount} can be asked for at once.",
                ErrorCodes.LimitExceeded);
        }
        bound.Values[Parameter.Index] = ids;
    }
}

/// <summary>A check that a period begins before it ends.</summary>
internal sealed record PeriodBinding(Parameter From, Parameter Until, Location Location) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var from = (DateOnly)bound.Values[From.Index]!;
        var until = (DateOnly)bound.Values[Until.Index]!;
        if (from >= until)
        {
            bound.Refuse(
                Location,
                string.Create(CultureInfo.InvariantCulture, $"`during` must have `from` before `until`; it goes from {from:yyyy-MM-dd} until {until:yyyy-MM-dd}."));
        }
    }
}
