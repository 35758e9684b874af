using GraphIntel.Neo4j.Testing;

namespace GraphIntel.Tests.Stores;

/// <summary>What befalls the pieces that a client sends through a <see cref="FaultProxy"/>.</summary>
internal static class Faults
{
    /// <summary>Has the first piece with these bytes meet a fate.</summary>
    public static Func<ReadOnlyMemory<byte>, Fate> Once(byte[] sought, Fate fate, Action? then = null) => After(sought, 0, fate, then);

    /// <summary>Has a piece meet a fate once so many bytes have passed since the piece with those sought.</summary>
    public static Func<ReadOnlyMemory<byte>, Fate> After(byte[] sought, int bytes, Fate fate, Action? then = null)
    {
        var (isDone, left) = (false, -1);
        return piece =>
        {
            if (isDone)
                return Fate.Passed;
            if (left < 0)
                left = piece.Span.IndexOf(sought) < 0 ? -1 : bytes;
            else
                left = Math.Max(0, left - piece.Length);
            if (left != 0)
                return Fate.Passed;
            isDone = true;
            then?.Invoke();
            return fate;
        };
    }
}
