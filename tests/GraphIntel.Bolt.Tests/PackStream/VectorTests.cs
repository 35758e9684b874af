using GraphIntel.Bolt.Framing;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Bolt.Protocol;
using Xunit;

namespace GraphIntel.Bolt.Tests.PackStream;

/// <summary>Recorded bytes that a real server sent or accepted.</summary>
public sealed class VectorTests
{
    public static TheoryData<string, string> Records => new()
    {
        { "0008B17191B144C94D460000", "2024-02-29" },
        { "0011B17191B254CB000029324BFD6315C91C200000", "12:34:56.000000789+02:00" },
        { "000CB17191B349C911942AC90E100000", "1970-01-01T02:15:00.000000042+01:00" },
        { "0016B17191B369C911942A8C4575726F70652F50617269730000", "1970-01-01T01:15:00.000000042Z[Europe/Paris]" },
        { "000CB17191B346C91FA42AC90E100000", "1970-01-01T02:15:00.000000042+01:00" },
        { "000FB17191B4450E03C93972CA29B927000000", "P14M3DT14706.7S" },
        { "001AB17191B358C91C23C13FF0000000000000C140000000000000000000", "point({srid: 7203, x: 1, y: 2})" },
        { "0004B17191010000", "1" },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_of_a_real_server_is_read(string hex, string expected)
    {
        var reader = new PackStreamReader(Message(hex));
        Assert.Equal(1, reader.ReadStructureHeader(out var tag));
        Assert.Equal(MessageTag.Record, tag);
        Assert.Equal(1, reader.ReadListHeader());
        Assert.Equal(expected, Convert.ToString(reader.ReadValue(), System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(reader.AtEnd);
    }

    /// <summary>Without the date and time of Bolt 4.4, which servers from 5.1 on reject.</summary>
    public static TheoryData<string> Written => [.. Records.Select(r => r.Data.Item1).Where(h => !h.Contains("B346", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Written))]
    public void A_value_of_a_real_server_is_written_unchanged(string hex)
    {
        var message = Message(hex);
        var reader = new PackStreamReader(message);
        reader.ReadStructureHeader(out _);
        reader.ReadListHeader();
        var value = reader.ReadValue();
        Assert.Equal(message[3..], Hex.Of(value));
    }

    [Fact]
    public void A_list_of_every_simple_kind_is_read_and_written_alike()
    {
        var message = Message("002CB171919EC0C3C201F0C8EF7FC90080CA00008000CB0000000080000000C13FF80000000000008090A18161010000");
        var reader = new PackStreamReader(message);
        reader.ReadStructureHeader(out _);
        reader.ReadListHeader();
        var values = Assert.IsType<List<object?>>(reader.ReadValue());
        object?[] expected = [null, true, false, 1L, -16L, -17L, 127L, 128L, 32768L, 1L << 31, 1.5, "", new List<object?>(), new Dictionary<string, object?> { ["a"] = 1L }];
        Assert.Equal(expected, values);
        Assert.Equal(message[3..], Hex.Of(values));
    }

    [Fact]
    public void Requests_are_written_as_a_real_server_accepted_them()
    {
        Assert.Equal("001DB3108E52455455524E2024782041532078A1817801A1846D6F646581720000", Framed(new Run<ObjectParameters>(
            "RETURN $x AS x", new ObjectParameters(new { x = 1 }), new Extra { IsRead = true }, new BoltVersion(5, 8))));
        Assert.Equal("0006B13FA1816EFF0000", Framed(new Pull(Pull.All, null)));
        Assert.Equal("000BB13FA2816EFF83716964010000", Framed(new Pull(Pull.All, 1)));
        Assert.Equal("0002B00F0000", Convert.ToHexString(Reset.Framed.Span));
    }

    [Fact]
    public void Hello_is_written_as_the_specification_says() => Assert.Equal(
        // {user_agent: "agent", routing: {address: "a:1"}, notifications_minimum_severity: "OFF"}
        "004DB101A38A757365725F6167656E74856167656E7487726F7574696E67A1876164647265737383613A31"
        + "D01E6E6F74696669636174696F6E735F6D696E696D756D5F7365766572697479834F46460000",
        Framed(new Hello(new BoltVersion(5, 2), "agent", new Dictionary<string, string> { ["address"] = "a:1" }, NotificationFilter.None)));

    [Fact]
    public void Responses_of_a_real_server_are_read()
    {
        var run = new RunResponse();
        run.Succeed(Message("001FB170A387745F666972737438866669656C6473918178826462856E656F346A0000").AsSpan(2));
        Assert.Equal(["x"], run.Fields);
        Assert.Equal(56, run.AvailableAfter);
        var stream = new StreamResponse();
        stream.Succeed(Message("000DB170A1886861735F6D6F7265C30000").AsSpan(2));
        Assert.True(stream.HasMore);
    }

    [Fact]
    public void The_handshake_offers_what_a_real_server_accepted()
    {
        Assert.Equal("6060B017" + "00070805" + "00000000" + "00000000" + "00000000", Convert.ToHexString(Handshake.Offer(manifest: false)));
        Assert.Equal("6060B017" + "000001FF" + "00070805" + "00000000" + "00000000", Convert.ToHexString(Handshake.Offer(manifest: true)));
    }

    private static byte[] Message(string framed)
    {
        using var chunks = new ChunkReader(int.MaxValue, new ReceiveBudget(long.MaxValue));
        var bytes = Hex.Parse(framed);
        bytes.CopyTo(chunks.GetMemory());
        chunks.Advance(bytes.Length);
        Assert.True(chunks.TryRead(out var message));
        return message.ToArray();
    }

    private static string Framed<TMessage>(TMessage message)
        where TMessage : struct, IMessage
    {
        using var chunks = new ChunkWriter();
        chunks.BeginMessage();
        message.Write(new PackStreamWriter(chunks));
        chunks.EndMessage();
        return Convert.ToHexString(chunks.Written.Span);
    }
}
