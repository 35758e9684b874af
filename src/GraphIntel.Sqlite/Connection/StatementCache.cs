using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>
/// The prepared statements of one connection by their text, the least recently used first to go. Not for several threads at
/// once. Nothing is finalised between two calls of <see cref="Settle"/>, so a statement stays valid for the whole of a use.
/// </summary>
internal sealed class StatementCache(sqlite3 connection, int capacity) : IDisposable
{
    private readonly Dictionary<string, LinkedListNode<Statement>> _byText = new(StringComparer.Ordinal);
    private readonly LinkedList<Statement> _recent = new();
    private readonly HashSet<Statement> _used = [];

    /// <summary>How many statements are kept.</summary>
    public int Count => _byText.Count;

    /// <summary>The statement of that text, prepared where it was not.</summary>
    public Statement Get(string sql)
    {
        if (_byText.TryGetValue(sql, out var node))
        {
            if (node != _recent.First)
            {
                _recent.Remove(node);
                _recent.AddFirst(node);
            }
        }
        else
        {
            node = _recent.AddFirst(Statement.Prepare(connection, sql));
            _byText.Add(sql, node);
        }

        _used.Add(node.Value);
        return node.Value;
    }

    /// <summary>Ends a use: every statement is reset and unbound, those beyond the capacity are finalised.</summary>
    public void Settle()
    {
        foreach (var statement in _used)
        {
            statement.Reset();
            _ = raw.sqlite3_clear_bindings(statement.Handle);
        }

        _used.Clear();
        while (_byText.Count > capacity)
        {
            var oldest = _recent.Last!.Value;
            _recent.RemoveLast();
            _byText.Remove(oldest.Sql);
            oldest.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _recent)
            statement.Dispose();
        _recent.Clear();
        _byText.Clear();
        _used.Clear();
    }
}
