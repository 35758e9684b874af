using GraphIntel.Core.Model;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>Conditions on the days that an imprecise date can mean.</summary>
internal static class ImpreciseDates
{
    /// <summary>Whether a date satisfies an <c>ImpreciseDateOperationFilterInput</c>.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="fact">The holder of the date.</param>
    /// <param name="date">The date.</param>
    /// <param name="holdsOfDate">Whether a date itself satisfies an operation of any date.</param>
    public static bool Hold(Dictionary<string, object?> filter, MemoryFact fact, Property date, Func<string, object?, object?, ScalarKind, bool> holdsOfDate) =>
        filter.All(condition => condition.Key switch
        {
            "possibly" => Meaning(fact, date) is { } days && Telling(days, condition.Value).Any(day => IsWithin(day, condition.Value)),
            "definitely" => Meaning(fact, date) is { } days && Telling(days, condition.Value).All(day => IsWithin(day, condition.Value)),
            _ => holdsOfDate(condition.Key, condition.Value, fact.Get(date), ScalarKind.Date),
        });

    // The first and the last day that the date can mean; null where there is no date.
    private static (int First, int Last)? Meaning(MemoryFact fact, Property date)
    {
        if (fact.Get(date) is not DateOnly stored)
            return null;
        var day = stored.DayNumber;
        if (date.Imprecise!.Until is { } until)
            return (day, fact.Get(until) is DateOnly end ? end.DayNumber : day);
        var (first, last) = (string?)fact.Get(date.Imprecise.Precision) switch
        {
            "DAYS" => (day - 3, day + 3),
            "WEEK" => (day - (((int)stored.DayOfWeek + 6) % 7), day - (((int)stored.DayOfWeek + 6) % 7) + 6),
            "MONTH" or "LONGER" => (day - stored.Day + 1, day - stored.Day + DateTime.DaysInMonth(stored.Year, stored.Month)),
            _ => (day, day),
        };
        return (Math.Max(first, DateOnly.MinValue.DayNumber), Math.Min(last, DateOnly.MaxValue.DayNumber));
    }

    // The days at which a bound can begin or cease to hold, and the ends: what holds of one of the others holds of one of these.
    private static IEnumerable<int> Telling((int First, int Last) days, object? bounds) =>
        ((Dictionary<string, object?>)bounds!).Values
            .SelectMany(bound => Enumerable.Range(Inputs.Date(bound!).DayNumber - 1, 3))
            .Where(day => days.First <= day && day <= days.Last)
            .Concat([days.First, days.Last]);

    private static bool IsWithin(int day, object? bounds) => ((Dictionary<string, object?>)bounds!).All(bound =>
    {
        var given = Inputs.Date(bound.Value!).DayNumber;
        return bound.Key switch
        {
            "gt" => day > given,
            "gte" => day >= given,
            "lt" => day < given,
            "lte" => day <= given,
            _ => throw new NotSupportedException(bound.Key),
        };
    });
}
