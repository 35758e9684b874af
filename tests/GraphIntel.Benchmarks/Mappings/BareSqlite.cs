using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using SQLitePCL;

namespace GraphIntel.Benchmarks.Mappings;

/// <summary>
/// Writes nodes and relationships into SQLite by prepared inserts alone, as a program would that has no checks: a table for each type,
/// with a key on the id of a node, and on the ends of a relationship in both directions.
/// </summary>
internal static class BareSqlite
{
    /// <summary>Writes everything into a new file; returns the seconds.</summary>
    public static double Write(GraphBatch batch)
    {
        var path = Path.Combine(Path.GetTempPath(), $"graphintel-bare-{Environment.ProcessId}-{Guid.NewGuid():N}.db");
        Check(raw.sqlite3_open(path, out var connection), connection);
        try
        {
            // As the store writes.
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = NORMAL");
            var watch = Stopwatch.StartNew();
            foreach (var rows in batch.Nodes)
                Insert(connection, $"n_{rows.Type.Name}", ["id"], "PRIMARY KEY (id)", null, rows.Columns, rows.Rows.Select(row => (new[] { row.Id }, row.Values)));
            foreach (var rows in batch.Relationships)
            {
                var name = $"r_{rows.Type.Type}";
                Insert(
                    connection, name, ["src", "dst", "id"], "PRIMARY KEY (src, dst, id)", $"CREATE INDEX IF NOT EXISTS x_{name} ON {name} (dst, src)", rows.Columns,
                    rows.Rows.Select(row => (new[] { row.Source, row.Target, row.Id ?? "" }, row.Values)));
            }

            return watch.Elapsed.TotalSeconds;
        }
        finally
        {
            raw.sqlite3_close_v2(connection);
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(path) + "*"))
                File.Delete(file);
        }
    }

    private static void Insert(
        sqlite3 connection, string table, string[] keys, string primary, string? index, IReadOnlyList<Property> columns, IEnumerable<(string[] Keys, object?[] Values)> rows)
    {
        string[] names = [.. keys, .. columns.SelectMany(column => column.Kind == ScalarKind.Point ? new[] { $"\"{column.Name}$lat\"", $"\"{column.Name}$lon\"" } : [$"\"{column.Name}\""])];
        Execute(connection, $"CREATE TABLE IF NOT EXISTS {table} ({string.Join(", ", names)}, {primary}) WITHOUT ROWID");
        if (index is not null)
            Execute(connection, index);
        Execute(connection, "BEGIN");
        Check(raw.sqlite3_prepare_v2(connection, $"INSERT INTO {table} VALUES ({string.Join(", ", names.Select(_ => "?"))})", out var statement), connection);
        using (statement)
        {
            foreach (var (ids, values) in rows)
            {
                var number = 0;
                foreach (var id in ids)
                    raw.sqlite3_bind_text(statement, ++number, id);
                for (var column = 0; column < values.Length; column++)
                    number = Bind(statement, number, columns[column], values[column]);
                if (raw.sqlite3_step(statement) != raw.SQLITE_DONE)
                    throw new InvalidOperationException(raw.sqlite3_errmsg(connection).utf8_to_string());
                raw.sqlite3_reset(statement);
            }
        }

        Execute(connection, "COMMIT");
    }

    private static int Bind(sqlite3_stmt statement, int number, Property property, object? value)
    {
        if (property.Kind == ScalarKind.Point)
        {
            if (value is not GeoPoint point)
            {
                raw.sqlite3_bind_null(statement, ++number);
                raw.sqlite3_bind_null(statement, ++number);
                return number;
            }

            raw.sqlite3_bind_double(statement, ++number, point.Latitude);
            raw.sqlite3_bind_double(statement, ++number, point.Longitude);
            return number;
        }

        number++;
        _ = value switch
        {
            null => raw.sqlite3_bind_null(statement, number),
            int integer => raw.sqlite3_bind_int(statement, number, integer),
            double real => raw.sqlite3_bind_double(statement, number, real),
            DateOnly day => raw.sqlite3_bind_text(statement, number, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            string[] list => raw.sqlite3_bind_text(statement, number, JsonSerializer.Serialize(list)),
            _ => raw.sqlite3_bind_text(statement, number, value.ToString()!),
        };
        return number;
    }

    private static void Execute(sqlite3 connection, string sql) => Check(raw.sqlite3_exec(connection, sql), connection);

    private static void Check(int code, sqlite3 connection)
    {
        if (code != raw.SQLITE_OK)
            throw new InvalidOperationException(raw.sqlite3_errmsg(connection).utf8_to_string());
    }
}
