using GraphIntel.Core.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>Translates SQLite's result codes to errors of a store, without the text of a statement.</summary>
internal static class SqliteFailure
{
    /// <summary>Throws if a call of the native library did not return OK.</summary>
    /// <exception cref="StoreException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The statement was interrupted.</exception>
    public static void Check(int code, sqlite3 connection)
    {
        if (code != raw.SQLITE_OK)
            throw From(code, raw.sqlite3_errmsg(connection).utf8_to_string());
    }

    /// <summary>The error for a result code; SQLite's message is only in the inner exception, for a log.</summary>
    /// <param name="code">The extended result code.</param>
    /// <param name="detail">SQLite's message.</param>
    /// <param name="isReading">Whether the statement only reads.</param>
    public static Exception From(int code, string detail, bool isReading = false)
    {
        var inner = new SqliteException(detail, code & 0xff, code);
        return (code & 0xff) switch
        {
            raw.SQLITE_INTERRUPT => new OperationCanceledException("The statement was interrupted.", inner),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Unavailable(
                "The store is busy: another process is writing to it. Try again."),
            raw.SQLITE_FULL => Unavailable(
                "There is no space left for the store: the disk, its quota or the memory is full. Nothing was written."),
            raw.SQLITE_IOERR => Unavailable("The store's file could not be read or written."),
            raw.SQLITE_CANTOPEN => Unavailable("The store's file could not be opened."),
            raw.SQLITE_CORRUPT => Unavailable("The store's file is damaged: restore it from a backup, or import into a new file."),
            raw.SQLITE_NOTADB => new StoreException(StoreFailure.Refused, "The file is not a SQLite database.", inner),
            raw.SQLITE_READONLY or raw.SQLITE_PERM => Unavailable(
                "The store's file is read-only, or was moved while it was open."),
            raw.SQLITE_NOMEM => Unavailable("The store ran out of memory."),
            raw.SQLITE_TOOBIG when isReading => new StoreException(
                StoreFailure.TooComplex, "The response is larger than the store can build: request smaller pages.", inner),
            raw.SQLITE_TOOBIG => new StoreException(
                StoreFailure.WriteRefused, "A value exceeds the limit of the store (1,000,000,000 bytes).", inner),
            raw.SQLITE_CONSTRAINT when code is raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY => new StoreException(
                StoreFailure.Exists, "The write violates a constraint of the store.", inner),
            _ => Unavailable($"The store failed (SQLite code {code})."),
        };

        StoreException Unavailable(string message) => new(StoreFailure.Unavailable, message, inner);
    }

    /// <summary>The error for a statement that exceeds one of the limits of SQLite's parser.</summary>
    public static StoreException TooComplex(Exception? inner) => new(
        StoreFailure.TooComplex,
        "The operation is nested too deeply, or selects too many fields of one object, for this store: split it into several operations.",
        inner);
}
