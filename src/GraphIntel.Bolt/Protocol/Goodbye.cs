using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>GOODBYE: announces that the connection will be closed; there is no response.</summary>
internal readonly record struct Goodbye : IMessage
{
    public void Write(PackStreamWriter writer) => writer.WriteStructureHeader(MessageTag.Goodbye, 0);
}
