using System.Globalization;
using System.Text;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>
/// The arguments of a field as text, which is equal for equal arguments; the order of arguments and of input fields does not
/// matter.
/// </summary>
internal sealed class ArgumentText
{
    private readonly Dictionary<GraphQLField, string> _known = [];

    /// <summary>The text of a field's arguments, cached.</summary>
    public string Of(GraphQLField field)
    {
        if (field.Arguments is not { Count: > 0 } arguments)
            return string.Empty;
        if (!_known.TryGetValue(field, out var text))
        {
            var made = new StringBuilder();
            foreach (var argument in arguments.Items.OrderBy(argument => argument.Name.StringValue, StringComparer.Ordinal))
                Append(made.Append(argument.Name.StringValue).Append(':'), argument.Value);
            _known.Add(field, text = made.ToString());
        }
        return text;
    }

    private static void Append(StringBuilder text, GraphQLValue value)
    {
        switch (value)
        {
            case GraphQLListValue list:
                text.Append('[');
                foreach (var item in list.Values ?? [])
                    Append(text, item);
                text.Append(']');
                break;
            case GraphQLObjectValue made:
                text.Append('{');
                foreach (var field in (made.Fields ?? []).OrderBy(field => field.Name.StringValue, StringComparer.Ordinal))
                    Append(text.Append(field.Name.StringValue).Append(':'), field.Value);
                text.Append('}');
                break;
            case GraphQLVariable variable:
                text.Append('$').Append(variable.Name.StringValue).Append(' ');
                break;
            case GraphQLStringValue content:
                // The length delimits the string, whatever it contains.
                text.Append(CultureInfo.InvariantCulture, $"\"{content.Value.Length}:").Append(content.Value.Span);
                break;
            default:
                text.Append(value switch
                {
                    GraphQLIntValue whole => whole.Value.Span,
                    GraphQLFloatValue number => number.Value.Span,
                    GraphQLEnumValue name => name.Name.Value.Span,
                    GraphQLBooleanValue boolean => boolean.Value.Span,
                    _ => "null",
                }).Append(' ');
                break;
        }
    }
}
