using GraphIntel.Core.Storage;
using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>
/// Remembers that a statement found damage in the file, because the small statement of a health check may not. Cleared once a
/// check of the whole file succeeds: a disk can fail for a moment.
/// </summary>
internal sealed class FileDamage(TimeProvider time)
{
    /// <summary>The pause between two checks, which read the whole file.</summary>
    public static readonly TimeSpan CheckPause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private int _code;
    private long? _checked;

    /// <summary>Remembers the result code of a call if it means damage.</summary>
    public void Record(int code)
    {
        if ((code & 0xff) is not (raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_IOERR))
            return;
        lock (_gate)
            _code = code;
    }

    /// <summary>Throws if damage was found.</summary>
    /// <param name="isIntact">Checks the integrity of the whole file.</param>
    public void ThrowIfDamaged(Func<bool> isIntact)
    {
        int code;
        lock (_gate)
        {
            code = _code;
            if (code == raw.SQLITE_OK)
                return;
            if (_checked is { } last && time.GetElapsedTime(last) < CheckPause)
                throw Failure(code);
            _checked = time.GetTimestamp();
        }

        if (!isIntact())
            throw Failure(code);
        lock (_gate)
            _code = raw.SQLITE_OK;
    }

    private static StoreException Failure(int code) => (code & 0xff) == raw.SQLITE_NOTADB
        ? new StoreException(StoreFailure.Unavailable, "The store's file is no longer a SQLite database: restore it from a backup, or import into a new file.")
        : (StoreException)SqliteFailure.From(code, "");
}
