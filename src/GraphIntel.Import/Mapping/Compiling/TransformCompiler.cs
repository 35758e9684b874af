using System.Globalization;
using System.Text.RegularExpressions;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Core.Values;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Compiles transforms to closures. The list of transforms is closed; they are not nested.</summary>
internal sealed class TransformCompiler(
    MappingDiagnostics diagnostics, IReadOnlyDictionary<string, CodeTable> tables, bool decimalComma)
{
    /// <summary>Texts whose parts are remembered, and the length up to which they are: about 10 MB for a pattern.</summary>
    private const int MaxKnownMatches = 30_000, MaxKnownLength = 200;

    private static readonly string[] Known =
    [
        "split", "match", "code", "unknown", "date", "width", "point", "number", "slug", "hash", "lower", "replace", "first", "count",
        "join", "default",
    ];

    /// <summary>Applies a transform to an expression.</summary>
    public Expression Compile(Expression input, TransformSyntax transform)
    {
        switch (transform.Name)
        {
            case "split":
                return CompileSplit(input, transform);
            case "match":
                return CompileMatch(input, transform);
            case "code":
                return CompileCode(input, transform, ofUnknown: false);
            case "unknown":
                return CompileCode(input, transform, ofUnknown: true);
            case "date":
                return CompileDate(input, transform);
            case "width":
                return Takes(input, transform, ValueKind.Date, 0, 0)
                    ? Names.Map(input, Shape.Text, value => WidthOf((DateValue)value)) with { IsSafeInIds = true }
                    : Expression.Empty;
            case "point":
                return CompilePoint(input, transform);
            case "number":
                return CompileNumber(input, transform);
            case "slug":
                return OfText(input, transform, 0, 0, Texts.Slug) with { IsSafeInIds = true };
            case "hash":
                return OfText(input, transform, 0, 0, Texts.Hash) with { IsSafeInIds = true };
            case "lower":
                return OfText(input, transform, 0, 0, text => text.ToLowerInvariant());
            case "replace":
                return CompileReplace(input, transform);
            case "default":
                return CompileDefault(input, transform);
            case "first" or "count" or "join":
                return CompileListTransform(input, transform);
            default:
                diagnostics.Add(
                    transform.Position,
                    $"there is no transform {WriteErrors.Show(transform.Name)}{NameSuggestions.DidYouMean(transform.Name, Known)}");
                return Expression.Empty;
        }
    }

    private static string WidthOf(DateValue date) => date.Width switch
    {
        DateWidth.Day => "day",
        DateWidth.About => "about",
        DateWidth.Month => "month",
        DateWidth.Year => "year",
    };

    private Expression OfText(Expression input, TransformSyntax transform, int least, int most, Func<string, object?> function) =>
        Takes(input, transform, ValueKind.Text, least, most) ? Names.Map(input, Shape.Text, value => function((string)value)) : Expression.Empty;

    /// <summary>Whether the input and the number of arguments are right; if not, that is reported.</summary>
    private bool Takes(Expression input, TransformSyntax transform, ValueKind kind, int least, int most)
    {
        if (ReferenceEquals(input, Expression.Empty))
            return false;
        if (input.Shape.Kind != kind)
        {
            var expected = new Shape(kind).Describe();
            diagnostics.Add(transform.Position, $"{transform.Name} takes {expected}, but this is {input.Shape.Describe()}");
            return false;
        }

        if (transform.Arguments.Count >= least && transform.Arguments.Count <= most)
            return true;
        var number = most == int.MaxValue ? $"at least {least}" : least == most ? $"{least}" : $"{least} to {most}";
        diagnostics.Add(transform.Position, $"{transform.Name} must have {number} {(number == "1" ? "argument" : "arguments")}");
        return false;
    }

    private Expression CompileSplit(Expression input, TransformSyntax transform)
    {
        if (!Takes(input, transform, ValueKind.Text, 1, int.MaxValue))
            return Expression.Empty;
        if (input.Shape.IsList)
        {
            diagnostics.Add(transform.Position, "split takes a text, and this is a list already");
            return Expression.Empty;
        }

        var isTight = transform.Arguments.Count > 1 && transform.Arguments[^1] == "tight";
        string[] separators = [.. isTight ? transform.Arguments.SkipLast(1) : transform.Arguments];
        if (separators.Contains(""))
        {
            diagnostics.Add(transform.Position, "a separator must not be empty; quote a space: ' '");
            return Expression.Empty;
        }

        var read = input.Read;
        return new Expression(
            new Shape(ValueKind.Text, IsList: true), frame => read(frame) is string text ? ListText.Split(text, separators, isTight) : null, input.Inputs);
    }

    private Expression CompileMatch(Expression input, TransformSyntax transform)
    {
        if (!Takes(input, transform, ValueKind.Text, 1, 1)
            || Patterns.Create(transform.Arguments[0], transform.Position, diagnostics) is not { } pattern)
        {
            return Expression.Empty;
        }

        var parts = pattern.GroupNames;
        if (parts.Length == 0)
            diagnostics.Add(transform.Position, "the pattern must have a named part: (?<name>...)");
        var groups = parts.Select(pattern.NumberOf).ToArray();
        var kind = $"text that does not match {WriteErrors.Show(transform.Arguments[0])}";
        // Names repeat, and each row is read twice.
        var known = new Dictionary<string, string?[]?>(StringComparer.Ordinal);
        return Names.MapWithFrame(input, new Shape(ValueKind.Parts) { Parts = parts }, (value, frame) =>
        {
            var text = (string)value;
            if (!known.TryGetValue(text, out var values))
            {
                if (known.Count == MaxKnownMatches)
                    known.Clear();
                values = PartsOf(pattern.Match(text), groups);
                if (text.Length <= MaxKnownLength)
                    known.Add(text, values);
            }

            if (values is null)
                frame.Findings.Add(kind, text);
            return values;
        });
    }

    private static string?[]? PartsOf(Match match, int[] groups) => !match.Success
        ? null
        : Array.ConvertAll(groups, number => match.Groups[number] is { Success: true } group && group.Value.Trim() is { Length: > 0 } found ? found : null);

    private Expression CompileCode(Expression input, TransformSyntax transform, bool ofUnknown)
    {
        if (!Takes(input, transform, ValueKind.Text, 1, 1))
            return Expression.Empty;
        if (!tables.TryGetValue(transform.Arguments[0], out var table))
        {
            diagnostics.Add(
                transform.Position,
                $"there is no table of codes {WriteErrors.Show(transform.Arguments[0])}{NameSuggestions.DidYouMean(transform.Arguments[0], tables.Keys)}");
            return Expression.Empty;
        }

        if (ofUnknown)
            return Names.Map(input, Shape.Text, value => table.TryFind((string)value, out _) ? null : value);
        // What a table that drops does not have is left out of a list; for a single value, another alternative can follow.
        var isNoted = !table.IsRead && (!table.Drops || input.Shape.IsList);
        var kind = $"code that the table {table.Name} does not have"
            + (table.Drops ? ", left out" : $", imported as {table.Else}");
        var mapped = Names.MapWithFrame(input, Shape.Text, (value, frame) =>
        {
            var code = (string)value;
            if (table.TryFind(code, out var found))
                return found;
            if (!table.Drops && table.Else is null)
                throw new RowException($"{WriteErrors.Show(code)} is not a code of the table {table.Name}");
            if (isNoted)
                frame.Findings.Add(kind, code);
            return table.Else;
        });
        return mapped with { IsSafeInIds = table.IsSafeInIds, Table = table };
    }

    private Expression CompileDate(Expression input, TransformSyntax transform)
    {
        if (!Takes(input, transform, ValueKind.Text, 1, int.MaxValue))
            return Expression.Empty;
        var formats = new DateFormat[transform.Arguments.Count];
        for (var index = 0; index < formats.Length; index++)
        {
            if (DateFormat.TryCreate(transform.Arguments[index], out var format))
                formats[index] = format;
            else
                diagnostics.Add(transform.Position, $"{WriteErrors.Show(transform.Arguments[index])} is not a format of dates such as yyyy-MM-dd");
        }

        var expected = string.Join(" or ", transform.Arguments);
        return Names.Map(input, new Shape(ValueKind.Date), value =>
        {
            var text = (string)value;
            foreach (var format in formats)
            {
                if (format.TryRead(text, out var date))
                    return date;
            }

            throw new RowException($"{WriteErrors.Show(text)} is not a date; expected {expected}");
        });
    }

    private Expression CompilePoint(Expression input, TransformSyntax transform) =>
        Takes(input, transform, ValueKind.Text, 0, 0) ? Names.Map(input, new Shape(ValueKind.Point), value => ReadPoint((string)value)) : Expression.Empty;

    private GeoPoint ReadPoint(string text)
    {
        var cut = text.IndexOf(' ', StringComparison.Ordinal);
        if (cut > 0
            && Texts.TryReadNumber(text[..cut], decimalComma, out var latitude)
            && Texts.TryReadNumber(text[(cut + 1)..].Trim(), decimalComma, out var longitude)
            && new GeoPoint(latitude, longitude) is { IsValid: true } point)
        {
            return point;
        }

        throw new RowException($"{WriteErrors.Show(text)} is not a point; expected a latitude from -90 to 90 and a longitude from -180 to 180");
    }

    private Expression CompileNumber(Expression input, TransformSyntax transform) => OfText(input, transform, 0, 0, text =>
        Texts.AsInteger(text) ?? (Texts.TryReadNumber(text, decimalComma, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new RowException($"{WriteErrors.Show(text)} is not a number")));

    private Expression CompileReplace(Expression input, TransformSyntax transform)
    {
        if (transform.Arguments is not ([{ Length: > 0 } from, _]))
        {
            diagnostics.Add(transform.Position, "replace must have 2 arguments: the text, which must not be empty, and what replaces it");
            return Expression.Empty;
        }

        var to = transform.Arguments[1];
        return OfText(
            input, transform, 2, 2, text => text.Replace(from, to, StringComparison.Ordinal).Trim() is { Length: > 0 } replaced ? replaced : null);
    }

    private Expression CompileDefault(Expression input, TransformSyntax transform)
    {
        if (!Takes(input, transform, ValueKind.Text, 1, 1))
            return Expression.Empty;
        var (read, text) = (input.Read, transform.Arguments[0]);
        return input with { Read = frame => read(frame) ?? text };
    }

    private Expression CompileListTransform(Expression input, TransformSyntax transform)
    {
        if (ReferenceEquals(input, Expression.Empty))
            return Expression.Empty;
        if (!input.Shape.IsList)
        {
            diagnostics.Add(transform.Position, $"{transform.Name} takes a list, but this is {input.Shape.Describe()}");
            return Expression.Empty;
        }

        var read = input.Read;
        switch (transform.Name)
        {
            case "first":
                return input with { Shape = input.Shape with { IsList = false }, Read = frame => read(frame) is object?[] list ? Array.Find(list, item => item is not null) : null };
            case "count":
                return new Expression(
                    Shape.Text, frame => ((read(frame) as object[])?.Length ?? 0).ToString(CultureInfo.InvariantCulture), input.Inputs);
            default:
                if (!Takes(input, transform, ValueKind.Text, 1, 1))
                    return Expression.Empty;
                var separator = transform.Arguments[0];
                return new Expression(Shape.Text, frame => read(frame) is object?[] list ? string.Join(separator, list.Where(item => item is not null)) : null, input.Inputs);
        }
    }
}
