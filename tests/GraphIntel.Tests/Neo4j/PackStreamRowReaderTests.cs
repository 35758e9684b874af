using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Execute;
using Xunit;

namespace GraphIntel.Tests.Neo4j;

/// <summary>Values as Bolt brings them, as JSON.</summary>
public sealed class PackStreamRowReaderTests
{
    private delegate void Write(PackStreamWriter writer);

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
    public void A_whole_number_kept_for_a_float_is_a_float() =>
        Assert.Equal("7", Copy(ScalarKind.Float, writer => writer.WriteInteger(7)));

    [Theory]
    [InlineData(int.MinValue, "-2147483648")]
    [InlineData(-17, "-17")]
    [InlineData(0, "0")]
    [InlineData(int.MaxValue, "2147483647")]
    [InlineData(3_000_000_000, "3000000000")]
    public void A_whole_number_is_written_at_any_width(long value, string expected) =>
        Assert.Equal(expected, Copy(ScalarKind.Int, writer => writer.WriteInteger(value)));

    [Theory]
    [InlineData(1, 1, 1, "0001-01-01")]
    [InlineData(1969, 12, 31, "1969-12-31")]
    [InlineData(2017, 6, 4, "2017-06-04")]
    [InlineData(9999, 12, 31, "9999-12-31")]
    public void A_day_is_written_as_iso_8601(int year, int month, int day, string expected) =>
        Assert.Equal($"\"{expected}\"", Copy(ScalarKind.Date, writer => writer.WriteDate(new Bolt.LocalDate(year, month, day))));

    public static TheoryData<string> Strays => ["text for a number", "a number for text", "a day after year 9999", "text for a day", "a time for a day", "not a number", "a number for truth", "a list for text"];

    [Theory]
    [MemberData(nameof(Strays))]
    public void A_value_of_another_kind_than_the_models_is_refused_without_being_shown(string stray)
    {
        (ScalarKind Kind, Write Write) one = stray switch
        {
            "text for a number" => (ScalarKind.Int, writer => writer.WriteString("secret")),
            "a number for text" => (ScalarKind.String, writer => writer.WriteInteger(1)),
            "a day after year 9999" => (ScalarKind.Date, writer => writer.WriteDate(new Bolt.LocalDate(10_000, 1, 1))),
            "text for a day" => (ScalarKind.Date, writer => writer.WriteString("2017-06-04")),
            "a time for a day" => (ScalarKind.Date, writer => writer.WriteLocalTime(new Bolt.LocalTime(1, 2, 3))),
            "not a number" => (ScalarKind.Float, writer => writer.WriteFloat(double.NaN)),
            "a number for truth" => (ScalarKind.Boolean, writer => writer.WriteInteger(1)),
            _ => (ScalarKind.String, writer => writer.WriteListHeader(0)),
        };
        var error = Assert.Throws<StoreException>(() => Copy(one.Kind, one.Write));
        Assert.Equal(StoreFailure.Refused, error.Failure);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Contains("graphintel check", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_position_can_be_gone_back_to()
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
        reader.CopyScalar(ScalarKind.String, output);
        Assert.Equal("\"first\"", Encoding.UTF8.GetString(output.Written));
    }

    private static string Copy(ScalarKind kind, Write write)
    {
        var reader = new PackStreamRowReader(new PackStreamReader(Bytes(write)));
        using var output = new ResponseBuffer();
        reader.CopyScalar(kind, output);
        return Encoding.UTF8.GetString(output.Written);
    }

    private static byte[] Bytes(Write write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(new PackStreamWriter(bytes));
        return bytes.WrittenSpan.ToArray();
    }
}
