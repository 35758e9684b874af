using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>The columns of rows with two dates of which the first must not be after the second.</summary>
internal sealed class DayColumns
{
    private readonly ElementType _type;
    private readonly int _from;
    private readonly int _until;

    public DayColumns(ElementType type, IReadOnlyList<Property> columns, (Property From, Property Until) days)
    {
        _type = type;
        Days = days;
        (_from, _until) = (IndexOf(columns, days.From), IndexOf(columns, days.Until));
    }

    /// <summary>The two properties.</summary>
    public (Property From, Property Until) Days { get; }

    /// <summary>The one that the rows do not give, if they give the other; else null.</summary>
    public Property? Other => (_from < 0, _until < 0) switch
    {
        (true, false) => Days.From,
        (false, true) => Days.Until,
        _ => null,
    };

    /// <summary>Whether the rows give one of them.</summary>
    public bool HasAny => _from >= 0 || _until >= 0;

    /// <summary>The columns of the two in rows of a type, of those pairs of which the rows give a date.</summary>
    public static DayColumns[] Of(ElementType type, IReadOnlyList<Property> columns) =>
        [.. type.Periods.Select(days => new DayColumns(type, columns, days)).Where(period => period.HasAny)];

    /// <summary>Whether the column is one of the two.</summary>
    public bool Contains(int column) => column == _from || column == _until;

    /// <summary>The dates in a row.</summary>
    public (DateOnly? From, DateOnly? Until) Read(object?[] values) => Apply(values, null, null);

    /// <summary>The dates after a row is applied: without a column the stored date stays.</summary>
    public (DateOnly? From, DateOnly? Until) Apply(object?[] values, DateOnly? from, DateOnly? until) =>
        (_from < 0 ? from : values[_from] as DateOnly?, _until < 0 ? until : values[_until] as DateOnly?);

    /// <summary>Throws if the first date is after the second.</summary>
    /// <param name="owner">A node's id or a relationship's row.</param>
    /// <param name="dates">The dates.</param>
    public void Check(object owner, (DateOnly? From, DateOnly? Until) dates)
    {
        if (dates is ({ } from, { } until) && from > until)
            throw WriteErrors.Invalid($"{RowCheck.Name(_type, owner)}: {WriteErrors.DescribeOrder(Days.From, from, Days.Until, until)}.");
    }

    private static int IndexOf(IReadOnlyList<Property> columns, Property property)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == property)
                return i;
        }
        return -1;
    }
}
