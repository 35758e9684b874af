using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>
/// An LRU cache of the prepared statements of one connection, by their text, limited by number and by bytes. Not thread-safe.
/// Nothing is finalized before <see cref="ResetAndTrim"/>, so a statement stays valid until then.
/// </summary>
internal sealed class StatementCache(sqlite3 connection, int capacity, long maxBytes = long.MaxValue) : IDisposable
{
    /// <summary>A statement larger than one such part of the bytes is not cached: it would evict many others.</summary>
    private const int MaxStatementFraction = 4;

    private readonly Dictionary<string, LinkedListNode<Entry>> _byText = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byLastUse = new();
    private readonly HashSet<Statement> _used = [];
    private readonly List<LinkedListNode<Entry>> _tooLarge = [];

    /// <summary>The number of cached statements.</summary>
    public int Count => _byText.Count;

    /// <summary>The size of the cached statements, in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>The statement for a text, prepared if it is not cached.</summary>
    public Statement Get(string sql)
    {
        if (_byText.TryGetValue(sql, out var node))
        {
            if (node != _byLastUse.First)
            {
                _byLastUse.Remove(node);
                _byLastUse.AddFirst(node);
            }
        }
        else
        {
            var statement = Statement.Prepare(connection, sql);
            node = _byLastUse.AddFirst(new Entry(statement, statement.Bytes));
            _byText.Add(sql, node);
            Bytes += node.Value.Bytes;
            if (node.Value.Bytes > maxBytes / MaxStatementFraction)
                _tooLarge.Add(node);
        }

        _used.Add(node.Value.Statement);
        return node.Value.Statement;
    }

    /// <summary>Resets and unbinds all statements used since the last call, and finalizes those over the limits.</summary>
    public void ResetAndTrim()
    {
        foreach (var statement in _used)
        {
            statement.Reset();
            _ = raw.sqlite3_clear_bindings(statement.Handle);
        }

        _used.Clear();

        _tooLarge.ForEach(Evict);
        _tooLarge.Clear();
        while (_byText.Count > capacity || Bytes > maxBytes)
            Evict(_byLastUse.Last!);
    }

    public void Dispose()
    {
        while (_byLastUse.First is { } first)
            Evict(first);
        _used.Clear();
        _tooLarge.Clear();
    }

    private void Evict(LinkedListNode<Entry> node)
    {
        _byLastUse.Remove(node);
        _byText.Remove(node.Value.Statement.Sql);
        Bytes -= node.Value.Bytes;
        node.Value.Statement.Dispose();
    }

    private readonly record struct Entry(Statement Statement, long Bytes);
}
