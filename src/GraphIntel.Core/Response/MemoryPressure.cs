using System.Buffers.Text;
using Microsoft.Win32.SafeHandles;

namespace GraphIntel.Core.Response;

/// <summary>
/// Whether the process has more memory of its own than it should: what the budgets count, and what no budget can, garbage that is not
/// collected yet and blocks that allocators keep. On a computer that is busy with other work, the collector falls behind. Safe for
/// concurrent use.
/// </summary>
/// <param name="maxBytes">The bytes from which it is too much.</param>
internal sealed class MemoryPressure(long maxBytes)
{
    /// <summary>The minimum time between two collections, in milliseconds: each stops all threads for a tenth of a second or two.</summary>
    private const int MinInterval = 1_000;

    private static readonly SafeFileHandle? Pages = OperatingSystem.IsLinux() ? File.OpenHandle("/proc/self/statm") : null;

    private long _collected = Environment.TickCount64 - MinInterval;

    /// <summary>
    /// The private memory of the process in bytes, without code and mapped files; where the system does not tell, what the collector has
    /// committed.
    /// </summary>
    public static long OwnBytes
    {
        get
        {
            if (Pages is null)
                return GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;
            // "size resident shared ...", in pages; see proc(5).
            Span<byte> text = stackalloc byte[128];
            ReadOnlySpan<byte> rest = text[..RandomAccess.Read(Pages, text, 0)];
            _ = Next(ref rest);
            return (Next(ref rest) - Next(ref rest)) * Environment.SystemPageSize;
        }
    }

    /// <summary>Whether there is too much, also after garbage was collected.</summary>
    public bool IsHigh()
    {
        if (OwnBytes <= maxBytes)
            return false;
        var (last, now) = (Volatile.Read(ref _collected), Environment.TickCount64);
        if (now - last >= MinInterval && Interlocked.CompareExchange(ref _collected, now, last) == last)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return OwnBytes > maxBytes;
    }

    private static long Next(ref ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out long number, out var length))
            throw new FormatException("/proc/self/statm has no number where one is expected.");
        text = text[length..].TrimStart((byte)' ');
        return number;
    }
}
