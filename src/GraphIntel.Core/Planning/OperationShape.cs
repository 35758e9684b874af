using System.Collections;
using System.Globalization;
using System.Text;
using GraphIntel.Core.Schema;
using GraphQL.Types;

namespace GraphIntel.Core.Planning;

/// <summary>
/// The shape of an operation's variables: everything on which a plan depends. It contains which inputs are absent or null, the
/// keys of input objects, the lengths of lists of input objects, booleans (for <c>@skip</c>, <c>@include</c> and <c>any</c>),
/// and the values of the enums that are part of a plan: sort direction, certainty, standing, calendar interval. Every other value is a
/// parameter,
/// except in plans that compare points (<see cref="Plan.DependsOnNumbers"/>): their shapes have the values of numbers, too.
/// </summary>
internal sealed class OperationShape(GraphSchema schema)
{
    private readonly HashSet<string> _structural = new(
        schema.Model.ElementTypes.Select(type => type.Standing?.Enum?.Name).OfType<string>().Append("SortEnumType").Append("Certainty").Append("CalendarInterval"),
        StringComparer.Ordinal);

    /// <summary>The shape as text, equal for variables with the same plan.</summary>
    /// <param name="definitions">The variables of the operation and their types.</param>
    /// <param name="variables">Their values.</param>
    /// <param name="withNumbers">Whether it has the values of floating-point numbers.</param>
    public string Of(
        IReadOnlyList<(string Name, IGraphType Type)> definitions, IReadOnlyDictionary<string, object?> variables, bool withNumbers = false)
    {
        if (definitions.Count == 0)
            return string.Empty;
        var shape = new StringBuilder();
        foreach (var (name, type) in definitions)
        {
            if (variables.TryGetValue(name, out var value))
                Append(shape, type, value, withNumbers);
            else
                shape.Append('-');
        }
        return shape.ToString();
    }

    private void Append(StringBuilder shape, IGraphType type, object? value, bool withNumbers)
    {
        if (type is NonNullGraphType required)
            type = required.ResolvedType!;
        switch (type)
        {
            case var _ when value is null:
                shape.Append('n');
                break;
            case ListGraphType list:
                AppendList(shape, list.ResolvedType!, value, withNumbers);
                break;
            case IInputObjectGraphType input:
                shape.Append('{');
                foreach (var (key, inner) in (IDictionary<string, object?>)value)
                {
                    shape.Append(key).Append(':');
                    Append(shape, input.GetField(key)!.ResolvedType!, inner, withNumbers);
                }
                shape.Append('}');
                break;
            case BooleanGraphType:
                shape.Append(value is true ? 't' : 'f');
                break;
            case EnumerationGraphType when _structural.Contains(type.Name):
                shape.Append(value).Append(';');
                break;
            case FloatGraphType when withNumbers:
                shape.Append(CultureInfo.InvariantCulture, $"{value:R};");
                break;
            default:
                shape.Append('v');
                break;
        }
    }

    private void AppendList(StringBuilder shape, IGraphType element, object value, bool withNumbers)
    {
        var inner = element is NonNullGraphType required ? required.ResolvedType! : element;
        if (inner is not IInputObjectGraphType && !_structural.Contains(inner.Name))
        {
            shape.Append('v');
            return;
        }
        shape.Append('[');
        if (value is IList items)
        {
            foreach (var item in items)
                Append(shape, element, item, withNumbers);
        }
        else
        {
            Append(shape, element, value, withNumbers);
        }
        shape.Append(']');
    }
}
