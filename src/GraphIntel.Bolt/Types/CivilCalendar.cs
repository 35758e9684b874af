using System.Globalization;

namespace GraphIntel.Bolt.Types;

/// <summary>The proleptic Gregorian calendar for the years of Neo4j, a much larger range than .NET's.</summary>
internal static class CivilCalendar
{
    public const int MaxYear = 999_999_999;
    public const int MinYear = -MaxYear;
    public const long SecondsPerDay = 86_400;
    public const long NanosPerSecond = 1_000_000_000;
    public const long NanosPerDay = SecondsPerDay * NanosPerSecond;

    /// <summary>Neo4j's offsets are within 18 hours of UTC, as in java.time.</summary>
    public const int MaxOffsetSeconds = 18 * 3600;

    public static readonly long MinEpochDay = ToEpochDay(MinYear, 1, 1);
    public static readonly long MaxEpochDay = ToEpochDay(MaxYear, 12, 31);

    /// <summary>Seconds since 1970-01-01T00:00:00 on a local clock.</summary>
    public static readonly (long Min, long Max) LocalSeconds = (MinEpochDay * SecondsPerDay, (MaxEpochDay + 1) * SecondsPerDay - 1);

    /// <summary>The instants whose local time at an offset is in range; null for a named zone, whose offset is unknown here.</summary>
    public static (long Min, long Max) UtcSeconds(int? offsetSeconds) =>
        (LocalSeconds.Min - (offsetSeconds ?? MaxOffsetSeconds), LocalSeconds.Max - (offsetSeconds ?? -MaxOffsetSeconds));

    /// <summary>Days since 1970-01-01. Internally years start in March, so that the leap day is last; an era is 400 years.</summary>
    public static long ToEpochDay(long year, int month, int day)
    {
        year -= month <= 2 ? 1 : 0;
        var era = FloorDivide(year, 400);
        var yearOfEra = year - era * 400;
        var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    /// <summary>The inverse of <see cref="ToEpochDay"/>.</summary>
    public static (int Year, int Month, int Day) FromEpochDay(long epochDay)
    {
        var shifted = epochDay + 719_468;
        var era = FloorDivide(shifted, 146_097);
        var dayOfEra = shifted - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var shiftedMonth = (5 * dayOfYear + 2) / 153;
        var day = (int)(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1);
        var month = (int)(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
        return ((int)(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month, day);
    }

    public static int DaysInMonth(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Division that rounds toward negative infinity.</summary>
    public static long FloorDivide(long value, long divisor)
    {
        var quotient = value / divisor;
        return value % divisor < 0 ? quotient - 1 : quotient;
    }

    /// <summary>ISO 8601, with a sign before years with more than four digits, as in Neo4j.</summary>
    public static string FormatDate(long epochDay)
    {
        var (year, month, day) = FromEpochDay(epochDay);
        var sign = year > 9999 ? "+" : year < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs((long)year):0000}-{month:00}-{day:00}");
    }

    public static string FormatTime(long nanosOfDay)
    {
        var (seconds, nanos) = Math.DivRem(nanosOfDay, NanosPerSecond);
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        return nanos == 0 ? text : text + "." + nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    public static string FormatOffset(int seconds)
    {
        if (seconds == 0)
            return "Z";
        var absolute = Math.Abs(seconds);
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{(seconds < 0 ? '-' : '+')}{absolute / 3600:00}:{absolute / 60 % 60:00}");
        return absolute % 60 == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $":{absolute % 60:00}");
    }
}
