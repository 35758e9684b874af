using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>ROLLBACK: rolls back the transaction.</summary>
internal readonly record struct Rollback : IMessage
{
    public void Write(PackStreamWriter writer) => writer.WriteStructureHeader(MessageTag.Rollback, 0);
}
