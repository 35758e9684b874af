using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Keys;

namespace GraphIntel.Sqlite.Read;

/// <summary>
/// What searches have read from the file: the nodes of keys, and the ids and packed values of nodes. It is of one version of the
/// indexes: after a write it is filled anew. Thread-safe.
/// </summary>
/// <param name="maxBytes">The maximum size; a cache that exceeds it is filled anew.</param>
internal sealed class SearchCache(long maxBytes)
{
    private readonly Lock _lock = new();
    private Version _current = new(0, maxBytes);

    /// <summary>What was read of a version; nothing of it is kept if the current one is later.</summary>
    public Version Of(long number)
    {
        lock (_lock)
        {
            if (number < _current.Number)
                return new Version(number, maxBytes);
            if (number > _current.Number || _current.Bytes > maxBytes)
                _current = new Version(number, maxBytes);
            return _current;
        }
    }

    /// <summary>What was read of one version. Thread-safe.</summary>
    internal sealed class Version(long number, long maxBytes)
    {
        /// <summary>The bytes of an entry besides those of its values, about.</summary>
        private const int EntryBytes = 64;

        /// <summary>A list is not kept if it is larger than this share of the cache.</summary>
        private const int LargestShare = 8;

        private readonly Lock _lock = new();
        private readonly Dictionary<SearchIndex, IReadOnlyList<KeySegment>> _segments = [];
        private readonly Dictionary<(SearchIndex Index, KeyLookup Key), long[]> _lists = [];
        private readonly Dictionary<(NodeType Type, long Number), ReadBlock> _blocks = [];

        /// <summary>The number of the version.</summary>
        public long Number { get; } = number;

        /// <summary>The size, about.</summary>
        public long Bytes { get; private set; }

        /// <summary>The segments of an index of names, read once.</summary>
        public IReadOnlyList<KeySegment> SegmentsOf(SearchIndex index, Func<IReadOnlyList<KeySegment>> read)
        {
            lock (_lock)
            {
                if (!_segments.TryGetValue(index, out var segments))
                    _segments.Add(index, segments = read());
                return segments;
            }
        }

        /// <summary>The nodes of a key; null if they have not been read.</summary>
        public long[]? FindList(SearchIndex index, KeyLookup key)
        {
            lock (_lock)
                return _lists.GetValueOrDefault((index, key));
        }

        /// <summary>Adds the nodes of a key.</summary>
        public void Add(SearchIndex index, KeyLookup key, long[] nodes)
        {
            lock (_lock)
            {
                if (sizeof(long) * (long)nodes.Length < maxBytes / LargestShare && _lists.TryAdd((index, key), nodes))
                    Bytes += EntryBytes + (2 * key.Key.Length) + ((long)sizeof(long) * nodes.Length);
            }
        }

        /// <summary>Adds nodes with their values to what was found.</summary>
        /// <param name="type">Their type.</param>
        /// <param name="nodes">The nodes, in ascending order.</param>
        /// <param name="query">The number of the query.</param>
        /// <param name="found">Receives them.</param>
        /// <param name="read">Reads a block that has not been read.</param>
        public void AddNodes(NodeType type, ReadOnlySpan<long> nodes, int query, SearchCandidates found, Func<long, byte[]> read)
        {
            var (number, block) = (long.MinValue, default(ReadBlock));
            foreach (var node in nodes)
            {
                if (block is null || ValueBlock.Of(node) != number)
                {
                    number = ValueBlock.Of(node);
                    block = BlockOf(type, number, read);
                }
                if (block.TryFind(node, out var id, out var packed))
                    found.Add(query, id, packed);
            }
        }

        private ReadBlock BlockOf(NodeType type, long number, Func<long, byte[]> read)
        {
            lock (_lock)
            {
                if (_blocks.TryGetValue((type, number), out var known))
                    return known;
            }
            var block = new ReadBlock(number, read(number));
            lock (_lock)
            {
                if (_blocks.TryAdd((type, number), block))
                    Bytes += EntryBytes + block.Length;
            }
            return block;
        }
    }
}
