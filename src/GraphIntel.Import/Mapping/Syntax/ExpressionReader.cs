using System.Text;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Import.Mapping.Syntax;

/// <summary>Reads templates and transforms: <c>Text with $name, $name.part and $name? | transform(argument, 'argument')</c>.</summary>
internal static class ExpressionReader
{
    private const string Separator = " | ";

    /// <summary>Reads an expression; an error is reported, and what could be read is returned.</summary>
    public static PipelineSyntax Read(YamlText source, MappingDiagnostics diagnostics)
    {
        var text = source.Text;
        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        var template = ReadTemplate(source, end < 0 ? text.Length : end, diagnostics);
        var transforms = new List<TransformSyntax>();
        while (end >= 0)
        {
            var start = end + Separator.Length;
            end = FindSeparator(text, start);
            transforms.Add(ReadTransform(source, start, end < 0 ? text.Length : end, diagnostics));
        }

        return new PipelineSyntax(template, transforms, source.Position);
    }

    /// <summary>Reads a reference at an offset, which is that of its <c>$</c>; null if no name follows.</summary>
    public static ReferenceSyntax? ReadReference(YamlText source, ref int offset)
    {
        var text = source.Text;
        var start = offset;
        var at = start + 1;
        var name = ReadName(text, ref at);
        if (name.Length == 0)
            return null;
        string? part = null;
        if (at + 1 < text.Length && text[at] == '.' && IsNameStart(text[at + 1]))
        {
            at++;
            part = ReadName(text, ref at);
        }

        var isOptional = at < text.Length && text[at] == '?';
        offset = isOptional ? at + 1 : at;
        return new ReferenceSyntax(name, part, isOptional, source.At(start));
    }

    /// <summary>Whether a character can start a name.</summary>
    public static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';

    private static List<TemplatePiece> ReadTemplate(YamlText source, int end, MappingDiagnostics diagnostics)
    {
        var pieces = new List<TemplatePiece>();
        var literal = new StringBuilder();
        var text = source.Text[..end];
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '$')
            {
                literal.Append(text[at++]);
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == '$')
            {
                literal.Append('$');
                at += 2;
                continue;
            }

            var start = at;
            if (ReadReference(source, ref at) is not { } reference)
            {
                diagnostics.Add(source.At(start), "a name must follow $; write $$ for the character itself");
                at++;
                continue;
            }

            AddLiteral();
            pieces.Add(new TemplatePiece("", reference));
        }

        AddLiteral();
        return pieces;

        void AddLiteral()
        {
            if (literal.Length > 0)
                pieces.Add(new TemplatePiece(literal.ToString(), null));
            literal.Clear();
        }
    }

    private static TransformSyntax ReadTransform(YamlText source, int start, int end, MappingDiagnostics diagnostics)
    {
        var text = source.Text[start..end];
        var offset = text.Length - text.TrimStart().Length;
        var position = source.At(start + offset);
        text = text.Trim();
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return new TransformSyntax(text, [], position);
        if (text[^1] == ')')
            return new TransformSyntax(text[..open].TrimEnd(), ReadArguments(text[(open + 1)..^1], position, diagnostics), position);
        diagnostics.Add(position, $"{WriteErrors.Show(text)} has no ) at its end");
        return new TransformSyntax(text[..open], [], position);
    }

    private static List<string> ReadArguments(string text, MappingPosition position, MappingDiagnostics diagnostics)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        var (inQuotes, wasQuoted) = (false, false);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '\'' && inQuotes && at + 1 < text.Length && text[at + 1] == '\'')
            {
                current.Append('\'');
                at++;
            }
            else if (character == '\'')
            {
                inQuotes = !inQuotes;
                if (inQuotes && current.ToString().Trim().Length == 0)
                    current.Clear();
                wasQuoted = true;
            }
            else if (character == ',' && !inQuotes)
            {
                Add();
            }
            else if (inQuotes || !wasQuoted)
            {
                current.Append(character);
            }
        }

        if (inQuotes)
            diagnostics.Add(position, "a quote (') is not closed; double it inside quotes");
        Add();
        return arguments;

        void Add()
        {
            arguments.Add(wasQuoted ? current.ToString() : current.ToString().Trim());
            current.Clear();
            wasQuoted = false;
        }
    }

    private static int FindSeparator(string text, int start)
    {
        var inQuotes = false;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\'')
                inQuotes = !inQuotes;
            else if (!inQuotes && string.CompareOrdinal(text, at, Separator, 0, Separator.Length) == 0)
                return at;
        }

        return -1;
    }

    private static string ReadName(string text, ref int at)
    {
        var start = at;
        if (at < text.Length && IsNameStart(text[at]))
        {
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
                at++;
        }

        return text[start..at];
    }
}
