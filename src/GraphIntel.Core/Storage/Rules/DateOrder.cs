using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>
/// The order of the dates of <see cref="ElementType.Periods"/> in rows and, where the rows of a batch give one of two dates, in the
/// stored state, which such rows do not change.
/// </summary>
internal sealed class DateOrder
{
    private readonly (DayColumns Columns, int Stored)[] _periods;

    public DateOrder(ElementType type, IReadOnlyList<Property> columns)
    {
        var stored = new List<Property>();
        var periods = new List<(DayColumns, int)>();
        foreach (var period in DayColumns.Of(type, columns))
        {
            periods.Add((period, stored.Count));
            if (period.Other is { } other)
                stored.Add(other);
        }

        _periods = [.. periods];
        Stored = stored;
    }

    /// <summary>The dates that a store reads of each stored node or relationship, in addition to the columns.</summary>
    public IReadOnlyList<Property> Stored { get; }

    /// <summary>Throws if a row has a date that is after the one that must not be before it.</summary>
    /// <param name="owner">A node's id or a relationship's row.</param>
    /// <param name="values">The values of the row.</param>
    /// <param name="stored">The values of <see cref="Stored"/>; null if nothing is stored.</param>
    public void Check(object owner, object?[] values, DateOnly?[]? stored)
    {
        foreach (var (period, index) in _periods)
        {
            // The one that is not a column.
            var other = period.Other is null ? null : stored?[index];
            period.Check(owner, period.Apply(values, other, other));
        }
    }
}
