using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>
/// Limits the memory of the native library for each operation (<see cref="Enter"/>) and for all together. It counts blocks
/// that grow beyond <see cref="SmallBlock"/>, as the strings of a response do at every level of nesting; all other memory is
/// already limited: pages by the caches, sorters and temporary tables by spilling to a file, statements by
/// <see cref="StatementCache"/>. An operation over a limit fails with SQLITE_NOMEM. Counting every allocation, or the
/// library's own statistics, would cost small statements a fifth of their time: see docs/decisions/0040.
/// </summary>
internal static unsafe class SqliteMemory
{
    /// <summary>Bytes that every operation may use, however much the others use, so that a lookup is never rejected.</summary>
    public const int SmallOperation = 4 * 1024 * 1024;

    /// <summary>Blocks up to this size, in bytes, are not counted.</summary>
    public const int SmallBlock = 16 * 1024;

    // sqlite3.h
    private const int ConfigMalloc = 4;
    private const int ConfigGetMalloc = 5;

    private static Methods _native;
    private static long _held;

    [ThreadStatic]
    private static Account _account;

    /// <summary>Counted bytes of all running operations.</summary>
    public static long Held => Volatile.Read(ref _held);

    /// <summary>
    /// Replaces the library's realloc by the counting one. Must run before the library's first use. Returns SQLITE_OK or an
    /// error code.
    /// </summary>
    public static int Install()
    {
        ConfigureAllocator();
        fixed (Methods* native = &_native)
        {
            var code = Configure(ConfigGetMalloc, native);
            if (code != raw.SQLITE_OK)
                return code;
        }
        var counted = _native;
        counted.Realloc = &Reallocate;
        return Configure(ConfigMalloc, &counted);
    }

    /// <summary>
    /// Begins an operation on this thread, where it must be disposed. Its large blocks may grow by <paramref name="max"/>
    /// bytes, and, once it uses more than <see cref="SmallOperation"/>, those of all operations by
    /// <paramref name="maxTotal"/>.
    /// </summary>
    public static Operation Enter(long max, long maxTotal)
    {
        _account = new Account { IsInside = true, Max = max, MaxTotal = maxTotal };
        return default;
    }

    /// <summary>The limit that rejected an allocation of this thread's operation.</summary>
    public static MemoryLimit ExceededLimit => _account.ExceededLimit;

    private static void Leave()
    {
        ref var account = ref _account;
        account.IsInside = false;
        if (account.Grown > 0)
            Interlocked.Add(ref _held, -account.Grown);
    }

    /// <summary>A running operation.</summary>
    public readonly ref struct Operation : IDisposable
    {
        /// <inheritdoc/>
        void IDisposable.Dispose() => Leave();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void* Reallocate(void* block, int size)
    {
        if (size <= SmallBlock)
            return _native.ShortRealloc(block, size);
        ref var account = ref _account;
        var growth = account.IsInside ? size - _native.Size(block) : 0;
        if (growth > 0 && !TryReserve(ref account, growth))
            return null;
        return _native.Realloc(block, size);
    }

    private static bool TryReserve(ref Account account, int growth)
    {
        if (account.Grown + growth > account.Max)
        {
            account.ExceededLimit = MemoryLimit.Operation;
        }
        else if (account.Grown + growth > SmallOperation && Held + growth > account.MaxTotal)
        {
            account.ExceededLimit = MemoryLimit.Process;
        }
        else
        {
            account.Grown += growth;
            Interlocked.Add(ref _held, growth);
            return true;
        }
        return false;
    }

    /// <summary>
    /// Makes glibc return large blocks to the system as soon as they are freed. By default it keeps up to 64 MiB for each of
    /// its arenas, eight a core, once such large blocks were freed.
    /// </summary>
    private static void ConfigureAllocator()
    {
        // malloc.h: M_MMAP_THRESHOLD, M_TRIM_THRESHOLD
        const int MapThreshold = -3;
        const int TrimThreshold = -1;
        const int Bytes = 512 * 1024;
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = SetAllocator(MapThreshold, Bytes);
            _ = SetAllocator(TrimThreshold, Bytes);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, such as musl, whose allocator returns large blocks.
        }
    }

    private static int Configure(int option, Methods* methods) =>
        // On this platform, variable arguments are on the stack, after eight registers.
        OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? ConfigureOnStack(option, 0, 0, 0, 0, 0, 0, 0, methods)
            : ConfigureInRegisters(option, methods);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_config", CallingConvention = CallingConvention.Cdecl)]
    private static extern int ConfigureInRegisters(int option, Methods* methods);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_config", CallingConvention = CallingConvention.Cdecl)]
    private static extern int ConfigureOnStack(int option, nint second, nint third, nint fourth, nint fifth, nint sixth, nint seventh, nint eighth, Methods* methods);

    [DllImport("libc", EntryPoint = "mallopt", CallingConvention = CallingConvention.Cdecl)]
    private static extern int SetAllocator(int option, int value);

    /// <summary>sqlite3_mem_methods.</summary>
    private struct Methods
    {
        public delegate* unmanaged[Cdecl]<int, void*> Malloc;
        public delegate* unmanaged[Cdecl]<void*, void> Free;
        public delegate* unmanaged[Cdecl]<void*, int, void*> Realloc;
        public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int> Size;
        public delegate* unmanaged[Cdecl]<int, int> Roundup;
        public delegate* unmanaged[Cdecl]<void*, int> Init;
        public delegate* unmanaged[Cdecl]<void*, void> Shutdown;
        public void* Data;

        // For few bytes, realloc takes less time than the transition to preemptive GC mode.
        public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int, void*> ShortRealloc =>
            (delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int, void*>)Realloc;
    }

    /// <summary>The counters of a thread's current operation.</summary>
    private struct Account
    {
        public bool IsInside;

        /// <summary>Bytes by which its large blocks grew; blocks freed meanwhile still count.</summary>
        public long Grown;

        public long Max;
        public long MaxTotal;
        public MemoryLimit ExceededLimit;
    }
}

/// <summary>The limit of <see cref="SqliteMemory"/> that rejected an allocation.</summary>
internal enum MemoryLimit
{
    /// <summary>None.</summary>
    None,

    /// <summary>The limit of one operation.</summary>
    Operation,

    /// <summary>The limit of the process.</summary>
    Process,
}
