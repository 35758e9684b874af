using System.Buffers.Text;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Values;
using Xunit;

namespace GraphIntel.Tests.Execution;

public sealed class CursorTests
{
    private const int Order = 42;

    private static readonly (ScalarKind Kind, bool IsNullable)[] Keys =
        [(ScalarKind.Date, true), (ScalarKind.Int, false), (ScalarKind.Float, true), (ScalarKind.Boolean, true), (ScalarKind.Id, false)];

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static Cursor.ReadError Read(string text, out object?[] values)
    {
        values = new object?[Keys.Length];
        return Cursor.Read(text, Order, Keys, values);
    }

    [Fact]
    public void Values_are_read_by_their_kind()
    {
        Assert.Equal(Cursor.ReadError.None, Read(Encode("""[42,"2017-06-04",7,0.1,true,"place:é"]"""), out var values));
        Assert.Equal([new DateOnly(2017, 6, 4), 7, 0.1, true, "place:é"], values);
        Assert.Equal(Cursor.ReadError.None, Read(Encode("""[42,null,-7,null,null,""]"""), out values));
        Assert.Equal([null, -7, null, null, ""], values);
    }

    [Fact]
    public void Values_outside_their_types_are_read_as_a_store_compares_them()
    {
        Assert.Equal(Cursor.ReadError.None, Read(Encode("""[42,"2017-02-30",99999999999,1e999,2,["/w=="]]"""), out var values));
        Assert.Equal(["2017-02-30", 99999999999, double.PositiveInfinity, 2], values[..4]);
        Assert.Equal(new byte[] { 0xff }, values[4]);
        Assert.Equal(Cursor.ReadError.None, Read(Encode("""[42,null,2.5,-1e999,null,"x"]"""), out values));
        Assert.Equal([null, 2.5, double.NegativeInfinity, null, "x"], values);
    }

    [Theory]
    [InlineData("""[43,"2017-06-04",7,0.1,true,"x"]""")]
    [InlineData("""[-42]""")]
    public void A_cursor_of_another_order_is_detected_by_its_fingerprint(string json) =>
        Assert.Equal(Cursor.ReadError.OtherOrder, Read(Encode(json), out _));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[\"42\"]")]
    [InlineData("[42]")]
    [InlineData("[42.5,null,7,null,null,\"x\"]")]
    [InlineData("[42,null,7,null,null,\"x\"")]
    [InlineData("[42,null,7,null,null,\"x\"] ]")]
    [InlineData("[42,null,7,null,null,\"x\",1]")]
    [InlineData("[42,null,7,null,null,null]")]
    [InlineData("[42,null,null,null,null,\"x\"]")]
    [InlineData("[42,null,\"7\",null,null,\"x\"]")]
    [InlineData("[42,20170604,7,null,null,\"x\"]")]
    [InlineData("[42,null,7,\"NaN\",null,\"x\"]")]
    [InlineData("[42,null,7,null,\"true\",\"x\"]")]
    [InlineData("[42,null,7,null,null,[\"x\"]]")]
    [InlineData("[42,null,7,null,null,{}]")]
    [InlineData("[42,null,7,null,null,\"\\ud800\"]")]
    public void Other_texts_are_malformed(string json) => Assert.Equal(Cursor.ReadError.Malformed, Read(Encode(json), out _));

    [Theory]
    [InlineData("not base64!")]
    [InlineData("A")]
    [InlineData("é")]
    [InlineData("AAAA====")]
    public void Text_that_is_not_base64url_is_malformed(string text) => Assert.Equal(Cursor.ReadError.Malformed, Read(text, out _));

    [Fact]
    public void Bytes_that_are_not_utf8_are_malformed() =>
        Assert.Equal(Cursor.ReadError.Malformed, Read(Base64Url.EncodeToString([.. "[42,null,7,null,null,\""u8, 0xff, 0xfe, .. "\"]"u8]), out _));

    [Fact]
    public void A_cursor_longer_than_the_maximum_is_malformed()
    {
        Assert.Equal(Cursor.ReadError.Malformed, Read(Encode($"[42,null,7,null,null,\"{new string('x', Cursor.MaxLength)}\"]"), out _));
        Assert.Equal(Cursor.ReadError.Malformed, Read(Encode(new string('[', 9_000)), out _));
    }

    [Fact]
    public void A_fingerprint_is_the_same_on_every_server() =>
        Assert.Equal((-1345016382, unchecked((int)2166136261)), (Cursor.Fingerprint("Actor|id ASC"), Cursor.Fingerprint("")));

    [Fact]
    public void A_fingerprint_with_numbers_depends_on_each_and_on_their_order()
    {
        int Of(params double[] numbers) => numbers.Aggregate(Order, Cursor.Fingerprint);
        Assert.Equal(Of(0.0, 1), Of(-0.0, 1));
        Assert.Equal(4, new[] { Of(), Of(1, 2), Of(2, 1), Of(1, BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(2) + 1)) }.Distinct().Count());
    }
}
