using System.Buffers;

namespace GraphIntel.Core.Values;

/// <summary>
/// Pooled arrays for the bytes of requests and responses. The shared pool has those of at most <see cref="MaxShared"/>. Of each size of
/// larger ones it would keep up to 32 for each processor and one for each thread, as long as the computer has memory; so these have a
/// pool of their own, which keeps few, and the largest have none.
/// </summary>
internal static class ByteArrays
{
    /// <summary>The length of the largest arrays in the shared pool.</summary>
    public const int MaxShared = 128 * 1024;

    private const int MaxPooled = 1024 * 1024;
    private const int KeptPerSize = 8;

    private static readonly ArrayPool<byte> Large = ArrayPool<byte>.Create(MaxPooled, KeptPerSize);

    /// <summary>An array of at least this length.</summary>
    public static byte[] Rent(int length) => length switch
    {
        <= MaxShared => ArrayPool<byte>.Shared.Rent(length),
        <= MaxPooled => Large.Rent(length),
        _ => GC.AllocateUninitializedArray<byte>(length),
    };

    /// <summary>Takes an array back.</summary>
    public static void Return(byte[] array)
    {
        if (array.Length <= MaxShared)
            ArrayPool<byte>.Shared.Return(array);
        else if (array.Length <= MaxPooled)
            Large.Return(array);
    }
}
