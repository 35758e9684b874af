using System.Globalization;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Import.Mapping.Syntax;

/// <summary>Reads the documents of a mapping file. What has an error is reported and left out.</summary>
internal sealed class MappingReader
{
    private readonly MapFields _fields;

    private MappingReader(MappingDiagnostics diagnostics) => _fields = new MapFields(diagnostics);

    /// <summary>Reads the documents.</summary>
    public static IReadOnlyList<MappingSyntax> Read(string text, MappingDiagnostics diagnostics)
    {
        var reader = new MappingReader(diagnostics);
        var mappings = YamlReader.Read(text, diagnostics).Select(reader.ReadDocument).OfType<MappingSyntax>().ToList();
        if (mappings.Count == 0 && diagnostics.Count == 0)
            diagnostics.Add(new MappingPosition(1, 1), "the mapping is empty");
        return mappings;
    }

    private MappingSyntax? ReadDocument(YamlValue document)
    {
        var fields = _fields.Known(
            document, "a mapping", "mapping", "given", "read", "columns", "optional", "codes", "values", "rows", "warn", "nodes", "relationships")
            .ToList();
        var nameField = fields.Find(field => field.Key.Text == "mapping").Value;
        if (nameField is null || _fields.Text(nameField, "mapping") is not { } name)
        {
            if (nameField is null)
                _fields.Diagnostics.Add(document.Position, "a mapping must have a name: mapping: name");
            return null;
        }

        var mapping = new MappingSyntax { Name = name };
        foreach (var (key, value) in fields)
            ReadSection(mapping, key.Text, value);
        if (mapping.Key is null && fields.All(field => field.Key.Text != "rows"))
            _fields.Diagnostics.Add(document.Position, "a mapping must say what identifies a row: rows: {key: $column}");
        return mapping;
    }

    private void ReadSection(MappingSyntax mapping, string section, YamlValue value)
    {
        switch (section)
        {
            case "given":
                mapping.Given.AddRange(Named(value, section).Select(entry => ReadGiven(entry.Key, entry.Value)));
                break;
            case "read":
                mapping.Read = ReadOptions(value);
                break;
            case "columns":
                mapping.Columns.AddRange(Named(value, section).Select(entry => (entry.Key, (IReadOnlyList<string>)Spellings(entry.Value))));
                break;
            case "optional":
                mapping.Optional.AddRange(_fields.Texts(value, "a column"));
                break;
            case "codes":
                mapping.Codes.AddRange(Named(value, section).Select(entry => CodeTableReader.Read(entry.Key, entry.Value, _fields)));
                break;
            case "values":
                mapping.Values.AddRange(Named(value, section).Select(entry => (entry.Key, _fields.Value(entry.Value))));
                break;
            case "rows":
                ReadRows(mapping, value);
                break;
            case "warn":
                mapping.Warnings.AddRange(_fields.Entries(value, section)
                    .Select(entry => (entry.Key, When: _fields.Condition(entry.Value)))
                    .Where(warning => warning.When is not null).Select(warning => (warning.Key, warning.When!)));
                break;
            case "nodes" or "relationships":
                mapping.Entries.AddRange(
                    Named(value, section).Select(entry => EntryReader.Read(entry.Key, entry.Value, section == "nodes", _fields)));
                break;
        }
    }

    private IEnumerable<KeyValuePair<YamlText, YamlValue>> Named(YamlValue value, string what) =>
        _fields.Entries(value, what).Where(entry => _fields.IsName(entry.Key));

    private GivenSyntax ReadGiven(YamlText name, YamlValue value)
    {
        if (value is YamlText text)
            return new GivenSyntax(name, text.Text == "ask" ? null : text.Text, null);
        string? fallback = null;
        YamlText? pattern = null;
        foreach (var (key, field) in _fields.Known(value, "given", "default", "pattern"))
        {
            if (key.Text == "default")
                fallback = _fields.Text(field, "default")?.Text;
            else
                pattern = _fields.Text(field, "pattern");
        }

        return new GivenSyntax(name, fallback, pattern);
    }

    private ReadSyntax ReadOptions(YamlValue value)
    {
        var read = new ReadSyntax();
        foreach (var (key, field) in _fields.Known(
            value, "read", "names", "header", "delimiter", "quote", "decimal", "encoding", "empty", "short", "file", "format", "at"))
        {
            read = key.Text switch
            {
                "names" => read with { Names = Names(field) },
                "header" => read with { HasNoHeader = _fields.Word(field, "header", "none") is not null },
                "delimiter" => read with { Delimiter = Delimiter(field) },
                "quote" => read with { HasQuotes = _fields.Word(field, "quote", "none") is null },
                "decimal" => read with { DecimalComma = _fields.Word(field, "decimal", "any") is not null },
                "encoding" => read with { Encoding = _fields.Text(field, "encoding") },
                "empty" => read with { Empty = [.. _fields.Texts(field, "empty").Select(text => text.Text)] },
                "short" => read with { PadShortRows = _fields.Word(field, "short", "pad") is not null },
                "format" => read with { At = _fields.Word(field, "format", "json") is null ? null : read.At ?? "" },
                "at" => read with { At = _fields.Text(field, "at")?.Text },
                _ => read with { File = _fields.Text(field, "file")?.Text },
            };
        }

        if (read is { HasNoHeader: true, Names.Count: 0 })
            _fields.Diagnostics.Add(value.Position, "header: none requires names");
        return read;
    }

    /// <summary>Names separated by white space, or a list.</summary>
    private string[] Names(YamlValue value) => value is YamlText text
        ? text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        : [.. _fields.Texts(value, "a name").Select(name => name.Text)];

    private char? Delimiter(YamlValue value)
    {
        switch (_fields.Text(value, "delimiter")?.Text)
        {
            case null:
                return null;
            case "tab":
                return '\t';
            case [var character] when character is > ' ' and < (char)127:
                return character;
            default:
                _fields.Diagnostics.Add(value.Position, "delimiter must be tab, or one character of ASCII");
                return null;
        }
    }

    private string[] Spellings(YamlValue value) => value is YamlText text
        ? text.Text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [.. _fields.Texts(value, "a spelling").Select(spelling => spelling.Text)];

    private void ReadRows(MappingSyntax mapping, YamlValue value)
    {
        foreach (var (key, field) in _fields.Known(value, "rows", "key", "newest", "gather", "covers", "withdraw"))
        {
            switch (key.Text)
            {
                case "key":
                    mapping.Key = _fields.Expression(field, "key");
                    break;
                case "newest":
                    mapping.Newest = _fields.Expression(field, "newest");
                    break;
                case "gather":
                    ReadGathered(mapping, field);
                    break;
                case "covers":
                    ReadCovers(mapping, field);
                    break;
                default:
                    mapping.Withdraws = _fields.Text(field, "withdraw");
                    break;
            }
        }

        if (mapping.Key is null)
            _fields.Diagnostics.Add(value.Position, "rows must have key: what identifies a row");
    }

    private void ReadGathered(MappingSyntax mapping, YamlValue value)
    {
        foreach (var (name, item) in Named(value, "gather"))
        {
            if (_fields.Expression(item, name.Text) is { } expression)
                mapping.Gathered.Add((name, expression));
        }
    }

    private void ReadCovers(MappingSyntax mapping, YamlValue value)
    {
        mapping.Coverage = value is YamlText { Text: "all" } ? Coverage.All : value is YamlText { Text: "none" } ? Coverage.None : Coverage.Pairs;
        if (mapping.Coverage != Coverage.Pairs)
            return;
        foreach (var item in value is YamlList list ? list.Items : [value])
        {
            if (_fields.Expression(item, "covers") is { } expression)
                mapping.Covers.Add(expression);
        }
    }

    /// <summary>A distance such as <c>15 km</c> or <c>300 m</c>, in meters; null if it is none, which is reported.</summary>
    public static double? Distance(YamlText text, MappingDiagnostics diagnostics)
    {
        var parts = text.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var number, "km" or "m"]
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0)
        {
            return parts[1] == "km" ? amount * 1000 : amount;
        }

        diagnostics.Add(text.Position, $"{WriteErrors.Show(text.Text)} is not a distance such as 5 km or 300 m");
        return null;
    }
}
