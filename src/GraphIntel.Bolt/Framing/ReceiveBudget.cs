namespace GraphIntel.Bolt.Framing;

/// <summary>
/// The large receive buffers of a driver's connections, and their total limit. Buffers have few sizes and are reused unless
/// they were collected; otherwise each large message would leave as much garbage. Thread-safe.
/// </summary>
internal sealed class ReceiveBudget(long maxBytes)
{
    private const int MaxSpares = 8;

    private readonly Lock _gate = new();
    private readonly List<WeakReference<byte[]>> _spares = [];
    private long _held;

    /// <summary>Bytes of the rented buffers.</summary>
    public long Held => Volatile.Read(ref _held);

    /// <summary>A buffer of exactly this size, with arbitrary contents.</summary>
    /// <exception cref="ReceiveLimitException">The limit would be exceeded.</exception>
    public byte[] Rent(int size)
    {
        if (Interlocked.Add(ref _held, size) <= maxBytes)
            return TryRentSpare(size) ?? GC.AllocateUninitializedArray<byte>(size);
        Interlocked.Add(ref _held, -size);
        throw new ReceiveLimitException(
            $"The messages that the driver's connections receive exceed the total limit of {maxBytes} bytes (DriverConfig.MaxReceiveBytes).",
            isShared: true);
    }

    /// <summary>Returns a buffer, which must not be used any more.</summary>
    public void Return(byte[] buffer)
    {
        Interlocked.Add(ref _held, -buffer.Length);
        lock (_gate)
        {
            _spares.RemoveAll(spare => !spare.TryGetTarget(out _));
            if (_spares.Count < MaxSpares)
                _spares.Add(new WeakReference<byte[]>(buffer));
        }
    }

    private byte[]? TryRentSpare(int size)
    {
        lock (_gate)
        {
            for (var index = 0; index < _spares.Count; index++)
            {
                if (_spares[index].TryGetTarget(out var spare) && spare.Length == size)
                {
                    _spares.RemoveAt(index);
                    return spare;
                }
            }
        }
        return null;
    }
}
