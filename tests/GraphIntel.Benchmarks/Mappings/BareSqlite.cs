using System.Diagnostics;
using SQLitePCL;

namespace GraphIntel.Benchmarks.Mappings;

/// <summary>
/// Copies the nodes and relationships of a store into another SQLite file by prepared inserts alone, in one transaction: the same rows
/// into the same tables with the same indexes, as a program would that has nothing to read, check or record.
/// </summary>
internal static class BareSqlite
{
    private const string IsOfGraph = "(tbl_name GLOB 'n_*' OR tbl_name GLOB 'r_*') AND sql IS NOT NULL";

    /// <summary>Writes everything into a new file; returns the seconds of the inserts.</summary>
    /// <param name="store">The path of the store's file.</param>
    public static double Write(string store)
    {
        Check(raw.sqlite3_open_v2(store, out var source, raw.SQLITE_OPEN_READONLY, null), source);
        var path = Path.Combine(Path.GetTempPath(), $"graphintel-bare-{Environment.ProcessId}-{Guid.NewGuid():N}.db");
        Check(raw.sqlite3_open(path, out var target), target);
        try
        {
            // As the store writes.
            Execute(target, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16384");
            foreach (var row in Read(source, $"SELECT sql FROM sqlite_schema WHERE {IsOfGraph} ORDER BY type DESC"))
                Execute(target, (string)row[0]!);
            var tables = Read(source, $"SELECT name FROM sqlite_schema WHERE {IsOfGraph} AND type = 'table' ORDER BY name")
                .ConvertAll(row => ((string)row[0]!, ReadTable(source, (string)row[0]!)));
            var watch = Stopwatch.StartNew();
            Execute(target, "BEGIN");
            foreach (var (name, rows) in tables)
                Insert(target, name, rows);
            Execute(target, "COMMIT");
            return watch.Elapsed.TotalSeconds;
        }
        finally
        {
            raw.sqlite3_close_v2(source);
            raw.sqlite3_close_v2(target);
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(path) + "*"))
                File.Delete(file);
        }
    }

    /// <summary>The rows of a table, about in the order in which an import creates them: a relationship comes with the later of its ends.</summary>
    private static List<object?[]> ReadTable(sqlite3 source, string name) => Read(
        source, $"SELECT * FROM \"{name}\" ORDER BY " + (name[0] == 'n' ? "\"$key\"" : "max(\"$src\", \"$dst\")"));

    private static List<object?[]> Read(sqlite3 connection, string sql)
    {
        var rows = new List<object?[]>();
        Check(raw.sqlite3_prepare_v2(connection, sql, out var statement), connection);
        using (statement)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                var row = new object?[raw.sqlite3_column_count(statement)];
                for (var column = 0; column < row.Length; column++)
                {
                    row[column] = raw.sqlite3_column_type(statement, column) switch
                    {
                        raw.SQLITE_NULL => null,
                        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
                        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
                        _ => raw.sqlite3_column_text(statement, column).utf8_to_string(),
                    };
                }

                rows.Add(row);
            }
        }

        return rows;
    }

    private static void Insert(sqlite3 connection, string table, List<object?[]> rows)
    {
        if (rows.Count == 0)
            return;
        var values = string.Join(", ", rows[0].Select(_ => "?"));
        Check(raw.sqlite3_prepare_v2(connection, $"INSERT INTO \"{table}\" VALUES ({values})", out var statement), connection);
        using (statement)
        {
            foreach (var row in rows)
            {
                for (var column = 0; column < row.Length; column++)
                {
                    _ = row[column] switch
                    {
                        null => raw.sqlite3_bind_null(statement, column + 1),
                        long number => raw.sqlite3_bind_int64(statement, column + 1, number),
                        double number => raw.sqlite3_bind_double(statement, column + 1, number),
                        var text => raw.sqlite3_bind_text(statement, column + 1, (string)text),
                    };
                }

                if (raw.sqlite3_step(statement) != raw.SQLITE_DONE)
                    throw new InvalidOperationException(raw.sqlite3_errmsg(connection).utf8_to_string());
                raw.sqlite3_reset(statement);
            }
        }
    }

    private static void Execute(sqlite3 connection, string sql) => Check(raw.sqlite3_exec(connection, sql), connection);

    private static void Check(int code, sqlite3 connection)
    {
        if (code != raw.SQLITE_OK)
            throw new InvalidOperationException(raw.sqlite3_errmsg(connection).utf8_to_string());
    }
}
