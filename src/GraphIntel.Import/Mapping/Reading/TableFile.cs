using System.IO.Compression;
using System.Security.Cryptography;
using GraphIntel.Import.Graph;

namespace GraphIntel.Import.Mapping.Reading;

/// <summary>A file with a table: plain, .gz or .zip, recognized by its content. Standard input is copied to a temporary file.</summary>
internal sealed class TableFile : IDisposable
{
    /// <summary>The name of standard input on a command line.</summary>
    public const string StandardInput = "-";

    /// <summary>The name of standard input in messages.</summary>
    public const string StandardInputName = "standard input";

    private static readonly string[] TableExtensions = [".csv", ".tsv", ".txt", ".tab"];

    private readonly string _path;
    private readonly bool _isTemporary;

    private TableFile(string name, string path, bool isTemporary)
    {
        Name = name;
        _path = path;
        _isTemporary = isTemporary;
        var file = new FileInfo(path);
        (Length, Modified) = (file.Length, file.LastWriteTimeUtc);
    }

    /// <summary>The name in messages: the path as it was given, or <c>standard input</c>.</summary>
    public string Name { get; }

    /// <summary>The size in bytes, compressed if it is.</summary>
    public long Length { get; }

    private DateTime Modified { get; }

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="ImportException">There is no such file, or it cannot be read.</exception>
    public static async Task<TableFile> OpenAsync(string path, Stream input, CancellationToken cancellation)
    {
        try
        {
            if (path == StandardInput)
                return await SpoolAsync(input, cancellation).ConfigureAwait(false);
            if (Directory.Exists(path))
                throw new ImportException($"{path} is a folder; give the files in it.");
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new ImportException(path.Contains("://", StringComparison.Ordinal)
                    ? $"{path} is not a file: download it, or redirect the download to standard input and give `-`."
                    : $"{path} does not exist.");
            }

            // Opening a pipe would block until a process writes to it.
            return file.Length == 0
                ? throw new ImportException(
                    $"{path} is empty or not a regular file; give `-` and redirect a pipe to standard input.")
                : new TableFile(path, file.FullName, isTemporary: false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Opens the table from its start.</summary>
    /// <param name="source">The file itself, whose position tells how much was read.</param>
    public Stream Open(out FileStream source)
    {
        source = new FileStream(
            _path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        Span<byte> start = stackalloc byte[4];
        var length = source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        source.Position = 0;
        if (start.SequenceEqual((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0]))
            throw Workbook();
        if (length >= 2 && start[..2].SequenceEqual((ReadOnlySpan<byte>)[0x1f, 0x8b]))
            return new GZipStream(source, CompressionMode.Decompress);
        return start.SequenceEqual("PK\u0003\u0004"u8) ? OpenArchive(source) : source;
    }

    /// <summary>The error for a failure to read the file.</summary>
    public ImportException CannotRead(Exception failure) => failure is InvalidDataException
        ? new ImportException($"{Name} is damaged or incomplete: it cannot be decompressed to its end. Fetch it again.", failure)
        : new ImportException($"{Name} cannot be read: {failure.Message}", failure);

    /// <summary>The SHA-256 of the file as it is, in hexadecimal digits.</summary>
    public async Task<string> HashAsync(CancellationToken cancellation)
    {
        await using var file = File.OpenRead(_path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false));
    }

    /// <summary>Throws if the file has changed since it was opened first.</summary>
    public void CheckUnchanged()
    {
        var now = new FileInfo(_path);
        if (!now.Exists || now.Length != Length || now.LastWriteTimeUtc != Modified)
            throw new ImportException($"{Name} changed after it was checked. Run the import again.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isTemporary)
            File.Delete(_path);
    }

    private static async Task<TableFile> SpoolAsync(Stream input, CancellationToken cancellation)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var copy = new FileStream(path, FileMode.Create, FileAccess.Write))
                await input.CopyToAsync(copy, cancellation).ConfigureAwait(false);
            return new FileInfo(path).Length > 0
                ? new TableFile(StandardInputName, path, isTemporary: true)
                : throw new ImportException("Standard input is empty.");
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private ImportException Workbook() => new($"{Name} is a workbook of a spreadsheet program: save the sheet as CSV in UTF-8, and import that file.");

    /// <summary>The table in an archive: its only one, or the one that is named like the archive.</summary>
    private ChecksumStream OpenArchive(FileStream source)
    {
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(source, ZipArchiveMode.Read);
        }
        catch (InvalidDataException failure)
        {
            throw CannotRead(failure);
        }

        if (archive.Entries.Any(entry => entry.FullName is "xl/workbook.xml" or "content.xml"))
            throw Workbook();

        var tables = archive.Entries
            .Where(entry => TableExtensions.Contains(Path.GetExtension(entry.Name).ToLowerInvariant())
                && !entry.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)
                && !entry.Name.StartsWith("readme", StringComparison.OrdinalIgnoreCase))
            .ToList();
        var stem = Path.GetFileNameWithoutExtension(Name);
        var table = tables.Count == 1 ? tables[0] : tables.Find(entry =>
            Path.GetFileNameWithoutExtension(entry.Name).Equals(stem, StringComparison.OrdinalIgnoreCase));
        if (table is not null)
            return new ChecksumStream(table.Open(), table.Crc32);
        var found = tables.Count == 0 ? "no table" : string.Join(", ", tables.Select(entry => entry.FullName));
        throw new ImportException($"{Name} must have one file {string.Join(" or ", TableExtensions)}, but has {found}; extract the right one.");
    }
}
