using GraphIntel.Core.Model;
using GraphIntel.Core.Search;

namespace GraphIntel.Sqlite.Read;

/// <summary>
/// What searches have read from the file: the nodes of keys, and the ids and packed values of nodes. It is of one version of the
/// indexes: after a write it is filled anew. Thread-safe.
/// </summary>
/// <param name="maxBytes">The maximum size; a cache that exceeds it is filled anew.</param>
internal sealed class SearchCache(long maxBytes)
{
    private readonly Lock _lock = new();
    private Version _current = new(0);

    /// <summary>What was read of a version; nothing of it is kept if the current one is later.</summary>
    public Version Of(long number)
    {
        lock (_lock)
        {
            if (number < _current.Number)
                return new Version(number);
            if (number > _current.Number || _current.Bytes > maxBytes)
                _current = new Version(number);
            return _current;
        }
    }

    /// <summary>What was read of one version. Thread-safe.</summary>
    internal sealed class Version(long number)
    {
        /// <summary>The bytes of an entry besides those of its values, about.</summary>
        private const int EntryBytes = 64;

        private const int ChunkBytes = 64 * 1024;

        private readonly Lock _lock = new();
        private readonly Dictionary<(SearchIndex Index, KeyLookup Key), long[]> _lists = [];
        private readonly Dictionary<(NodeType Type, long Node), Row> _rows = [];
        private readonly List<byte[]> _chunks = [];
        private int _written = ChunkBytes;

        /// <summary>The number of the version.</summary>
        public long Number { get; } = number;

        /// <summary>The size, about.</summary>
        public long Bytes { get; private set; }

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
                if (_lists.TryAdd((index, key), nodes))
                    Bytes += EntryBytes + (2 * key.Key.Length) + ((long)sizeof(long) * nodes.Length);
            }
        }

        /// <summary>Adds nodes to what was found, and returns those that have not been read.</summary>
        public List<long> AddRows(NodeType type, ReadOnlySpan<long> nodes, int query, SearchCandidates found)
        {
            var missing = new List<long>();
            lock (_lock)
            {
                foreach (var node in nodes)
                {
                    if (_rows.TryGetValue((type, node), out var row))
                        found.Add(query, row.Chunk.AsSpan(row.Start, row.IdLength), row.Chunk.AsSpan(row.Start + row.IdLength, row.PackedLength));
                    else
                        missing.Add(node);
                }
            }
            return missing;
        }

        /// <summary>Adds the id and the packed values of a node.</summary>
        public void Add(NodeType type, long node, ReadOnlySpan<byte> id, ReadOnlySpan<byte> packed)
        {
            var length = id.Length + packed.Length;
            lock (_lock)
            {
                if (_written + length > ChunkBytes)
                {
                    _chunks.Add(new byte[Math.Max(ChunkBytes, length)]);
                    _written = 0;
                }
                var row = new Row(_chunks[^1], _written, id.Length, packed.Length);
                if (!_rows.TryAdd((type, node), row))
                    return;
                id.CopyTo(row.Chunk.AsSpan(row.Start));
                packed.CopyTo(row.Chunk.AsSpan(row.Start + id.Length));
                _written += length;
                Bytes += EntryBytes + length;
            }
        }

        private readonly record struct Row(byte[] Chunk, int Start, int IdLength, int PackedLength);
    }
}
