using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>GOODBYE: the connection is about to close; there is no answer.</summary>
internal readonly record struct Goodbye : IMessage
{
    public void Write(PackStreamWriter writer) => writer.WriteStructureHeader(MessageTag.Goodbye, 0);
}
