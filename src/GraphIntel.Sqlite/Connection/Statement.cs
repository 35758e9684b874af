using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using GraphIntel.Core.Values;
using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>A prepared statement; parameters count from 1 and columns from 0, as in SQLite.</summary>
internal sealed unsafe class Statement : IDisposable
{
    /// <summary>The format of a stored day: ISO 8601, so that days sort as text.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    // SQLITE_TRANSIENT: the library copies the text.
    private const nint IsCopied = -1;

    // SQLITE_STMTSTATUS_MEMUSED
    private const int MemoryUsed = 99;

    private readonly sqlite3 _connection;

    // Of the handle, which is alive as long as this object is used. Counting references of the handle, for each call and column, would
    // take a third of the time of a row.
    private readonly nint _pointer;

    private Statement(sqlite3 connection, sqlite3_stmt handle, string sql)
    {
        _connection = connection;
        Handle = handle;
        _pointer = handle.DangerousGetHandle();
        Sql = sql;
    }

    /// <summary>The native statement.</summary>
    public sqlite3_stmt Handle { get; }

    /// <summary>Its text.</summary>
    public string Sql { get; }

    /// <summary>Bytes that it uses between two runs: the library's program and the text, there and here.</summary>
    public long Bytes => raw.sqlite3_stmt_status(Handle, MemoryUsed, 0) + ((long)Sql.Length * sizeof(char));

    private bool IsReading => raw.sqlite3_stmt_readonly(Handle) != 0;

    /// <summary>Prepares one statement for repeated use.</summary>
    public static Statement Prepare(sqlite3 connection, string sql)
    {
        var code = raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
        SqliteFailure.Check(code, connection);
        return new Statement(connection, handle, sql);
    }

    /// <summary>Runs statements without results, such as DDL.</summary>
    public static void Execute(sqlite3 connection, string sql) =>
        SqliteFailure.Check(raw.sqlite3_exec(connection, sql), connection);

    public void BindNull(int index) => Check(NativeBindNull(_pointer, index));

    public void Bind(int index, long value) => Check(NativeBindInt64(_pointer, index, value));

    public void Bind(int index, double value) => Check(NativeBindDouble(_pointer, index, value));

    [SkipLocalsInit]
    public void Bind(int index, string? value)
    {
        if (value is null)
        {
            BindNull(index);
            return;
        }

        var length = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (length > ByteArrays.MaxShared)
            length = Encoding.UTF8.GetByteCount(value);
        var rented = length > 512 ? ByteArrays.Rent(length) : null;
        var buffer = rented ?? stackalloc byte[512];
        var written = Encoding.UTF8.GetBytes(value, buffer);
        BindText(index, buffer[..written]);
        if (rented is not null)
            ByteArrays.Return(rented);
    }

    /// <summary>Binds a day in <see cref="DayFormat"/>.</summary>
    [SkipLocalsInit]
    public void Bind(int index, DateOnly day)
    {
        Span<byte> text = stackalloc byte[DayFormat.Length];
        day.TryFormat(text, out var written, DayFormat, CultureInfo.InvariantCulture);
        BindText(index, text[..written]);
    }

    /// <summary>Binds text that may not be valid UTF-8.</summary>
    public void BindText(int index, ReadOnlySpan<byte> text)
    {
        // An empty span has no address, which SQLite treats as null.
        fixed (byte* address = text.IsEmpty ? "\0"u8 : text)
            Check(NativeBindText(_pointer, index, address, text.Length, IsCopied));
    }

    /// <summary>Binds bytes.</summary>
    public void BindBlob(int index, ReadOnlySpan<byte> bytes) => SqliteFailure.Check(raw.sqlite3_bind_blob(Handle, index, bytes), _connection);

    /// <summary>The bytes of a text or a blob, valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(Handle, column);

    /// <summary>Moves to the next row; false if there is none.</summary>
    public bool Step()
    {
        var code = NativeStep(_pointer);
        if (code is raw.SQLITE_ROW)
            return true;
        if (code is raw.SQLITE_DONE)
            return false;
        throw SqliteFailure.From(
            raw.sqlite3_extended_errcode(_connection), raw.sqlite3_errmsg(_connection).utf8_to_string(), IsReading);
    }

    /// <summary>Runs to the end and resets; returns the number of changed rows.</summary>
    public int Run()
    {
        while (Step())
        {
        }

        Reset();
        return raw.sqlite3_changes(_connection);
    }

    /// <summary>Runs a statement that returns one integer, and resets it; null if it returns no row or null.</summary>
    public long? Scalar()
    {
        long? value = Step() && !IsNull(0) ? Int64(0) : null;
        Reset();
        return value;
    }

    /// <summary>Ends the run; parameters stay bound. The error of a run was already thrown by <see cref="Step"/>.</summary>
    public void Reset() => _ = NativeReset(_pointer);

    public bool IsNull(int column) => raw.sqlite3_column_type(Handle, column) == raw.SQLITE_NULL;

    public long Int64(int column) => NativeInt64(_pointer, column);

    public double Double(int column) => raw.sqlite3_column_double(Handle, column);

    /// <summary>A value as it is stored: an integer, a number, a text or null.</summary>
    public object? Value(int column) => raw.sqlite3_column_type(Handle, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => Int64(column),
        raw.SQLITE_FLOAT => Double(column),
        _ => Text(column),
    };

    public string? Text(int column)
    {
        var text = NativeText(_pointer, column);
        return text is null ? null : Encoding.UTF8.GetString(text, NativeBytes(_pointer, column));
    }

    public void Dispose() => Handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteFailure.Check(code, _connection);
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_bind_null", CallingConvention = CallingConvention.Cdecl)]
    private static extern int NativeBindNull(nint statement, int index);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_bind_int64", CallingConvention = CallingConvention.Cdecl)]
    private static extern int NativeBindInt64(nint statement, int index, long value);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_bind_double", CallingConvention = CallingConvention.Cdecl)]
    private static extern int NativeBindDouble(nint statement, int index, double value);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_bind_text", CallingConvention = CallingConvention.Cdecl)]
    private static extern int NativeBindText(nint statement, int index, byte* text, int length, nint destructor);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_reset", CallingConvention = CallingConvention.Cdecl)]
    private static extern int NativeReset(nint statement);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_step", CallingConvention = CallingConvention.Cdecl)]
    private static extern int NativeStep(nint statement);

    // Neither waits, allocates nor calls back.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_int64", CallingConvention = CallingConvention.Cdecl), SuppressGCTransition]
    private static extern long NativeInt64(nint statement, int column);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_text", CallingConvention = CallingConvention.Cdecl)]
    private static extern byte* NativeText(nint statement, int column);

    // After the text, it has no conversion left to do.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_bytes", CallingConvention = CallingConvention.Cdecl), SuppressGCTransition]
    private static extern int NativeBytes(nint statement, int column);
}
