using System.Runtime.CompilerServices;
using System.Text;
using GraphIntel.Core.Execution;
using Xunit;

namespace GraphIntel.Tests.Execution;

public sealed class BoundedCacheTests
{
    private static byte[] Key(int number) => Encoding.UTF8.GetBytes("key " + number);

    [Fact]
    public void A_value_is_found_by_its_bytes()
    {
        var cache = new BoundedCache<string>(10, 1_000);
        Assert.Equal("one", cache.Add(Key(1), "one", 3));
        Assert.Equal("one", cache.Add(Key(1), "another", 7));
        Assert.True(cache.TryGet(Key(1), out var found));
        Assert.Equal("one", found);
        Assert.False(cache.TryGet(Key(2), out _));
        Assert.Equal((1, 3), (cache.Count, cache.Bytes));
    }

    [Fact]
    public void It_never_exceeds_its_count()
    {
        var cache = new BoundedCache<string>(10, 1_000_000);
        for (var number = 0; number < 1_000; number++)
        {
            cache.Add(Key(number), "value", 1);
            Assert.InRange(cache.Count, 1, 10);
            Assert.Equal(cache.Count, cache.Bytes);
        }
        Assert.True(cache.TryGet(Key(999), out _));
    }

    [Fact]
    public void It_never_exceeds_its_bytes()
    {
        var cache = new BoundedCache<string>(1_000, 100);
        for (var number = 0; number < 1_000; number++)
        {
            cache.Add(Key(number), "value", 1 + (number % 25));
            Assert.InRange(cache.Bytes, 0, 100);
        }
    }

    [Fact]
    public void A_value_larger_than_a_quarter_is_not_cached()
    {
        var cache = new BoundedCache<string>(10, 100);
        Assert.Equal("large", cache.Add(Key(1), "large", 26));
        Assert.Equal((0, 0L), (cache.Count, cache.Bytes));
        cache.Add(Key(2), "small", 25);
        Assert.Equal((1, 25L), (cache.Count, cache.Bytes));
    }

    [Fact]
    public void Many_distinct_keys_do_not_evict_values_that_are_read()
    {
        var cache = new BoundedCache<string>(100, 1_000_000);
        for (var number = 0; number < 50; number++)
            cache.Add(Key(number), "used", 1);
        for (var flood = 1_000; flood < 11_000; flood++)
        {
            cache.Add(Key(flood), "once", 1);
            Assert.True(cache.TryGet(Key(flood % 50), out _));
        }
        Assert.All(Enumerable.Range(0, 50), number => Assert.True(cache.TryGet(Key(number), out _)));
        Assert.Equal(100, cache.Count);
    }

    [Fact]
    public void Growth_is_counted_and_a_value_that_grows_too_large_is_removed()
    {
        var cache = new BoundedCache<string>(10, 100);
        cache.Add(Key(1), "one", 5);
        cache.Add(Key(2), "two", 5);
        cache.Grow(Key(1), 15);
        Assert.Equal((2, 25L), (cache.Count, cache.Bytes));
        cache.Grow(Key(1), 15);
        Assert.False(cache.TryGet(Key(1), out _));
        cache.Grow(Key(1), 15);
        Assert.Equal((1, 5L), (cache.Count, cache.Bytes));
    }

    [Fact]
    public void A_value_that_grew_too_large_can_be_collected()
    {
        var cache = new BoundedCache<byte[]>(10, 100);
        var large = AddAndGrow(cache);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(large.TryGetTarget(out _));
        GC.KeepAlive(cache);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<byte[]> AddAndGrow(BoundedCache<byte[]> cache)
    {
        var value = new byte[1_000];
        cache.Add(Key(1), value, 5);
        cache.Grow(Key(1), 90);
        return new WeakReference<byte[]>(value);
    }

    [Fact]
    public void Concurrent_use_respects_the_limits_and_returns_the_right_values()
    {
        var cache = new BoundedCache<string>(64, 1_000);
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, number =>
        {
            var key = Key(number % 500);
            var value = "value of " + (number % 500);
            if (cache.TryGet(key, out var found))
                Assert.Equal(value, found);
            else
                Assert.Equal(value, cache.Add(key, value, 1 + (number % 20)));
            if (number % 7 == 0)
                cache.Grow(key, 3);
        });
        cache.Add(Key(1_000), "last", 1);
        Assert.InRange(cache.Count, 1, 64);
        Assert.InRange(cache.Bytes, 1, 1_000);
        var kept = Enumerable.Range(0, 1_001).Count(number => cache.TryGet(Key(number), out _));
        Assert.Equal(cache.Count, kept);
    }
}
