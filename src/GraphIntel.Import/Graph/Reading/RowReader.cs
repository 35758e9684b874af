using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>Parses the rows of one file by the model, and checks each row by itself.</summary>
internal sealed class RowReader(GraphModel model, GraphFile file, Header header, CsvRows rows, ImportDiagnostics diagnostics)
{
    /// <summary>Parses the current row.</summary>
    public GraphRow Read()
    {
        string? id = null, source = null, target = null;
        if (header.Id >= 0)
            id = ReadId(header.Id, file.Type);
        if (file.Type is RelationshipType relationship)
        {
            source = ReadId(header.Source, relationship.Source);
            target = ReadId(header.Target, relationship.Target);
            if (source is not null && source == target)
                AddError(header.Target, $"{relationship.Type} connects {source} to itself; self-loops are not allowed");
        }

        CheckLabel();
        var values = new object?[header.Columns.Count];
        for (var index = 0; index < values.Length; index++)
            values[index] = ReadProperty(header.Columns[index]);
        CheckPeriods(values);
        if (header.Derived is { } derived
            && !CellValue.TryRead(rows.Cell(derived.Cell), derived.Property, out _, out var error))
        {
            AddError(derived.Cell, error);
        }

        return new GraphRow(id, source, target, values);
    }

    private string? ReadId(int cell, ElementType type)
    {
        var id = rows.Cell(cell);
        if (IdRule.FindError(model, type, id) is not { } error)
            return id;
        AddError(cell, error);
        return null;
    }

    private void CheckLabel()
    {
        if (header.Label < 0)
            return;
        var expected = file.Type is RelationshipType relationship ? relationship.Type : file.Type.Name;
        var label = rows.Cell(header.Label);
        if (label != expected)
            AddError(header.Label, $"{WriteErrors.Show(label)} is not the type of the file; expected {expected}");
    }

    private object? ReadProperty(PropertyColumn column)
    {
        var text = rows.Cell(column.Cell);
        if (!CellValue.TryRead(text, column.Property, out var value, out var error))
            AddError(column.Cell, error);
        else if (value is null && column.Property.IsRequired)
            AddError(column.Cell, $"{column.Property} is required, but the cell is empty");
        return value;
    }

    private void CheckPeriods(object?[] values)
    {
        foreach (var (from, until) in header.Periods)
        {
            if (values[from] is not DateOnly first || values[until] is not DateOnly last || first <= last)
                continue;
            var (start, end) = (header.Columns[from].Property, header.Columns[until].Property);
            AddError(header.Columns[from].Cell, WriteErrors.DescribeOrder(start, first, end, last));
        }
    }

    private void AddError(int cell, string message) => diagnostics.Add(file.Name, rows.Line, header.Names[cell], message);
}
