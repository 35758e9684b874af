using GraphIntel.Bolt.PackStream;
using Xunit;

namespace GraphIntel.Bolt.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData(1970, 1, 1, "1970-01-01")]
    [InlineData(2000, 2, 29, "2000-02-29")]
    [InlineData(0, 3, 1, "0000-03-01")]
    [InlineData(-1, 12, 31, "-0001-12-31")]
    [InlineData(12345, 6, 7, "+12345-06-07")]
    [InlineData(999_999_999, 12, 31, "+999999999-12-31")]
    [InlineData(-999_999_999, 1, 1, "-999999999-01-01")]
    public void Dates_of_all_years_have_their_parts(int year, int month, int day, string text)
    {
        var date = new LocalDate(year, month, day);
        Assert.Equal((year, month, day), (date.Year, date.Month, date.Day));
        Assert.Equal(text, date.ToString());
    }

    [Fact]
    public void Dates_agree_with_dotnets_calendar()
    {
        for (var number = 0; number <= DateOnly.MaxValue.DayNumber; number += 97)
        {
            var date = DateOnly.FromDayNumber(number);
            Assert.Equal(date, new LocalDate(date.Year, date.Month, date.Day).ToDateOnly());
            Assert.Equal(date, new LocalDate(date).ToDateOnly());
        }
    }

    [Fact]
    public void A_year_out_of_dotnets_range_is_an_error_with_the_value()
    {
        Assert.Contains("+12345-06-07", Assert.Throws<ValueOverflowException>(() => new LocalDate(12345, 6, 7).ToDateOnly()).Message, StringComparison.Ordinal);
        Assert.Contains("0000-01-01", Assert.Throws<ValueOverflowException>(() => ((object)new LocalDate(0, 1, 1)).As<DateOnly>()).Message, StringComparison.Ordinal);
        var dateTime = new LocalDateTime(new LocalDate(10000, 1, 1), new LocalTime(0, 0, 0));
        Assert.Contains("+10000-01-01T00:00:00", Assert.Throws<ValueOverflowException>(() => dateTime.ToDateTime()).Message, StringComparison.Ordinal);
        var zoned = new ZonedDateTime(dateTime.EpochSeconds, 0, 0);
        Assert.Contains("+10000-01-01T00:00:00Z", Assert.Throws<ValueOverflowException>(() => zoned.ToDateTimeOffset()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_more_precise_than_dotnets_is_an_error_with_the_value() =>
        Assert.Contains("01:02:03.000000004", Assert.Throws<ValueTruncationException>(() => new LocalTime(1, 2, 3, 4).ToTimeOnly()).Message, StringComparison.Ordinal);

    [Fact]
    public void Instants_are_converted_with_their_offset_or_zone()
    {
        var instant = new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.FromHours(3));
        Assert.Equal(instant, new ZonedDateTime(instant).ToDateTimeOffset());
        Assert.Equal(TimeSpan.FromHours(3), new ZonedDateTime(instant).ToDateTimeOffset().Offset);
        var zoned = new ZonedDateTime(instant.ToUnixTimeSeconds(), 0, "Europe/Paris").ToDateTimeOffset();
        Assert.Equal((instant, TimeSpan.FromHours(2)), (zoned, zoned.Offset));
    }

    [Theory]
    [InlineData(253_402_300_799, "Asia/Tokyo")]
    [InlineData(-62_135_596_800, "America/New_York")]
    public void An_instant_whose_local_time_is_out_of_range_is_an_error(long seconds, string zone) =>
        Assert.Throws<ValueOverflowException>(() => new ZonedDateTime(seconds, 0, zone).ToDateTimeOffset());

    [Theory]
    [InlineData(999_999_999, 12, 31, 23, -64_800)]
    [InlineData(-999_999_999, 1, 1, 0, 64_800)]
    public void The_first_and_last_hours_of_the_range_work_at_any_offset(int year, int month, int day, int hour, int offset)
    {
        var local = new LocalDateTime(new LocalDate(year, month, day), new LocalTime(hour, 0, 0));
        var instant = new ZonedDateTime(local.EpochSeconds - offset, 0, offset);
        Assert.StartsWith(local.ToString(), instant.ToString(), StringComparison.Ordinal);
        Assert.Equal(instant, new PackStreamReader(Hex.Of(instant)).ReadDateTime());
        var zoned = new ZonedDateTime(local.EpochSeconds - offset, 0, "Etc/GMT+12");
        Assert.Equal(zoned, new PackStreamReader(Hex.Of(zoned)).ReadDateTime());
        // At the opposite offset the local year is out of range.
        Assert.Throws<ArgumentOutOfRangeException>(() => new ZonedDateTime(local.EpochSeconds - offset, 0, -offset));
    }

    [Fact]
    public void A_missing_value_is_an_error_without_the_other_values()
    {
        var record = new Record(["'SECRET'"], [1L]);
        Assert.DoesNotContain("SECRET", Assert.Throws<KeyNotFoundException>(() => record["x"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_fraction_of_a_duration_is_carried()
    {
        var half = new Duration(0, 0, 0, -500_000_000);
        Assert.Equal((-1L, 500_000_000), (half.Seconds, half.Nanos));
        Assert.Equal("P0M0DT-0.5S", half.ToString());
        Assert.Equal("P0M0DT-1.5S", new Duration(0, 0, -2, 500_000_000).ToString());
    }

    [Fact]
    public void Values_are_converted_to_the_requested_types()
    {
        Assert.Equal(7, ((object)7L).As<int>());
        Assert.Equal(7.0, ((object)7L).As<double>());
        Assert.Null(((object?)null).As<int?>());
        Assert.Null(((object?)null).As<string>());
        Assert.Equal(new DateOnly(2024, 1, 2), ((object)new LocalDate(2024, 1, 2)).As<DateOnly?>());
        Assert.Equal([1, 2], new List<object?> { 1L, 2L }.As<int[]>());
        Assert.Equal(new List<string> { "a" }, new List<object?> { "a" }.As<IReadOnlyList<string>>());
        Assert.Throws<ValueOverflowException>(() => ((object)300L).As<byte>());
        Assert.Throws<ValueTruncationException>(() => ((object)long.MaxValue).As<double>());
        Assert.Equal(0.5f, ((object)0.5).As<float>());
        Assert.Equal(float.NaN, ((object)double.NaN).As<float>());
        Assert.Equal(float.NegativeInfinity, ((object)double.NegativeInfinity).As<float>());
        Assert.Throws<ValueTruncationException>(() => ((object)0.1).As<float>());
        Assert.Throws<ValueOverflowException>(() => ((object)1e300).As<float>());
        Assert.Throws<InvalidCastException>(() => ((object?)null).As<int>());
        Assert.Throws<InvalidCastException>(() => ((object)"7").As<int>());
    }
}
