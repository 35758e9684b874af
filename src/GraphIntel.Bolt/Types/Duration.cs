using System.Globalization;
using GraphIntel.Bolt.Types;

namespace GraphIntel.Bolt;

/// <summary>A duration in months, days and seconds, which are not convertible; Neo4j's DURATION.</summary>
public readonly record struct Duration
{
    /// <summary>Nanoseconds outside of 0 to 999,999,999 are carried over to the seconds.</summary>
    public Duration(long months, long days, long seconds, long nanos = 0)
    {
        var carried = CivilCalendar.FloorDivide(nanos, CivilCalendar.NanosPerSecond);
        Months = months;
        Days = days;
        Seconds = checked(seconds + carried);
        Nanos = (int)(nanos - carried * CivilCalendar.NanosPerSecond);
    }

    /// <summary>Whole months.</summary>
    public long Months { get; }

    /// <summary>Whole days.</summary>
    public long Days { get; }

    /// <summary>Whole seconds, rounded down: minus half a second is -1 with 500,000,000 nanoseconds.</summary>
    public long Seconds { get; }

    /// <summary>Nanoseconds to add to the seconds, never negative.</summary>
    public int Nanos { get; }

    /// <summary>The duration in the form that Neo4j prints.</summary>
    public override string ToString()
    {
        // -1 s and 500,000,000 ns are -0.5 s: the sign applies to the sum.
        var (seconds, nanos) = Seconds < 0 && Nanos > 0 ? (Seconds + 1, CivilCalendar.NanosPerSecond - Nanos) : (Seconds, Nanos);
        var sign = Seconds < 0 && seconds == 0 ? "-" : "";
        var fraction = nanos == 0 ? "" : "." + nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"P{Months}M{Days}DT{sign}{seconds}{fraction}S");
    }
}
