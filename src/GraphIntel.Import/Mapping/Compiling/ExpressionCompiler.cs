using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Compiles templates, transforms and alternatives to closures.</summary>
internal sealed class ExpressionCompiler(Names names, TransformCompiler transforms)
{
    private readonly ConditionCompiler _conditions = new(names);

    /// <summary>Compiles a condition.</summary>
    public Func<Frame, bool> Compile(ConditionSyntax condition, Inputs inputs) => _conditions.Compile(condition, inputs);

    /// <summary>Compiles an expression.</summary>
    public Expression Compile(PipelineSyntax pipeline) => Compile(pipeline, isId: false);

    /// <summary>Compiles an expression for an id: what values it has is escaped, so that no two lists of values give one id.</summary>
    public Expression CompileId(PipelineSyntax pipeline)
    {
        var expression = Compile(pipeline, isId: true);
        if (expression.Shape.IsList || expression.Shape.Kind is not (ValueKind.Text or ValueKind.Date))
        {
            if (!ReferenceEquals(expression, Expression.Empty))
                names.Diagnostics.Add(pipeline.Position, $"an id must be a text, but this is {expression.Shape.Describe()}");
            return Expression.Empty;
        }

        var isEscaped = pipeline.Template.Count > 1 && pipeline.Transforms.Count == 0;
        if (isEscaped || expression.IsSafeInIds)
            return expression;
        var read = expression.Read;
        return expression with { Read = frame => Texts.Of(read(frame)) is { } text ? Texts.Escape(text) : null };
    }

    /// <summary>Compiles a value: the first alternative that holds and is not empty.</summary>
    /// <param name="value">The value.</param>
    /// <param name="compile">Compiles an alternative.</param>
    /// <param name="isFinal">Whether each alternative is converted by itself, so that texts and dates can be mixed.</param>
    public Expression CompileFirst(ValueSyntax value, Func<PipelineSyntax, Expression> compile, bool isFinal = false)
    {
        if (value.Alternatives.Count == 0)
            return Expression.Empty;
        if (value.Alternatives is [{ When: null, IsElse: false } only])
            return compile(only.Give);
        var alternatives = CompileAlternatives(value, compile, out var inputs);
        var shape = alternatives[0].Give.Shape;
        for (var index = 1; index < alternatives.Length; index++)
        {
            var other = alternatives[index].Give;
            var areMixed = isFinal && other.Shape is { Kind: ValueKind.Text or ValueKind.Date, IsList: false }
                && shape is { Kind: ValueKind.Text or ValueKind.Date, IsList: false };
            if (!areMixed && !ReferenceEquals(other, Expression.Empty) && (other.Shape.Kind, other.Shape.IsList, other.Shape.Entry?.Type)
                != (shape.Kind, shape.IsList, shape.Entry?.Type))
            {
                names.Diagnostics.Add(
                    value.Alternatives[index].Give.Position, $"this is {other.Shape.Describe()}, but the first alternative is {shape.Describe()}");
            }
        }

        return new Expression(shape, ReadFirst, inputs)
        {
            Table = Array.Find(alternatives, alternative => alternative.Give.Table is not null)?.Give.Table,
            IsSafeInIds = Array.TrueForAll(alternatives, alternative => alternative.Give.IsSafeInIds),
        };

        object? ReadFirst(Frame frame)
        {
            foreach (var alternative in alternatives)
            {
                if (alternative.When(frame) && alternative.Give.Read(frame) is { } found)
                    return found;
            }

            return null;
        }
    }

    /// <summary>Compiles the alternatives of a value.</summary>
    public Alternative[] CompileAlternatives(ValueSyntax value, Func<PipelineSyntax, Expression> compile, out Inputs inputs)
    {
        inputs = new Inputs();
        var alternatives = new Alternative[value.Alternatives.Count];
        for (var index = 0; index < alternatives.Length; index++)
        {
            var (when, give, isElse) = value.Alternatives[index];
            var expression = compile(give);
            inputs.Add(expression.Inputs);
            alternatives[index] = new Alternative(when is null ? static _ => true : Compile(when, inputs), expression, isElse, give.Position);
        }

        return alternatives;
    }

    private Expression Compile(PipelineSyntax pipeline, bool isId)
    {
        var expression = pipeline.Single is { } reference ? names.Compile(reference) : CompileTemplate(pipeline, isId);
        foreach (var transform in pipeline.Transforms)
            expression = transforms.Compile(expression, transform);
        return expression;
    }

    private Expression CompileTemplate(PipelineSyntax pipeline, bool isId)
    {
        var inputs = new Inputs();
        var pieces = new Func<Frame, string?>[pipeline.Template.Count];
        var optional = new bool[pieces.Length];
        if (pieces.Length == 0)
            return Expression.Constant("");
        if (pipeline.Template is [{ Reference: null } only])
            return Expression.Constant(only.Text);
        for (var index = 0; index < pieces.Length; index++)
        {
            var (text, reference) = pipeline.Template[index];
            if (reference is null)
            {
                pieces[index] = _ => text;
                continue;
            }

            if (isId && index > 0 && !(pipeline.Template[index - 1] is { Reference: null } before && before.Text.Contains('/', StringComparison.Ordinal))
                && pipeline.Template.Take(index).Any(piece => piece.Reference is not null))
            {
                names.Diagnostics.Add(reference.Position, "in an id, a / must stand between two values: otherwise different values can give one id");
            }

            var expression = names.Compile(reference);
            if (expression.Shape.Kind is ValueKind.Parts || (isId && expression.Shape.Kind is ValueKind.Entry))
                names.Diagnostics.Add(reference.Position, $"this is {expression.Shape.Describe()}");
            inputs.Add(expression.Inputs);
            optional[index] = reference.IsOptional;
            var read = expression.Read;
            var isRaw = expression.Inputs.IsEmpty;
            pieces[index] = isId && !isRaw
                ? frame => Texts.Of(read(frame)) is { } value ? Texts.Escape(value) : null
                : frame => Texts.Of(read(frame));
        }

        return new Expression(Shape.Text, frame => Join(frame, pieces, optional), inputs);
    }

    private static string? Join(Frame frame, Func<Frame, string?>[] pieces, bool[] optional)
    {
        var texts = new string?[pieces.Length];
        for (var index = 0; index < pieces.Length; index++)
        {
            texts[index] = pieces[index](frame);
            if (texts[index] is null && !optional[index])
                return null;
        }

        return string.Concat(texts);
    }
}

/// <summary>A compiled alternative of a value.</summary>
internal sealed record Alternative(Func<Frame, bool> When, Expression Give, bool IsElse, MappingPosition Position);
