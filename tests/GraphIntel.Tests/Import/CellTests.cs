using GraphIntel.Core.Model;
using GraphIntel.Core.Values;
using GraphIntel.Import.Graph.Reading;
using Xunit;

namespace GraphIntel.Tests.Import;

public sealed class CellTests
{
    private static readonly EnumType Color = new("Color", null, [new("RED", null), new("GREEN", null)]);

    [Theory]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("+7", 7)]
    [InlineData("", null)]
    public void An_integer_has_32_bits(string text, object? value) => Assert.Equal(value, Read(text, ScalarKind.Int));

    [Theory]
    [InlineData("2147483648", "'2147483648' is not between -2147483648 and 2147483647")]
    [InlineData("-99999999999999999999999", "'-99999999999999999999999' is not between -2147483648 and 2147483647")]
    [InlineData("1.5", "'1.5' is not an integer")]
    [InlineData(" 1", "' 1' is not an integer")]
    [InlineData("1,000", "'1,000' is not an integer")]
    [InlineData("+", "'+' is not an integer")]
    public void Other_integers_are_errors(string text, string error) =>
        Assert.Equal(error, FindError(text, ScalarKind.Int));

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-2e-3", -0.002)]
    [InlineData("", null)]
    public void A_float_has_64_bits(string text, object? value) => Assert.Equal(value, Read(text, ScalarKind.Float));

    [Theory]
    [InlineData("1e999", "'1e999' is outside the range of a 64-bit floating-point number")]
    [InlineData("NaN", "'NaN' is outside the range of a 64-bit floating-point number")]
    [InlineData("-Infinity", "'-Infinity' is outside the range of a 64-bit floating-point number")]
    [InlineData("1,5", "'1,5' is not a number; expected a number such as 1.5 or 2e-3")]
    [InlineData("1.5 ", "'1.5 ' is not a number; expected a number such as 1.5 or 2e-3")]
    public void A_float_is_finite(string text, string error) => Assert.Equal(error, FindError(text, ScalarKind.Float));

    [Fact]
    public void A_boolean_is_true_or_false()
    {
        Assert.Equal(true, Read("true", ScalarKind.Boolean));
        Assert.Equal(false, Read("FALSE", ScalarKind.Boolean));
        Assert.Equal("'1' is not a Boolean; expected true or false", FindError("1", ScalarKind.Boolean));
        Assert.Equal("' true' is not a Boolean; expected true or false", FindError(" true", ScalarKind.Boolean));
    }

    [Theory]
    [InlineData("2017-02-30", "'2017-02-30' is not a day of the calendar (years 0001 to 9999)")]
    [InlineData("0000-01-01", "'0000-01-01' is not a day of the calendar (years 0001 to 9999)")]
    [InlineData("2017-13-01", "'2017-13-01' is not a day of the calendar (years 0001 to 9999)")]
    [InlineData("2017-1-1", "'2017-1-1' is not a date; expected YYYY-MM-DD")]
    [InlineData("01/02/2017", "'01/02/2017' is not a date; expected YYYY-MM-DD")]
    [InlineData("2017-01-01T00:00", "'2017-01-01T00:00' is not a date; expected YYYY-MM-DD")]
    [InlineData("\u0662\u0660\u0661\u0667-01-01", "'\u0662\u0660\u0661\u0667-01-01' is not a date; expected YYYY-MM-DD")]
    public void A_date_is_a_day_of_the_calendar(string text, string error) =>
        Assert.Equal(error, FindError(text, ScalarKind.Date));

    [Fact]
    public void A_leap_day_is_a_day() => Assert.Equal(new DateOnly(2016, 2, 29), Read("2016-02-29", ScalarKind.Date));

    [Fact]
    public void An_invalid_enum_value_is_reported_with_the_valid_ones()
    {
        Assert.Equal("RED", Read("RED", ScalarKind.Enum));
        Assert.Equal("'red' is not a value of Color; did you mean RED? (one of RED, GREEN)", FindError("red", ScalarKind.Enum));
        Assert.Equal("'xxxxxxxx' is not a value of Color (one of RED, GREEN)", FindError("xxxxxxxx", ScalarKind.Enum));
    }

    [Theory]
    [InlineData("{latitude:36.2, longitude:37.16}")]
    [InlineData("{longitude:37.16,latitude:36.2}")]
    [InlineData(" { Latitude : 36.2 , LONGITUDE:37.16 } ")]
    [InlineData("{\"latitude\": \"36.2\", 'longitude': 37.16}")]
    [InlineData("{latitude:36.2,longitude:37.16,crs:WGS-84}")]
    [InlineData("{srid:4326, x:37.16, y:36.2, crs:'wgs-84'}")]
    public void A_point_may_be_written_in_several_ways(string text) =>
        Assert.Equal(new GeoPoint(36.2, 37.16), Read(text, ScalarKind.Point));

    [Theory]
    [InlineData("36.2,37.16", "'36.2,37.16' is not a point; expected a point such as {latitude:36.2, longitude:37.16}")]
    [InlineData("{36.2,37.16}", "'{36.2,37.16}' is not a point; expected a point such as {latitude:36.2, longitude:37.16}")]
    [InlineData("{", "'{' is not a point; expected a point such as {latitude:36.2, longitude:37.16}")]
    [InlineData("{latitude:1}", "the point has no longitude; expected a point such as {latitude:36.2, longitude:37.16}")]
    [InlineData("{longitude:1}", "the point has no latitude; expected a point such as {latitude:36.2, longitude:37.16}")]
    [InlineData("{latitude:90.1,longitude:1}", "the point's latitude '90.1' is not between -90 and 90 degrees")]
    [InlineData("{latitude:1,longitude:-180.5}", "the point's longitude '-180.5' is not between -180 and 180 degrees")]
    [InlineData("{latitude:NaN,longitude:1}", "the point's latitude 'NaN' is not between -90 and 90 degrees")]
    [InlineData("{latitude:north,longitude:1}", "the point's latitude 'north' is not a number")]
    [InlineData("{latitude:1,longitude:1,crs:cartesian}", "the point's crs is 'cartesian'; only WGS-84 (srid 4326) is supported")]
    [InlineData("{latitude:1,longitude:1,srid:7203}", "the point's srid is '7203'; only WGS-84 (srid 4326) is supported")]
    [InlineData("{latitude:1,y:1,longitude:1}", "the point has a duplicate y; expected a point such as {latitude:36.2, longitude:37.16}")]
    [InlineData("{latitude:1,longitude:1,height:5}",
        "the point has an unknown key 'height'; expected a point such as {latitude:36.2, longitude:37.16}")]
    public void Other_points_are_errors(string text, string error) => Assert.Equal(error, FindError(text, ScalarKind.Point));

    [Fact]
    public void An_empty_cell_is_the_empty_list_where_a_list_is_required_and_else_null()
    {
        Assert.Null(Read("", ScalarKind.String, isList: true));
        Assert.True(CellValue.TryRead("", new Property { Name = "tags", Kind = ScalarKind.String, IsList = true, IsRequired = true }, out var value, out _));
        Assert.Equal([], Assert.IsType<string[]>(value));
    }

    [Theory]
    [InlineData("a", new[] { "a" })]
    [InlineData("a; b", new[] { "a", " b" })]
    [InlineData("[\"a;b\", \"\\u0063\"]", new[] { "a;b", "c" })]
    [InlineData("[]", new string[0])]
    public void A_list_is_separated_by_semicolons_or_is_a_JSON_array(string text, string[] values) =>
        Assert.Equal(values, Assert.IsType<string[]>(Read(text, ScalarKind.String, isList: true)));

    [Fact]
    public void Lists_have_the_type_of_their_items()
    {
        Assert.Equal([1, 2], Assert.IsType<int[]>(Read("1;2", ScalarKind.Int, isList: true)));
        Assert.Equal([1, 2], Assert.IsType<int[]>(Read("[1, 2]", ScalarKind.Int, isList: true)));
        Assert.Equal([1.5, 2], Assert.IsType<double[]>(Read("[1.5, 2]", ScalarKind.Float, isList: true)));
        Assert.Equal([true, false], Assert.IsType<bool[]>(Read("[true, false]", ScalarKind.Boolean, isList: true)));
        Assert.Equal([new DateOnly(2017, 1, 1)], Assert.IsType<DateOnly[]>(Read("2017-01-01", ScalarKind.Date, isList: true)));
        Assert.Equal(["RED"], Assert.IsType<string[]>(Read("[\"RED\"]", ScalarKind.Enum, isList: true)));
    }

    [Theory]
    [InlineData("a;", "item 2 of the list is empty; items are separated by ;, without one at the end")]
    [InlineData(";", "item 1 of the list is empty; items are separated by ;, without one at the end")]
    [InlineData("[\"a\",\"\"]", "item 2 of the list is empty; items are separated by ;, without one at the end")]
    [InlineData("[\"a\", 1]", "item 2 of the JSON array is not a string")]
    [InlineData("[null]", "item 1 of the JSON array is not a string")]
    [InlineData("[sic]",
        "a list that starts with [ must be a JSON array, and this is not valid JSON; write a value that starts with [ as [\"[value]\"]")]
    [InlineData("[\"\\ud800\"]",
        "a list that starts with [ must be a JSON array, and this is not valid JSON; write a value that starts with [ as [\"[value]\"]")]
    public void Other_lists_are_errors(string text, string error) =>
        Assert.Equal(error, FindError(text, ScalarKind.String, isList: true));

    [Fact]
    public void Ids_of_other_data_sets_have_no_white_space_around_them()
    {
        Assert.Equal("geonames:1", Read("geonames:1", ScalarKind.Id));
        Assert.Equal("' geonames:1' begins or ends with white space, which is not allowed in an id", FindError("ucdp:1; geonames:1", ScalarKind.Id, isList: true));
        Assert.Equal("'a\\u0009b' contains a control character, which is not allowed in an id", FindError("a\tb", ScalarKind.Id));
    }

    [Fact]
    public void A_long_value_is_shortened_in_an_error() =>
        Assert.Equal($"'{new string('x', 100)}...' is not an integer", FindError(new string('x', 5000), ScalarKind.Int));

    private static object? Read(string text, ScalarKind kind, bool isList = false)
    {
        Assert.True(CellValue.TryRead(text, PropertyOf(kind, isList), out var value, out var error), error);
        return value;
    }

    private static string FindError(string text, ScalarKind kind, bool isList = false)
    {
        Assert.False(CellValue.TryRead(text, PropertyOf(kind, isList), out var value, out var error));
        Assert.Null(value);
        return error;
    }

    private static Property PropertyOf(ScalarKind kind, bool isList) =>
        new() { Name = "p", Kind = kind, IsList = isList, Enum = kind == ScalarKind.Enum ? Color : null };
}
