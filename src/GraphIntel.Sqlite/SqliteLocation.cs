using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;

namespace GraphIntel.Sqlite;

/// <summary>The location of a store: a file, or memory for as long as the store is open.</summary>
internal sealed record SqliteLocation
{
    private SqliteLocation(string? path, bool createsFolder)
    {
        Path = path;
        CreatesFolder = createsFolder;
    }

    /// <summary>The full path of the file; null for a store in memory.</summary>
    public string? Path { get; }

    /// <summary>Whether a missing folder is created: only that of the default store is.</summary>
    public bool CreatesFolder { get; }

    /// <summary>The errors for a store of another model.</summary>
    public ModelMismatch Mismatch => new(ToString(), "file");

    /// <summary>A file that a user specified; its folder must exist.</summary>
    public static SqliteLocation File(string path) => new(System.IO.Path.GetFullPath(path), createsFolder: false);

    /// <summary>A new store in memory, deleted when it is closed.</summary>
    public static SqliteLocation Memory() => new(null, createsFolder: false);

    /// <summary>The default store: <c>graphintel/graph.db</c> in the user's data folder.</summary>
    public static SqliteLocation Default() => new(
        System.IO.Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "graphintel",
            "graph.db"),
        createsFolder: true);

    /// <summary>Throws if no file can be opened or created at the path; creates the folder of the default store.</summary>
    public void CheckUsable()
    {
        if (Path is null)
            return;
        if (Directory.Exists(Path))
            throw new StoreException(StoreFailure.Refused, $"{Path} is a folder: specify a file.");
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (Directory.Exists(folder))
            return;
        if (!CreatesFolder)
        {
            throw new StoreException(
                StoreFailure.Refused, $"The folder {folder} does not exist: create it, or specify a file in another folder.");
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Refused, $"The folder {folder} cannot be created: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Path ?? "memory";
}
