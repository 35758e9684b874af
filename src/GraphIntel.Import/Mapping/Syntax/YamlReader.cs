using GraphIntel.Core.Storage.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GraphIntel.Import.Mapping.Syntax;

/// <summary>
/// Reads YAML from the parser's events, so that size, depth, anchors and tags are limited before anything is built. The parts
/// of YAML that a mapping does not need are refused: anchors, aliases, tags, keys that are not text.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>Maximum size of a mapping file in characters.</summary>
    public const int MaxSize = 1 << 20;

    private const int MaxDepth = 16;
    private const int MaxValues = 50_000;

    private readonly Parser _parser;
    private readonly MappingDiagnostics _diagnostics;
    private int _values;

    private YamlReader(string text, MappingDiagnostics diagnostics)
    {
        _parser = new Parser(new StringReader(text));
        _diagnostics = diagnostics;
    }

    /// <summary>The documents of a file; empty if there is an error.</summary>
    public static IReadOnlyList<YamlValue> Read(string text, MappingDiagnostics diagnostics)
    {
        if (text.Length > MaxSize)
        {
            diagnostics.Add(new MappingPosition(1, 1), $"the mapping has {text.Length} characters; at most {MaxSize} are allowed");
            return [];
        }

        try
        {
            return new YamlReader(text, diagnostics).ReadDocuments();
        }
        catch (YamlException failure)
        {
            diagnostics.Add(PositionOf(failure.Start), Explain(text, failure));
            return [];
        }
        catch (UnsupportedYamlException failure)
        {
            diagnostics.Add(failure.Position, failure.Message);
            return [];
        }
    }

    private List<YamlValue> ReadDocuments()
    {
        var documents = new List<YamlValue>();
        while (_parser.MoveNext())
        {
            if (_parser.Current is DocumentStart)
            {
                _parser.MoveNext();
                documents.Add(ReadValue(1));
            }
        }

        return documents;
    }

    /// <summary>Reads the value at the parser's current event.</summary>
    private YamlValue ReadValue(int depth)
    {
        var current = _parser.Current!;
        var position = PositionOf(current.Start);
        if (depth > MaxDepth)
            throw new UnsupportedYamlException(position, $"the mapping is nested more than {MaxDepth} levels deep");
        if (++_values > MaxValues)
            throw new UnsupportedYamlException(position, $"the mapping has more than {MaxValues} values");
        if (current is AnchorAlias)
            throw new UnsupportedYamlException(position, "aliases (*name) are not supported; quote a text that starts with *");
        if (current is NodeEvent { Anchor.IsEmpty: false })
            throw new UnsupportedYamlException(position, "anchors (&name) are not supported; quote a text that starts with &");
        if (current is NodeEvent { Tag.IsEmpty: false } tagged && !(tagged is Scalar && tagged.Tag.IsNonSpecific))
            throw new UnsupportedYamlException(position, "tags (!name) are not supported; quote a text that starts with !");
        return current switch
        {
            Scalar scalar => ReadText(scalar),
            SequenceStart => ReadList(position, depth),
            MappingStart => ReadMap(position, depth),
            _ => throw new UnsupportedYamlException(position, "expected a text, a list or a map"),
        };
    }

    private static YamlText ReadText(Scalar scalar)
    {
        var quoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var indent = quoted ? 1 : 0;
        var isOneLine = scalar.Start.Line == scalar.End.Line && scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded)
            && scalar.End.Column - scalar.Start.Column == scalar.Value.Length + (2 * indent);
        return new YamlText(PositionOf(scalar.Start), scalar.Value, indent, isOneLine);
    }

    private YamlList ReadList(MappingPosition position, int depth)
    {
        var items = new List<YamlValue>();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
            items.Add(ReadValue(depth + 1));
        return new YamlList(position, items);
    }

    private YamlMap ReadMap(MappingPosition position, int depth)
    {
        var entries = new List<KeyValuePair<YamlText, YamlValue>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var key = ReadValue(depth + 1);
            _parser.MoveNext();
            var value = ReadValue(depth + 1);
            if (key is not YamlText { Text.Length: > 0 } name)
                throw new UnsupportedYamlException(key.Position, "a key must be a text; quote a text that starts with { or [");
            if (names.Add(name.Text))
                entries.Add(new(name, value));
            else
                _diagnostics.Add(name.Position, $"the key {WriteErrors.Show(name.Text)} is given twice");
        }

        return new YamlMap(position, entries);
    }

    private static MappingPosition PositionOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    /// <summary>The parser's messages are about YAML's grammar; the usual causes have a character that must be quoted.</summary>
    private static string Explain(string text, YamlException failure)
    {
        var position = (int)Math.Clamp(failure.Start.Index, 0, text.Length);
        var hint = position < text.Length && "*&!@`%{[|>'\"".Contains(text[position], StringComparison.Ordinal)
            ? $"; quote a text that starts with {text[position]}"
            : "; quote a text that contains ': ', ' #' or, inside {{}} or [], a comma";
        return "this is not valid YAML" + hint.Replace("{{}}", "{}", StringComparison.Ordinal);
    }

    private sealed class UnsupportedYamlException(MappingPosition position, string message) : Exception(message)
    {
        public MappingPosition Position { get; } = position;
    }
}
