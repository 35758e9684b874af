using System.Globalization;
using System.Text;
using GraphIntel.Core.Errors;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>
/// A document rewritten for the library's parser, which does not support <c>\u{1F600}</c>, accepts unpaired surrogates, reads
/// escapes in comments, and takes quadratic time in the column to report an error. The parser gets a text of the same length
/// and positions in which comments are blank, strings are empty and lines are short. The values of strings are put into the
/// syntax tree afterwards.
/// </summary>
internal sealed class SourceText
{
    /// <summary>The maximum length of text without a space, comma, line break or string.</summary>
    public const int MaxUnbrokenLength = 10_000;

    private const int LineLength = 1_000;

    private readonly string _text;
    private readonly char[] _parsable;
    private readonly Dictionary<int, (string Value, int End)> _strings = [];
    private int _position;
    private int _column;
    private int _unbroken;
    private GraphError? _error;

    private SourceText(string text)
    {
        _text = text;
        _parsable = text.ToCharArray();
        Lines = new LineIndex(text);
    }

    /// <summary>The text for the parser.</summary>
    public ROM Parsable => _parsable;

    /// <summary>The lines of the document.</summary>
    public LineIndex Lines { get; }

    /// <summary>Reads a document's strings and comments; null with an error if one of them is not valid.</summary>
    public static SourceText? Read(string text, out GraphError? error)
    {
        var source = new SourceText(text);
        while (source._error is null && source._position < text.Length)
            source.Step();
        error = source._error;
        return error is null ? source : null;
    }

    /// <summary>Converts a location in the parsed text to one in the document.</summary>
    public Location LocationOf(Location parsed) => Lines.LocationOf(new LineIndex(Parsable).PositionOf(parsed));

    /// <summary>Sets the values of strings and the document's text in the syntax tree.</summary>
    public void Complete(GraphQLDocument document)
    {
        document.Source = _text;
        if (_strings.Count == 0)
            return;
        var open = new Stack<ASTNode>(document.Definitions);
        while (open.TryPop(out var node))
        {
            if (node is IHasSelectionSetNode { SelectionSet: { } set })
                PushAll(open, set.Selections);
            if (node is IHasDirectivesNode { Directives: { } directives })
                PushAll(open, directives.Items);
            if (node is IHasArgumentsNode { Arguments: { } arguments })
                PushAll(open, arguments.Items);
            CompleteValues(node, open);
        }
    }

    private void CompleteValues(ASTNode node, Stack<ASTNode> open)
    {
        switch (node)
        {
            case GraphQLOperationDefinition { Variables: { } variables }:
                PushAll(open, variables.Items);
                break;
            case GraphQLVariableDefinition { DefaultValue: { } value } variable:
                open.Push(variable.DefaultValue = Complete(value));
                break;
            case GraphQLArgument argument:
                open.Push(argument.Value = Complete(argument.Value));
                break;
            case GraphQLObjectField field:
                open.Push(field.Value = Complete(field.Value));
                break;
            case GraphQLListValue { Values: { } items }:
                for (var index = 0; index < items.Count; index++)
                    open.Push(items[index] = Complete(items[index]));
                break;
            case GraphQLObjectValue { Fields: { } fields }:
                PushAll(open, fields);
                break;
        }
    }

    private static void PushAll<T>(Stack<ASTNode> open, List<T> nodes) where T : ASTNode
    {
        foreach (var node in nodes)
            open.Push(node);
    }

    private GraphQLValue Complete(GraphQLValue value) => value is GraphQLStringValue && _strings.TryGetValue(value.Location.Start, out var text)
        ? new StringValue(text.Value) { Location = new GraphQLLocation(value.Location.Start, text.End) }
        : value;

    private void Step()
    {
        switch (_text[_position])
        {
            case '\n' or '\r':
                // A lone carriage return also ends a line, which the library's errors ignore.
                _parsable[_position] = '\n';
                _position++;
                (_column, _unbroken) = (0, 0);
                break;
            case ' ' or '\t' or ',' or '\uFEFF':
                Blank(_position + 1);
                break;
            case '#':
                var end = _text.AsSpan(_position).IndexOfAny('\n', '\r');
                Blank(end < 0 ? _text.Length : _position + end);
                break;
            case '"':
                ReadString();
                break;
            default:
                _position++;
                _column++;
                if (++_unbroken > MaxUnbrokenLength)
                    ReportUnbroken();
                break;
        }
    }

    /// <summary>Advances to a position and replaces the text before it with blanks.</summary>
    private void Blank(int end)
    {
        if (_position < end)
            _unbroken = 0;
        for (; _position < end; _position++)
        {
            var isFull = ++_column > LineLength;
            _parsable[_position] = isFull ? '\n' : ' ';
            if (isFull)
                _column = 0;
        }
    }

    private void ReadString()
    {
        var start = _position;
        var isBlock = _text.AsSpan(start).StartsWith("\"\"\"");
        if ((isBlock ? ReadBlock(start) : ReadLine(start)) is not var (value, end))
            return;
        _strings.Add(start, (value, end));
        // The two quotes remain.
        _parsable[start + 1] = '"';
        _position += 2;
        _column += 2;
        _unbroken += 2;
        Blank(end);
    }

    /// <summary>The value of a block string, as the library reads it, and its end.</summary>
    private (string Value, int End)? ReadBlock(int start)
    {
        for (var position = start + 3; position < _text.Length; position++)
        {
            var rest = _text.AsSpan(position);
            if (rest.StartsWith("\\\"\"\""))
                position += 3;
            else if (rest.StartsWith("\"\"\""))
                return (Lexer.Lex(_text.AsMemory(start, position + 3 - start)).Value.ToString(), position + 3);
            else if (_text[position] is < ' ' and not ('\t' or '\n' or '\r'))
                return Fail(position, Invalid(_text[position]));
        }
        return Fail(start, "The block string is not terminated: `\"\"\"` is missing.");
    }

    /// <summary>The value of a string on one line, and its end.</summary>
    private (string Value, int End)? ReadLine(int start)
    {
        var value = new StringBuilder();
        for (var position = start + 1; position < _text.Length;)
        {
            switch (_text[position])
            {
                case '"':
                    return (value.ToString(), position + 1);
                case '\\':
                    if (ReadEscape(position, value) is not { } length)
                        return null;
                    position += length;
                    break;
                case '\n' or '\r':
                    return Fail(position, "The string is not terminated on its line: `\"` is missing.");
                case < ' ' and not '\t' and var control:
                    return Fail(position, Invalid(control));
                case var plain:
                    value.Append(plain);
                    position++;
                    break;
            }
        }
        return Fail(start, "The string is not terminated: `\"` is missing.");
    }

    /// <summary>Reads an escape sequence; returns its length.</summary>
    private int? ReadEscape(int position, StringBuilder value)
    {
        const string Escapes = "\"\\/bfnrt", Meanings = "\"\\/\b\f\n\r\t";
        var rest = _text.AsSpan(position);
        if (rest.Length > 1 && Escapes.IndexOf(rest[1], StringComparison.Ordinal) is >= 0 and var index)
        {
            value.Append(Meanings[index]);
            return 2;
        }
        if (rest.StartsWith("\\u{"))
            return ReadCodePoint(position, rest, value);
        if (!TryReadUnit(rest, out var unit))
        {
            Fail(position, $"`{Excerpt(rest, 6)}` is not an escape sequence: write `\\\\` for a backslash, `\\u0041` or `\\u{{1F600}}` for a code point.");
            return null;
        }
        if (!char.IsSurrogate(unit))
        {
            value.Append(unit);
            return 6;
        }
        if (!char.IsHighSurrogate(unit) || !TryReadUnit(rest[6..], out var low) || !char.IsLowSurrogate(low))
        {
            Fail(position, $"`{Excerpt(rest, 6)}` is an unpaired surrogate: write the surrogate pair, or the code point as in `\\u{{1F600}}`.");
            return null;
        }
        value.Append(unit).Append(low);
        return 12;
    }

    private int? ReadCodePoint(int position, ReadOnlySpan<char> rest, StringBuilder value)
    {
        var end = rest.IndexOf('}');
        if (end < 0
            || !uint.TryParse(rest[3..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            || !Rune.TryCreate(number, out var character))
        {
            Fail(position, $"`{Excerpt(rest, end < 0 ? 12 : end + 1)}` is not a code point: expected hexadecimal digits between the braces, at most 10FFFF, and not a surrogate.");
            return null;
        }
        value.Append(character);
        return end + 1;
    }

    private static bool TryReadUnit(ReadOnlySpan<char> text, out char unit)
    {
        unit = default;
        if (text.Length < 6 || !text.StartsWith("\\u") || !ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            return false;
        unit = (char)number;
        return true;
    }

    private static ReadOnlySpan<char> Excerpt(ReadOnlySpan<char> text, int length) => text[..Math.Min(Math.Min(length, 20), text.Length)];

    private static string Invalid(char control) => string.Create(
        CultureInfo.InvariantCulture, $"A string contains the control character U+{(int)control:X4}: write it as `\\u{(int)control:X4}`.");

    private (string Value, int End)? Fail(int position, string message)
    {
        _error = new GraphError(message, ErrorCodes.SyntaxError, [Lines.LocationOf(position)]);
        return null;
    }

    private void ReportUnbroken() => _error = new GraphError(
        $"The document has more than {MaxUnbrokenLength} characters without a space or a line break: break it into lines.",
        ErrorCodes.LimitExceeded,
        [Lines.LocationOf(_position - _unbroken)]);

    /// <summary>A string with its location.</summary>
    private sealed class StringValue(string value) : GraphQLStringValue(value)
    {
        public override GraphQLLocation Location { get; set; }
    }
}
