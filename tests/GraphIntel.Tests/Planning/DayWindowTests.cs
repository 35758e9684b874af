using GraphIntel.Core.Values;
using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>Which dates satisfy bounds, by the days that they can mean, at the limits of the calendar and around a month's end.</summary>
public sealed class DayWindowTests
{
    private const int Span = 45;

    private static readonly int Max = DateOnly.MaxValue.DayNumber;

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2016-02-29")]
    [InlineData("2017-01-01")]
    public void The_dates_within_a_range_are_those_whose_days_are(string around)
    {
        var middle = DateOnly.Parse(around, null).DayNumber;
        var dates = Enumerable.Range(middle - Span, (2 * Span) + 1).Where(day => day >= 0 && day <= Max).ToList();
        for (var first = Math.Max(-1, middle - Span); first <= Math.Min(Max + 1, middle + Span); first++)
        {
            for (var last = first - 2; last <= Math.Min(Max + 1, first + Span); last++)
                Check(dates, new DayRange(first, last));
        }
        Check(dates, DayRange.All);
        Check(dates, new DayRange(middle, Max));
        Check(dates, new DayRange(0, middle));
    }

    private static void Check(List<int> dates, DayRange bounds)
    {
        foreach (var window in Enum.GetValues<DayWindow>())
        {
            var (possible, definite) = (window.Possible(bounds), window.Definite(bounds));
            Assert.All(new[] { possible.First, possible.Last, definite.First, definite.Last }, day => Assert.InRange(day, 0, Max));
            foreach (var date in dates)
            {
                var (first, last) = Days(window, date);
                var isPossible = bounds.First <= bounds.Last && Math.Max(first, bounds.First) <= Math.Min(last, bounds.Last);
                var isDefinite = bounds.First <= first && last <= bounds.Last;
                if (isPossible != (possible.First <= date && date <= possible.Last) || isDefinite != (definite.First <= date && date <= definite.Last))
                    Assert.Fail($"{window} {DateOnly.FromDayNumber(date)} within {bounds}: {possible}, {definite}");
            }
        }
    }

    private static (int First, int Last) Days(DayWindow window, int day)
    {
        var date = DateOnly.FromDayNumber(day);
        var (first, last) = window switch
        {
            DayWindow.Day => (day, day),
            DayWindow.Days => (day - 3, day + 3),
            DayWindow.Week => (day - (((int)date.DayOfWeek + 6) % 7), day + ((7 - (int)date.DayOfWeek) % 7)),
            DayWindow.Month => (day - date.Day + 1, day - date.Day + DateTime.DaysInMonth(date.Year, date.Month)),
        };
        return (Math.Max(0, first), Math.Min(Max, last));
    }
}
