using GraphIntel.Core.Values;

namespace GraphIntel.Sqlite.Compile;

/// <summary>The periods of days, which are stored as text: <c>2017-06-04</c>.</summary>
internal static class Periods
{
    /// <summary>An expression that is equal for days of the same period, and ordered as the periods are.</summary>
    public static string Key(CalendarInterval interval, string day) => interval switch
    {
        CalendarInterval.Day => day,
        CalendarInterval.Week => $"date({day}, '-6 days', 'weekday 1')",
        CalendarInterval.Month => $"substr({day}, 1, 7)",
        CalendarInterval.Quarter => $"substr({day}, 1, 5) || ((substr({day}, 6, 2) + 2) / 3)",
        CalendarInterval.Year => $"substr({day}, 1, 4)",
    };

    /// <summary>The first day of the period with a key.</summary>
    public static string FirstDay(CalendarInterval interval, string key) => interval switch
    {
        CalendarInterval.Day or CalendarInterval.Week => key,
        CalendarInterval.Month => $"{key} || '-01'",
        CalendarInterval.Quarter => $"substr({key}, 1, 5) || substr('01040710', (2 * substr({key}, 6)) - 1, 2) || '-01'",
        CalendarInterval.Year => $"{key} || '-01-01'",
    };
}
