using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>Reads the rows of one file against the model: everything that can be said of a row by itself.</summary>
internal sealed class RowReader(GraphFile file, Header header, CsvRows rows, IdRules idRules, ImportMistakes mistakes)
{
    /// <summary>Reads the row at which the file stands.</summary>
    public GraphRow Read()
    {
        string? id = null, source = null, target = null;
        if (header.Id >= 0) id = ReadId(header.Id, file.Type);
        if (file.Type is RelationshipType relationship)
        {
            source = ReadId(header.Source, relationship.Source);
            target = ReadId(header.Target, relationship.Target);
            if (source is not null && source == target)
                Mistake(header.Target, $"{relationship.Type} leads from {source} to itself");
        }

        CheckLabel();
        var values = new object?[header.Columns.Count];
        for (var index = 0; index < values.Length; index++) values[index] = ReadProperty(header.Columns[index]);
        CheckPeriods(values);
        if (header.Derived is { } derived
            && !CellValue.TryRead(rows.Cell(derived.Cell), derived.Property, out _, out var mistake))
        {
            Mistake(derived.Cell, mistake);
        }

        return new GraphRow(id, source, target, values);
    }

    private string? ReadId(int cell, FactType type)
    {
        var id = rows.Cell(cell);
        if (idRules.FindMistake(id, type) is not { } mistake) return id;
        Mistake(cell, mistake);
        return null;
    }

    private void CheckLabel()
    {
        if (header.Label < 0) return;
        var wanted = file.Type is RelationshipType relationship ? relationship.Type : file.Type.Name;
        var given = rows.Cell(header.Label);
        if (given != wanted) Mistake(header.Label, $"{Wording.Quote(given)} is not the type of the file, which is {wanted}");
    }

    private object? ReadProperty(PropertyColumn column)
    {
        var text = rows.Cell(column.Cell);
        if (!CellValue.TryRead(text, column.Property, out var value, out var mistake))
            Mistake(column.Cell, mistake);
        else if (value is null && column.Property.IsRequired)
            Mistake(column.Cell, $"{column.Property} is required and empty");
        return value;
    }

    private void CheckPeriods(object?[] values)
    {
        foreach (var (from, until) in header.Periods)
        {
            if (values[from] is not DateOnly first || values[until] is not DateOnly last || first <= last) continue;
            var (firstName, lastName) = (header.Columns[from].Property, header.Columns[until].Property);
            Mistake(header.Columns[from].Cell, $"{firstName} {first:yyyy-MM-dd} comes after {lastName} {last:yyyy-MM-dd}");
        }
    }

    private void Mistake(int cell, string message) => mistakes.Add(file.Name, rows.Line, header.Names[cell], message);
}
