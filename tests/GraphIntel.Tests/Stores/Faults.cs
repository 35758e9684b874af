using GraphIntel.Neo4j.Testing;

namespace GraphIntel.Tests.Stores;

/// <summary>Faults for data that a client sends through a <see cref="FaultProxy"/>.</summary>
internal static class Faults
{
    /// <summary>Applies a fault to the first data that contains these bytes.</summary>
    public static Func<ReadOnlyMemory<byte>, FaultKind> Once(byte[] sought, FaultKind fault, Action? then = null) => After(sought, 0, fault, then);

    /// <summary>Applies a fault to data that follows, after a number of bytes, data that contains these bytes.</summary>
    public static Func<ReadOnlyMemory<byte>, FaultKind> After(byte[] sought, int bytes, FaultKind fault, Action? then = null)
    {
        var (isDone, left) = (false, -1);
        return piece =>
        {
            if (isDone)
                return FaultKind.Forwarded;
            if (left < 0)
                left = piece.Span.IndexOf(sought) < 0 ? -1 : bytes;
            else
                left = Math.Max(0, left - piece.Length);
            if (left != 0)
                return FaultKind.Forwarded;
            isDone = true;
            then?.Invoke();
            return fault;
        };
    }
}
