using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>BEGIN: start a transaction.</summary>
internal readonly record struct Begin(Extra Extra, BoltVersion Version) : IMessage
{
    public void Write(PackStreamWriter writer)
    {
        writer.WriteStructureHeader(MessageTag.Begin, 1);
        Extra.Write(writer, Version);
    }
}
