using GraphIntel.Bolt.Types;

namespace GraphIntel.Bolt;

/// <summary>A date and a time of day without a time zone, to the nanosecond; Neo4j's LOCAL DATETIME.</summary>
public readonly record struct LocalDateTime
{
    internal LocalDateTime(long epochSeconds, int nanosecond)
    {
        EpochSeconds = epochSeconds;
        Nanosecond = nanosecond;
    }

    /// <summary>A date with a time of day.</summary>
    public LocalDateTime(LocalDate date, LocalTime time)
    {
        EpochSeconds = date.EpochDays * CivilCalendar.SecondsPerDay + time.NanosecondsOfDay / CivilCalendar.NanosPerSecond;
        Nanosecond = time.Nanosecond;
    }

    /// <summary>The date and time of .NET's; its kind is ignored.</summary>
    public LocalDateTime(DateTime dateTime)
        : this(new LocalDate(DateOnly.FromDateTime(dateTime)), new LocalTime(TimeOnly.FromDateTime(dateTime)))
    {
    }

    /// <summary>Seconds since 1970-01-01T00:00:00 on the local clock.</summary>
    public long EpochSeconds { get; }

    /// <summary>The nanosecond of the second.</summary>
    public int Nanosecond { get; }

    /// <summary>The date.</summary>
    public LocalDate Date => new(CivilCalendar.FloorDivide(EpochSeconds, CivilCalendar.SecondsPerDay));

    /// <summary>The time of day.</summary>
    public LocalTime Time =>
        new((EpochSeconds - Date.EpochDays * CivilCalendar.SecondsPerDay) * CivilCalendar.NanosPerSecond + Nanosecond);

    /// <summary>The same date and time in .NET's type, with an unspecified kind.</summary>
    /// <exception cref="ValueOverflowException">The year is out of .NET's range, 1 to 9999.</exception>
    /// <exception cref="ValueTruncationException">The precision is higher than .NET's 100 nanoseconds.</exception>
    public DateTime ToDateTime()
    {
        if (Date.Year is < 1 or > 9999)
            throw ValueOverflowException.For("date and time", ToString(), nameof(DateTime), "the years 1 to 9999");
        if (Nanosecond % 100 != 0)
            throw ValueTruncationException.For("date and time", ToString(), nameof(DateTime));
        return new DateTime(DateTime.UnixEpoch.Ticks + EpochSeconds * TimeSpan.TicksPerSecond + Nanosecond / 100);
    }

    /// <summary>The date and time in ISO 8601.</summary>
    public override string ToString() => $"{Date}T{Time}";
}
