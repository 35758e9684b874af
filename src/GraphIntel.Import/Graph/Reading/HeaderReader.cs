using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>Parses the first row of a file by the model.</summary>
internal sealed class HeaderReader
{
    /// <summary>Delimiters of other formats; none of these characters can be part of a valid header.</summary>
    private static readonly (char Character, string Name)[] Delimiters = [(';', "semicolons"), ('\t', "tabs"), ('|', "vertical bars")];

    private readonly GraphFile _file;
    private readonly ImportDiagnostics _diagnostics;
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _cells = new(StringComparer.Ordinal);
    private readonly List<PropertyColumn> _columns = [];
    private PropertyColumn? _derived;
    private int _line;

    private HeaderReader(GraphFile file, ImportDiagnostics diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
    }

    private ElementType Type => _file.Type;

    private bool HasId => Type is not RelationshipType { Id: null };

    /// <summary>The header; null if there is none, or if a column is missing without which no row can be read (ids and ends).</summary>
    public static Header? Read(GraphFile file, CsvRows rows, ImportDiagnostics diagnostics)
    {
        if (rows.IsUtf16)
        {
            diagnostics.Add(file.Name, 1, null, "the file is UTF-16; save it as UTF-8");
            return null;
        }

        var before = diagnostics.Count;
        if (rows.Read())
            return new HeaderReader(file, diagnostics).Read(rows);
        if (diagnostics.Count == before)
            diagnostics.Add(file.Name, 1, null, "the file has no header");
        return null;
    }

    private Header? Read(CsvRows rows)
    {
        _line = rows.Line;
        if (rows.Width == 1 && Delimiters.FirstOrDefault(other => rows.Cell(0).Contains(other.Character)) is { Name: { } name })
        {
            _diagnostics.Add(_file.Name, _line, null, $"the columns are separated by {name}; separate them with commas, in every row");
            return null;
        }

        for (var cell = 0; cell < rows.Width; cell++)
        {
            var header = rows.Cell(cell);
            var syntax = ColumnSyntax.Parse(header);
            _names.Add(syntax is { Name.Length: > 0 } ? syntax.Name : header);
            if (header.Length == 0 && cell > 0 && cell == rows.Width - 1)
                _diagnostics.Add(_file.Name, _line, null, "the header ends with a comma, which adds a column without a name; remove the comma at the end of every row");
            else if (header.StartsWith('\ufeff'))
                AddError(header, "there is a byte order mark (U+FEFF) before the name; only one is allowed, at the start of the file");
            else if (syntax is null)
                AddError(header, "not a valid column header: expected name or name:type, such as aliases:string[]");
            else
                Read(header, syntax, cell);
        }

        var id = Find("id");
        var source = Find(":START_ID");
        var target = Find(":END_ID");
        var canRead = true;
        if (Type is NodeType)
            Require(id, "id:ID");
        else if (HasId)
            Require(id, "id");
        if (Type is RelationshipType)
        {
            Require(source, ":START_ID");
            Require(target, ":END_ID");
        }

        return canRead
            ? new Header(_names, id, source, target, Find(":LABEL"), _columns, _derived, Missing())
            {
                Periods = [.. Periods()],
            }
            : null;

        void Require(int cell, string header)
        {
            if (cell >= 0)
                return;
            canRead = false;
            _diagnostics.Add(_file.Name, _line, null, $"the column {header} is missing; no row of the file was checked");
        }
    }

    private void Read(string header, ColumnSyntax syntax, int cell)
    {
        switch (syntax.Type)
        {
            case "ignore":
                break;
            case "id":
                ReadId(header, syntax, cell);
                break;
            case "start_id" or "end_id" or "type":
                ReadKeyword(header, syntax, cell, Type is RelationshipType);
                break;
            case "label":
                ReadKeyword(header, syntax, cell, Type is NodeType);
                break;
            default:
                ReadProperty(header, syntax, cell);
                break;
        }
    }

    private void ReadId(string header, ColumnSyntax syntax, int cell)
    {
        if (syntax.Name is not ("" or "id"))
            AddError(header, "the header of the id column must be id:ID");
        else if (!HasId)
            AddError(header, NoIdMessage());
        else
            TryAddColumn("id", header, syntax, cell);
    }

    private void ReadKeyword(string header, ColumnSyntax syntax, int cell, bool isAllowed)
    {
        var keyword = ":" + syntax.Type.ToUpperInvariant();
        if (!isAllowed)
            AddError(header, $"a {(Type is NodeType ? "node" : "relationship")} file must not have a column {keyword}");
        else if (syntax.Name.Length > 0)
            AddError(header, $"text before {keyword} is not allowed");
        else
            TryAddColumn(keyword is ":TYPE" ? ":LABEL" : keyword, header, syntax, cell);
    }

    private void ReadProperty(string header, ColumnSyntax syntax, int cell)
    {
        if (Type.FindProperty(syntax.Name) is not { } property)
        {
            var names = Type.Properties.Select(candidate => candidate.Name);
            if (Type is RelationshipType)
                names = names.Concat([":START_ID", ":END_ID", ":TYPE"]);
            AddError(
                header,
                syntax.Name == "id"
                    ? NoIdMessage()
                    : $"{Type} has no property {WriteErrors.Show(syntax.Name)}{NameSuggestions.DidYouMean(syntax.Name, names)}");
            return;
        }

        if (!syntax.Matches(property) || syntax.Space.Length > 0 || !OptionsMatch(syntax, property))
        {
            AddError(
                header, $"{property} is {Describe(property)} in the model; expected {ColumnSyntax.HeaderOf(property)} or {property}");
            return;
        }

        if (property.Name == "id")
        {
            TryAddColumn("id", header, syntax, cell);
            return;
        }

        if (!TryAddColumn(property.Name, header, syntax, cell))
            return;
        var column = new PropertyColumn(
            cell, property, Type.Fields.OfType<RefersToField>().FirstOrDefault(field => field.Ids == property)?.Target);
        if (property == Type.Standing)
        {
            _derived = column;
            _diagnostics.Warn(
                _file.Name, _line, property.Name, "the property is derived from claims; the values in the file are ignored");
        }
        else
        {
            _columns.Add(column);
        }
    }

    private bool TryAddColumn(string key, string header, ColumnSyntax syntax, int cell)
    {
        if (syntax.Space.Length > 0)
        {
            AddError(
                header,
                $"id spaces such as {syntax.Space} are not supported, because ids are unique across all types; expected "
                + header.Replace(syntax.Space, "", StringComparison.Ordinal));
        }
        else if (syntax.Type is "id" or "start_id" or "end_id" or "label" or "type"
            && (syntax.IsList || syntax.Options.Length > 0))
        {
            AddError(header, $"text after :{syntax.Type.ToUpperInvariant()} is not allowed");
        }

        // The cells of a column with an invalid header can still be checked.
        if (_cells.TryAdd(key, cell))
            return true;
        AddError(header, $"duplicate column for {key}; the first is column {_cells[key] + 1}");
        return false;
    }

    private Property[] Missing() => MissingColumns.Of(Type, [.. _columns.Select(column => column.Property)]);

    private IEnumerable<(int From, int Until)> Periods()
    {
        var pairs = Type.Periods;
        if (Type is RelationshipType { Attested: { } attested })
            pairs = pairs.Append(attested);
        foreach (var (from, until) in pairs)
        {
            var first = _columns.FindIndex(column => column.Property == from);
            var second = _columns.FindIndex(column => column.Property == until);
            if (first >= 0 && second >= 0)
                yield return (first, second);
        }
    }

    private int Find(string key) => _cells.GetValueOrDefault(key, -1);

    private string NoIdMessage() =>
        $"{((RelationshipType)Type).Type} has no stored id, because it is derived from the ends; remove the column";

    private void AddError(string header, string message) => _diagnostics.Add(_file.Name, _line, WriteErrors.Show(header), message);

    private static bool OptionsMatch(ColumnSyntax syntax, Property property) =>
        syntax.Options.Length == 0
        || property.Kind == ScalarKind.Point && PointCell.IsWgs84(syntax.Options);

    private static string Describe(Property property)
    {
        var name = property.Enum?.Name ?? (property.Kind == ScalarKind.Id ? "ID" : property.Kind.ToString());
        return property.IsList ? $"a list of {name}" : $"of type {name}";
    }
}
