namespace GraphIntel.Import.Graph.Exporting;

/// <summary>
/// The folder of an export. Files are written into a temporary folder beside it, which is renamed when it is complete, and deleted
/// otherwise.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    private readonly string _target;
    private bool _isCompleted;

    /// <summary>Creates the temporary folder.</summary>
    /// <exception cref="ExportException">The folder has files, or nothing can be written beside it.</exception>
    public ExportFolder(string directory)
    {
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        CheckTarget();
        if (Path.GetDirectoryName(_target) is not { } parent || !Directory.Exists(parent))
            throw new ExportException($"The folder in which {directory} would be created does not exist.");
        Temporary = Path.Combine(parent, $".{Path.GetFileName(_target)}.{Path.GetRandomFileName()}");
        Directory.CreateDirectory(Temporary);
    }

    /// <summary>The temporary folder.</summary>
    public string Temporary { get; }

    /// <summary>The path of a file of the export; creates its folder.</summary>
    public string PathOf(string name)
    {
        var path = Path.Combine(Temporary, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Renames the temporary folder. Call it when all files are on the disk.</summary>
    public void Complete()
    {
        CheckTarget();
        // Only an empty folder is deleted.
        if (Directory.Exists(_target))
            Directory.Delete(_target);
        Directory.Move(Temporary, _target);
        _isCompleted = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isCompleted && Directory.Exists(Temporary))
            Directory.Delete(Temporary, recursive: true);
    }

    private void CheckTarget()
    {
        if (File.Exists(_target))
            throw new ExportException($"{_target} is a file; name a folder that does not exist or is empty.");
        if (Directory.Exists(_target) && Directory.EnumerateFileSystemEntries(_target).Any())
            throw new ExportException($"The folder {_target} is not empty; name one that does not exist or is empty.");
    }
}

/// <summary>An export could not be written. The folder is unchanged.</summary>
internal sealed class ExportException(string message, Exception? inner = null) : Exception(message, inner);
