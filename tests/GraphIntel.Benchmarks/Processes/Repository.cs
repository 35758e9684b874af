namespace GraphIntel.Benchmarks.Processes;

/// <summary>The repository that contains the benchmark's binaries.</summary>
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
        throw new InvalidOperationException("The benchmark must run from its build output within the repository.");
    }
}
