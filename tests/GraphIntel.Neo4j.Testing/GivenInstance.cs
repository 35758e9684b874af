using System.Security.Cryptography;
using System.Text;
using GraphIntel.Bolt;

namespace GraphIntel.Neo4j.Testing;

/// <summary>
/// The server that NEO4J_URI names. The tests empty its database, so it must be empty when they come; test projects take it one
/// after another, and fixtures of another line (5, or the years) do without it.
/// </summary>
internal sealed class GivenInstance(string version) : IInstance
{
    private static readonly TimeSpan _betweenTries = TimeSpan.FromMilliseconds(200);

    private Neo4jSettings? _settings;
    private FileStream? _turn;

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
                return (null, $"NEO4J_URI names a Neo4j {settings.Version}.");
            _turn = await TakeTurnAsync(uri);
            await using var session = driver.Session(new SessionConfig { Database = settings.Database });
            var count = (await (await session.RunAsync("MATCH (n) RETURN count(n)")).SingleAsync())[0];
            if (count is not 0L)
                return (null, $"The database that NEO4J_URI names holds {count} nodes, and the tests would delete them: give them an empty one.");
            _settings = settings;
            return (settings, "");
        }
        catch (Neo4jException error)
        {
            return (null, $"The server that NEO4J_URI names does not answer: {error.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_settings is not null)
        {
            await using var driver = Driver(_settings);
            await DatabaseWipe.RunAsync(driver, _settings.Database, keepsSchema: false, CancellationToken.None);
        }
        if (_turn is not null)
            await _turn.DisposeAsync();
    }

    private static Driver Driver(Neo4jSettings settings) =>
        GraphDatabase.Driver(settings.Uri, AuthTokens.Basic(settings.User, settings.Password));

    // The system lets the file go when the process ends, however it ends.
    private static async Task<FileStream> TakeTurnAsync(string uri)
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
                await Task.Delay(_betweenTries);
            }
        }
    }
}
