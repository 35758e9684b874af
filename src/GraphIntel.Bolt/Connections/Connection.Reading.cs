using System.Net.Sockets;
using System.Runtime.CompilerServices;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Connections;

internal sealed partial class Connection
{
    /// <summary>A server that cannot get rid of its answers takes no more requests: so they are read while the write waits.</summary>
    private async ValueTask ReadySlowlyAsync(CancellationToken cancellation)
    {
        var registration = cancellation.UnsafeRegister(
            static connection => ((Connection)connection!).Break("What was being sent was cancelled.", null), this);
        try
        {
            while (!Volatile.Read(ref _writing).IsCompleted && !IsIdle)
                await ReceiveAsync().ConfigureAwait(false);
            await Volatile.Read(ref _writing).ConfigureAwait(false);
            ThrowIfBroken();
        }
        catch (Neo4jException e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("The request was cancelled while an earlier one was being sent.", e, cancellation);
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WaitSlowlyAsync(Response response, CancellationToken cancellation)
    {
        try
        {
            var registration = cancellation.UnsafeRegister(static connection => ((Connection)connection!).Cancel(), this);
            try
            {
                while (!response.HasArrived)
                    await ReceiveAsync().ConfigureAwait(false);
            }
            finally
            {
                await registration.DisposeAsync().ConfigureAwait(false);
            }
            if (!_cancelled)
                return;
            await DrainAsync().ConfigureAwait(false);
        }
        catch (Neo4jException) when (_cancelled && response is CommitResponse { IsSuccess: true })
        {
            // What was lost came after the commit.
            return;
        }
        catch (Neo4jException e) when (_cancelled && response is not CommitResponse { IsCompleted: false })
        {
            throw new OperationCanceledException("The request was cancelled, and its connection was lost.", e, cancellation);
        }
        _cancelled = false;
        // A commit that came through before it could be stopped is a commit.
        if (response is not CommitResponse { IsSuccess: true })
            throw new OperationCanceledException(cancellation);
    }

    /// <summary>Reads one message, from the buffer or from the network.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReceiveAsync()
    {
        try
        {
            ReadOnlyMemory<byte> message;
            while (!_incoming.TryRead(out message))
            {
                if (!TryBeginWaiting())
                    throw ReadByTwo();
                TakeBack();
                var count = await _stream.ReadAsync(_incoming.GetMemory()).ConfigureAwait(false);
                EndWaiting();
                if (count == 0)
                {
                    Break($"The server at {Address} closed the connection.", null);
                    throw Lost();
                }
                _incoming.Advance(count);
            }
            Dispatch(message);
        }
        catch (ProtocolException e)
        {
            Break(e.Message, e);
            throw;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            EndWaiting();
            Break($"The connection to {Address} was lost.", e);
            throw Lost();
        }
        catch (Exception e) when (e is not Neo4jException)
        {
            Break(Unreadable, e);
            throw;
        }
    }

    private ClientException ReadByTwo()
    {
        var error = new ClientException(
            "The connection is being read by somebody else: a session has one caller at a time, who waits for what was begun.");
        Break(error.Message, error);
        return error;
    }

    private void Dispatch(ReadOnlyMemory<byte> message)
    {
        var reader = new PackStream.PackStreamReader(message.Span);
        reader.ReadStructureHeader(out var tag);
        _head ??= NextPending();
        if (tag == MessageTag.Record)
        {
            if (!_cancelled)
            {
                // Only one is remembered, so the one before must have a copy of its record by now.
                if (!ReferenceEquals(_lentTo, _head))
                    _lentTo?.Detach();
                _head.OnRecord(message[reader.Position..]);
                _lentTo = _head;
            }
            return;
        }
        var response = _head;
        switch (tag)
        {
            case MessageTag.Success:
                if (response is ResetResponse)
                    _failure = null;
                response.Succeed(message.Span[reader.Position..]);
                break;
            case MessageTag.Failure:
                var failure = Failure.Read(message.Span[reader.Position..]);
                OnFailure(response, failure);
                break;
            case MessageTag.Ignored:
                if (response is ResetResponse || (_failure is null && !_cancelled))
                    throw new ProtocolException("The server passed over a request without a reason.");
                response.Ignore(_failure);
                break;
            default:
                throw new ProtocolException($"The server sent a message {tag:X2}, which is not one of Bolt {Version}'s.");
        }
        Complete(response);
    }

    private void OnFailure(Response response, ServerFailure failure)
    {
        var error = failure.ToException();
        _failure ??= error;
        response.Fail(error);
        // After a request that it cannot read the server's state is not what the protocol says, or it closes.
        if (error is ProtocolException || response is ResetResponse)
            Break($"The server at {Address} did not understand a request: {failure.Code}.", error);
    }

    private Response NextPending()
    {
        lock (_gate)
            return _pending.TryPeek(out var head) ? head : throw new ProtocolException("The server sent a message that answers nothing.");
    }

    private void Complete(Response response)
    {
        _head = null;
        lock (_gate)
        {
            _pending.Dequeue();
            if (response is ResetResponse && --_resetsPending == 0)
                ClearDeadline();
        }
    }
}
