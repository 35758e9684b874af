using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>Reads the first row of a file against the model.</summary>
internal sealed class HeaderReader
{
    private readonly GraphFile _file;
    private readonly ImportMistakes _mistakes;
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _cells = new(StringComparer.Ordinal);
    private readonly List<PropertyColumn> _columns = [];
    private PropertyColumn? _derived;
    private int _line;

    private HeaderReader(GraphFile file, ImportMistakes mistakes)
    {
        _file = file;
        _mistakes = mistakes;
    }

    private FactType Type => _file.Type;

    private bool HasId => Type is not RelationshipType { Id: null };

    /// <summary>The header; null where there is none, or none with the ids and ends without which no row can be read.</summary>
    public static Header? Read(GraphFile file, CsvRows rows, ImportMistakes mistakes)
    {
        if (rows.IsUtf16)
        {
            mistakes.Add(file.Name, 1, null, "the file is UTF-16; save it as UTF-8");
            return null;
        }

        var before = mistakes.Count;
        if (rows.Read()) return new HeaderReader(file, mistakes).Read(rows);
        if (mistakes.Count == before) mistakes.Add(file.Name, 1, null, "the file has no header");
        return null;
    }

    private Header? Read(CsvRows rows)
    {
        _line = rows.Line;
        for (var cell = 0; cell < rows.Width; cell++)
        {
            var head = rows.Cell(cell);
            var syntax = ColumnSyntax.Parse(head);
            _names.Add(syntax is { Name.Length: > 0 } ? syntax.Name : head);
            if (syntax is null)
                Mistake(head, "a column is headed name or name:type, such as aliases:string[]");
            else
                Read(head, syntax, cell);
        }

        var id = Find("id");
        var source = Find(":START_ID");
        var target = Find(":END_ID");
        var canRead = true;
        if (Type is NodeType) Require(id, "id:ID");
        else if (HasId) Require(id, "id");
        if (Type is RelationshipType)
        {
            Require(source, ":START_ID");
            Require(target, ":END_ID");
        }

        return canRead
            ? new Header(_names, id, source, target, Find(":LABEL"), _columns, _derived, [.. Missing()])
            {
                Periods = [.. Periods()],
            }
            : null;

        void Require(int cell, string head)
        {
            if (cell >= 0) return;
            canRead = false;
            _mistakes.Add(_file.Name, _line, null, $"there is no column {head}; no row of the file was checked");
        }
    }

    private void Read(string head, ColumnSyntax syntax, int cell)
    {
        switch (syntax.Type)
        {
            case "ignore":
                break;
            case "id":
                ReadId(head, syntax, cell);
                break;
            case "start_id" or "end_id" or "type":
                ReadKeyword(head, syntax, cell, Type is RelationshipType);
                break;
            case "label":
                ReadKeyword(head, syntax, cell, Type is NodeType);
                break;
            default:
                ReadProperty(head, syntax, cell);
                break;
        }
    }

    private void ReadId(string head, ColumnSyntax syntax, int cell)
    {
        if (syntax.Name is not ("" or "id"))
            Mistake(head, "the column of ids is headed id:ID");
        else if (!HasId)
            Mistake(head, NoId());
        else
            Take("id", head, syntax, cell);
    }

    private void ReadKeyword(string head, ColumnSyntax syntax, int cell, bool belongs)
    {
        var keyword = ":" + syntax.Type.ToUpperInvariant();
        if (!belongs)
            Mistake(head, $"a file of {(Type is NodeType ? "nodes" : "relationships")} has no column {keyword}");
        else if (syntax.Name.Length > 0)
            Mistake(head, $"nothing may come before {keyword}");
        else
            Take(keyword is ":TYPE" ? ":LABEL" : keyword, head, syntax, cell);
    }

    private void ReadProperty(string head, ColumnSyntax syntax, int cell)
    {
        if (Type.FindProperty(syntax.Name) is not { } property)
        {
            var names = Type.Properties.Select(candidate => candidate.Name);
            if (Type is RelationshipType) names = names.Concat([":START_ID", ":END_ID", ":TYPE"]);
            Mistake(
                head,
                syntax.Name == "id"
                    ? NoId()
                    : $"{Type} has no property {Wording.Quote(syntax.Name)}{Wording.DidYouMean(syntax.Name, names)}");
            return;
        }

        if (!syntax.Fits(property) || syntax.Space.Length > 0 || !OptionsFit(syntax, property))
        {
            Mistake(
                head, $"{property} is {Describe(property)} in the model; write {ColumnSyntax.HeadOf(property)} or {property}");
            return;
        }

        if (property.Name == "id")
        {
            Take("id", head, syntax, cell);
            return;
        }

        if (!Take(property.Name, head, syntax, cell)) return;
        var column = new PropertyColumn(
            cell, property, Type.Fields.OfType<RefersToField>().FirstOrDefault(field => field.Ids == property)?.Target);
        if (property == Type.Standing)
        {
            _derived = column;
            _mistakes.Warn(
                _file.Name, _line, property.Name, "it is derived from the claims; the values of the file are not used");
        }
        else
        {
            _columns.Add(column);
        }
    }

    private bool Take(string key, string head, ColumnSyntax syntax, int cell)
    {
        if (syntax.Space.Length > 0)
        {
            Mistake(
                head,
                $"id spaces such as {syntax.Space} are not supported; ids are unique over all types, write "
                + head.Replace(syntax.Space, "", StringComparison.Ordinal));
        }
        else if (syntax.Type is "id" or "start_id" or "end_id" or "label" or "type"
            && (syntax.IsList || syntax.Options.Length > 0))
        {
            Mistake(head, $"nothing may follow :{syntax.Type.ToUpperInvariant()}");
        }

        // A head with a mistake still says what its cells hold, so that they can be checked.
        if (_cells.TryAdd(key, cell)) return true;
        Mistake(head, $"a second column for {key}; the first is column {_cells[key] + 1}");
        return false;
    }

    private IEnumerable<Property> Missing() =>
        Type.Properties.Where(property =>
            property is { IsRequired: true, IsList: false, Name: not "id" }
            && property != Type.Standing
            && !_cells.ContainsKey(property.Name));

    private IEnumerable<(int From, int Until)> Periods()
    {
        var pairs = _columns
            .Where(column => column.Property.Imprecise?.Until is not null)
            .Select(column => (From: column.Property, Until: column.Property.Imprecise!.Until!));
        if (Type is RelationshipType relationship)
        {
            if (relationship.Valid is { } valid) pairs = pairs.Append(valid);
            if (relationship.Attested is { } attested) pairs = pairs.Append(attested);
        }

        foreach (var (from, until) in pairs.Distinct())
        {
            var first = _columns.FindIndex(column => column.Property == from);
            var second = _columns.FindIndex(column => column.Property == until);
            if (first >= 0 && second >= 0) yield return (first, second);
        }
    }

    private int Find(string key) => _cells.GetValueOrDefault(key, -1);

    private string NoId() =>
        $"{((RelationshipType)Type).Type} stores no id: its ids are derived from its ends; leave the column out";

    private void Mistake(string head, string message) => _mistakes.Add(_file.Name, _line, Wording.Quote(head), message);

    private static bool OptionsFit(ColumnSyntax syntax, Property property) =>
        syntax.Options.Length == 0
        || property.Kind == ScalarKind.Point && PointCell.IsWgs84(syntax.Options);

    private static string Describe(Property property)
    {
        var name = property.Enum?.Name ?? (property.Kind == ScalarKind.Id ? "ID" : property.Kind.ToString());
        return property.IsList ? $"a list of {name}" : $"of type {name}";
    }
}
