using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Compiles values of properties: what a text becomes follows from the model.</summary>
internal sealed class PropertyCompiler(ExpressionCompiler expressions, IReadOnlyList<ColumnPlan> columns, MappingDiagnostics diagnostics, bool decimalComma)
{
    /// <summary>Compiles a value to what a batch requires for the property.</summary>
    public Func<Frame, object?> Compile(Property property, ValueSyntax value, Inputs inputs)
    {
        var convert = ConverterOf(property);
        if (property.IsList)
            return CompileList(property, value, convert, inputs);
        var expression = expressions.CompileFirst(value, CompileAlternative, isFinal: true);
        inputs.Add(expression.Inputs);
        if (expression.Shape.IsList)
        {
            diagnostics.Add(value.Position, $"{property.Name} is a single value, but this is {expression.Shape.Describe()}; use first or join");
            return static _ => null;
        }

        var read = expression.Read;
        var column = ColumnOf(expression.Inputs);
        return frame => Read(frame, read, convert, column, property);

        Expression CompileAlternative(PipelineSyntax pipeline) => Check(expressions.Compile(pipeline), property, convert, pipeline.Position);
    }

    private Func<Frame, object?> CompileList(Property property, ValueSyntax value, Func<object, object> convert, Inputs inputs)
    {
        var alternatives = expressions.CompileAlternatives(
            value, pipeline => Check(expressions.Compile(pipeline), property, convert, pipeline.Position), out var used);
        inputs.Add(used);
        var column = ColumnOf(used);
        return frame =>
        {
            var items = new List<object>();
            foreach (var alternative in alternatives)
            {
                if (!alternative.IsElse && alternative.When(frame))
                    Add(Read(frame, alternative.Give.Read, convert, column, property), items);
            }

            foreach (var alternative in alternatives)
            {
                if (alternative.IsElse && items.Count == 0)
                    Add(Read(frame, alternative.Give.Read, convert, column, property), items);
            }

            return ToArray(property.Kind, items);
        };
    }

    private static void Add(object? value, List<object> items)
    {
        if (value is object?[] list)
        {
            foreach (var item in list)
                Add(item, items);
        }
        else if (value is not null && !items.Contains(value))
        {
            items.Add(value);
        }
    }

    /// <summary>An array of the type that a batch requires for a list.</summary>
    public static Array ToArray(ScalarKind kind, IReadOnlyList<object> items)
    {
        Array values = kind switch
        {
            ScalarKind.Int => new int[items.Count],
            ScalarKind.Float => new double[items.Count],
            ScalarKind.Boolean => new bool[items.Count],
            ScalarKind.Date => new DateOnly[items.Count],
            _ => new string[items.Count],
        };
        for (var index = 0; index < items.Count; index++)
            values.SetValue(items[index], index);
        return values;
    }

    private static object? Read(Frame frame, Func<Frame, object?> read, Func<object, object> convert, string? column, Property property)
    {
        try
        {
            var value = read(frame);
            if (value is not object?[] list)
                return value is null ? null : convert(value);
            var converted = new object?[list.Length];
            for (var index = 0; index < list.Length; index++)
                converted[index] = list[index] is { } item ? convert(item) : null;
            return converted;
        }
        catch (RowException failure) when (failure.Column is null)
        {
            throw new RowException($"{failure.Message} (for {property.Name})", column);
        }
    }

    /// <summary>The name of the column, if it is one alone.</summary>
    private string? ColumnOf(Inputs inputs) => inputs.Columns.Count == 1 ? columns[inputs.Columns.First()].Spellings[0] : null;

    /// <summary>Reports constants, and values of tables of codes, that the property cannot have.</summary>
    private Expression Check(Expression expression, Property property, Func<object, object> convert, MappingPosition position)
    {
        if (ReferenceEquals(expression, Expression.Empty))
            return expression;
        if (!Fits(property.Kind, expression.Shape))
        {
            diagnostics.Add(position, $"{property.Name} is {Describe(property)}, but this is {expression.Shape.Describe()}");
            return Expression.Empty;
        }

        IEnumerable<string> constants = expression.Table?.IsRead == false ? expression.Table.Values
            : expression.Inputs.IsEmpty && expression.Shape is { Kind: ValueKind.Text, IsList: false }
                ? [Texts.Of(expression.Read(new Frame(0, [], 0, 0, new Findings()))) ?? ""]
                : [];
        foreach (var constant in constants.Distinct())
        {
            try
            {
                convert(constant);
            }
            catch (RowException failure)
            {
                diagnostics.Add(position, failure.Message);
            }
        }

        return expression;
    }

    private static bool Fits(ScalarKind kind, Shape shape) => shape.Kind switch
    {
        ValueKind.Text => kind != ScalarKind.Point,
        ValueKind.Date => kind is ScalarKind.Date or ScalarKind.String,
        ValueKind.Point => kind == ScalarKind.Point,
        ValueKind.Entry => kind == ScalarKind.Id,
        _ => false,
    };

    private static string Describe(Property property) => property.Kind switch
    {
        ScalarKind.Enum => $"a value of {property.Enum!.Name}",
        ScalarKind.Point => "a point; give it by | point",
        ScalarKind.Date => "a date",
        ScalarKind.Id => "an id",
        _ => $"of type {property.Kind}",
    };

    private Func<object, object> ConverterOf(Property property)
    {
        switch (property.Kind)
        {
            case ScalarKind.Int:
                return value => ReadInt((string)value);
            case ScalarKind.Float:
                return value => Texts.TryReadNumber((string)value, decimalComma, out var number)
                    ? number
                    : throw new RowException($"{WriteErrors.Show((string)value)} is not a number");
            case ScalarKind.Boolean:
                return value => value switch
                {
                    "true" or "1" => true,
                    "false" or "0" => false,
                    _ => throw new RowException($"{WriteErrors.Show((string)value)} is not true, false, 1 or 0"),
                };
            case ScalarKind.Date:
                return value => value is DateValue date ? date.Day : ReadDate((string)value);
            case ScalarKind.Enum:
                var names = property.Enum!.Values.ToDictionary(name => name.Name, name => name.Name, StringComparer.Ordinal);
                return value => names.TryGetValue((string)value, out var name)
                    ? name
                    : throw new RowException(
                        $"{WriteErrors.Show((string)value)} is not a value of {property.Enum.Name}{NameSuggestions.DidYouMean((string)value, names.Keys)}");
            case ScalarKind.Id:
                return value => ReadId(value);
            case ScalarKind.Point:
                return value => value;
            default:
                return value => Texts.Of(value)!;
        }
    }

    private static int ReadInt(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        || (Texts.AsInteger(text) is { } integer && int.TryParse(integer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            ? number
            : throw new RowException($"{WriteErrors.Show(text)} is not an integer between {int.MinValue} and {int.MaxValue}");

    private static DateOnly ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RowException($"{WriteErrors.Show(text)} is not a date; expected yyyy-MM-dd, or give its formats by | date(...)");

    private static string ReadId(object value)
    {
        // An instance without an id was left out: what needs it is left out with it.
        if (value is Instance instance)
            return instance.Identity is { IsMissing: false } identity ? identity.Id : Instance.LeftOut;
        var text = (string)value;
        // Ids of other data sets have numbers behind a prefix: ucdp:652.0 is ucdp:652.
        var number = text.LastIndexOf(':') + 1;
        if (Texts.AsInteger(text[number..]) is { } integer)
            text = string.Concat(text.AsSpan(0, number), integer);
        return IdRule.FindErrorInText(text) is { } error ? throw new RowException(error) : text;
    }
}
