using GraphIntel.Bolt.Pool;

namespace GraphIntel.Bolt.Sessions;

/// <summary>Auto-commit statements, sent together; usually one. Holds the connection until all are complete.</summary>
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
                other.DropUnlessComplete(error);
        }
        return lease.ReleaseAsync(needsReset: false);
    }

    /// <summary>Completes all statements without their remaining records.</summary>
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
