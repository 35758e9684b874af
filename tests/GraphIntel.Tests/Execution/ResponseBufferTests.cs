using GraphIntel.Core.Response;
using Xunit;

namespace GraphIntel.Tests.Execution;

public sealed class ResponseBufferTests
{
    [Fact]
    public void It_grows_and_keeps_what_was_written()
    {
        using var buffer = new ResponseBuffer();
        var expected = new List<byte>();
        for (var size = 1; size < 3_000; size += 7)
        {
            var chunk = Enumerable.Repeat((byte)size, size).ToArray();
            buffer.Write(chunk);
            buffer.Write((byte)1);
            expected.AddRange([.. chunk, 1]);
        }
        Assert.Equal(expected.ToArray(), buffer.Written.ToArray());
        Assert.Equal(expected.Count, buffer.WrittenMemory.Length);
    }

    [Fact]
    public void It_can_be_truncated()
    {
        using var buffer = new ResponseBuffer();
        buffer.Write("kept"u8);
        var length = buffer.Length;
        buffer.Write("lost"u8);
        buffer.Length = length;
        buffer.Write("!"u8);
        Assert.Equal("kept!"u8.ToArray(), buffer.Written.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(16 * 1024)]
    [InlineData(100_000)]
    [InlineData(300_000)]
    public void It_can_be_truncated_to_any_length_and_grow_again(int length)
    {
        using var buffer = new ResponseBuffer();
        var bytes = Enumerable.Range(0, 500_000).Select(index => (byte)(index * 7)).ToArray();
        buffer.Write(bytes);
        buffer.Length = length;
        Assert.Equal(length, buffer.Length);
        buffer.Write("end"u8);
        buffer.Write(bytes);
        Assert.Equal([.. bytes[..length], .. "end"u8, .. bytes], Pieces(buffer));
    }

    [Fact]
    public void It_appends_the_segments_of_another_buffer()
    {
        var budget = new MemoryBudget(long.MaxValue);
        using (var buffer = new ResponseBuffer(budget))
        {
            var bytes = Enumerable.Range(0, 300_000).Select(index => (byte)(index * 7)).ToArray();
            using var other = new ResponseBuffer(budget);
            other.Write(bytes);
            other.ReplaceFirst((byte)'!');
            buffer.Write("before"u8);
            buffer.Append(other);
            buffer.Write("after"u8);
            Assert.Equal((0, 300_011), (other.Length, buffer.Length));
            Assert.Equal([.. "before"u8, (byte)'!', .. bytes[1..], .. "after"u8], Pieces(buffer));
            Assert.Equal(Pieces(buffer), buffer.Written.ToArray());
        }
        Assert.Equal(0, budget.Reserved);
    }

    [Fact]
    public void Sent_segments_are_released_one_by_one()
    {
        var budget = new MemoryBudget(long.MaxValue);
        using var buffer = new ResponseBuffer(budget);
        Assert.Equal(0, budget.Reserved);
        buffer.Write(new byte[1_000_000]);
        var held = budget.Reserved;
        Assert.InRange(held, 1_000_000, 1_200_000);
        for (int index = 0, count = buffer.SegmentCount; index < count; index++)
        {
            buffer.ReleaseSegment(index);
            Assert.True(budget.Reserved < held);
            held = budget.Reserved;
        }
        Assert.Equal(0, held);
        buffer.Dispose();
        Assert.Equal(0, budget.Reserved);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(16 * 1024)]
    [InlineData(20_000)]
    [InlineData(100_000)]
    public void It_accepts_bytes_up_to_the_limit(int limit)
    {
        using var buffer = new ResponseBuffer { MaxLength = limit };
        for (var written = 0; written < limit; written++)
            buffer.Write((byte)'x');
        Assert.Equal(limit, buffer.Length);
        Assert.Equal(limit, Assert.Throws<ResponseTooLargeException>(() => buffer.Write((byte)'x')).MaxLength);
        Assert.Throws<ResponseTooLargeException>(() => buffer.Write("x"u8));
        Assert.Throws<ResponseTooLargeException>(() => buffer.GetSpan(1).Length);
        Assert.Equal(limit, buffer.Length);
    }

    [Fact]
    public void A_span_has_at_least_the_requested_length()
    {
        using var buffer = new ResponseBuffer();
        for (var size = 0; size < 100_000; size += 9_999)
        {
            Assert.True(buffer.GetSpan(size).Length >= Math.Max(1, size));
            Assert.True(buffer.GetMemory(size).Length >= Math.Max(1, size));
            buffer.Advance(size);
        }
    }

    private static byte[] Pieces(ResponseBuffer buffer) =>
        [.. Enumerable.Range(0, buffer.SegmentCount).SelectMany(index => buffer.SegmentAt(index).ToArray())];
}
