using GraphIntel.Bolt.Pool;

namespace GraphIntel.Bolt.Sessions;

/// <summary>Statements that each are a transaction of their own, sent together; mostly one. It has the connection until all are over.</summary>
internal sealed class AutoCommit(Lease lease, Action<string> onBookmark) : IResultOwner
{
    private readonly List<ResultCursor> _cursors = [];
    private int _open;

    public void Add(ResultCursor cursor)
    {
        _cursors.Add(cursor);
        _open++;
    }

    public ValueTask OnEndAsync(ResultCursor cursor, string? bookmark)
    {
        if (bookmark is not null)
            onBookmark(bookmark);
        return --_open == 0 ? lease.ReleaseAsync(needsReset: false) : default;
    }

    public ValueTask OnErrorAsync(ResultCursor cursor, Exception error)
    {
        foreach (var other in _cursors)
        {
            if (other != cursor)
                other.DropUnlessComplete();
        }
        return lease.ReleaseAsync(needsReset: false);
    }

    /// <summary>Lets every statement finish without its records.</summary>
    public async ValueTask FinishAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var cursor in _cursors)
                await cursor.DiscardAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
        }
    }
}
