using System.Globalization;

namespace GraphIntel.Bolt.Pool;

/// <summary>The timeout of all steps of acquiring a connection: waiting, connecting, the handshake and the login.</summary>
internal readonly struct AcquisitionTimeout(TimeProvider time, TimeSpan total)
{
    private readonly long _started = time.GetTimestamp();

    public TimeSpan Total => total;

    /// <summary>The time since the start.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>The remaining time.</summary>
    /// <exception cref="ServiceUnavailableException">The timeout is exceeded.</exception>
    public TimeSpan Remaining(ServerAddress address)
    {
        var remaining = total - Elapsed;
        return remaining > TimeSpan.Zero ? remaining : throw Exceeded(address, new TimeoutException());
    }

    /// <summary>The remaining time, but at most the limit of a single step.</summary>
    public TimeSpan Remaining(ServerAddress address, TimeSpan max)
    {
        var remaining = Remaining(address);
        return remaining < max ? remaining : max;
    }

    /// <summary>The error for exceeding the timeout.</summary>
    public ServiceUnavailableException Exceeded(ServerAddress address, Exception cause) => new(
        string.Create(CultureInfo.InvariantCulture, $"No connection to {address} within {total.TotalSeconds} seconds."), cause);
}
