namespace GraphIntel.Core.Values;

/// <summary>The days that an imprecise date can mean, around the date that is stored.</summary>
internal enum DayWindow
{
    /// <summary>The date alone.</summary>
    Day,

    /// <summary>From three days before to three days after.</summary>
    Days,

    /// <summary>The ISO week of the date.</summary>
    Week,

    /// <summary>The calendar month of the date.</summary>
    Month,
}

/// <summary>
/// A range of days, which is empty if the first is after the last. Both can be one day outside the calendar.
/// </summary>
/// <param name="First">The day number of the first day, 0 for 0001-01-01.</param>
/// <param name="Last">The day number of the last day, included.</param>
internal readonly record struct DayRange(int First, int Last)
{
    /// <summary>The day number of 9999-12-31.</summary>
    public static int MaxDay { get; } = DateOnly.MaxValue.DayNumber;

    /// <summary>All days of the calendar.</summary>
    public static DayRange All { get; } = new(0, MaxDay);

    /// <summary>A range without days, whose ends are days of the calendar.</summary>
    public static DayRange Empty { get; } = new(MaxDay, 0);

    /// <summary>Whether it has no day of the calendar.</summary>
    public bool IsEmpty => First > Last || First > MaxDay || Last < 0;
}

/// <summary>
/// Which stored dates satisfy bounds, by the days that they can mean. Both ends of a window are monotone in the date, so these
/// dates are a range. No window reaches beyond the calendar.
/// </summary>
internal static class DayWindows
{
    private const int DaysAround = 3;

    /// <summary>The names of precisions that mean several days, with the window of each; any other is the date alone.</summary>
    public static IReadOnlyList<(string Precision, DayWindow Window)> Named { get; } =
        [("DAYS", DayWindow.Days), ("WEEK", DayWindow.Week), ("MONTH", DayWindow.Month), ("LONGER", DayWindow.Month)];

    /// <summary>The dates that can mean a day within the bounds.</summary>
    public static DayRange Possible(this DayWindow window, DayRange bounds)
    {
        if (bounds.IsEmpty)
            return DayRange.Empty;
        var (first, last) = (Math.Max(bounds.First, 0), Math.Min(bounds.Last, DayRange.MaxDay));
        return window switch
        {
            DayWindow.Day => new DayRange(first, last),
            DayWindow.Days => new DayRange(Math.Max(first - DaysAround, 0), Math.Min(last + DaysAround, DayRange.MaxDay)),
            DayWindow.Week => Around(CalendarInterval.Week, first, last),
            DayWindow.Month => Around(CalendarInterval.Month, first, last),
        };
    }

    /// <summary>The dates that can only mean days within the bounds.</summary>
    public static DayRange Definite(this DayWindow window, DayRange bounds)
    {
        if (bounds.IsEmpty)
            return DayRange.Empty;
        var (first, last) = (Math.Max(bounds.First, 0), Math.Min(bounds.Last, DayRange.MaxDay));
        var dates = window switch
        {
            DayWindow.Day => new DayRange(first, last),
            DayWindow.Days => new DayRange(first == 0 ? 0 : first + DaysAround, last == DayRange.MaxDay ? last : last - DaysAround),
            DayWindow.Week => Inside(CalendarInterval.Week, first, last),
            DayWindow.Month => Inside(CalendarInterval.Month, first, last),
        };
        return dates.IsEmpty ? DayRange.Empty : dates;
    }

    /// <summary>From the start of the first day's period to the end of the last day's.</summary>
    private static DayRange Around(CalendarInterval interval, int first, int last) =>
        new(StartOf(interval, NumberOf(interval, first)), StartOf(interval, NumberOf(interval, last) + 1) - 1);

    /// <summary>The whole periods from the first day to the last.</summary>
    private static DayRange Inside(CalendarInterval interval, int first, int last) => new(
        first == 0 ? 0 : StartOf(interval, NumberOf(interval, first - 1) + 1),
        last == DayRange.MaxDay ? last : StartOf(interval, NumberOf(interval, last + 1)) - 1);

    private static int NumberOf(CalendarInterval interval, int day) => interval.NumberOf(DateOnly.FromDayNumber(day));

    private static int StartOf(CalendarInterval interval, int number) => interval.StartOf(number)?.DayNumber ?? DayRange.MaxDay + 1;
}
