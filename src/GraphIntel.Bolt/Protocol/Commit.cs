using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>COMMIT: make the transaction last.</summary>
internal readonly record struct Commit : IMessage
{
    public void Write(PackStreamWriter writer) => writer.WriteStructureHeader(MessageTag.Commit, 0);
}

/// <summary>What a commit gives.</summary>
internal sealed class CommitResponse : Response
{
    /// <summary>Where the transaction lies among all others; null where the server gave none.</summary>
    public string? Bookmark { get; private set; }

    protected override void OnSuccess(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        for (var left = reader.ReadMapHeader(); left > 0; left--)
        {
            if (reader.ReadUtf8String().SequenceEqual("bookmark"u8) && reader.PeekType() == PackStreamType.String)
                Bookmark = reader.ReadString();
            else
                reader.Skip();
        }
    }
}
