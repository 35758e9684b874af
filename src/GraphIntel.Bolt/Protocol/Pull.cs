using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>
/// PULL: requests a number of records; -1 for all. The query id selects a result of a transaction; null for the last one.
/// </summary>
internal readonly record struct Pull(long Count, long? QueryId) : IMessage
{
    public const long All = -1;

    public void Write(PackStreamWriter writer) => Write(writer, MessageTag.Pull, Count, QueryId);

    public static void Write(PackStreamWriter writer, byte tag, long count, long? queryId)
    {
        writer.WriteStructureHeader(tag, 1);
        writer.WriteMapHeader(queryId is null ? 1 : 2);
        writer.WriteString("n"u8);
        writer.WriteInteger(count);
        if (queryId is { } id)
        {
            writer.WriteString("qid"u8);
            writer.WriteInteger(id);
        }
    }
}

/// <summary>
/// A result, received over one or several PULLs. The current record is in the connection's buffer, without a copy; records
/// that arrive while another response is awaited are copied.
/// </summary>
internal sealed class StreamResponse : Response
{
    private Queue<byte[]>? _buffered;
    private bool _discarding;
    private bool _borrowed;

    /// <summary>Whether the reader awaits a record, which is then not copied.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>The current record; empty if there is none.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Whether the server has more records than requested.</summary>
    public bool HasMore { get; private set; }

    public override bool HasArrived => IsCompleted || (IsAwaited && !Current.IsEmpty);

    /// <summary>Whether any record arrived, buffered or discarded.</summary>
    public bool HasRecords { get; private set; }

    public string? Bookmark { get; private set; }

    /// <summary>The raw summary of the whole result; null until then.</summary>
    public byte[]? Metadata { get; private set; }

    public override void OnRecord(ReadOnlyMemory<byte> values)
    {
        HasRecords = true;
        if (_discarding)
            return;
        if (IsAwaited && Current.IsEmpty && _buffered is not { Count: > 0 })
            (Current, _borrowed) = (values, true);
        else
            (_buffered ??= new Queue<byte[]>()).Enqueue(values.ToArray());
    }

    /// <summary>Copies the current record, before its bytes in the buffer are overwritten.</summary>
    public override void Detach()
    {
        if (_borrowed && !Current.IsEmpty)
            Current = Current.ToArray();
        _borrowed = false;
    }

    /// <summary>Clears the current record.</summary>
    public void Clear() => (Current, _borrowed) = (default, false);

    /// <summary>Moves to the first buffered record.</summary>
    public bool TryReadBuffered()
    {
        if (_buffered is null || !_buffered.TryDequeue(out var buffered))
            return false;
        (Current, _borrowed) = (buffered, false);
        return true;
    }

    /// <summary>Prepares the response for the next PULL or DISCARD.</summary>
    public void Continue()
    {
        HasMore = false;
        Restart();
    }

    /// <summary>Discards received and further records.</summary>
    public void Discard()
    {
        _discarding = true;
        Clear();
        _buffered = null;
    }

    protected override void OnSuccess(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        for (var remaining = reader.ReadMapHeader(); remaining > 0; remaining--)
        {
            var key = reader.ReadUtf8String();
            if (key.SequenceEqual("has_more"u8))
                HasMore = reader.ReadBoolean();
            else if (key.SequenceEqual("bookmark"u8) && reader.PeekType() == PackStreamType.String)
                Bookmark = reader.ReadString();
            else
                reader.Skip();
        }
        if (!HasMore)
            Metadata = metadata.ToArray();
    }
}
