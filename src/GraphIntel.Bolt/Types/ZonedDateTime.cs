using GraphIntel.Bolt.Types;

namespace GraphIntel.Bolt;

/// <summary>An instant, to the nanosecond, with an offset from UTC or a named time zone; Neo4j's ZONED DATETIME.</summary>
public readonly record struct ZonedDateTime
{
    internal ZonedDateTime(long utcSeconds, int nanosecond, int offsetSeconds, string? zoneId)
    {
        UtcSeconds = utcSeconds;
        Nanosecond = nanosecond;
        OffsetSeconds = zoneId is null ? offsetSeconds : null;
        ZoneId = zoneId;
    }

    /// <summary>An instant with an offset from UTC.</summary>
    /// <param name="utcSeconds">Seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="nanosecond">The nanosecond of the second.</param>
    /// <param name="offsetSeconds">Seconds east of UTC, at most 18 hours in either direction.</param>
    public ZonedDateTime(long utcSeconds, int nanosecond, int offsetSeconds)
        : this(CheckSeconds(utcSeconds, CheckOffset(offsetSeconds)), CheckNanosecond(nanosecond), offsetSeconds, null)
    {
    }

    /// <summary>An instant with a named time zone, such as Asia/Damascus; the server has its rules.</summary>
    public ZonedDateTime(long utcSeconds, int nanosecond, string zoneId)
        : this(CheckSeconds(utcSeconds, null), CheckNanosecond(nanosecond), 0, CheckZone(zoneId))
    {
    }

    /// <summary>The same instant and offset as .NET's.</summary>
    public ZonedDateTime(DateTimeOffset value)
    {
        var (seconds, ticks) = Math.DivRem(value.UtcTicks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond);
        if (ticks < 0)
            (seconds, ticks) = (seconds - 1, ticks + TimeSpan.TicksPerSecond);
        UtcSeconds = seconds;
        Nanosecond = (int)ticks * 100;
        OffsetSeconds = (int)value.Offset.TotalSeconds;
    }

    /// <summary>Seconds since 1970-01-01T00:00:00Z.</summary>
    public long UtcSeconds { get; }

    /// <summary>The nanosecond of the second.</summary>
    public int Nanosecond { get; }

    /// <summary>Seconds east of UTC; null for a named time zone.</summary>
    public int? OffsetSeconds { get; }

    /// <summary>The name of the time zone; null for an offset.</summary>
    public string? ZoneId { get; }

    /// <summary>The same instant in .NET's type, at its offset, or at the offset of its zone by this machine's rules.</summary>
    /// <exception cref="ValueOverflowException">The year is out of .NET's range, 1 to 9999.</exception>
    /// <exception cref="ValueTruncationException">
    /// The precision is higher than .NET's 100 nanoseconds, or the offset has seconds.
    /// </exception>
    /// <exception cref="TimeZoneNotFoundException">This machine has no rules for the zone.</exception>
    public DateTimeOffset ToDateTimeOffset()
    {
        if (Nanosecond % 100 != 0 || OffsetSeconds % 60 is not (0 or null))
            throw ValueTruncationException.For("date and time", ToString(), nameof(DateTimeOffset));
        var utc = new LocalDateTime(UtcSeconds, Nanosecond);
        if (utc.Date.Year is < 1 or > 9999)
            throw YearOutOfRange();
        var instant = new DateTimeOffset(utc.ToDateTime(), TimeSpan.Zero);
        var offset = OffsetSeconds is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : TimeZoneInfo.FindSystemTimeZoneById(ZoneId!).GetUtcOffset(instant);
        if (Math.Abs(offset.TotalHours) > 14)
            throw ValueOverflowException.For("date and time", ToString(), nameof(DateTimeOffset), "offsets within 14 hours");
        var localTicks = instant.UtcTicks + offset.Ticks;
        return localTicks >= DateTime.MinValue.Ticks && localTicks <= DateTime.MaxValue.Ticks
            ? instant.ToOffset(offset)
            : throw YearOutOfRange();
    }

    /// <summary>ISO 8601: local time with its offset, or UTC with the zone in brackets.</summary>
    public override string ToString() => ZoneId is null
        ? new LocalDateTime(UtcSeconds + (OffsetSeconds ?? 0), Nanosecond) + CivilCalendar.FormatOffset(OffsetSeconds ?? 0)
        : $"{new LocalDateTime(UtcSeconds, Nanosecond)}Z[{ZoneId}]";

    private ValueOverflowException YearOutOfRange() =>
        ValueOverflowException.For("date and time", ToString(), nameof(DateTimeOffset), "the years 1 to 9999");

    internal static int CheckOffset(int offsetSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)offsetSeconds), CivilCalendar.MaxOffsetSeconds, nameof(offsetSeconds));
        return offsetSeconds;
    }

    private static long CheckSeconds(long utcSeconds, int? offsetSeconds)
    {
        var (min, max) = CivilCalendar.UtcSeconds(offsetSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(utcSeconds, min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utcSeconds, max);
        return utcSeconds;
    }

    private static int CheckNanosecond(int nanosecond)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)nanosecond, 999_999_999u, nameof(nanosecond));
        return nanosecond;
    }

    private static string CheckZone(string zoneId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(zoneId);
        return zoneId;
    }
}
