using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;

namespace GraphIntel.Sqlite;

/// <summary>Where a store is kept: in a file, or in memory for as long as the store is open.</summary>
internal sealed record SqliteLocation
{
    private SqliteLocation(string? path, bool createsFolder)
    {
        Path = path;
        CreatesFolder = createsFolder;
    }

    /// <summary>The full path of the file; null in memory.</summary>
    public string? Path { get; }

    /// <summary>Whether a missing folder is made: that of the default store is, one that a user named is not.</summary>
    public bool CreatesFolder { get; }

    /// <summary>What is said where the store keeps another model.</summary>
    public ModelMismatch Mismatch => new(ToString(), "file");

    /// <summary>A file that a user named; its folder must be there.</summary>
    public static SqliteLocation File(string path) => new(System.IO.Path.GetFullPath(path), createsFolder: false);

    /// <summary>A new store in memory, gone when it is closed.</summary>
    public static SqliteLocation Memory() => new(null, createsFolder: false);

    /// <summary>The store used where none is named: <c>graphintel/graph.db</c> in the user's data folder.</summary>
    public static SqliteLocation Default() => new(
        System.IO.Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "graphintel",
            "graph.db"),
        createsFolder: true);

    /// <summary>Refuses a path at which no file can be opened or made, and makes the folder of the default store.</summary>
    public void CheckUsable()
    {
        if (Path is null)
            return;
        if (Directory.Exists(Path))
            throw new StoreException(StoreFailure.Refused, $"{Path} is a folder; the store is one file: name a file in it.");
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (Directory.Exists(folder))
            return;
        if (!CreatesFolder)
        {
            throw new StoreException(
                StoreFailure.Refused, $"There is no folder {folder} for the store: make it, or name a file in another.");
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Refused, $"The folder {folder} for the store cannot be made: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Path ?? "memory";
}
