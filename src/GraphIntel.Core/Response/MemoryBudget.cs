namespace GraphIntel.Core.Response;

/// <summary>
/// The budget of bytes that all pending requests share: bodies that are read and responses that are built or sent. A
/// reservation beyond it fails. A share is reserved for small buffers, so that a few large ones cannot exhaust it, and tiny
/// ones always succeed. Safe for concurrent use.
/// </summary>
/// <param name="maxBytes">The budget.</param>
/// <param name="pressure">Denies large buffers while the process has too much memory; null if it may have any.</param>
internal sealed class MemoryBudget(long maxBytes, MemoryPressure? pressure = null)
{
    /// <summary>
    /// Bytes that are always granted: the size of most bodies and responses. The number of connections bounds their sum.
    /// </summary>
    public const int TinySize = 16 * 1024;

    /// <summary>Maximum bytes of a small buffer.</summary>
    public const int SmallSize = 256 * 1024;

    /// <summary>The budget divided by this is reserved for small buffers.</summary>
    private const int SmallShare = 4;

    private readonly long _maxForLarge = maxBytes - (maxBytes / SmallShare);
    private long _reserved;

    /// <summary>The budget.</summary>
    public long MaxBytes { get; } = maxBytes;

    /// <summary>Reserved bytes.</summary>
    public long Reserved => Volatile.Read(ref _reserved);

    /// <summary>Reserves bytes for a holder of <paramref name="already"/> bytes; false if the budget is exhausted.</summary>
    public bool TryReserve(long bytes, long already)
    {
        var isSmall = already + bytes <= SmallSize;
        if (!isSmall && pressure is not null && pressure.IsHigh())
            return false;
        var limit = isSmall ? MaxBytes : _maxForLarge;
        if (Interlocked.Add(ref _reserved, bytes) <= limit || already + bytes <= TinySize)
            return true;
        Interlocked.Add(ref _reserved, -bytes);
        return false;
    }

    /// <summary>Releases reserved bytes.</summary>
    public void Return(long bytes) => Interlocked.Add(ref _reserved, -bytes);

    /// <summary>Reserves bytes until the result is disposed of.</summary>
    /// <exception cref="MemoryBudgetException">The budget is exhausted.</exception>
    public Reservation Reserve(long bytes) => TryReserve(bytes, already: 0) ? new Reservation(this, bytes) : throw new MemoryBudgetException(MaxBytes);

    /// <summary>Reserved bytes.</summary>
    public readonly struct Reservation(MemoryBudget budget, long bytes) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => budget.Return(bytes);
    }
}

/// <summary>The memory budget of pending requests is exhausted.</summary>
internal sealed class MemoryBudgetException(long maxBytes)
    : Exception(FormattableString.Invariant(
        $"Requests and responses use the {maxBytes} bytes of memory that are allowed: retry in a few seconds, or request less data."));
