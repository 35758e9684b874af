using GraphIntel.Bolt.PackStream;
using Xunit;

namespace GraphIntel.Bolt.Tests.PackStream;

public sealed class WriterTests
{
    [Fact]
    public void Dotnet_dates_and_times_are_written_as_neo4js()
    {
        Assert.Equal(Hex.Of(new LocalDate(2024, 2, 29)), Hex.Of(new DateOnly(2024, 2, 29)));
        Assert.Equal(Hex.Of(new LocalTime(12, 34, 56, 700)), Hex.Of(new TimeOnly(12, 34, 56).Add(TimeSpan.FromTicks(7))));
        Assert.Equal(
            Hex.Of(new LocalDateTime(new LocalDate(1969, 12, 31), new LocalTime(23, 59, 59))), Hex.Of(new DateTime(1969, 12, 31, 23, 59, 59)));
        Assert.Equal(
            Hex.Of(new ZonedDateTime(-1, 999_999_900, 3600)),
            Hex.Of(new DateTimeOffset(1970, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)).AddTicks(-1)));
    }

    [Fact]
    public void Anonymous_objects_dictionaries_and_lists_are_written()
    {
        var written = Hex.Of(new Dictionary<string, object?> { ["list"] = new[] { 1, 2 }, ["set"] = new HashSet<string> { "a" }, ["map"] = new Dictionary<string, int> { ["n"] = 1 } });
        var read = Assert.IsType<Dictionary<string, object?>>(new PackStreamReader(written).ReadValue());
        Assert.Equal(new List<object?> { 1L, 2L }, read["list"]);
        Assert.Equal(new List<object?> { "a" }, read["set"]);
        Assert.Equal(new Dictionary<string, object?> { ["n"] = 1L }, read["map"]);
    }

    public static TheoryData<object, string> Refused => new()
    {
        { 1m, "Decimal" },
        { TimeSpan.FromHours(1), "LocalTime or a Duration" },
        { DayOfWeek.Friday, "DayOfWeek" },
        { ulong.MaxValue, "UInt64" },
        { Guid.Empty, "System.Guid" },
        { new Dictionary<int, int> { [1] = 1 }, "Int32" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Unsupported_types_are_rejected_with_their_name(object value, string named) =>
        Assert.Contains(named, Assert.Throws<ClientException>(() => Hex.Of(value)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_list_that_contains_itself_is_rejected()
    {
        var list = new List<object?>();
        list.Add(list);
        Assert.Contains("contains itself", Assert.Throws<ClientException>(() => Hex.Of(list)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_is_written_as_a_replacement_character() =>
        Assert.Equal("61�", new PackStreamReader(Hex.Of("61\uD800")).ReadString());
}
