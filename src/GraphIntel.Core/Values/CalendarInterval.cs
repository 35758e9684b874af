namespace GraphIntel.Core.Values;

/// <summary>The length of the periods of a timeline.</summary>
internal enum CalendarInterval
{
    Day,

    /// <summary>An ISO 8601 week, from Monday.</summary>
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>Calendar arithmetic with periods.</summary>
internal static class CalendarIntervals
{
    private const int DaysOfWeek = 7;
    private const int MonthsOfQuarter = 3;
    private const int MonthsOfYear = 12;

    /// <summary>
    /// The number of the period in which a day lies, from the period of 0001-01-01, which is a Monday, as number 0.
    /// </summary>
    public static int NumberOf(this CalendarInterval interval, DateOnly day) => interval switch
    {
        CalendarInterval.Day => day.DayNumber,
        CalendarInterval.Week => day.DayNumber / DaysOfWeek,
        CalendarInterval.Month => MonthNumber(day),
        CalendarInterval.Quarter => MonthNumber(day) / MonthsOfQuarter,
        CalendarInterval.Year => MonthNumber(day) / MonthsOfYear,
    };

    /// <summary>The first day of the period with a number; null if it is after 9999-12-31.</summary>
    public static DateOnly? StartOf(this CalendarInterval interval, int number) => interval switch
    {
        CalendarInterval.Day => OfDayNumber(number),
        CalendarInterval.Week => OfDayNumber(number * DaysOfWeek),
        CalendarInterval.Month => OfMonthNumber(number),
        CalendarInterval.Quarter => OfMonthNumber(number * MonthsOfQuarter),
        CalendarInterval.Year => OfMonthNumber(number * MonthsOfYear),
    };

    private static int MonthNumber(DateOnly day) => ((day.Year - 1) * MonthsOfYear) + day.Month - 1;

    private static DateOnly? OfDayNumber(int number) => number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber(number);

    private static DateOnly? OfMonthNumber(int number) =>
        number / MonthsOfYear >= DateOnly.MaxValue.Year ? null : new DateOnly((number / MonthsOfYear) + 1, (number % MonthsOfYear) + 1, 1);
}
