using System.Diagnostics;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Write;
using SQLitePCL;

namespace GraphIntel.Benchmarks.Mappings;

/// <summary>
/// Copies the nodes and relationships of a store into another SQLite file by prepared inserts alone, in one transaction: the same rows
/// into the same tables with the same indexes, those for search among them, as a program would that has nothing to read, make, check or
/// record. (Bare batches on Neo4j fill its full-text indexes, too.)
/// </summary>
internal static class BareSqlite
{
    private const string IsOfGraph =
        "(tbl_name GLOB 'n_*' OR tbl_name GLOB 'r_*' OR tbl_name GLOB 's_*' OR tbl_name GLOB 'k_*') AND sql IS NOT NULL "
        + "AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')";

    private const string IsFilled = IsOfGraph + " AND type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%'";

    /// <summary>Writes everything into a new file; returns the seconds of the inserts.</summary>
    /// <param name="store">The path of the store's file.</param>
    /// <param name="model">The model of the store.</param>
    public static double Write(string store, GraphModel model)
    {
        Check(raw.sqlite3_open_v2(store, out var source, raw.SQLITE_OPEN_READONLY, null), source);
        var path = Path.Combine(Path.GetTempPath(), $"graphintel-bare-{Environment.ProcessId}-{Guid.NewGuid():N}.db");
        // As the store writes.
        var connections = new ConnectionFactory(SqliteLocation.File(path));
        var writer = connections.OpenWriter();
        try
        {
            connections.ConfigureWriter(writer);
            var target = writer.Handle!;
            foreach (var row in Read(source, $"SELECT sql FROM sqlite_schema WHERE {IsOfGraph} ORDER BY type DESC"))
                Execute(target, (string)row[0]!);
            var tables = Read(source, $"SELECT name FROM sqlite_schema WHERE {IsFilled} ORDER BY name")
                .ConvertAll(row => (Name: (string)row[0]!, Rows: ReadTable(source, (string)row[0]!)));
            var texts = model.Nodes.SelectMany(type => ReadTexts(source, type)).ToList();
            var watch = Stopwatch.StartNew();
            Execute(target, "BEGIN");
            foreach (var (name, rows) in tables)
                Insert(target, $"\"{name}\"", rows);
            foreach (var (name, rows) in texts)
                Insert(target, name, rows);
            Execute(target, "COMMIT");
            // As an import does at its end.
            Execute(target, "PRAGMA wal_checkpoint(PASSIVE)");
            return watch.Elapsed.TotalSeconds;
        }
        finally
        {
            raw.sqlite3_close_v2(source);
            writer.Dispose();
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(path) + "*"))
                File.Delete(file);
        }
    }

    /// <summary>The rows of a table, about in the order in which an import creates them: a relationship comes with the later of its ends.</summary>
    private static List<object?[]> ReadTable(sqlite3 source, string name) => Read(
        source, $"SELECT * FROM \"{name}\" ORDER BY " + name[0] switch { 'n' => "\"$key\"", 'r' => "max(\"$src\", \"$dst\")", _ => "1" });

    /// <summary>The rows of the indexes of a type's texts, which do not keep what they are made of.</summary>
    private static IEnumerable<(string Table, List<object?[]> Rows)> ReadTexts(sqlite3 source, NodeType type)
    {
        var indexes = SearchIndex.Of(type);
        if (indexes.All(index => index.Text is null))
            yield break;
        using var statements = new StatementCache(source, capacity: 16);
        var searched = new SearchedNodes(type, source, statements);
        var documents = Read(source, $"SELECT {Names.Key} FROM {Names.Table(type)} ORDER BY 1")
            .ConvertAll(row => (Key: row[0], Document: searched.Derive((long)row[0]!)!));
        for (var number = 0; number < indexes.Count; number++)
        {
            if (indexes[number].Text is null)
                continue;
            var rows = documents.Where(node => node.Document.Keys[number] is not null)
                .Select(node => new object?[] { node.Key, Encoding.ASCII.GetString(node.Document.Keys[number]!) });
            yield return ($"{Names.Index(indexes[number])} (rowid, {Names.Keys})", [.. rows]);
        }
    }

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
                        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, column).ToArray(),
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
        Check(raw.sqlite3_prepare_v2(connection, $"INSERT INTO {table} VALUES ({values})", out var statement), connection);
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
                        byte[] bytes => raw.sqlite3_bind_blob(statement, column + 1, bytes),
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
