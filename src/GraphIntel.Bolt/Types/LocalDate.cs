using GraphIntel.Bolt.Types;

namespace GraphIntel.Bolt;

/// <summary>A date without a time zone; Neo4j's DATE. Years run from -999,999,999 to 999,999,999.</summary>
public readonly record struct LocalDate : IComparable<LocalDate>
{
    internal LocalDate(long epochDays) => EpochDays = epochDays;

    /// <summary>The date of a year, month and day of the proleptic Gregorian calendar.</summary>
    public LocalDate(int year, int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, CivilCalendar.MinYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, CivilCalendar.MaxYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, CivilCalendar.DaysInMonth(year, month));
        EpochDays = CivilCalendar.ToEpochDay(year, month, day);
    }

    /// <summary>Converts from or to .NET's date.</summary>
    public LocalDate(DateOnly date) => EpochDays = date.DayNumber - EpochDayNumber;

    /// <summary>Days since 1970-01-01.</summary>
    public long EpochDays { get; }

    /// <summary>The year; 0 is 1 BC.</summary>
    public int Year => CivilCalendar.FromEpochDay(EpochDays).Year;

    /// <summary>The month, from 1.</summary>
    public int Month => CivilCalendar.FromEpochDay(EpochDays).Month;

    /// <summary>The day of the month, from 1.</summary>
    public int Day => CivilCalendar.FromEpochDay(EpochDays).Day;

    internal static int EpochDayNumber { get; } = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Converts from or to .NET's date.</summary>
    /// <exception cref="ValueOverflowException">The year is out of .NET's range, 1 to 9999.</exception>
    public DateOnly ToDateOnly()
    {
        var dayNumber = EpochDays + EpochDayNumber;
        if (dayNumber < DateOnly.MinValue.DayNumber || dayNumber > DateOnly.MaxValue.DayNumber)
            throw ValueOverflowException.For("date", ToString(), nameof(DateOnly), "0001-01-01 to 9999-12-31");
        return DateOnly.FromDayNumber((int)dayNumber);
    }

    /// <inheritdoc/>
    public int CompareTo(LocalDate other) => EpochDays.CompareTo(other.EpochDays);

    /// <summary>Whether one date is before another.</summary>
    public static bool operator <(LocalDate left, LocalDate right) => left.EpochDays < right.EpochDays;

    /// <summary>Whether one date is after another.</summary>
    public static bool operator >(LocalDate left, LocalDate right) => left.EpochDays > right.EpochDays;

    /// <summary>Whether one date is before or equal to another.</summary>
    public static bool operator <=(LocalDate left, LocalDate right) => left.EpochDays <= right.EpochDays;

    /// <summary>Whether one date is after or equal to another.</summary>
    public static bool operator >=(LocalDate left, LocalDate right) => left.EpochDays >= right.EpochDays;

    /// <summary>The date in ISO 8601.</summary>
    public override string ToString() => CivilCalendar.FormatDate(EpochDays);
}
