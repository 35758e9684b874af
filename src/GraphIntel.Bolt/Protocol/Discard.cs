using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>DISCARD: finish the result without sending the rest of it.</summary>
internal readonly record struct Discard(long? QueryId) : IMessage
{
    public void Write(PackStreamWriter writer) => Pull.Write(writer, MessageTag.Discard, Pull.All, QueryId);
}
