using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Mappings;

/// <summary>
/// Imports a file of many events, the real ones again and again under other ids and with other reports, in a process of its own, and
/// takes its peak memory.
/// </summary>
internal static class ManyEvents
{
    /// <summary>Prints the peak memory; false if it is above the limit.</summary>
    public static async Task<bool> MeasureAsync(string file, int events, long limit)
    {
        var folder = Directory.CreateTempSubdirectory("graphintel-events-");
        try
        {
            var path = Path.Combine(folder.FullName, "events.csv");
            Write(file, path, events);
            var start = new ProcessStartInfo("dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "graphintel.dll"), "import", path, "--mapping", "ucdp-ged", "--set", "made=2019-11-30", "--quiet",
                "--store", $"sqlite:{Path.Combine(folder.FullName, "graph.db")}",
            ])
            { RedirectStandardOutput = true };
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            long peak = 0;
            while (!process.WaitForExit(200))
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }

            if (process.ExitCode != 0)
                throw new InvalidOperationException($"The import ended with {process.ExitCode}: {await output}");
            var seconds = watch.Elapsed.TotalSeconds;
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{events:N0} events into SQLite: {seconds:N0} s, {events / seconds:N0} rows/s, {peak >> 20:N0} MiB at most (target {limit >> 20:N0} MiB: {(peak < limit ? "met" : "MISSED")})."));
            return peak < limit;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Writes a file of many events.</summary>
    /// <param name="from">The file of the real ones.</param>
    /// <param name="to">The file that is written.</param>
    /// <param name="events">Their number.</param>
    public static void Write(string from, string to, int events)
    {
        var rows = new List<string[]>();
        using (var reader = CsvReader.FromFile(from, new CsvReaderOptions { HasHeader = false }))
        {
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        using var stream = File.Create(to);
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" });
        writer.WriteRecord(rows[0]);
        var (id, articles) = (Array.IndexOf(rows[0], "id"), Array.IndexOf(rows[0], "source_article"));
        for (var number = 0; number < events; number++)
        {
            string[] row = [.. rows[1 + (number % (rows.Count - 1))]];
            row[id] = (10_000_000 + number).ToString(CultureInfo.InvariantCulture);
            // The last report of a row is one of its own: "SOHR,2016-01-01,Shelling in Aleppo".
            if (row[articles].EndsWith('"'))
                row[articles] = $"{row[articles][..^1]} {number / (rows.Count - 1)}\"";
            writer.WriteRecord(row);
        }
    }
}
