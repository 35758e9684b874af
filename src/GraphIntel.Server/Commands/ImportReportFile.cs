using CsvHelper;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary>
/// The report of an import as CSV: a line for each row, node and relationship and what became of it, and for each finding. The file gets
/// its name when it is complete.
/// </summary>
internal sealed class ImportReportFile : IDisposable
{
    private const string PartialSuffix = ".partial";

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly CsvWriter _csv;
    private readonly Lock _gate = new();

    private ImportReportFile(string path)
    {
        _path = path;
        _stream = new FileStream(path + PartialSuffix, FileMode.Create, FileAccess.Write, FileShare.Read);
        // People open it with a spreadsheet, which would take a text for a formula.
        _csv = CsvWriter.Create(_stream, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        _csv.WriteRecord(["what", "type", "id", "decision", "row", "finding"]);
    }

    /// <summary>Creates the file; null without a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="used">Paths of files that the command uses, which must not be overwritten.</param>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static ImportReportFile? Create(string? path, IEnumerable<string?> used)
    {
        if (path is not null && used.OfType<string>().Any(other => Path.GetFullPath(other) == Path.GetFullPath(path)))
            throw new CommandException(ExitCodes.Usage, $"--report {path}: the report would overwrite this file; give the name of another.");
        try
        {
            return path is null ? null : new ImportReportFile(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path!, failure);
        }
    }

    /// <summary>Adds lines.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public void Add(IReadOnlyList<ReportLine> lines)
    {
        lock (_gate)
        {
            try
            {
                foreach (var line in lines)
                    _csv.WriteRecord([line.What, line.Type, line.Id, line.Decision, line.Row, line.Finding]);
            }
            catch (IOException failure)
            {
                throw CannotWrite(_path, failure);
            }
        }
    }

    /// <summary>Gives the file its name.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public void Complete()
    {
        try
        {
            _csv.Flush();
            _stream.Dispose();
            File.Move(_path + PartialSuffix, _path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(_path, failure);
        }
    }

    /// <summary>Deletes a file that is not complete.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_path + PartialSuffix);
    }

    private static CommandException CannotWrite(string path, Exception failure) =>
        new(ExitCodes.Usage, $"{path} cannot be written: {failure.Message}");
}
