using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>PULL: send so many records more; -1 for all. The query id is only for a transaction's results but the last.</summary>
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
/// A result as it arrives, over as many PULLs as it takes. The record that was read last is handed out where it lies in the
/// connection's buffer; records that arrive while something else is waited for are copied.
/// </summary>
internal sealed class StreamResponse : Response
{
    private Queue<byte[]>? _kept;
    private bool _discarding;
    private bool _borrowed;

    /// <summary>Whether the reader is waiting for a record, which is then handed out where it lies.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>The record that is handed out; empty for none.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Whether the server has more records than were asked for.</summary>
    public bool HasMore { get; private set; }

    public override bool HasArrived => IsCompleted || (IsAwaited && !Current.IsEmpty);

    public string? Bookmark { get; private set; }

    /// <summary>The last summary as it came; null until then.</summary>
    public byte[]? Metadata { get; private set; }

    public override void OnRecord(ReadOnlyMemory<byte> values)
    {
        if (_discarding)
            return;
        if (IsAwaited && Current.IsEmpty && _kept is not { Count: > 0 })
            (Current, _borrowed) = (values, true);
        else
            (_kept ??= new Queue<byte[]>()).Enqueue(values.ToArray());
    }

    /// <summary>Copies the record that was handed out where it lies, because the bytes there are about to change.</summary>
    public override void Detach()
    {
        if (_borrowed && !Current.IsEmpty)
            Current = Current.ToArray();
        _borrowed = false;
    }

    /// <summary>Takes back what was handed out.</summary>
    public void Clear() => (Current, _borrowed) = (default, false);

    /// <summary>Hands out the first of the records that were kept.</summary>
    public bool TryTakeKept()
    {
        if (_kept is null || !_kept.TryDequeue(out var kept))
            return false;
        (Current, _borrowed) = (kept, false);
        return true;
    }

    /// <summary>Makes the response ready for the next PULL or DISCARD.</summary>
    public void Continue()
    {
        HasMore = false;
        Rearm();
    }

    /// <summary>Drops the records that are here and those that still come.</summary>
    public void Discard()
    {
        _discarding = true;
        Clear();
        _kept = null;
    }

    protected override void OnSuccess(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        for (var left = reader.ReadMapHeader(); left > 0; left--)
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
