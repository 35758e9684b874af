using System.Buffers.Text;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Values;
using Xunit;

namespace GraphIntel.Tests.Execution;

public sealed class CursorTests
{
    private const int Order = 42;

    private static readonly (ScalarKind Kind, bool IsNullable)[] _keys =
        [(ScalarKind.Date, true), (ScalarKind.Int, false), (ScalarKind.Float, true), (ScalarKind.Boolean, true), (ScalarKind.Id, false)];

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static Cursor.Fault Read(string text, out object?[] values)
    {
        values = new object?[_keys.Length];
        return Cursor.Read(text, Order, _keys, values);
    }

    [Fact]
    public void Values_are_read_by_their_kind()
    {
        Assert.Equal(Cursor.Fault.None, Read(Encode("""[42,"2017-06-04",7,0.1,true,"place:é"]"""), out var values));
        Assert.Equal([new DateOnly(2017, 6, 4), 7, 0.1, true, "place:é"], values);
        Assert.Equal(Cursor.Fault.None, Read(Encode("""[42,null,-7,null,null,""]"""), out values));
        Assert.Equal([null, -7, null, null, ""], values);
    }

    [Theory]
    [InlineData("""[43,"2017-06-04",7,0.1,true,"x"]""")]
    [InlineData("""[-42]""")]
    public void Another_orders_cursor_is_known_by_its_fingerprint(string json) =>
        Assert.Equal(Cursor.Fault.OtherOrder, Read(Encode(json), out _));

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
    [InlineData("[42,null,7.5,null,null,\"x\"]")]
    [InlineData("[42,null,99999999999,null,null,\"x\"]")]
    [InlineData("[42,\"2017-02-30\",7,null,null,\"x\"]")]
    [InlineData("[42,\"4 June 2017\",7,null,null,\"x\"]")]
    [InlineData("[42,20170604,7,null,null,\"x\"]")]
    [InlineData("[42,null,7,1e999,null,\"x\"]")]
    [InlineData("[42,null,7,\"NaN\",null,\"x\"]")]
    [InlineData("[42,null,7,null,1,\"x\"]")]
    [InlineData("[42,null,7,null,\"true\",\"x\"]")]
    [InlineData("[42,null,7,null,null,[\"x\"]]")]
    [InlineData("[42,null,7,null,null,{}]")]
    [InlineData("[42,null,7,null,null,\"\\ud800\"]")]
    public void What_is_not_ours_is_malformed(string json) => Assert.Equal(Cursor.Fault.Malformed, Read(Encode(json), out _));

    [Theory]
    [InlineData("not base64!")]
    [InlineData("A")]
    [InlineData("é")]
    [InlineData("AAAA====")]
    public void What_is_not_base64url_is_malformed(string text) => Assert.Equal(Cursor.Fault.Malformed, Read(text, out _));

    [Fact]
    public void Bytes_that_are_no_utf8_are_malformed() =>
        Assert.Equal(Cursor.Fault.Malformed, Read(Base64Url.EncodeToString([.. "[42,null,7,null,null,\""u8, 0xff, 0xfe, .. "\"]"u8]), out _));

    [Fact]
    public void A_cursor_longer_than_any_of_ours_is_malformed()
    {
        Assert.Equal(Cursor.Fault.Malformed, Read(Encode($"[42,null,7,null,null,\"{new string('x', Cursor.MaxLength)}\"]"), out _));
        Assert.Equal(Cursor.Fault.Malformed, Read(Encode(new string('[', 9_000)), out _));
    }

    [Fact]
    public void A_fingerprint_is_the_same_on_every_server() =>
        Assert.Equal((-1345016382, unchecked((int)2166136261)), (Cursor.Fingerprint("Actor|id ASC"), Cursor.Fingerprint("")));
}
