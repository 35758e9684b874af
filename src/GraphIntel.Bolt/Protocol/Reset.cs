using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>RESET: stop what runs, forget what failed, roll back what is open. It overtakes the requests before it.</summary>
internal readonly record struct Reset : IMessage
{
    public void Write(PackStreamWriter writer) => writer.WriteStructureHeader(MessageTag.Reset, 0);
}

/// <summary>The answer that says that all is clear again.</summary>
internal sealed class ResetResponse : Response;
