using System.Collections;
using System.Globalization;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Values;
using GraphQLParser;

namespace GraphIntel.Core.Planning;

/// <summary>The parameter values of one request, and their errors.</summary>
internal sealed class BoundParameters(IReadOnlyDictionary<string, object?> variables, int count, int cursorKeyCount)
{
    private bool[]? _cursorNulls;
    private List<GraphError>? _errors;
    private List<NodeSearch>? _searches;
    private List<TraversalSearch>? _traversals;

    /// <summary>
    /// The values by parameter index: string, int, double, bool, <see cref="DateOnly"/>, in a cursor also long, or an array of
    /// these; null only in a cursor.
    /// </summary>
    public object?[] Values { get; } = new object?[count];

    /// <summary>Errors in arguments, in the order of the document; null if there are none.</summary>
    public IReadOnlyList<GraphError>? Errors => _errors;

    public IReadOnlyDictionary<string, object?> Variables => variables;

    /// <summary>The searches to make before the statement is executed; null if there are none.</summary>
    public IReadOnlyList<NodeSearch>? Searches => _searches;

    /// <summary>The traversals to make after the searches and before the statement is executed; null if there are none.</summary>
    public IReadOnlyList<TraversalSearch>? Traversals => _traversals;

    /// <summary>
    /// Flags for the keys of all cursors that are null, which a statement compares differently. Empty if none is null.
    /// </summary>
    public ReadOnlySpan<bool> CursorNulls => _cursorNulls;

    public void MarkNull(int cursorKey) => (_cursorNulls ??= new bool[cursorKeyCount])[cursorKey] = true;

    public void AddError(Location location, string message, string code = ErrorCodes.ArgumentInvalid) =>
        (_errors ??= []).Add(new GraphError(message, code, [location]));

    /// <summary>Adds a search. Until it is made, its parameter has as many ids as it is assumed to find.</summary>
    public void AddSearch(NodeSearch search, int assumed)
    {
        (_searches ??= []).Add(search);
        Values[search.Ids.Index] = new string[assumed];
    }

    /// <summary>Takes what the searches of an earlier page of the same operation found, so that they are not made again.</summary>
    public void TakeFound(BoundParameters earlier)
    {
        for (var index = 0; index < _searches?.Count; index++)
            Values[_searches[index].Ids.Index] = earlier.Values[earlier._searches![index].Ids.Index];
        _searches = null;
    }

    /// <summary>The search whose ids a parameter has.</summary>
    public NodeSearch SearchOf(Parameter ids) => _searches!.Find(search => search.Ids == ids)!;

    /// <summary>
    /// Adds a traversal. Until it is made, its parameters have as many ids of nodes and relationships as it is assumed to find.
    /// </summary>
    public void AddTraversal(TraversalSearch search, int nodes, int relationships)
    {
        (_traversals ??= []).Add(search);
        Values[search.Nodes.Index] = new string[nodes];
        Values[search.Relationships.Index] = new string[relationships];
    }

    /// <summary>The traversal of a slot.</summary>
    public TraversalSearch TraversalOf(TraversalSlot slot) => _traversals!.Find(search => search.Traversal.Ends == slot.Traversal.Ends)!;

    public int Int(Parameter parameter) => (int)Values[parameter.Index]!;

    public double Double(Parameter parameter) => (double)Values[parameter.Index]!;
}

/// <summary>Binds parameters of a plan to values of a request, and validates them.</summary>
internal abstract record ParameterBinding
{
    /// <summary>Sets the values, or adds an error.</summary>
    public abstract void Bind(BoundParameters bound);
}

/// <summary>Binds a value of a filter or an argument.</summary>
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

/// <summary>Binds the page size, from <c>first</c> or <c>last</c>, and the number of rows to read.</summary>
internal sealed record PageBinding(
    Parameter Size, Parameter Limit, ValueSource? Given, string Argument, bool ReadsOneMore, Location Location) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        if (ReadSize(bound, Given, Argument, "Read more with `after` and `before`.", Location) is not { } size)
            return;
        bound.Values[Size.Index] = size;
        bound.Values[Limit.Index] = ReadsOneMore ? size + 1 : size;
    }

    /// <summary>The size of a page or a list of groups; null, with an error added, if it is out of range.</summary>
    public static int? ReadSize(BoundParameters bound, ValueSource? given, string argument, string remedy, Location location) =>
        NumberArgument.Read(bound, given, location, argument, PageLimits.DefaultSize, PageLimits.MaxSize, remedy);
}

/// <summary>Reads a number that an argument limits.</summary>
internal static class NumberArgument
{
    /// <summary>The number; null, with an error added that names the limit, if it is out of range.</summary>
    public static int? Read(BoundParameters bound, ScalarInput? given, string argument, int usual, int most, string remedy) =>
        Read(bound, given?.Source, given?.Location ?? default, argument, usual, most, remedy);

    /// <inheritdoc cref="Read(BoundParameters, ScalarInput?, string, int, int, string)"/>
    public static int? Read(BoundParameters bound, ValueSource? given, Location location, string argument, int usual, int most, string remedy)
    {
        var number = given is null ? usual : (int)ValueBinding.ToScalar(given.Read(bound.Variables), ScalarKind.Int);
        if (number >= 0 && number <= most)
            return number;
        bound.AddError(
            location,
            string.Create(CultureInfo.InvariantCulture, $"`{argument}` is {number}; it must be between 0 and {most}. {remedy}"),
            number > most ? ErrorCodes.LimitExceeded : ErrorCodes.ArgumentInvalid);
        return null;
    }
}

/// <summary>Binds the values of the sort keys in a cursor.</summary>
internal sealed record CursorBinding(
    CursorBound Bound, ValueSource Given, string Argument, OrderFingerprint Fingerprint, SortKey[] Keys, Location Location)
    : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        // Another tool may have written nodes without a required property.
        var kinds = new (ScalarKind, bool)[Keys.Length];
        for (var index = 0; index < kinds.Length; index++)
            kinds[index] = (Keys[index].Kind, Keys[index].Value is not (IdOperand or DepthOperand));
        var values = new object?[kinds.Length];
        var text = (string)ValueBinding.ToScalar(Given.Read(bound.Variables), ScalarKind.String);
        switch (Cursor.Read(text, Fingerprint.Of(bound), kinds, values))
        {
            case Cursor.ReadError.Malformed:
                bound.AddError(Location, $"`{Argument}` is not a valid cursor: pass a value of `cursor`, `startCursor` or `endCursor`.");
                return;
            case Cursor.ReadError.OtherOrder:
                bound.AddError(Location, $"`{Argument}` is a cursor for a different order: use the `order` of the page that returned it.");
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

/// <summary>Binds a number that must not be negative.</summary>
internal sealed record NotNegativeBinding(Parameter Parameter, ValueSource Given, string Argument, Location Location) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var value = (int)ValueBinding.ToScalar(Given.Read(bound.Variables), ScalarKind.Int);
        if (value < 0)
            bound.AddError(Location, $"`{Argument}` is {value.ToString(CultureInfo.InvariantCulture)}; it must be 0 or more.");
        bound.Values[Parameter.Index] = value;
    }
}

/// <summary>Binds the number of groups, from <c>first</c>.</summary>
internal sealed record GroupCountBinding(Parameter First, ValueSource? Given, Location Location) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        if (PageBinding.ReadSize(bound, Given, ArgumentNames.First, "Choose groups with `where` or `order`.", Location) is { } first)
            bound.Values[First.Index] = first;
    }
}

/// <summary>Binds a latitude or a longitude.</summary>
internal sealed record DegreesBinding(Parameter Parameter, ValueSource Given, string Argument, int Max, Location Location) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var value = (double)ValueBinding.ToScalar(Given.Read(bound.Variables), ScalarKind.Float);
        if (!(Math.Abs(value) <= Max))
            bound.AddError(Location, string.Create(CultureInfo.InvariantCulture, $"`{Argument}` is {value}; it must be between -{Max} and {Max}."));
        bound.Values[Parameter.Index] = value;
    }
}

/// <summary>Validates that a box does not end south of where it begins.</summary>
internal sealed record BoxBinding(Parameter South, Parameter North, Location Location) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var (south, north) = (bound.Double(South), bound.Double(North));
        if (south > north)
        {
            bound.AddError(
                Location,
                string.Create(CultureInfo.InvariantCulture, $"`within.south` must not be greater than `within.north`; they are {south} and {north}."));
        }
    }
}

/// <summary>Binds the ids of <c>nodes(ids)</c> or of the sources in <c>accordingTo</c>.</summary>
internal sealed record IdsBinding(Parameter Parameter, ValueSource Given, string Argument, Location Location) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var ids = (string[])ValueBinding.ToArray(Given.Read(bound.Variables), ScalarKind.Id);
        if (ids.Length > PageLimits.MaxIds)
        {
            bound.AddError(
                Location,
                $"`{Argument}` has {ids.Length.ToString(CultureInfo.InvariantCulture)} ids; at most {PageLimits.MaxIds} are allowed.",
                ErrorCodes.LimitExceeded);
        }
        bound.Values[Parameter.Index] = ids;
    }
}

/// <summary>Validates that a period begins before it ends.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day after it.</param>
/// <param name="Location">The location of the period.</param>
/// <param name="FromName">The first day's name in the API.</param>
/// <param name="UntilName">The name of the first day after it.</param>
internal sealed record PeriodBinding(Parameter From, Parameter Until, Location Location, string FromName, string UntilName) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var from = (DateOnly)bound.Values[From.Index]!;
        var until = (DateOnly)bound.Values[Until.Index]!;
        if (from >= until)
        {
            bound.AddError(
                Location,
                string.Create(CultureInfo.InvariantCulture, $"`{FromName}` must be before `{UntilName}`; they are {from:yyyy-MM-dd} and {until:yyyy-MM-dd}."));
        }
    }
}
