using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>DISCARD: completes the result without its remaining records.</summary>
internal readonly record struct Discard(long? QueryId) : IMessage
{
    public void Write(PackStreamWriter writer) => Pull.Write(writer, MessageTag.Discard, Pull.All, QueryId);
}
