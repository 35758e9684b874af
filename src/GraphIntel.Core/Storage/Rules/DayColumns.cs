using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>
/// The columns of relationship rows with the two days of a period, valid or attested, and the rule between the two.
/// </summary>
internal sealed class DayColumns
{
    private readonly RelationshipType _type;
    private readonly (Property From, Property Until)? _days;
    private readonly int _from = -1;
    private readonly int _until = -1;

    public DayColumns(RelationshipRows rows, (Property From, Property Until)? days)
    {
        _type = rows.Type;
        _days = days;
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            if (rows.Columns[i] == days?.From)
                _from = i;
            else if (rows.Columns[i] == days?.Until)
                _until = i;
        }
    }

    /// <summary>Whether the column is one of the two.</summary>
    public bool Contains(int column) => column == _from || column == _until;

    /// <summary>The days in a row.</summary>
    public (DateOnly? From, DateOnly? Until) Read(RelationshipRow row) => Apply(row, null, null);

    /// <summary>The days after a row is applied: without a column the stored day stays.</summary>
    public (DateOnly? From, DateOnly? Until) Apply(RelationshipRow row, DateOnly? from, DateOnly? until) =>
        (_from < 0 ? from : row.Values[_from] as DateOnly?, _until < 0 ? until : row.Values[_until] as DateOnly?);

    /// <summary>Throws if the first day is after the last.</summary>
    public void Check(RelationshipRow row, DateOnly? from, DateOnly? until)
    {
        if (from > until)
        {
            throw WriteErrors.Invalid(
                $"{RowCheck.Name(_type, row)}: {_days!.Value.From.Name} ({from:yyyy-MM-dd}) is after " +
                $"{_days.Value.Until.Name} ({until:yyyy-MM-dd}).");
        }
    }
}
