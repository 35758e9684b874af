using GraphIntel.Core.Model;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>Divides the members of an aggregate into periods of the calendar.</summary>
internal static class Calendar
{
    private const int MaxPeriods = 1000;

    /// <summary>The periods by a date, or the error of a field that has too many.</summary>
    public static object Divide(Aggregate aggregate, string field, Dictionary<string, object?> arguments)
    {
        var property = aggregate.Type.Fields.OfType<PropertyField>().Single(candidate => candidate.Name == field).Property;
        var interval = (string)arguments["by"]!;
        var from = Day(arguments, "from");
        var until = Day(arguments, "until");
        var dated = aggregate.Members
            .Where(member => member.Get(property) is DateOnly day && (from is null || from <= day) && (until is null || day < until))
            .ToLookup(member => StartOf(interval, (DateOnly)member.Get(property)!));
        if (dated.Count == 0 && (from is null || until is null))
            return Array.Empty<TimelinePeriod>();
        var days = dated.SelectMany(members => members).Select(member => (DateOnly)member.Get(property)!).ToList();
        var last = until?.AddDays(-1) ?? days.Max();
        var periods = new List<TimelinePeriod>();
        for (DateOnly? start = StartOf(interval, from ?? days.Min()); start <= last; start = EndOf(interval, start.Value))
        {
            if (periods.Count == MaxPeriods)
                return new FieldFailure("LIMIT_EXCEEDED");
            var members = aggregate with { Members = [.. dated[start.Value]] };
            periods.Add(new TimelinePeriod(start.Value, EndOf(interval, start.Value), members));
        }
        return periods;
    }

    // The first day of the period in which a day is.
    private static DateOnly StartOf(string interval, DateOnly day) => interval switch
    {
        "DAY" => day,
        "WEEK" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        "MONTH" => new DateOnly(day.Year, day.Month, 1),
        "QUARTER" => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        "YEAR" => new DateOnly(day.Year, 1, 1),
        _ => throw new NotSupportedException(interval),
    };

    // The first day after the period that begins on a day; null after the last day of all.
    private static DateOnly? EndOf(string interval, DateOnly start)
    {
        var isLast = interval switch
        {
            "DAY" => start == DateOnly.MaxValue,
            "WEEK" => DateOnly.MaxValue.DayNumber - start.DayNumber < 7,
            "MONTH" => start is { Year: 9999, Month: 12 },
            "QUARTER" => start is { Year: 9999, Month: 10 },
            _ => start.Year == 9999,
        };
        if (isLast)
            return null;
        return interval switch
        {
            "DAY" => start.AddDays(1),
            "WEEK" => start.AddDays(7),
            "MONTH" => start.AddMonths(1),
            "QUARTER" => start.AddMonths(3),
            _ => start.AddYears(1),
        };
    }

    private static DateOnly? Day(Dictionary<string, object?> arguments, string name) =>
        arguments.GetValueOrDefault(name) is { } value ? Inputs.Date(value) : null;
}

/// <summary>The value of a field that has none but an error.</summary>
/// <param name="Code">The error's code.</param>
internal sealed record FieldFailure(string Code);
