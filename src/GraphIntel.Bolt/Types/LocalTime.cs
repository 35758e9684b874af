using GraphIntel.Bolt.Types;

namespace GraphIntel.Bolt;

/// <summary>A time of day without a time zone, to the nanosecond; Neo4j's LOCAL TIME.</summary>
public readonly record struct LocalTime
{
    internal LocalTime(long nanosecondsOfDay) => NanosecondsOfDay = nanosecondsOfDay;

    /// <summary>A time of day.</summary>
    public LocalTime(int hour, int minute, int second, int nanosecond = 0)
        : this(NanosOf(hour, minute, second, nanosecond))
    {
    }

    /// <summary>The same time as .NET's.</summary>
    public LocalTime(TimeOnly time) => NanosecondsOfDay = time.Ticks * 100;

    /// <summary>Nanoseconds since midnight.</summary>
    public long NanosecondsOfDay { get; }

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour => (int)(NanosecondsOfDay / (3600 * CivilCalendar.NanosPerSecond));

    /// <summary>The minute, 0 to 59.</summary>
    public int Minute => (int)(NanosecondsOfDay / (60 * CivilCalendar.NanosPerSecond) % 60);

    /// <summary>The second, 0 to 59.</summary>
    public int Second => (int)(NanosecondsOfDay / CivilCalendar.NanosPerSecond % 60);

    /// <summary>The nanosecond of the second.</summary>
    public int Nanosecond => (int)(NanosecondsOfDay % CivilCalendar.NanosPerSecond);

    /// <summary>The same time as .NET's.</summary>
    /// <exception cref="ValueTruncationException">The precision is higher than .NET's 100 nanoseconds.</exception>
    public TimeOnly ToTimeOnly()
    {
        if (NanosecondsOfDay % 100 != 0)
            throw ValueTruncationException.For("time", ToString(), nameof(TimeOnly));
        return new TimeOnly(NanosecondsOfDay / 100);
    }

    /// <summary>The time in ISO 8601.</summary>
    public override string ToString() => CivilCalendar.FormatTime(NanosecondsOfDay);

    internal static long NanosOf(int hour, int minute, int second, int nanosecond)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)hour, 23u, nameof(hour));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)minute, 59u, nameof(minute));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)second, 59u, nameof(second));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)nanosecond, 999_999_999u, nameof(nanosecond));
        return ((hour * 60L + minute) * 60 + second) * CivilCalendar.NanosPerSecond + nanosecond;
    }
}
