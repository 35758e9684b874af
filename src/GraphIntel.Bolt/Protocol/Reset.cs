namespace GraphIntel.Bolt.Protocol;

/// <summary>RESET: stop what runs, forget what failed, roll back what is open. It overtakes the requests before it.</summary>
internal static class Reset
{
    /// <summary>The message with its frame: bytes of its own, so that it can follow a write that has the buffer.</summary>
    public static ReadOnlyMemory<byte> Framed { get; } = new byte[] { 0x00, 0x02, 0xB0, MessageTag.Reset, 0x00, 0x00 };
}

/// <summary>The answer that says that all is clear again.</summary>
internal sealed class ResetResponse : Response;
