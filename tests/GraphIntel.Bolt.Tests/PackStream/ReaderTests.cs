using GraphIntel.Bolt.PackStream;
using Xunit;

namespace GraphIntel.Bolt.Tests.PackStream;

public sealed class ReaderTests
{
    [Theory]
    [InlineData(0L, "00")]
    [InlineData(127L, "7F")]
    [InlineData(-16L, "F0")]
    [InlineData(-17L, "C8EF")]
    [InlineData(-128L, "C880")]
    [InlineData(-129L, "C9FF7F")]
    [InlineData(128L, "C90080")]
    [InlineData(32767L, "C97FFF")]
    [InlineData(32768L, "CA00008000")]
    [InlineData(-32769L, "CAFFFF7FFF")]
    [InlineData(2147483648L, "CB0000000080000000")]
    [InlineData(long.MinValue, "CB8000000000000000")]
    [InlineData(long.MaxValue, "CB7FFFFFFFFFFFFFFF")]
    public void Integers_take_their_shortest_form(long value, string hex)
    {
        Assert.Equal(hex, Convert.ToHexString(Hex.Of(value)));
        Assert.Equal(value, new PackStreamReader(Hex.Parse(hex)).ReadValue());
    }

    [Theory]
    [InlineData("C801")]
    [InlineData("C90001")]
    [InlineData("CA00000001")]
    [InlineData("CB0000000000000001")]
    public void Integers_are_read_in_any_form(string hex) => Assert.Equal(1L, new PackStreamReader(Hex.Parse(hex)).ReadInteger());

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(200_000)]
    public void Lengths_at_all_encoding_boundaries_round_trip(int length)
    {
        var text = new string('x', length);
        var bytes = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        var list = Enumerable.Range(0, length).Select(i => (object?)(long)i).ToList();
        var map = Enumerable.Range(0, length).ToDictionary(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture), i => (object?)(i % 2 == 0));
        foreach (var value in new object[] { text, bytes, list, map })
        {
            var written = Hex.Of(value);
            var reader = new PackStreamReader(written);
            Assert.Equal(value, reader.ReadValue());
            Assert.True(reader.AtEnd);
            var skipped = new PackStreamReader(written);
            Assert.Equal(written.Length, skipped.ReadRaw().Length);
        }
    }

    [Theory]
    [InlineData("D2FFFFFFFF", "4294967295")]
    [InlineData("CEFFFFFFFF", "4294967295")]
    [InlineData("D67FFFFFFF00", "2147483647")]
    [InlineData("DA7FFFFFFF00", "2147483647")]
    [InlineData("D9FFFF8100", "131070")]
    [InlineData("9F0000", "15")]
    [InlineData("84616263", "4 bytes")]
    [InlineData("CB000000", "8 bytes")]
    [InlineData("B3", "1 bytes")]
    [InlineData("", "a value")]
    public void A_length_beyond_the_remaining_bytes_is_rejected(string hex, string named)
    {
        var read = Assert.Throws<ProtocolException>(() => new PackStreamReader(Hex.Parse(hex)).ReadValue());
        Assert.Contains(named, read.Message, StringComparison.Ordinal);
        Assert.Throws<ProtocolException>(() => new PackStreamReader(Hex.Parse(hex)).Skip());
    }

    [Theory]
    [InlineData("C4")]
    [InlineData("CF")]
    [InlineData("D3")]
    [InlineData("D7")]
    [InlineData("DC0144")]
    [InlineData("DD000144")]
    [InlineData("DF")]
    [InlineData("EF")]
    public void A_byte_that_begins_no_value_is_refused(string hex) => Assert.Contains(
        "is not the start of a PackStream value", Assert.Throws<ProtocolException>(() => new PackStreamReader(Hex.Parse(hex)).Skip()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("81FF")]
    [InlineData("82C328")]
    [InlineData("83EDA080")]
    public void Text_that_is_not_utf8_is_refused(string hex) => Assert.Contains(
        "UTF-8", Assert.Throws<ProtocolException>(() => new PackStreamReader(Hex.Parse(hex)).ReadString()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_type_is_reported_with_its_position()
    {
        var error = Assert.Throws<ProtocolException>(() =>
        {
            var reader = new PackStreamReader(Hex.Parse("01 8161"));
            reader.ReadInteger();
            reader.ReadInteger();
        });
        Assert.Equal("Expected a value of type Integer at 1, but found one of type String.", error.Message);
    }

    [Fact]
    public void Depth_is_limited_for_reading_objects_and_not_for_skipping()
    {
        var deep = Enumerable.Repeat((byte)0x91, 100_000).Append((byte)0xC0).ToArray();
        Assert.Contains("nested more than", Assert.Throws<ProtocolException>(() => new PackStreamReader(deep).ReadValue()).Message, StringComparison.Ordinal);
        var reader = new PackStreamReader(deep);
        reader.Skip();
        Assert.True(reader.AtEnd);
    }

    [Fact]
    public void Nested_announcements_allocate_in_proportion_to_received_bytes()
    {
        // Every list announces as many values as there are bytes left: counted separately they would allocate megabytes each.
        var bytes = new byte[400 * 5 + 100_000];
        for (var i = 0; i < 400; i++)
            new byte[] { 0xD6, 0x00, 0x01, 0x00, 0x00 }.CopyTo(bytes, i * 5);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ProtocolException>(() => new PackStreamReader(bytes).ReadValue());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L * bytes.Length);
    }

    [Theory]
    [InlineData("B144CB7FFFFFFFFFFFFFFF", "day")]
    [InlineData("B174FF", "nanosecond of the day")]
    [InlineData("B254 00 CA00010000", "offset")]
    [InlineData("B264 00 CA3B9ACA00", "nanosecond")]
    [InlineData("B349 00 00 CA000186A0", "offset")]
    [InlineData("B445 00 00 00 CA3B9ACA00", "nanosecond")]
    [InlineData("B445 00 00 CB7FFFFFFFFFFFFFFF CA7FFFFFFF", "nanosecond")]
    [InlineData("B445 00 00 00 FF", "nanosecond")]
    [InlineData("B358 CB0000000100000000 C10000000000000000 C10000000000000000", "SRID")]
    public void Dates_times_and_points_out_of_range_are_refused(string hex, string named) => Assert.Contains(
        named, Assert.Throws<ProtocolException>(() => new PackStreamReader(Hex.Parse(hex)).ReadValue()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("B05A")]
    [InlineData("B244 00 00")]
    [InlineData("B256 CC01C6 CC00")]
    public void Unknown_structures_are_rejected_when_read_and_can_be_skipped(string hex)
    {
        Assert.Throws<ProtocolException>(() => new PackStreamReader(Hex.Parse(hex)).ReadValue());
        var reader = new PackStreamReader(Hex.Parse(hex));
        reader.Skip();
        Assert.True(reader.AtEnd);
    }

    [Fact]
    public void A_path_can_traverse_relationships_backwards()
    {
        // (a)-[:R]->(b)<-[:S]-(a): the second step goes backwards.
        var path = (Path)new PackStreamReader(Hex.Parse(
            "B350 92 B44E 01 91 8141 A0 8161 B44E 02 90 A1 816E 05 8162" +
            " 92 B472 07 8152 A0 8172 B472 08 8153 A0 8173 94 01 01 FE 00")).ReadValue()!;
        Assert.Equal(["a", "b", "a"], path.Nodes.Select(n => n.ElementId));
        Assert.Equal(["R", "S"], path.Relationships.Select(r => r.Type));
        Assert.Equal(("a", "b"), (path.Relationships[0].StartNodeElementId, path.Relationships[0].EndNodeElementId));
        Assert.Equal(("a", "b"), (path.Relationships[1].StartNodeElementId, path.Relationships[1].EndNodeElementId));
        Assert.Equal(5L, path.Nodes[1]["n"]);
        Assert.Equal(path.Start, path.End);
    }

    [Theory]
    [InlineData("B350 90 90 90")]
    [InlineData("B350 91 B44E 01 90 A0 8161 90 91 01")]
    [InlineData("B350 91 B44E 01 90 A0 8161 90 92 01 00")]
    [InlineData("B350 91 B44E 01 90 A0 8161 91 B472 07 8152 A0 8172 92 01 01")]
    [InlineData("B350 91 B44E 01 90 A0 8161 91 B472 07 8152 A0 8172 92 CB8000000000000000 00")]
    public void A_path_with_invalid_indices_is_rejected(string hex) =>
        Assert.Throws<ProtocolException>(() => new PackStreamReader(Hex.Parse(hex)).ReadValue());
}
