using GraphIntel.Core.Response;
using GraphIntel.Server.Exports;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary>
/// A file or stdout as the target of an export. A file is written under another name, and gets its own when it is complete.
/// </summary>
internal sealed class FileTarget : IExportTarget, IDisposable
{
    private const string PartialSuffix = ".partial";

    private readonly string? _path;
    private readonly Stream _stream;
    private bool _isComplete;

    private FileTarget(string? path, Stream stream) => (_path, _stream) = (path, stream);

    /// <summary>Opens a file; stdout without a path.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static FileTarget Open(string? path)
    {
        // Bytes, because the console's encoding and line endings can differ from the file's.
        if (path is null)
            return new FileTarget(null, Console.OpenStandardOutput());
        return new FileTarget(path, Write(path, () => new FileStream(path + PartialSuffix, FileMode.Create, FileAccess.Write, FileShare.Read)));
    }

    /// <inheritdoc/>
    public void Begin(string name)
    {
        // The name of the file is given.
    }

    /// <inheritdoc/>
    public async ValueTask SendAsync(ResponseBuffer buffer, CancellationToken cancellation)
    {
        try
        {
            for (var index = 0; index < buffer.SegmentCount; index++)
                await _stream.WriteAsync(buffer.SegmentAt(index), cancellation).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            throw CannotWrite(_path ?? "stdout", failure);
        }
    }

    /// <summary>Gives the file its name.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public void Complete()
    {
        if (_path is { } path)
        {
            Write(path, () =>
            {
                _stream.Dispose();
                File.Move(path + PartialSuffix, path, overwrite: true);
                return true;
            });
        }
        _isComplete = true;
    }

    /// <summary>Deletes a file that is not complete.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (_path is not null && !_isComplete)
            File.Delete(_path + PartialSuffix);
    }

    private static T Write<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, failure);
        }
    }

    private static CommandException CannotWrite(string path, Exception failure) =>
        new(ExitCodes.Usage, $"{path} cannot be written: {failure.Message}");
}
