using System.Runtime.CompilerServices;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;
using GraphIntel.Bolt.Sessions;

namespace GraphIntel.Bolt;

/// <summary>
/// A forward-only result. Records are converted to <see cref="Record"/>s or read directly from the receive buffer through
/// <see cref="CurrentValues"/>, without allocations.
/// </summary>
public sealed class ResultCursor : IAsyncEnumerable<Record>
{
    private readonly IResultOwner _owner;
    private readonly Lease _lease;
    private readonly RunResponse _run;
    private readonly StreamResponse _stream;
    private readonly long _fetchSize;
    private readonly bool _hasQueryId;
    private Record? _current;
    private bool _ended;
    private bool _discarded;
    private Exception? _error;

    internal ResultCursor(IResultOwner owner, Lease lease, RunResponse run, StreamResponse stream, long fetchSize, bool hasQueryId)
    {
        _owner = owner;
        _lease = lease;
        _run = run;
        _stream = stream;
        _fetchSize = fetchSize;
        _hasQueryId = hasQueryId;
    }

    /// <summary>The names of the values; in a result of several statements sent together, available after the first fetch.</summary>
    public IReadOnlyList<string> Keys => _run.Fields;

    /// <summary>The current record.</summary>
    public Record Current => _current ??= ConvertRecord();

    /// <summary>
    /// The current record as received: a PackStream list of its values. The memory belongs to the connection and is valid
    /// until the next use of the session or transaction, also for another result; get it again after that.
    /// </summary>
    public ReadOnlyMemory<byte> CurrentBytes => _stream.Current.IsEmpty ? throw NoRecord() : _stream.Current;

    /// <summary>A reader at the list of values of the current record.</summary>
    public PackStreamReader CurrentValues => new(CurrentBytes.Span);

    /// <summary>Whether the first record, or the end, was read.</summary>
    internal bool HasStarted { get; private set; }

    /// <summary>Whether the result was read to its end, discarded or failed.</summary>
    internal bool IsComplete => _ended || _error is not null;

    /// <summary>Moves to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    public ValueTask<bool> FetchAsync(CancellationToken cancellation = default)
    {
        _current = null;
        _stream.Clear();
        if (_stream.TryReadBuffered())
            return ValueTask.FromResult(true);
        if (_error is not null)
            return ValueTask.FromException<bool>(ErrorForLaterUse(_error));
        if (_discarded)
            return ValueTask.FromException<bool>(new ResultConsumedException("The result was consumed, or its transaction has ended; fetch its records before."));
        if (_ended)
            return ValueTask.FromResult(false);
        HasStarted = true;
        _stream.IsAwaited = true;
        var waiting = _lease.WaitAsync(_stream, cancellation);
        return waiting.IsCompletedSuccessfully && TryTakeRecord() ? ValueTask.FromResult(true) : FetchCoreAsync(waiting, cancellation);
    }

    /// <summary>Reads all remaining records.</summary>
    public async Task<List<Record>> ToListAsync(CancellationToken cancellation = default)
    {
        var records = new List<Record>();
        while (await FetchAsync(cancellation).ConfigureAwait(false))
            records.Add(Current);
        return records;
    }

    /// <summary>Reads the only record.</summary>
    /// <exception cref="InvalidOperationException">There is no record, or more than one.</exception>
    public async Task<Record> SingleAsync(CancellationToken cancellation = default)
    {
        if (!await FetchAsync(cancellation).ConfigureAwait(false))
            throw new InvalidOperationException("The result is empty.");
        var single = Current;
        if (await FetchAsync(cancellation).ConfigureAwait(false))
            throw new InvalidOperationException("The result has more than one record.");
        return single;
    }

    /// <summary>Discards the remaining records, waits for the end of the statement, and returns its summary.</summary>
    public async Task<ResultSummary> ConsumeAsync(CancellationToken cancellation = default)
    {
        await DiscardAsync(cancellation).ConfigureAwait(false);
        if (_error is not null)
            throw ErrorForLaterUse(_error);
        return _stream.Metadata is { } metadata
            ? new ResultSummary(metadata, _run, _stream.HasRecords, _lease.Connection)
            : throw new ResultConsumedException("The transaction was rolled back before its result was read: there is no summary.");
    }

    /// <summary>Reads the records in order.</summary>
    public async IAsyncEnumerator<Record> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (await FetchAsync(cancellationToken).ConfigureAwait(false))
            yield return Current;
    }

    /// <summary>Completes the statement without its remaining records.</summary>
    internal async ValueTask DiscardAsync(CancellationToken cancellation)
    {
        var unread = !IsComplete;
        Drop();
        if (!unread)
            return;
        try
        {
            await _lease.WaitAsync(_stream, cancellation).ConfigureAwait(false);
            if (_stream.HasMore)
            {
                await _lease.ReadyAsync(cancellation).ConfigureAwait(false);
                AddDiscard();
                _lease.Connection.Flush();
                await _lease.WaitAsync(_stream, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            await FailAsync(e).ConfigureAwait(false);
            throw;
        }
        await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Reads to the end of the current batch and, if there are more records, adds the request to discard them.</summary>
    internal async ValueTask PrepareDiscardAsync(CancellationToken cancellation)
    {
        Drop();
        await _lease.WaitAsync(_stream, cancellation).ConfigureAwait(false);
        if (_stream.HasMore)
            AddDiscard();
        _ended = true;
    }

    /// <summary>Ends the result, unless it has arrived completely, because its transaction has ended.</summary>
    /// <param name="error">The error that ended it, which the result then reports; null without an error.</param>
    internal void DropUnlessComplete(Exception? error)
    {
        if (_stream.IsCompleted && !_stream.HasMore)
            return;
        Drop();
        _ended = true;
        _error ??= error;
    }

    /// <summary>Ends the result because its transaction has ended.</summary>
    internal void Drop()
    {
        _discarded = !IsComplete || _discarded;
        _stream.Discard();
        _current = null;
    }

    private bool TryTakeRecord()
    {
        if (_stream.Current.IsEmpty)
            return false;
        _stream.IsAwaited = false;
        return true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> FetchCoreAsync(ValueTask waiting, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await waiting.ConfigureAwait(false);
                if (TryTakeRecord())
                    return true;
                if (!_stream.HasMore)
                    break;
                await _lease.ReadyAsync(cancellation).ConfigureAwait(false);
                _stream.Continue();
                _lease.Connection.Add(new Pull(_fetchSize, QueryId), _stream);
                _lease.Connection.Flush();
                waiting = _lease.WaitAsync(_stream, cancellation);
            }
        }
        catch (Exception e)
        {
            await FailAsync(e).ConfigureAwait(false);
            throw;
        }
        await EndAsync().ConfigureAwait(false);
        return false;
    }

    private long? QueryId => _hasQueryId ? _run.QueryId : null;

    private void AddDiscard()
    {
        _stream.Continue();
        _lease.Connection.Add(new Discard(QueryId), _stream);
    }

    private ValueTask EndAsync()
    {
        _ended = true;
        return _owner.OnEndAsync(this, _stream.Bookmark);
    }

    private ValueTask FailAsync(Exception error)
    {
        _error = error;
        return _owner.OnErrorAsync(this, error);
    }

    private Record ConvertRecord()
    {
        try
        {
            return ReadRecord();
        }
        catch (ProtocolException e)
        {
            _error = e;
            _lease.Connection.Break("The server sent an invalid record.", e);
            throw;
        }
    }

    private Record ReadRecord()
    {
        var reader = CurrentValues;
        var values = new object?[reader.ReadListHeader()];
        if (values.Length != Keys.Count)
            throw new ProtocolException($"The server sent a record of {values.Length} values for {Keys.Count} keys.");
        for (var i = 0; i < values.Length; i++)
            values[i] = reader.ReadValue();
        return new Record(_run.Fields, values);
    }

    /// <summary>Later uses report the same error; but a cancellation belongs to another call.</summary>
    private static Exception ErrorForLaterUse(Exception error) => error is OperationCanceledException
        ? new ResultConsumedException("Reading the result, or its transaction, was canceled.", error)
        : error;

    private static InvalidOperationException NoRecord() => new("There is no current record; call FetchAsync first, and check its result.");
}
