using System.CommandLine;
using System.Diagnostics;
using System.Text;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Response;
using GraphIntel.Server.Exports;
using GraphIntel.Sqlite;
using Spectre.Console;
using SQLitePCL;

namespace GraphIntel.Benchmarks.Exports;

/// <summary>
/// Measures an export as CSV of all events with place and participants, in process, relative to the same rows read by SQL alone; and
/// the memory that it needs, which must not grow with the rows.
/// </summary>
internal static class ExportsCommand
{
    private const int Rounds = 7;
    private const int Factor = 4;

    /// <summary>The target: rows per second relative to those of the SQL.</summary>
    private const double MinRatio = 0.5;

    private const string Document =
        "{ events(order: [{start: ASC}]) { nodes { id title start deathsBest place { name } participants(first: 50) { edges { role node { name } } } } } }";

    // The same values in the same order, with a row for each participant: the least that a program could read that knows the tables.
    private const string Sql =
        """
        SELECT e."$key", e."id", e."title", e."start", e."deathsBest", p."name", t."role", a."name"
        FROM "n_Event" AS e
        LEFT JOIN "r_OCCURRED_AT" AS o ON o."$src" = e."$key"
        LEFT JOIN "n_Place" AS p ON p."$key" = o."$dst"
        LEFT JOIN "r_PARTICIPATED_IN" AS t ON t."$dst" = e."$key" AND t."standing" <> 'DENIED'
        LEFT JOIN "n_Actor" AS a ON a."$key" = t."$src"
        ORDER BY e."start", e."id"
        """;

    private const int Columns = 8;

    public static Command Create()
    {
        var command = new Command("exports", "Measures an export as CSV relative to the same rows read by SQL alone, and its memory.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        var table = new Table().Title("CSV of events with place and participants, in process").AddColumns(
            "events", "bytes", "rows/s", "SQL alone, rows/s", "ratio", "target", "bytes allocated per row", "memory used meanwhile, KiB");
        var isMet = true;
        foreach (var events in new[] { GeneratedGraph.Events, GeneratedGraph.Events * Factor })
        {
            await using var graph = await BenchmarkStore.OpenAsync(events);
            var engine = new GraphEngine(graph.Schema, graph.Store, new EngineOptions());
            var exporter = new Exporter(engine, graph.Schema.Model);
            var target = new CountingTarget();
            double export = double.MaxValue, alone = double.MaxValue;
            var allocated = long.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                target.Reset();
                var before = GC.GetTotalAllocatedBytes(precise: true);
                export = Math.Min(export, await TimeAsync(() => ExportAsync(exporter, engine, target)));
                allocated = Math.Min(allocated, GC.GetTotalAllocatedBytes(precise: true) - before);
                alone = Math.Min(alone, await TimeAsync(() => ReadAsync(graph.Store, events)));
            }
            if (target.Rows != events + 1)
                throw new InvalidOperationException($"The file has {target.Rows} lines; expected {events + 1}.");
            isMet &= alone / export >= MinRatio;
            table.AddRow(
                $"{events:#,0}", $"{target.Bytes:#,0}", $"{events / export:#,0}", $"{events / alone:#,0}", $"{alone / export:0.00}", $"{MinRatio:0.0}",
                $"{(double)allocated / events:0.0}", $"{target.MaxMemory / 1024:#,0}");
        }
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("With more events, the memory must stay the same.");
        return isMet ? 0 : 1;
    }

    private static async Task ExportAsync(Exporter exporter, GraphEngine engine, CountingTarget target)
    {
        using var deadline = engine.StartExport(CancellationToken.None);
        await exporter.RunAsync(ExportFormat.Csv, new GraphRequest(Encoding.UTF8.GetBytes(Document)), isForExcel: false, target, deadline);
    }

    /// <summary>Reads the rows, and each of their values.</summary>
    private static async Task ReadAsync(SqliteStore store, int events)
    {
        using var reader = await store.Readers.RentAsync(CancellationToken.None);
        var statement = reader.Statement(Sql);
        var (rows, bytes, last) = (0, 0L, -1L);
        while (statement.Step())
        {
            // The rows of an event follow one another.
            var key = raw.sqlite3_column_int64(statement.Handle, 0);
            rows += key == last ? 0 : 1;
            last = key;
            for (var column = 1; column < Columns; column++)
                bytes += raw.sqlite3_column_blob(statement.Handle, column).Length;
        }
        if (rows != events || bytes == 0)
            throw new InvalidOperationException($"The SQL has {rows} rows; expected {events}.");
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var start = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Counts what it gets.</summary>
    private sealed class CountingTarget : IExportTarget
    {
        private long _before;

        public long Bytes { get; private set; }

        public int Rows { get; private set; }

        /// <summary>The managed memory at most, beyond what there was before.</summary>
        public long MaxMemory { get; private set; }

        public void Reset()
        {
            _before = GC.GetTotalMemory(forceFullCollection: true);
            (Bytes, Rows, MaxMemory) = (0, 0, 0);
        }

        public void Begin(string name)
        {
        }

        public ValueTask SendAsync(ResponseBuffer buffer, CancellationToken cancellation)
        {
            for (var index = 0; index < buffer.SegmentCount; index++)
            {
                var segment = buffer.SegmentAt(index).Span;
                Bytes += segment.Length;
                Rows += segment.Count((byte)'\n');
            }
            MaxMemory = Math.Max(MaxMemory, GC.GetTotalMemory(forceFullCollection: false) - _before);
            return ValueTask.CompletedTask;
        }
    }
}
