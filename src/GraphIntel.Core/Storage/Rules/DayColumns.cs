using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>Which columns of relationship rows give the two days of a pair, valid or attested, and the rule between the two.</summary>
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

    /// <summary>The days that a row gives.</summary>
    public (DateOnly? From, DateOnly? Until) Given(RelationshipRow row) => Over(row, null, null);

    /// <summary>The days after a row: a column that is not given leaves what is stored.</summary>
    public (DateOnly? From, DateOnly? Until) Over(RelationshipRow row, DateOnly? from, DateOnly? until) =>
        (_from < 0 ? from : row.Values[_from] as DateOnly?, _until < 0 ? until : row.Values[_until] as DateOnly?);

    /// <summary>Refuses days of which the first is after the last.</summary>
    public void Check(RelationshipRow row, DateOnly? from, DateOnly? until)
    {
        if (from > until)
        {
            throw Refusal.Because(
                $"{RowCheck.Name(_type, row)}: {_days!.Value.From.Name} ({from:yyyy-MM-dd}) is after " +
                $"{_days.Value.Until.Name} ({until:yyyy-MM-dd}).");
        }
    }
}
