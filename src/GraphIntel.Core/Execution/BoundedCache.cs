using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace GraphIntel.Core.Execution;

/// <summary>
/// A cache of values by the bytes of a text, looked up without making a string; bounded by count and by bytes. Reading takes no
/// lock. Eviction is CLOCK (Corbato 1968), so that many texts used once do not evict those in use.
/// </summary>
/// <typeparam name="TValue">The cached type. A value may grow, which <see cref="Grow"/> accounts for.</typeparam>
internal sealed class BoundedCache<TValue>(int maxCount, long maxBytes)
    where TValue : class
{
    private readonly ConcurrentDictionary<byte[], Entry> _entries = new(BytesComparer.Instance);
    private readonly ConcurrentQueue<Entry> _clock = new();
    private readonly Lock _evicting = new();
    private long _bytes;

    /// <summary>The number of values.</summary>
    public int Count => _entries.Count;

    /// <summary>The bytes accounted for.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public bool TryGet(ReadOnlySpan<byte> key, [NotNullWhen(true)] out TValue? value)
    {
        var lookup = _entries.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(key, out var entry))
        {
            value = null;
            return false;
        }
        entry.WasRead = true;
        value = entry.Value;
        return true;
    }

    /// <summary>
    /// Adds a value unless the key exists or the value is too large; returns the cached value, else the given one.
    /// </summary>
    public TValue Add(ReadOnlySpan<byte> key, TValue value, long bytes)
    {
        if (bytes > maxBytes / 4)
            return value;
        var entry = new Entry(key.ToArray(), value) { Bytes = bytes };
        var kept = _entries.GetOrAdd(entry.Key, entry);
        if (!ReferenceEquals(kept, entry))
            return kept.Value;
        _clock.Enqueue(entry);
        Interlocked.Add(ref _bytes, bytes);
        Evict();
        return value;
    }

    /// <summary>Adds to the size of a cached value; removes the value if that makes it too large.</summary>
    public void Grow(ReadOnlySpan<byte> key, long bytes)
    {
        if (!_entries.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(key, out var entry))
            return;
        lock (_evicting)
        {
            if (entry.IsRemoved)
                return;
            entry.Bytes += bytes;
            Interlocked.Add(ref _bytes, bytes);
            if (entry.Bytes > maxBytes / 4)
            {
                Remove(entry);
                SweepClock();
            }
        }
        Evict();
    }

    /// <summary>Takes removed entries out of the clock, which otherwise holds them until the hand reaches them.</summary>
    private void SweepClock()
    {
        for (var left = _clock.Count; left > 0 && _clock.TryDequeue(out var entry); left--)
        {
            if (!entry.IsRemoved)
                _clock.Enqueue(entry);
        }
    }

    private void Evict()
    {
        if (_entries.Count <= maxCount && Bytes <= maxBytes)
            return;
        lock (_evicting)
        {
            while ((_entries.Count > maxCount || Bytes > maxBytes) && _clock.TryDequeue(out var entry))
            {
                if (entry.IsRemoved)
                    continue;
                if (entry.WasRead)
                {
                    entry.WasRead = false;
                    _clock.Enqueue(entry);
                    continue;
                }
                Remove(entry);
            }
        }
    }

    private void Remove(Entry entry)
    {
        entry.IsRemoved = true;
        _entries.TryRemove(entry.Key, out _);
        Interlocked.Add(ref _bytes, -entry.Bytes);
    }

    private sealed class Entry(byte[] key, TValue value)
    {
        public byte[] Key { get; } = key;

        public TValue Value { get; } = value;

        public long Bytes { get; set; }

        public bool WasRead { get; set; }

        public bool IsRemoved { get; set; }
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static BytesComparer Instance { get; } = new();

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] key) => GetHashCode(key.AsSpan());

        // HashCode is seeded for each process, so that clients cannot construct collisions.
        public int GetHashCode(ReadOnlySpan<byte> key)
        {
            var hash = new HashCode();
            hash.AddBytes(key);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> key) => key.ToArray();
    }
}
