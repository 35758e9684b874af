using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Import.Mapping.Syntax;

/// <summary>
/// Reads conditions: <c>$a = 1 and not ($b or $c starts 'x')</c>, with <c>=</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>,
/// <c>&gt;</c>, <c>&gt;=</c>, <c>in (1, 2)</c>, <c>has</c>, <c>starts</c> and <c>like</c>.
/// </summary>
internal sealed class ConditionReader
{
    private const int MaxDepth = 20;

    private readonly YamlText _source;
    private int _at;
    private int _depth;

    private ConditionReader(YamlText source) => _source = source;

    /// <summary>Reads a condition; null if it has an error, which is reported.</summary>
    public static ConditionSyntax? Read(YamlText source, MappingDiagnostics diagnostics)
    {
        var reader = new ConditionReader(source);
        try
        {
            var condition = reader.ReadOr();
            reader.SkipSpace();
            if (reader._at < source.Text.Length)
                throw reader.Error($"unexpected {WriteErrors.Show(source.Text[reader._at..])} after the condition");
            return condition;
        }
        catch (ConditionException failure)
        {
            diagnostics.Add(failure.Position, failure.Message);
            return null;
        }
    }

    private ConditionSyntax ReadOr()
    {
        var left = ReadAnd();
        while (TakeWord("or"))
            left = new CombinedCondition(IsAnd: false, left, ReadAnd());
        return left;
    }

    private ConditionSyntax ReadAnd()
    {
        var left = ReadNot();
        while (TakeWord("and"))
            left = new CombinedCondition(IsAnd: true, left, ReadNot());
        return left;
    }

    private ConditionSyntax ReadNot()
    {
        if (++_depth > MaxDepth)
            throw Error($"the condition is nested more than {MaxDepth} levels deep");
        try
        {
            if (TakeWord("not"))
                return new NegatedCondition(ReadNot());
            if (!TakeSign("("))
                return ReadComparison();
            var inner = ReadOr();
            if (!TakeSign(")"))
                throw Error("expected )");
            return inner;
        }
        finally
        {
            _depth--;
        }
    }

    private ConditionSyntax ReadComparison()
    {
        SkipSpace();
        var position = _source.At(_at);
        if (ReadOperand() is not { Reference: { } left })
            throw new ConditionException(position, "a comparison must start with a $name");
        if (ReadSign() is not { } sign)
            return new FilledCondition(left);
        if (sign != ComparisonSign.In)
            return new ComparisonCondition(left, sign, [ReadOperand()], position);
        if (!TakeSign("("))
            throw Error("expected ( after in");
        var values = new List<OperandSyntax>();
        do
        {
            values.Add(ReadOperand());
        }
        while (TakeSign(","));
        if (!TakeSign(")"))
            throw Error("expected , or )");
        return new ComparisonCondition(left, sign, values, position);
    }

    private ComparisonSign? ReadSign()
    {
        // Longer signs first.
        if (TakeSign("!="))
            return ComparisonSign.NotEqual;
        if (TakeSign("<="))
            return ComparisonSign.LessOrEqual;
        if (TakeSign(">="))
            return ComparisonSign.GreaterOrEqual;
        if (TakeSign("="))
            return ComparisonSign.Equal;
        if (TakeSign("<"))
            return ComparisonSign.Less;
        if (TakeSign(">"))
            return ComparisonSign.Greater;
        if (TakeWord("in"))
            return ComparisonSign.In;
        if (TakeWord("has"))
            return ComparisonSign.Has;
        if (TakeWord("starts"))
            return ComparisonSign.Starts;
        return TakeWord("like") ? ComparisonSign.Like : null;
    }

    private OperandSyntax ReadOperand()
    {
        SkipSpace();
        var text = _source.Text;
        if (_at == text.Length)
            throw Error("the condition ends where a value is expected");
        if (text[_at] == '$')
        {
            return ExpressionReader.ReadReference(_source, ref _at) is { } reference
                ? new OperandSyntax("", reference)
                : throw Error("a name must follow $");
        }

        if (text[_at] == '\'')
            return new OperandSyntax(ReadQuoted(), null);
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && !"(),'=<>!".Contains(text[_at], StringComparison.Ordinal))
            _at++;
        return _at > start ? new OperandSyntax(text[start.._at], null) : throw Error("expected a value");
    }

    private string ReadQuoted()
    {
        var text = _source.Text;
        var result = new System.Text.StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] != '\'')
            {
                result.Append(text[_at]);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '\'')
            {
                result.Append('\'');
                _at++;
            }
            else
            {
                _at++;
                return result.ToString();
            }
        }

        throw Error("a quote (') is not closed; double it inside quotes");
    }

    private bool TakeWord(string word)
    {
        SkipSpace();
        var end = _at + word.Length;
        var text = _source.Text;
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0
            || (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')))
        {
            return false;
        }

        _at = end;
        return true;
    }

    private bool TakeSign(string sign)
    {
        SkipSpace();
        if (string.CompareOrdinal(_source.Text, _at, sign, 0, sign.Length) != 0)
            return false;
        _at += sign.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _source.Text.Length && char.IsWhiteSpace(_source.Text[_at]))
            _at++;
    }

    private ConditionException Error(string message) => new(_source.At(_at), message);

    private sealed class ConditionException(MappingPosition position, string message) : Exception(message)
    {
        public MappingPosition Position { get; } = position;
    }
}
