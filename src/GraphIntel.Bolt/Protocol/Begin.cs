using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>BEGIN: starts a transaction.</summary>
internal readonly record struct Begin(Extra Extra, BoltVersion Version) : IMessage
{
    public void Write(PackStreamWriter writer)
    {
        writer.WriteStructureHeader(MessageTag.Begin, 1);
        Extra.Write(writer, Version);
    }
}

/// <summary>The response to BEGIN.</summary>
/// <param name="onDatabase">Receives the name of the home database, if no database was sent.</param>
internal sealed class BeginResponse(Action<string>? onDatabase) : Response
{
    protected override void OnSuccess(ReadOnlySpan<byte> metadata)
    {
        if (onDatabase is null)
            return;
        var reader = new PackStreamReader(metadata);
        for (var remaining = reader.ReadMapHeader(); remaining > 0; remaining--)
        {
            if (reader.ReadUtf8String().SequenceEqual("db"u8) && reader.PeekType() == PackStreamType.String)
                onDatabase(reader.ReadString());
            else
                reader.Skip();
        }
    }
}
