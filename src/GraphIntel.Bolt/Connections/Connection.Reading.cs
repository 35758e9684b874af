using System.Net.Sockets;
using System.Runtime.CompilerServices;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Connections;

internal sealed partial class Connection
{
    /// <summary>A server whose responses are not read stops reading requests: so responses are read while a write waits.</summary>
    private async ValueTask ReadyCoreAsync(CancellationToken cancellation)
    {
        var registration = cancellation.UnsafeRegister(
            static connection => ((Connection)connection!).Break("The write was canceled.", null), this);
        try
        {
            while (!Volatile.Read(ref _writing).IsCompleted && !IsIdle)
                await ReceiveAsync().ConfigureAwait(false);
            await Volatile.Read(ref _writing).ConfigureAwait(false);
            ThrowIfBroken();
        }
        catch (Neo4jException e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("The request was canceled while an earlier one was being sent.", e, cancellation);
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WaitCoreAsync(Response response, CancellationToken cancellation)
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
            if (!_canceled)
                return;
            await DrainAsync().ConfigureAwait(false);
        }
        catch (Neo4jException) when (_canceled && response is CommitResponse { IsSuccess: true })
        {
            // The connection was lost after the commit.
            return;
        }
        catch (Neo4jException e) when (_canceled && response is not CommitResponse { IsCompleted: false })
        {
            throw new OperationCanceledException("The request was canceled, and its connection was lost.", e, cancellation);
        }
        _canceled = false;
        // A commit that completed before the cancellation is a success.
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
                if (!TryBeginRead())
                    throw ConcurrentUse();
                DetachBorrower();
                var count = await _stream.ReadAsync(_incoming.GetMemory()).ConfigureAwait(false);
                EndRead();
                if (count == 0)
                {
                    Break($"The server at {Address} closed the connection.", null);
                    throw BrokenError();
                }
                _incoming.Advance(count);
            }
            Dispatch(message);
        }
        catch (Neo4jException e) when (e is ProtocolException or ReceiveLimitException)
        {
            Break(e.Message, e);
            throw;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            EndRead();
            Break($"The connection to {Address} was lost.", e);
            throw BrokenError();
        }
        catch (Exception e) when (e is not Neo4jException)
        {
            Break(UnreadableMessage, e);
            throw;
        }
    }

    private ClientException ConcurrentUse()
    {
        var error = new ClientException(
            "The connection is used concurrently: a session allows one operation at a time; await each before the next.");
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
            if (!_canceled)
            {
                // Only one borrower is tracked, so the previous one needs a copy of its record now.
                if (!ReferenceEquals(_borrower, _head))
                    _borrower?.Detach();
                _head.OnRecord(message[reader.Position..]);
                _borrower = _head;
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
                if (response is ResetResponse || (_failure is null && !_canceled))
                    throw new ProtocolException("The server ignored a request without a previous failure.");
                response.Ignore(_failure);
                break;
            default:
                throw new ProtocolException($"The server sent a message with the tag {tag:X2}, which Bolt {Version} does not have.");
        }
        Complete(response);
    }

    private void OnFailure(Response response, ServerFailure failure)
    {
        var error = failure.ToException();
        if (response is not ResetResponse)
            _failure ??= error;
        response.Fail(error);
        // After a request that the server cannot read, its state is undefined, or it closes the connection.
        if (error is ProtocolException || response is ResetResponse)
            Break($"The server at {Address} rejected a request as invalid: {failure.Code}.", error);
    }

    private Response NextPending()
    {
        lock (_gate)
            return _pending.TryPeek(out var head) ? head : throw new ProtocolException("The server sent a message without a request.");
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
