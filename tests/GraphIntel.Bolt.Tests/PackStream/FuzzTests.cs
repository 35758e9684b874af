using CsCheck;
using GraphIntel.Bolt.Framing;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Bolt.Protocol;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Bolt.Tests.PackStream;

/// <summary>Round trips of random values, and randomly corrupted bytes.</summary>
[Long]
public sealed class FuzzTests
{
    /// <summary>The maximum allocation for each received byte: a dictionary's entry is the worst case.</summary>
    private const int AllocationFactor = 256;

    private static readonly Gen<object?> Leaf = Gen.OneOf(
        Gen.Const((object?)null),
        Gen.Bool.Select(v => (object?)v),
        Gen.Long.Select(v => (object?)v),
        Gen.Int[-200, 200].Select(v => (object?)(long)v),
        Gen.Double.Select(v => (object?)v),
        Gen.String.Select(v => (object?)Valid(v)),
        Gen.Byte.Array[0, 300].Select(v => (object?)v),
        Gen.Long[-365_243_219_162, 365_241_780_471].Select(v => (object?)new LocalDate(v)),
        Gen.Long[0, 86_399_999_999_999].Select(v => (object?)new LocalTime(v)),
        Gen.Select(Gen.Long[0, 86_399_999_999_999], Gen.Int[-64_800, 64_800]).Select(v => (object?)new OffsetTime(v.Item1, v.Item2)),
        Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 999_999_999]).Select(v => (object?)new LocalDateTime(v.Item1, v.Item2)),
        Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 999_999_999], Gen.Int[-64_800, 64_800])
            .Select(v => (object?)new ZonedDateTime(v.Item1, v.Item2, v.Item3)),
        Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 999_999_999]).Select(v => (object?)new ZonedDateTime(v.Item1, v.Item2, "Asia/Damascus")),
        Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Int[-999_999_999, 999_999_999]).Select(v => (object?)new Duration(v.Item1, v.Item2, v.Item3, v.Item4)),
        Gen.Select(Gen.Double, Gen.Double).Select(v => (object?)new Point(Point.Wgs84, v.Item1, v.Item2)),
        Gen.Select(Gen.Double, Gen.Double, Gen.Double).Select(v => (object?)new Point(Point.Cartesian3D, v.Item1, v.Item2, v.Item3)));

    private static readonly Gen<object?> Value = Gen.Recursive<object?>((depth, inner) => depth >= 4
        ? Leaf
        : Gen.Frequency(
            (4, Leaf),
            (1, inner.List[0, 20].Select(v => (object?)v)),
            (1, Gen.Dictionary(Gen.String.Select(Valid), inner)[0, 20].Select(v => (object?)v))));

    [Fact]
    public void Any_value_round_trips() => Value.Sample(
        value =>
        {
            var bytes = Hex.Of(value);
            var reader = new PackStreamReader(bytes);
            Assert.Equivalent(value, reader.ReadValue(), strict: true);
            Assert.True(reader.AtEnd);
            var skipped = new PackStreamReader(bytes);
            skipped.Skip();
            Assert.True(skipped.AtEnd);
        },
        iter: 2_000);

    [Fact]
    public void Every_prefix_of_a_value_is_rejected() => Value.Sample(
        value =>
        {
            var bytes = Hex.Of(value);
            for (var length = 0; length < Math.Min(bytes.Length, 300); length++)
            {
                var part = bytes[..length];
                Assert.Throws<ProtocolException>(() => new PackStreamReader(part).ReadValue());
                Assert.Throws<ProtocolException>(() => new PackStreamReader(part).Skip());
            }
        },
        iter: 100);

    [Fact]
    public void Corrupted_bytes_are_a_value_or_an_error_with_proportional_memory() =>
        Gen.Select(Value, Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte).List[1, 8]).Sample(
            (value, changes) =>
            {
                var bytes = Hex.Of(value);
                foreach (var (place, change) in changes)
                    bytes[place % bytes.Length] = change;
                ReadAll(bytes);
            },
            iter: 5_000);

    [Fact]
    public void Random_bytes_are_a_value_or_an_error_with_proportional_memory() =>
        Gen.Byte.Array[0, 2_000].Sample(ReadAll, iter: 5_000);

    [Fact]
    public void Random_responses_are_protocol_errors_with_proportional_memory() => Gen.Byte.Array[0, 500].Sample(
        ReadAsEveryAnswer, iter: 5_000);

    [Fact]
    public void Structures_with_extreme_and_invalid_fields_are_a_value_or_an_error() => Gen.Int.Sample(
        seed =>
        {
            var bytes = Hex.Of(writer => new Structures(new Random(seed)).Write(writer));
            ReadAll(bytes);
            ReadAsEveryAnswer([0xA1, 0x81, (byte)'x', .. bytes]);
        },
        iter: 20_000);

    [Fact]
    public void Random_chunks_never_break_the_framing() => Gen.Byte.Array[0, 5_000].Sample(
        bytes =>
        {
            using var chunks = new ChunkReader(int.MaxValue, new ReceiveBudget(long.MaxValue));
            var left = bytes.AsMemory();
            var total = 0;
            while (!left.IsEmpty)
            {
                var room = chunks.GetMemory();
                var count = Math.Min(room.Length, Math.Min(left.Length, 700));
                left[..count].CopyTo(room);
                chunks.Advance(count);
                left = left[count..];
                while (chunks.TryRead(out var message))
                    total += message.Length;
            }
            Assert.InRange(total, 0, bytes.Length);
        },
        iter: 2_000);

    private static void ReadAll(byte[] bytes)
    {
        TryInProportion(bytes, () => new PackStreamReader(bytes).ReadValue());
        Try(() => new PackStreamReader(bytes).Skip());
    }

    private static void ReadAsEveryAnswer(byte[] bytes)
    {
        foreach (var response in new Response[] { new HelloResponse(), new RunResponse(), new StreamResponse(), new CommitResponse(), new RouteResponse() })
            TryInProportion(bytes, () => response.Succeed(bytes));
        TryInProportion(bytes, () => Failure.Read(bytes).ToException());
    }

    private static void TryInProportion(byte[] bytes, Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Try(read);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 0, AllocationFactor * (bytes.Length + 64L));
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (ProtocolException)
        {
            // The expected error for corrupted bytes.
        }
    }

    /// <summary>A lone surrogate is written as U+FFFD, so it does not round-trip.</summary>
    private static string Valid(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
