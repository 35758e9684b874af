using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Compiles conditions to closures. A comparison with an empty value is false, except <c>!=</c>.</summary>
internal sealed class ConditionCompiler(Names names)
{
    /// <summary>Compiles a condition, and adds what it reads to the inputs.</summary>
    public Func<Frame, bool> Compile(ConditionSyntax condition, Inputs inputs)
    {
        switch (condition)
        {
            case CombinedCondition combined:
                var left = Compile(combined.Left, inputs);
                var right = Compile(combined.Right, inputs);
                return combined.IsAnd ? frame => left(frame) && right(frame) : frame => left(frame) || right(frame);
            case NegatedCondition negated:
                var inner = Compile(negated.Condition, inputs);
                return frame => !inner(frame);
            case FilledCondition filled:
                var read = Read(filled.Reference, inputs).Read;
                return frame => read(frame) is { } value && value is not Instance { Identity.IsMissing: true };
            default:
                return CompileComparison((ComparisonCondition)condition, inputs);
        }
    }

    private Func<Frame, bool> CompileComparison(ComparisonCondition comparison, Inputs inputs)
    {
        var left = Read(comparison.Left, inputs);
        if (left.Shape.Kind is ValueKind.Parts or ValueKind.Point)
        {
            names.Diagnostics.Add(comparison.Position, $"only texts and dates can be compared, and this is {left.Shape.Describe()}");
            return static _ => false;
        }

        if (left.Shape.IsList && comparison.Sign != ComparisonSign.Has)
        {
            names.Diagnostics.Add(comparison.Position, "a list can only be compared by has");
            return static _ => false;
        }

        var read = left.Read;
        if (comparison.Sign == ComparisonSign.Like)
            return CompileLike(read, comparison);
        if (comparison.Right.All(operand => operand.Reference is null))
            return CompileConstants(read, comparison);
        var operands = comparison.Right.Select(operand => operand.Reference is { } reference
            ? Read(reference, inputs).Read
            : Expression.Constant(operand.Text).Read).ToArray();
        var sign = comparison.Sign == ComparisonSign.In ? ComparisonSign.Equal : comparison.Sign;
        return frame =>
        {
            var value = read(frame);
            foreach (var operand in operands)
            {
                if (Compare(value, sign, Texts.Of(operand(frame)), number: null))
                    return true;
            }

            return false;
        };
    }

    private static Func<Frame, bool> CompileConstants(Func<Frame, object?> read, ComparisonCondition comparison)
    {
        var constants = comparison.Right.Select(operand => operand.Text).ToArray();
        var numbers = constants.Select(text => Texts.TryReadNumber(text, decimalComma: false, out var number) ? number : (double?)null).ToArray();
        var sign = comparison.Sign == ComparisonSign.In ? ComparisonSign.Equal : comparison.Sign;
        return frame =>
        {
            var value = read(frame);
            for (var index = 0; index < constants.Length; index++)
            {
                if (Compare(value, sign, constants[index], numbers[index]))
                    return true;
            }

            return false;
        };
    }

    private Func<Frame, bool> CompileLike(Func<Frame, object?> read, ComparisonCondition comparison)
    {
        if (comparison.Right is not [{ Reference: null } operand])
        {
            names.Diagnostics.Add(comparison.Position, "like must be followed by a pattern in quotes");
            return static _ => false;
        }

        if (Patterns.Create(operand.Text, comparison.Position, names.Diagnostics) is not { } pattern)
            return static _ => false;
        return frame => Texts.Of(read(frame)) is { } text && pattern.IsMatch(text);
    }

    private Expression Read(ReferenceSyntax reference, Inputs inputs)
    {
        var expression = names.Compile(reference);
        inputs.Add(expression.Inputs);
        return expression;
    }

    /// <param name="value">The value.</param>
    /// <param name="sign">The comparison.</param>
    /// <param name="other">The other value; null is empty.</param>
    /// <param name="number">The other value as a number, if that is known.</param>
    private static bool Compare(object? value, ComparisonSign sign, string? other, double? number)
    {
        if (value is object[] list)
        {
            foreach (var item in list)
            {
                if (Texts.Of(item) == other)
                    return true;
            }

            return false;
        }

        var text = Texts.Of(value);
        if (text is null || other is null)
            return sign == ComparisonSign.NotEqual && (text is not null || other is not null);
        return sign switch
        {
            ComparisonSign.Equal => AreEqual(text, other, number),
            ComparisonSign.NotEqual => !AreEqual(text, other, number),
            ComparisonSign.Has => text.Contains(other, StringComparison.Ordinal),
            ComparisonSign.Starts => text.StartsWith(other, StringComparison.Ordinal),
            ComparisonSign.Less => Order(text, other, number) < 0,
            ComparisonSign.LessOrEqual => Order(text, other, number) <= 0,
            ComparisonSign.Greater => Order(text, other, number) > 0,
            _ => Order(text, other, number) >= 0,
        };
    }

    private static bool AreEqual(string text, string other, double? number) =>
        text == other || (AreNumbers(text, other, number, out var left, out var right) && left == right);

    private static int Order(string text, string other, double? number) =>
        AreNumbers(text, other, number, out var left, out var right) ? left.CompareTo(right) : string.CompareOrdinal(text, other);

    private static bool AreNumbers(string text, string other, double? number, out double left, out double right)
    {
        (left, right) = (0, number ?? 0);
        return (number is not null || (char.IsAsciiDigit(other[^1]) && Texts.TryReadNumber(other, decimalComma: false, out right)))
            && char.IsAsciiDigit(text[^1]) && Texts.TryReadNumber(text, decimalComma: false, out left);
    }
}
