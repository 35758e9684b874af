using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Response;
using GraphIntel.Core.Values;
using GraphIntel.Neo4j.Execute;
using Xunit;

namespace GraphIntel.Tests.Neo4j;

/// <summary>PackStream values written as JSON.</summary>
public sealed class PackStreamRowReaderTests
{
    private delegate void Write(PackStreamWriter writer);

    private static readonly EnumType Kinds = new("Kind", null, [new EnumValue("CITY", null), new EnumValue("TOWN", null)]);

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("a \"quoted\" \\ word")]
    [InlineData("\b\f\n\r\t\u0000\u0001\u001f")]
    [InlineData("حلب, Алеппо, 😀, \u2028, \u007f, </script>, '")]
    [InlineData("\"")]
    public void Text_reads_back_as_it_was(string text)
    {
        var json = Copy(ScalarKind.String, writer => writer.WriteString(text));
        Assert.Equal(text, JsonElement.Parse(json).GetString());
    }

    [Fact]
    public void Text_is_escaped_as_little_as_json_allows() =>
        Assert.Equal("\"é </a> \\\" \\\\ \\n \\u001f\"", Copy(ScalarKind.String, writer => writer.WriteString("é </a> \" \\ \n \u001f")));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(5, "5")]
    [InlineData(1e300, "1E+300")]
    [InlineData(5e-324, "5E-324")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    public void A_float_is_written_in_its_shortest_form(double value, string expected) =>
        Assert.Equal(expected, Copy(ScalarKind.Float, writer => writer.WriteFloat(value)));

    [Fact]
    public void An_integer_stored_for_a_float_is_a_float() =>
        Assert.Equal("7", Copy(ScalarKind.Float, writer => writer.WriteInteger(7)));

    [Theory]
    [InlineData(int.MinValue, "-2147483648")]
    [InlineData(-17, "-17")]
    [InlineData(0, "0")]
    [InlineData(int.MaxValue, "2147483647")]
    public void An_integer_of_any_width_is_written(long value, string expected) =>
        Assert.Equal(expected, Copy(ScalarKind.Int, writer => writer.WriteInteger(value)));

    [Theory]
    [InlineData(1, 1, 1, "0001-01-01")]
    [InlineData(1969, 12, 31, "1969-12-31")]
    [InlineData(2017, 6, 4, "2017-06-04")]
    [InlineData(9999, 12, 31, "9999-12-31")]
    public void A_day_is_written_as_iso_8601(int year, int month, int day, string expected) =>
        Assert.Equal($"\"{expected}\"", Copy(ScalarKind.Date, writer => writer.WriteDate(new Bolt.LocalDate(year, month, day))));

    public static TheoryData<string, string> UnexpectedValues => new()
    {
        { "text for a number", "'4'" },
        { "a number beyond 32 bits", "5000000000" },
        { "a fraction for a whole number", "2.5" },
        { "infinity for a whole number", "Infinity" },
        { "a number for text", "1" },
        { "truth for text", "true" },
        { "a number for an id", "7" },
        { "a day after year 9999", "+10000-01-01" },
        { "text for a day", "'2017-06-04'" },
        { "a time for a day", "01:02:03" },
        { "not a number", "NaN" },
        { "minus infinity", "-Infinity" },
        { "text for a fraction", "'0.5'" },
        { "a number for truth", "1" },
        { "a name that is no value of the enum", "'HAMLET'" },
        { "a number for an enum", "3" },
        { "a list for text", "a list" },
        { "bytes for text", "bytes" },
    };

    [Theory]
    [MemberData(nameof(UnexpectedValues))]
    public void A_value_outside_its_type_is_described_and_not_copied(string stray, string expected)
    {
        (ScalarKind Kind, Write Write) one = stray switch
        {
            "text for a number" => (ScalarKind.Int, writer => writer.WriteString("4")),
            "a number beyond 32 bits" => (ScalarKind.Int, writer => writer.WriteInteger(5_000_000_000)),
            "a fraction for a whole number" => (ScalarKind.Int, writer => writer.WriteFloat(2.5)),
            "infinity for a whole number" => (ScalarKind.Int, writer => writer.WriteFloat(double.PositiveInfinity)),
            "a number for text" => (ScalarKind.String, writer => writer.WriteInteger(1)),
            "truth for text" => (ScalarKind.String, writer => writer.WriteBoolean(true)),
            "a number for an id" => (ScalarKind.Id, writer => writer.WriteInteger(7)),
            "a day after year 9999" => (ScalarKind.Date, writer => writer.WriteDate(new Bolt.LocalDate(10_000, 1, 1))),
            "text for a day" => (ScalarKind.Date, writer => writer.WriteString("2017-06-04")),
            "a time for a day" => (ScalarKind.Date, writer => writer.WriteLocalTime(new Bolt.LocalTime(1, 2, 3))),
            "not a number" => (ScalarKind.Float, writer => writer.WriteFloat(double.NaN)),
            "minus infinity" => (ScalarKind.Float, writer => writer.WriteFloat(double.NegativeInfinity)),
            "text for a fraction" => (ScalarKind.Float, writer => writer.WriteString("0.5")),
            "a number for truth" => (ScalarKind.Boolean, writer => writer.WriteInteger(1)),
            "a name that is no value of the enum" => (ScalarKind.Enum, writer => writer.WriteString("HAMLET")),
            "a number for an enum" => (ScalarKind.Enum, writer => writer.WriteInteger(3)),
            "bytes for text" => (ScalarKind.String, writer => writer.WriteBytes([1])),
            _ => (ScalarKind.String, writer => writer.WriteListHeader(0)),
        };
        var reader = new PackStreamRowReader(new PackStreamReader(Bytes(one.Write)));
        using var output = new ResponseBuffer();
        Assert.False(reader.TryCopyScalar(one.Kind, Kinds, output));
        Assert.Equal((0, 0), (output.Length, reader.Position));
        Assert.Equal((expected, 0), (reader.Describe(one.Kind), reader.Position));
    }

    [Fact]
    public void A_float_without_fraction_stored_for_an_integer_is_an_integer() =>
        Assert.Equal("3", Copy(ScalarKind.Int, writer => writer.WriteFloat(3)));

    [Fact]
    public void A_value_of_an_enum_is_its_name() => Assert.Equal("\"TOWN\"", Copy(ScalarKind.Enum, writer => writer.WriteString("TOWN")));

    [Theory]
    [InlineData(Bolt.Point.Wgs84, 37.16, 36.2, true)]
    [InlineData(Bolt.Point.Wgs84, 37.16, 95, false)]
    [InlineData(Bolt.Point.Wgs84, -180.5, 36.2, false)]
    [InlineData(Bolt.Point.Wgs84, double.NaN, 36.2, false)]
    [InlineData(Bolt.Point.Cartesian, 37.16, 36.2, false)]
    public void A_position_is_valid_only_on_the_earth(int srid, double x, double y, bool isValid)
    {
        var reader = new PackStreamRowReader(new PackStreamReader(Bytes(writer => writer.WritePoint(new Bolt.Point(srid, x, y)))));
        Assert.Equal(isValid, reader.TryReadPoint(out var point));
        if (isValid)
            Assert.Equal(new GeoPoint(y, x), point);
        else
            Assert.StartsWith("point({srid:", reader.Describe(ScalarKind.Point), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_key_is_written_as_it_is_compared()
    {
        var reader = new PackStreamRowReader(new PackStreamReader(Bytes(writer =>
        {
            writer.WriteInteger(5_000_000_000);
            writer.WriteFloat(double.NegativeInfinity);
            writer.WriteString("HAMLET");
            writer.WriteLocalTime(new Bolt.LocalTime(1, 2, 3));
            writer.WriteNull();
            writer.WriteDate(new Bolt.LocalDate(2017, 6, 4));
        })));
        using var output = new ResponseBuffer();
        foreach (var kind in new[] { ScalarKind.Int, ScalarKind.Float, ScalarKind.Enum, ScalarKind.Date, ScalarKind.Date, ScalarKind.Date })
        {
            reader.CopyKey(kind, output);
            output.Write((byte)' ');
        }
        Assert.Equal("5000000000 -9e999 \"HAMLET\" null null \"2017-06-04\" ", Encoding.UTF8.GetString(output.Written));
    }

    [Fact]
    public void The_reader_can_be_set_back_to_a_position()
    {
        var bytes = Bytes(writer =>
        {
            writer.WriteListHeader(2);
            writer.WriteString("first");
            writer.WriteListHeader(1);
            writer.WriteNull();
        });
        var reader = new PackStreamRowReader(new PackStreamReader(bytes));
        reader.EnterRow();
        var start = reader.Position;
        reader.Skip();
        var remaining = reader.EnterList();
        Assert.True(reader.NextItem(ref remaining));
        Assert.True(reader.TryReadNull());
        Assert.False(reader.NextItem(ref remaining));
        reader.Position = start;
        using var output = new ResponseBuffer();
        Assert.True(reader.TryCopyScalar(ScalarKind.String, null, output));
        Assert.Equal("\"first\"", Encoding.UTF8.GetString(output.Written));
    }

    private static string Copy(ScalarKind kind, Write write)
    {
        var reader = new PackStreamRowReader(new PackStreamReader(Bytes(write)));
        using var output = new ResponseBuffer();
        Assert.True(reader.TryCopyScalar(kind, Kinds, output));
        return Encoding.UTF8.GetString(output.Written);
    }

    private static byte[] Bytes(Write write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(new PackStreamWriter(bytes));
        return bytes.WrittenSpan.ToArray();
    }
}
