using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>LOGON: authenticates the user.</summary>
internal readonly record struct Logon(AuthToken Token) : IMessage
{
    public void Write(PackStreamWriter writer)
    {
        writer.WriteStructureHeader(MessageTag.Logon, 1);
        Token.Write(writer);
    }

    public override string ToString() => nameof(Logon);
}
