using GraphIntel.Bolt.Types;

namespace GraphIntel.Bolt;

/// <summary>A time of day at an offset from UTC, to the nanosecond; Neo4j's ZONED TIME.</summary>
public readonly record struct OffsetTime
{
    internal OffsetTime(long nanosecondsOfDay, int offsetSeconds)
    {
        NanosecondsOfDay = nanosecondsOfDay;
        OffsetSeconds = offsetSeconds;
    }

    /// <summary>A time of day at an offset from UTC.</summary>
    public OffsetTime(LocalTime time, int offsetSeconds)
    {
        ZonedDateTime.CheckOffset(offsetSeconds);
        NanosecondsOfDay = time.NanosecondsOfDay;
        OffsetSeconds = offsetSeconds;
    }

    /// <summary>Nanoseconds since the local midnight.</summary>
    public long NanosecondsOfDay { get; }

    /// <summary>Seconds east of UTC.</summary>
    public int OffsetSeconds { get; }

    /// <summary>The local time of day.</summary>
    public LocalTime Time => new(NanosecondsOfDay);

    /// <summary>The time in ISO 8601.</summary>
    public override string ToString() =>
        CivilCalendar.FormatTime(NanosecondsOfDay) + CivilCalendar.FormatOffset(OffsetSeconds);
}
