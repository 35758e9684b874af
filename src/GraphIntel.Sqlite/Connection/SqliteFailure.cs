using GraphIntel.Core.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>Turns SQLite's result codes into failures of a store, without the text of a statement.</summary>
internal static class SqliteFailure
{
    /// <summary>Throws where a call of the native library did not answer OK.</summary>
    /// <exception cref="StoreException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The statement was interrupted.</exception>
    public static void Check(int code, sqlite3 connection)
    {
        if (code != raw.SQLITE_OK)
            throw From(code, raw.sqlite3_errmsg(connection).utf8_to_string());
    }

    /// <summary>The failure for a result code; SQLite's own words are kept inside, for a log.</summary>
    public static Exception From(int code, string detail)
    {
        var inner = new SqliteException(detail, code & 0xff, code);
        return (code & 0xff) switch
        {
            raw.SQLITE_INTERRUPT => new OperationCanceledException("The statement was interrupted.", inner),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Unavailable(
                "The store is busy: another process is writing to it. Try again."),
            raw.SQLITE_FULL => Unavailable(
                "There is no room left for the store: the disk, its quota or the memory is full. Nothing was written."),
            raw.SQLITE_IOERR => Unavailable("The store's file could not be read or written."),
            raw.SQLITE_CANTOPEN => Unavailable("The store's file could not be opened."),
            raw.SQLITE_CORRUPT => Unavailable("The store's file is damaged: restore it from a copy, or import into a new one."),
            raw.SQLITE_NOTADB => new StoreException(StoreFailure.Refused, "The file is not a SQLite database.", inner),
            raw.SQLITE_READONLY or raw.SQLITE_PERM => Unavailable(
                "The store's file may not be written, or was moved while it was open."),
            raw.SQLITE_NOMEM => Unavailable("The store ran out of memory."),
            raw.SQLITE_TOOBIG => new StoreException(
                StoreFailure.WriteRefused, "A value is larger than the store can keep (1,000,000,000 bytes).", inner),
            _ => Unavailable($"The store failed (SQLite code {code})."),
        };

        StoreException Unavailable(string message) => new(StoreFailure.Unavailable, message, inner);
    }
}
