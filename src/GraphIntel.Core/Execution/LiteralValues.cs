using System.Globalization;
using System.Text;
using GraphIntel.Core.Response;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Values;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Validates that literals have the expected type (specification, section 5.6.1). The library's rules report an argument as a
/// whole, at its name; this one reports each wrong value at its location, with what is expected.
/// </summary>
internal sealed class LiteralValues : ValidationRuleBase, INodeVisitor
{
    private const string Section = "5.6.1";

    // The client decides the length of a value in a message.
    private const int MaxShown = 200;

    // The fields (by name) and list items (by index) that lead from the argument to the value.
    private readonly List<(ROM Field, int Index)> _path = [];
    private ValidationContext _context = null!;
    private (string Kind, string Name, string Problem, string Code) _subject;

    /// <inheritdoc/>
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        _context = context;
        return new(this);
    }

    /// <inheritdoc/>
    public ValueTask EnterAsync(ASTNode node, ValidationContext context)
    {
        switch (node)
        {
            case GraphQLArgument argument when context.TypeInfo.GetArgument() is { } definition:
                _subject = ("Argument", argument.Name.StringValue, "has invalid value", "ARGUMENTS_OF_CORRECT_TYPE");
                Check(definition.ResolvedType!, argument.Value);
                break;
            case GraphQLVariableDefinition { DefaultValue: { } value } variable when context.TypeInfo.GetInputType() is { } type:
                _subject = ("Variable", "$" + variable.Variable.Name.StringValue, "has invalid default value", "DEFAULT_VALUES_OF_CORRECT_TYPE");
                Check(type, value);
                break;
        }
        return default;
    }

    /// <inheritdoc/>
    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;

    private void Check(IGraphType type, GraphQLValue value)
    {
        // Values of variables are validated when they are coerced.
        if (value is GraphQLVariable || _context.Errors.Count() > ErrorWriter.MaxErrors)
            return;
        switch (type)
        {
            case NonNullGraphType required when value is GraphQLNullValue:
                Report(value, $"Expected type '{required}', found null.");
                break;
            case NonNullGraphType required:
                Check(required.ResolvedType!, value);
                break;
            case var _ when value is GraphQLNullValue:
                break;
            case ListGraphType list when value is GraphQLListValue given:
                for (var index = 0; index < given.Values?.Count; index++)
                    CheckInside((default, index), list.ResolvedType!, given.Values[index]);
                break;
            case ListGraphType list:
                Check(list.ResolvedType!, value);
                break;
            case IInputObjectGraphType input when value is GraphQLObjectValue given:
                CheckFields(input, given);
                break;
            case IInputObjectGraphType:
                Report(value, $"Expected type '{type}', an object, found {Show(value)}.");
                break;
            case ScalarGraphType scalar when !scalar.CanParseLiteral(value):
                Report(value, $"Expected type '{type}', found {Show(value)}.{Explain(scalar, value)}");
                break;
        }
    }

    private void CheckFields(IInputObjectGraphType type, GraphQLObjectValue value)
    {
        foreach (var given in value.Fields ?? [])
        {
            if (type.Fields.Find(given.Name.Value) is { } field)
                CheckInside((given.Name.Value, 0), field.ResolvedType!, given.Value);
            else
                ReportUnknown(type, given);
        }
        foreach (var field in type.Fields)
        {
            if (field is { ResolvedType: NonNullGraphType, DefaultValue: null } && !(value.Fields?.Any(given => given.Name.Value == field.Name) ?? false))
                Report(value, $"The field '{field.Name}' of type '{field.ResolvedType}' is missing.");
        }
    }

    private void CheckInside((ROM Field, int Index) step, IGraphType type, GraphQLValue value)
    {
        _path.Add(step);
        Check(type, value);
        _path.RemoveAt(_path.Count - 1);
    }

    private void ReportUnknown(IInputObjectGraphType type, GraphQLObjectField field)
    {
        var name = field.Name.StringValue;
        Report(field, $"Type '{type}' has no field '{name}'. {SimilarNames.Explain(name, [.. type.Fields.Select(known => known.Name)])}");
    }

    private void Report(ASTNode node, string reason)
    {
        var path = new StringBuilder(_subject.Name);
        foreach (var (field, index) in _path)
        {
            if (field.IsEmpty)
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else
                path.Append('.').Append(field.Span);
        }
        _context.ReportError(new ValidationError(_context.Document.Source, Section, $"{_subject.Kind} '{path}' {_subject.Problem}. {reason}", node)
        {
            Code = _subject.Code,
        });
    }

    private static string Show(GraphQLValue value) => ErrorWriter.Shorten(new SDLPrinter().Print(value), MaxShown);

    private static string Explain(ScalarGraphType type, GraphQLValue value) => type switch
    {
        IntType => " " + IntType.Expected,
        DateType => " " + DateType.Expected,
        ExplainedEnumType names => " " + names.Explain(value switch
        {
            GraphQLEnumValue given => given.Name.StringValue,
            GraphQLStringValue given => given.Value.ToString(),
            _ => null,
        }),
        _ => "",
    };
}
