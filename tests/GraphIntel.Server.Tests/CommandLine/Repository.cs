namespace GraphIntel.Server.Tests.CommandLine;

/// <summary>Files of the repository that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The full path of a file or folder of the repository.</summary>
    public static string PathOf(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GraphIntel.sln")))
            folder = folder.Parent;
        return folder is not null
            ? Path.Combine(folder.FullName, relative)
            : throw new InvalidOperationException("The tests do not run inside of the repository.");
    }
}
