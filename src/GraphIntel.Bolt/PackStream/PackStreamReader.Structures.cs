using GraphIntel.Bolt.Types;

namespace GraphIntel.Bolt.PackStream;

public ref partial struct PackStreamReader
{
    /// <summary>Reads a date.</summary>
    public LocalDate ReadDate()
    {
        ExpectStructure(StructureTag.Date, 1);
        return Date();
    }

    /// <summary>Reads a time of day at an offset.</summary>
    public OffsetTime ReadTime()
    {
        ExpectStructure(StructureTag.Time, 2);
        return Time();
    }

    /// <summary>Reads a time of day without an offset.</summary>
    public LocalTime ReadLocalTime()
    {
        ExpectStructure(StructureTag.LocalTime, 1);
        return new LocalTime(ReadInRange(0, CivilCalendar.NanosPerDay - 1, "nanosecond of the day"));
    }

    /// <summary>Reads a date and time without an offset.</summary>
    public LocalDateTime ReadLocalDateTime()
    {
        ExpectStructure(StructureTag.LocalDateTime, 2);
        return new LocalDateTime(ReadInRange(CivilCalendar.LocalSeconds, "second"), Nanosecond());
    }

    /// <summary>Reads a date and time with an offset or a named zone.</summary>
    public ZonedDateTime ReadDateTime()
    {
        var start = _position;
        var fields = ReadStructureHeader(out var tag);
        if (fields != 3 || tag is not (StructureTag.DateTime or StructureTag.DateTimeZoneId
            or StructureTag.LegacyDateTime or StructureTag.LegacyDateTimeZoneId))
        {
            throw UnexpectedStructure(start, tag, fields, StructureTag.DateTime, 3);
        }

        return DateTime(tag);
    }

    /// <summary>Reads a duration.</summary>
    public Duration ReadDuration()
    {
        ExpectStructure(StructureTag.Duration, 4);
        return Duration();
    }

    /// <summary>Reads a point in two or three dimensions.</summary>
    public Point ReadPoint()
    {
        var start = _position;
        var fields = ReadStructureHeader(out var tag);
        return (tag, fields) switch
        {
            (StructureTag.Point2D, 3) => new Point(Srid(), ReadFloat(), ReadFloat()),
            (StructureTag.Point3D, 4) => new Point(Srid(), ReadFloat(), ReadFloat(), ReadFloat()),
            _ => throw UnexpectedStructure(start, tag, fields, StructureTag.Point2D, 3),
        };
    }

    private LocalDate Date() => new(ReadInRange(CivilCalendar.MinEpochDay, CivilCalendar.MaxEpochDay, "day"));

    private OffsetTime Time() => new(ReadInRange(0, CivilCalendar.NanosPerDay - 1, "nanosecond of the day"), Offset());

    private ZonedDateTime DateTime(byte tag)
    {
        var start = _position;
        var seconds = ReadInteger();
        var nanosecond = Nanosecond();
        if (tag is StructureTag.DateTimeZoneId)
        {
            Check(seconds, CivilCalendar.UtcSeconds(null), "second", start);
            return new ZonedDateTime(seconds, nanosecond, 0, ReadString());
        }
        if (tag is StructureTag.LegacyDateTimeZoneId)
            throw new ProtocolException("The server sent a date and time in the format of Bolt 4.4, which is ambiguous for named zones.");
        var offset = Offset();
        var isLocal = tag is StructureTag.LegacyDateTime;
        Check(seconds, isLocal ? CivilCalendar.LocalSeconds : CivilCalendar.UtcSeconds(offset), "second", start);
        return new ZonedDateTime(isLocal ? seconds - offset : seconds, nanosecond, offset, null);
    }

    private Duration Duration()
    {
        var (months, days, seconds) = (ReadInteger(), ReadInteger(), ReadInteger());
        return new Duration(months, days, seconds, Nanosecond());
    }

    private int Nanosecond() => (int)ReadInRange(0, CivilCalendar.NanosPerSecond - 1, "nanosecond");

    private int Offset() => (int)ReadInRange(-CivilCalendar.MaxOffsetSeconds, CivilCalendar.MaxOffsetSeconds, "offset");

    private int Srid() => (int)ReadInRange(int.MinValue, int.MaxValue, "SRID");

    private long ReadInRange(long min, long max, string name) => ReadInRange((min, max), name);

    private long ReadInRange((long Min, long Max) range, string name)
    {
        var start = _position;
        var value = ReadInteger();
        Check(value, range, name, start);
        return value;
    }

    private static void Check(long value, (long Min, long Max) range, string name, int start)
    {
        if (value < range.Min || value > range.Max)
            throw new ProtocolException($"The {name} {value} at {start} is not between {range.Min} and {range.Max}.");
    }

    private void ExpectStructure(byte tag, int fields)
    {
        var start = _position;
        var found = ReadStructureHeader(out var foundTag);
        if (foundTag != tag || found != fields)
            throw UnexpectedStructure(start, foundTag, found, tag, fields);
    }

    private static ProtocolException UnexpectedStructure(int start, byte tag, int fields, byte expectedTag, int expectedFields) =>
        new($"Expected a structure {expectedTag:X2} of {expectedFields} fields at {start}, but found {tag:X2} of {fields}.");
}
