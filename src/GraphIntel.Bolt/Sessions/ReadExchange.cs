using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Sessions;

/// <summary>
/// The statements of one read transaction, sent in one write with BEGIN and COMMIT. Holds the connection until the response
/// to COMMIT.
/// </summary>
internal sealed class ReadExchange(Lease lease, CommitResponse commit, Action<string> onBookmark) : IResultOwner
{
    private readonly List<ResultCursor> _cursors = [];
    private bool _isComplete;

    public void Add(ResultCursor cursor) => _cursors.Add(cursor);

    public ValueTask OnEndAsync(ResultCursor cursor, string? bookmark) => default;

    public ValueTask OnErrorAsync(ResultCursor cursor, Exception error)
    {
        _isComplete = true;
        foreach (var other in _cursors)
        {
            if (other != cursor)
                other.DropUnlessComplete(error);
        }
        return lease.ReleaseAsync(needsReset: true);
    }

    /// <summary>Waits for the end of the transaction. If a result was not read, the rest is canceled instead.</summary>
    public async ValueTask FinishAsync(CancellationToken cancellation)
    {
        if (_isComplete)
            return;
        _isComplete = true;
        var isRead = _cursors.TrueForAll(cursor => cursor.HasStarted);
        foreach (var cursor in _cursors)
            cursor.DropUnlessComplete(null);
        try
        {
            if (!isRead)
                return;
            await lease.WaitAsync(commit, cancellation).ConfigureAwait(false);
            if (commit.Bookmark is { } bookmark)
                onBookmark(bookmark);
        }
        finally
        {
            await lease.ReleaseAsync(needsReset: !isRead || !commit.IsSuccess).ConfigureAwait(false);
        }
    }
}
