using GraphIntel.Core.Execution;
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
    public void It_can_be_cut_back()
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
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(16 * 1024)]
    [InlineData(20_000)]
    [InlineData(100_000)]
    public void It_takes_as_many_bytes_as_allowed_and_not_one_more(int limit)
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
    public void A_span_is_as_long_as_asked_for()
    {
        using var buffer = new ResponseBuffer();
        for (var size = 0; size < 100_000; size += 9_999)
        {
            Assert.True(buffer.GetSpan(size).Length >= Math.Max(1, size));
            Assert.True(buffer.GetMemory(size).Length >= Math.Max(1, size));
            buffer.Advance(size);
        }
    }
}
