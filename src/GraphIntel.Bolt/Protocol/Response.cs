using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>A message of the client's.</summary>
internal interface IMessage
{
    /// <summary>Writes the message's structure.</summary>
    void Write(PackStreamWriter writer);
}

/// <summary>What a server answers to one request: records if it is a PULL, then one summary.</summary>
internal class Response
{
    /// <summary>Whether the summary is there.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>Why the request failed, or was ignored because of an earlier failure.</summary>
    public Neo4jException? Error { get; private set; }

    /// <summary>Whether the server passed over the request.</summary>
    public bool IsIgnored { get; private set; }

    /// <summary>Whether the request did what it says.</summary>
    public bool IsSuccess => IsCompleted && Error is null && !IsIgnored;

    /// <summary>Whether what a reader waits for is here: the summary, or a record.</summary>
    public virtual bool HasArrived => IsCompleted;

    /// <summary>Takes a record: the list of its values, valid until more bytes are read.</summary>
    public virtual void OnRecord(ReadOnlyMemory<byte> values) =>
        throw new ProtocolException("The server sent a record in answer to a request that has none.");

    /// <summary>Copies what was handed out where it lies, because the bytes there are about to change.</summary>
    public virtual void Detach()
    {
    }

    public void Succeed(ReadOnlySpan<byte> metadata)
    {
        OnSuccess(metadata);
        IsCompleted = true;
    }

    /// <summary>Ends the response with an error.</summary>
    public void Fail(Neo4jException error)
    {
        Error = error;
        IsCompleted = true;
    }

    /// <summary>Ends the response because of an earlier failure; null where the request was cancelled.</summary>
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
            throw new ProtocolException("The server passed over a request without a reason.");
    }

    /// <summary>Makes the response ready for the next request of its kind.</summary>
    protected void Rearm() => (IsCompleted, IsIgnored, Error) = (false, false, null);

    /// <summary>Takes what the summary says.</summary>
    protected virtual void OnSuccess(ReadOnlySpan<byte> metadata)
    {
    }
}
