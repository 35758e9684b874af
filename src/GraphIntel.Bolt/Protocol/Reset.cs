namespace GraphIntel.Bolt.Protocol;

/// <summary>
/// RESET: stops running requests, clears failures and rolls back an open transaction. Takes effect before earlier requests.
/// </summary>
internal static class Reset
{
    /// <summary>The framed message, in a buffer of its own, so that it can follow a running write.</summary>
    public static ReadOnlyMemory<byte> Framed { get; } = new byte[] { 0x00, 0x02, 0xB0, MessageTag.Reset, 0x00, 0x00 };
}

/// <summary>The response to RESET.</summary>
internal sealed class ResetResponse : Response;
