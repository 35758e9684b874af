namespace GraphIntel.Benchmarks.Processes;

/// <summary>This repository, in whose folders a benchmark's binaries lie.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GraphIntel.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The benchmarks run from their build in the repository.");
    }
}
