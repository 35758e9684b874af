using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>A message of the client.</summary>
internal interface IMessage
{
    /// <summary>Writes the message's structure.</summary>
    void Write(PackStreamWriter writer);
}

/// <summary>The server's response to one request: records for a PULL, then one summary.</summary>
internal class Response
{
    /// <summary>Whether the summary has arrived.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>The error of the request, or the earlier failure because of which it was ignored.</summary>
    public Neo4jException? Error { get; private set; }

    /// <summary>Whether the server ignored the request.</summary>
    public bool IsIgnored { get; private set; }

    /// <summary>Whether the request succeeded.</summary>
    public bool IsSuccess => IsCompleted && Error is null && !IsIgnored;

    /// <summary>Whether the awaited part has arrived: the summary, or a record.</summary>
    public virtual bool HasArrived => IsCompleted;

    /// <summary>Receives a record: the list of its values, valid until more bytes are read.</summary>
    public virtual void OnRecord(ReadOnlyMemory<byte> values) =>
        throw new ProtocolException("The server sent a record in response to a request without records.");

    /// <summary>Copies borrowed data, before the bytes in the buffer are overwritten.</summary>
    public virtual void Detach()
    {
    }

    public void Succeed(ReadOnlySpan<byte> metadata)
    {
        OnSuccess(metadata);
        IsCompleted = true;
    }

    /// <summary>Completes the response with an error.</summary>
    public void Fail(Neo4jException error)
    {
        Error = error;
        IsCompleted = true;
    }

    /// <summary>Completes the response as ignored, because of an earlier failure; null if the request was canceled.</summary>
    public void Ignore(Neo4jException? cause)
    {
        IsIgnored = true;
        Error = cause;
        IsCompleted = true;
    }

    public void ThrowIfFailed()
    {
        if (Error is not null)
            throw Error;
        if (IsIgnored)
            throw new ProtocolException("The server ignored a request without a previous failure.");
    }

    /// <summary>Prepares the response for the next request of its kind.</summary>
    protected void Restart() => (IsCompleted, IsIgnored, Error) = (false, false, null);

    /// <summary>Reads the summary.</summary>
    protected virtual void OnSuccess(ReadOnlySpan<byte> metadata)
    {
    }
}
