using System.Runtime.CompilerServices;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;
using GraphIntel.Bolt.Sessions;

namespace GraphIntel.Bolt;

/// <summary>
/// A result, read forward. Records are either made into a <see cref="Record"/> or read where they lie, through
/// <see cref="CurrentValues"/>, which costs no object at all.
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

    /// <summary>The names of a record's values. Of a result that was asked for together with others, known after the first fetch.</summary>
    public IReadOnlyList<string> Keys => _run.Fields;

    /// <summary>The record that was fetched last.</summary>
    public Record Current => _current ??= MakeRecord();

    /// <summary>
    /// The record that was fetched last as it came: a PackStream list of its values. The bytes are the connection's: what is
    /// taken here holds until the session or the transaction is used again, be it for another result; then ask once more.
    /// </summary>
    public ReadOnlyMemory<byte> CurrentBytes => _stream.Current.IsEmpty ? throw NoRecord() : _stream.Current;

    /// <summary>A reader at the list of the values of the record that was fetched last.</summary>
    public PackStreamReader CurrentValues => new(CurrentBytes.Span);

    /// <summary>Whether the result was read to its end, thrown away or failed.</summary>
    internal bool IsOver => _ended || _error is not null;

    /// <summary>Goes to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    public ValueTask<bool> FetchAsync(CancellationToken cancellation = default)
    {
        _current = null;
        _stream.Clear();
        if (_discarded)
            return ValueTask.FromException<bool>(new ResultConsumedException("The result was thrown away; fetch from it before the next statement."));
        if (_stream.TryTakeKept())
            return ValueTask.FromResult(true);
        if (_error is not null)
            return ValueTask.FromException<bool>(new ResultConsumedException("The result failed before, or its reading was cancelled."));
        if (_ended)
            return ValueTask.FromResult(false);
        _stream.IsAwaited = true;
        var waiting = _lease.WaitAsync(_stream, cancellation);
        return waiting.IsCompletedSuccessfully && TakeRecord() ? ValueTask.FromResult(true) : FetchSlowlyAsync(waiting, cancellation);
    }

    /// <summary>Reads all the records that are left.</summary>
    public async Task<List<Record>> ToListAsync(CancellationToken cancellation = default)
    {
        var records = new List<Record>();
        while (await FetchAsync(cancellation).ConfigureAwait(false))
            records.Add(Current);
        return records;
    }

    /// <summary>Reads the one record that there is.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public async Task<Record> SingleAsync(CancellationToken cancellation = default)
    {
        if (!await FetchAsync(cancellation).ConfigureAwait(false))
            throw new InvalidOperationException("The result is empty.");
        var single = Current;
        if (await FetchAsync(cancellation).ConfigureAwait(false))
            throw new InvalidOperationException("The result holds more than one record.");
        return single;
    }

    /// <summary>Throws away the records that are left, lets the statement finish, and tells how it went.</summary>
    public async Task<ResultSummary> ConsumeAsync(CancellationToken cancellation = default)
    {
        await DiscardAsync(cancellation).ConfigureAwait(false);
        if (_error is not null)
            throw new ResultConsumedException("The result failed before, or its reading was cancelled.");
        return new ResultSummary(_stream.Metadata ?? [], _run.AvailableAfter, _lease.Connection);
    }

    /// <summary>Reads the records in order.</summary>
    public async IAsyncEnumerator<Record> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (await FetchAsync(cancellationToken).ConfigureAwait(false))
            yield return Current;
    }

    /// <summary>Lets the statement finish without its records.</summary>
    internal async ValueTask DiscardAsync(CancellationToken cancellation)
    {
        var unread = !IsOver;
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

    /// <summary>Reads to the end of the batch that is on its way and, where more would follow, adds the request to finish without it.</summary>
    internal async ValueTask PrepareDiscardAsync(CancellationToken cancellation)
    {
        Drop();
        await _lease.WaitAsync(_stream, cancellation).ConfigureAwait(false);
        if (_stream.HasMore)
            AddDiscard();
        _ended = true;
    }

    /// <summary>Ends the result, unless all of it is here, because what it belongs to has failed.</summary>
    internal void DropUnlessComplete()
    {
        if (_stream.IsCompleted && !_stream.HasMore)
            return;
        Drop();
        _ended = true;
    }

    /// <summary>Ends the result because what it belongs to has ended.</summary>
    internal void Drop()
    {
        _discarded = !IsOver || _discarded;
        _stream.Discard();
        _current = null;
    }

    private bool TakeRecord()
    {
        if (_stream.Current.IsEmpty)
            return false;
        _stream.IsAwaited = false;
        return true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> FetchSlowlyAsync(ValueTask waiting, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await waiting.ConfigureAwait(false);
                if (TakeRecord())
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

    private Record MakeRecord()
    {
        try
        {
            return ReadRecord();
        }
        catch (ProtocolException e)
        {
            _error = e;
            _lease.Connection.Break("The server sent a record that cannot be read.", e);
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

    private static InvalidOperationException NoRecord() => new("No record was fetched; call FetchAsync first, and look at what it returns.");
}
