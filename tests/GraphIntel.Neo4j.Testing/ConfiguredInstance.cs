using System.Security.Cryptography;
using System.Text;
using GraphIntel.Bolt;

namespace GraphIntel.Neo4j.Testing;

/// <summary>
/// The server at NEO4J_URI. The tests wipe its database, so it must be empty before. Test projects use it one after another;
/// fixtures of the other version line skip it.
/// </summary>
internal sealed class ConfiguredInstance(string version) : IInstance
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    private Neo4jSettings? _settings;
    private FileStream? _lock;

    public async Task<(Neo4jSettings?, string)> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("NEO4J_URI") is not { Length: > 0 } uri)
            return (null, "NEO4J_URI is not set.");
        var address = new Uri(uri);
        var settings = new Neo4jSettings(
            version,
            address,
            new Uri(Environment.GetEnvironmentVariable("NEO4J_HTTP_URI") ?? $"http://{address.Host}:7474"),
            Environment.GetEnvironmentVariable("NEO4J_USER") ?? "neo4j",
            Environment.GetEnvironmentVariable("NEO4J_PASSWORD") ?? "neo4j",
            Environment.GetEnvironmentVariable("NEO4J_DATABASE") ?? "neo4j",
            Environment.GetEnvironmentVariable("NEO4J_CERTIFICATE"));
        try
        {
            await using var driver = Driver(settings);
            var components = await driver.ExecuteQueryAsync("CALL dbms.components() YIELD versions RETURN versions[0]");
            settings = settings with { Version = (string)components.Records[0][0]! };
            if (settings.Version.Split('.')[0] == "5" != (version.Split('.')[0] == "5"))
                return (null, $"The server at NEO4J_URI has version {settings.Version}.");
            _lock = await AcquireLockAsync(uri);
            await using var session = driver.Session(new SessionConfig { Database = settings.Database });
            var count = (await (await session.RunAsync("MATCH (n) RETURN count(n)")).SingleAsync())[0];
            if (count is not 0L)
                return (null, $"The database at NEO4J_URI contains {count} nodes, which the tests would delete: use an empty one.");
            _settings = settings;
            return (settings, "");
        }
        catch (Neo4jException error)
        {
            return (null, $"The server at NEO4J_URI does not respond: {error.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_settings is not null)
        {
            await using var driver = Driver(_settings);
            await DatabaseWipe.RunAsync(driver, _settings.Database, keepsSchema: false, CancellationToken.None);
        }
        if (_lock is not null)
            await _lock.DisposeAsync();
    }

    private static Driver Driver(Neo4jSettings settings) =>
        GraphDatabase.Driver(settings.Uri, AuthTokens.Basic(settings.User, settings.Password));

    // The operating system releases the file when the process ends, however it ends.
    private static async Task<FileStream> AcquireLockAsync(string uri)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uri)))[..16];
        while (true)
        {
            try
            {
                return new FileStream(
                    System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"graphintel-test-{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(RetryDelay);
            }
        }
    }
}
