using System.Buffers;
using GraphIntel.Bolt.Framing;
using Xunit;

namespace GraphIntel.Bolt.Tests.Framing;

public sealed class ChunkTests
{
    private static readonly ReceiveBudget Unbounded = new(long.MaxValue);
    /// <summary>What a server sends during a query, with NOOPs between.</summary>
    private static readonly string[] Messages =
    [
        "B170A387745F666972737438866669656C6473918178826462856E656F346A", "B1719101", "B17191B144C94D46",
        "B17191B254CB000029324BFD6315C91C20", "B17191B369C911942A8C4575726F70652F5061726973",
        "B171919EC0C3C201F0C8EF7FC90080CA00008000CB0000000080000000C13FF80000000000008090A1816101", "B07E", "B170A0",
        "B170A1886861735F6D6F7265C3", "B17FA284636F64658B4E656F2E582E592E5A2E41876D65737361676581 6D",
    ];

    [Fact]
    public void Messages_split_at_any_byte_are_read()
    {
        var expected = Messages.Select(Hex.Parse).ToList();
        foreach (var chunkSize in new[] { 1, 2, 3, 7, 65_535 })
        {
            var stream = Framed(expected, chunkSize);
            for (var split = 0; split <= stream.Length; split++)
                Assert.Equal(expected, ReadIn(stream[..split], stream[split..]));
        }
    }

    [Fact]
    public void Messages_that_arrive_byte_by_byte_are_read()
    {
        var expected = Messages.Select(Hex.Parse).ToList();
        var stream = Framed(expected, 5);
        Assert.Equal(expected, ReadIn([.. stream.Select(b => new[] { b })]));
    }

    [Fact]
    public void A_message_over_the_limit_is_rejected_before_it_is_complete()
    {
        using var reader = new ChunkReader(100_000, Unbounded);
        var chunk = new byte[2 + 50_000];
        (chunk[0], chunk[1]) = (50_000 >> 8, 50_000 & 0xFF);
        for (var i = 0; i < 3; i++)
        {
            for (var sent = 0; sent < chunk.Length;)
            {
                var room = reader.GetMemory();
                var count = Math.Min(room.Length, chunk.Length - sent);
                chunk.AsMemory(sent, count).CopyTo(room);
                reader.Advance(count);
                sent += count;
                if (i == 2 && sent == chunk.Length)
                    Assert.Contains("MaxMessageSize", Assert.Throws<ReceiveLimitException>(() => reader.TryRead(out _)).Message, StringComparison.Ordinal);
                else
                    Assert.False(reader.TryRead(out _));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(131_070)]
    [InlineData(131_071)]
    [InlineData(1_000_000)]
    public void A_message_of_any_size_is_framed_and_read_back(int size)
    {
        var message = Enumerable.Range(0, size).Select(i => (byte)(i * 31)).ToArray();
        using var writer = new ChunkWriter();
        foreach (var payload in new[] { [1], message, [2] })
        {
            writer.BeginMessage();
            writer.Write(payload);
            writer.EndMessage();
        }
        var framed = writer.Written.ToArray();
        var chunks = (size - 1) / 65_535 + 1;
        Assert.Equal(size + 2 * chunks + 2 + 2 * 5, framed.Length);
        Assert.Equal([[1], message, [2]], ReadIn(framed));
        Assert.Equal([[1], message, [2]], ReadIn([.. framed.Chunk(1000)]));
    }

    [Fact]
    public void Noops_alone_are_no_message() => Assert.Empty(ReadIn(new byte[2000]));

    [Fact]
    public void A_removed_message_is_not_sent()
    {
        using var writer = new ChunkWriter();
        writer.BeginMessage();
        writer.Write<byte>([1, 2, 3]);
        writer.Truncate(0);
        writer.BeginMessage();
        writer.Write<byte>([9]);
        writer.EndMessage();
        Assert.Equal("0001090000", Convert.ToHexString(writer.Written.Span));
    }

    [Fact]
    public void Buffers_of_large_messages_count_together_and_are_released_with_them()
    {
        const int Length = 600_000;
        var budget = new ReceiveBudget(5_000_000);
        using var first = new ChunkReader(int.MaxValue, budget);
        using var second = new ChunkReader(int.MaxValue, budget);
        var framed = Framed([new byte[Length]], 0xFFFF);
        Receive(first, framed);
        Assert.InRange(budget.Held, Length, 4 * Length);
        Assert.True(first.TryRead(out var message));
        Assert.Equal(Length, message.Length);

        var error = Assert.Throws<ReceiveLimitException>(() => Receive(second, Framed([new byte[9 * Length]], 0xFFFF)));
        Assert.Contains("MaxReceiveBytes", error.Message, StringComparison.Ordinal);
        Assert.True(error.IsRetriable);
        second.Dispose();

        Assert.False(first.TryRead(out _));
        first.Trim();
        Assert.Equal(0, budget.Held);
        Receive(first, framed);
        Assert.True(first.TryRead(out message));
        Assert.Equal(Length, message.Length);
    }

    [Fact]
    public void A_buffer_is_not_much_larger_than_the_largest_message()
    {
        var budget = new ReceiveBudget(long.MaxValue);
        using var reader = new ChunkReader(10_000_000, budget);
        Receive(reader, Framed([new byte[9_900_000]], 0xFFFF));
        Assert.InRange(budget.Held, 9_900_000, 10_200_000);
        Assert.True(reader.TryRead(out var message));
        Assert.Equal(9_900_000, message.Length);
    }

    private static void Receive(ChunkReader reader, byte[] bytes)
    {
        var left = bytes.AsMemory();
        while (!left.IsEmpty)
        {
            var room = reader.GetMemory();
            var count = Math.Min(room.Length, left.Length);
            left[..count].CopyTo(room);
            reader.Advance(count);
            left = left[count..];
        }
    }

    private static byte[] Framed(List<byte[]> messages, int chunkSize)
    {
        var stream = new List<byte> { 0, 0 };
        foreach (var message in messages)
        {
            foreach (var chunk in message.Chunk(chunkSize))
                stream.AddRange([(byte)(chunk.Length >> 8), (byte)chunk.Length, .. chunk]);
            stream.AddRange([0, 0, 0, 0, 0, 0]);
        }
        return [.. stream];
    }

    private static List<byte[]> ReadIn(params byte[][] arrivals)
    {
        using var chunks = new ChunkReader(int.MaxValue, Unbounded);
        var messages = new List<byte[]>();
        foreach (var arrival in arrivals)
        {
            var left = arrival.AsMemory();
            do
            {
                var room = chunks.GetMemory();
                var count = Math.Min(room.Length, left.Length);
                left[..count].CopyTo(room);
                chunks.Advance(count);
                left = left[count..];
                while (chunks.TryRead(out var message))
                    messages.Add(message.ToArray());
            }
            while (!left.IsEmpty);
        }
        return messages;
    }
}
