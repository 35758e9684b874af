using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using SQLitePCL;

namespace GraphIntel.Sqlite.Keys;

/// <summary>The keys of some successive segments together, in ascending order, each with its nodes.</summary>
internal sealed class MergedKeys : IDisposable
{
    private readonly List<Cursor> _cursors = [];
    private readonly List<long[]> _lists = [];

    /// <param name="index">The index.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="segments">The segments, the earliest first.</param>
    public MergedKeys(SearchIndex index, sqlite3 connection, IReadOnlyList<KeySegment> segments)
    {
        for (var segment = 0; segment < segments.Count; segment++)
        {
            var replaced = SortedNodes.Union([.. segments.Skip(segment + 1).Select(later => later.Replaced)]);
            var cursor = new Cursor(index, connection, segments[segment].Number, replaced);
            if (cursor.MoveNext())
                _cursors.Add(cursor);
            else
                cursor.Dispose();
        }
    }

    /// <summary>The key.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>The nodes that have it, in ascending order.</summary>
    public long[] Nodes { get; private set; } = [];

    /// <summary>Moves to the next key that a node has; false at the end.</summary>
    public bool MoveNext()
    {
        do
        {
            if (_cursors.Count == 0)
                return false;
            var first = _cursors[0];
            foreach (var cursor in _cursors)
            {
                if (cursor.Key.SequenceCompareTo(first.Key) < 0)
                    first = cursor;
            }
            Key = first.Key.ToArray();
            ReadNodes();
        }
        while (Nodes.Length == 0);
        return true;
    }

    /// <summary>Reads the nodes of the key from all segments that have it, and moves these to their next one.</summary>
    private void ReadNodes()
    {
        _lists.Clear();
        for (var index = _cursors.Count - 1; index >= 0; index--)
        {
            var cursor = _cursors[index];
            if (!cursor.Key.SequenceEqual(Key))
                continue;
            _lists.Add(cursor.ReadNodes());
            if (cursor.MoveNext())
                continue;
            cursor.Dispose();
            _cursors.RemoveAt(index);
        }
        Nodes = SortedNodes.Union(_lists);
    }

    /// <inheritdoc/>
    public void Dispose() => _cursors.ForEach(cursor => cursor.Dispose());

    /// <summary>The keys of a segment. Pages are copied: while they are read, others are written to the same table.</summary>
    private sealed class Cursor : IDisposable
    {
        private readonly Statement _select;
        private readonly long[] _replaced;
        private readonly List<long> _nodes = [];
        private byte[] _page = [];
        private int _position;
        private Range _key;
        private Range _list;

        public Cursor(SearchIndex index, sqlite3 connection, long segment, long[] replaced)
        {
            _select = Statement.Prepare(
                connection, $"SELECT {Names.Page} FROM {Names.Index(index)} WHERE {Names.Segment} = ?1 ORDER BY {Names.FirstKey}");
            _select.Bind(1, segment);
            _replaced = replaced;
        }

        public ReadOnlySpan<byte> Key => _page.AsSpan()[_key];

        public bool MoveNext()
        {
            while (!KeyPage.TryRead(_page, ref _position, out _key, out _list))
            {
                if (!_select.Step())
                    return false;
                _page = _select.Blob(0).ToArray();
                _position = 0;
            }
            return true;
        }

        public long[] ReadNodes()
        {
            _nodes.Clear();
            NodeList.Read(_page.AsSpan()[_list], _nodes);
            return SortedNodes.Select([.. _nodes], [_replaced], areIn: false);
        }

        public void Dispose() => _select.Dispose();
    }
}
