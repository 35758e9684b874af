using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>COMMIT: commits the transaction.</summary>
internal readonly record struct Commit : IMessage
{
    public void Write(PackStreamWriter writer) => writer.WriteStructureHeader(MessageTag.Commit, 0);
}

/// <summary>The response to COMMIT.</summary>
internal sealed class CommitResponse : Response
{
    /// <summary>The bookmark of the transaction; null if the server sent none.</summary>
    public string? Bookmark { get; private set; }

    protected override void OnSuccess(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        for (var remaining = reader.ReadMapHeader(); remaining > 0; remaining--)
        {
            if (reader.ReadUtf8String().SequenceEqual("bookmark"u8) && reader.PeekType() == PackStreamType.String)
                Bookmark = reader.ReadString();
            else
                reader.Skip();
        }
    }
}
