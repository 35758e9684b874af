using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>LOGOFF: logs off, so that another user can log on to the same connection.</summary>
internal readonly record struct Logoff : IMessage
{
    public void Write(PackStreamWriter writer) => writer.WriteStructureHeader(MessageTag.Logoff, 0);
}
