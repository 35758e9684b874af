using GraphIntel.Sqlite;

namespace GraphIntel.Tests.Sqlite;

/// <summary>A folder for one test, deleted with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graphintel-test-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public SqliteLocation Location => SqliteLocation.File(File("graph.db"));

    public void Dispose() => _folder.Delete(recursive: true);
}
