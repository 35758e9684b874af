using System.Security.Cryptography.X509Certificates;
using GraphIntel.Bolt;
using Xunit;

namespace GraphIntel.Neo4j.Testing;

/// <summary>
/// A real Neo4j server for tests: the one at NEO4J_URI if it is of the fixture's version line, else one from ../shared/neo4j,
/// else one in Docker. Without any, tests are skipped, or fail if CI=true.
/// </summary>
public abstract class Neo4jServer : IAsyncLifetime
{
    /// <summary>The tested version of the long-term support line.</summary>
    public const string LongTerm = "5.26.30";

    /// <summary>The tested version of the current line.</summary>
    public const string Current = "2026.08.1";

    private readonly List<string> _reasons = [];
    private IInstance? _instance;
    private Neo4jSettings? _settings;

    /// <summary>A server of a version.</summary>
    protected Neo4jServer(string version) => Version = version;

    /// <summary>The requested version; once the server runs, its actual version.</summary>
    public string Version { get; private set; }

    /// <summary>The heap size of a started server, in Java's notation.</summary>
    protected virtual string Heap => "512m";

    /// <summary>The size of its page cache.</summary>
    protected virtual string PageCache => "64m";

    /// <summary>Whether the tests may stop, kill and restart it.</summary>
    public bool IsOwn => _instance is ArchiveInstance;

    /// <summary>Whether a server is available.</summary>
    public bool IsAvailable => _settings is not null;

    /// <summary>The Bolt URI.</summary>
    public Uri Uri => Settings.Uri;

    /// <summary>The HTTP URI.</summary>
    public Uri Http => Settings.Http;

    public string User => Settings.User;

    public string Password => Settings.Password;

    /// <summary>The database that the tests use.</summary>
    public string Database => Settings.Database;

    public AuthToken Token => AuthTokens.Basic(User, Password);

    /// <summary>The server's certificate; null if it does not encrypt.</summary>
    public X509Certificate2? Certificate =>
        Settings.Certificate is { } path ? X509CertificateLoader.LoadCertificateFromFile(path) : null;

    private Neo4jSettings Settings => _settings ?? throw new InvalidOperationException(Reason);

    private string Reason => $"Neo4j {Version} is not available. {string.Join(" ", _reasons)}";

    private ArchiveInstance Own => _instance as ArchiveInstance
        ?? throw new InvalidOperationException("Only a server that the tests started can be stopped.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var candidate in Candidates())
        {
            var (settings, reason) = await candidate.StartAsync();
            if (settings is null)
            {
                _reasons.Add(reason);
                await candidate.DisposeAsync();
                continue;
            }
            _instance = candidate;
            _settings = settings;
            Version = settings.Version;
            return;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_instance is not null)
            await _instance.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Skips the test, or fails it under CI, if there is no server.</summary>
    public void Require()
    {
        if (_settings is not null)
            return;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Reason);
        Assert.Skip(Reason);
    }

    /// <summary>A driver for it; the caller disposes it.</summary>
    public Driver Driver(DriverConfig? config = null) => GraphDatabase.Driver(Uri, Token, config);

    /// <summary>Deletes nodes and relationships, and unless they are kept, constraints and indexes.</summary>
    public async Task WipeAsync(bool keepsSchema, CancellationToken cancellation)
    {
        await using var driver = Driver();
        await DatabaseWipe.RunAsync(driver, Database, keepsSchema, cancellation);
    }

    /// <summary>
    /// Has the indexes sampled and forgets all plans: so soon after an import, a plan can come from before it, or from outdated samples.
    /// </summary>
    public async Task SampleIndexesAsync(CancellationToken cancellation)
    {
        await using var driver = Driver();
        await using var session = driver.Session(new() { Database = Database });
        foreach (var statement in (string[])["CALL db.resampleOutdatedIndexes()", "CALL db.awaitIndexes(60)", "CALL db.clearQueryCaches()"])
            await (await session.RunAsync(statement, cancellation: cancellation)).ConsumeAsync(cancellation);
    }

    /// <summary>Restarts it after <see cref="StopAsync"/> or <see cref="KillAsync"/>, at the same address.</summary>
    public async Task StartAsync()
    {
        var (settings, reason) = await Own.StartAsync();
        Assert.True(settings is not null, reason);
    }

    /// <summary>Shuts it down gracefully.</summary>
    public Task StopAsync() => Own.StopAsync();

    /// <summary>Kills the process.</summary>
    public Task KillAsync() => Own.KillAsync();

    /// <summary>Runs neo4j-admin in a folder while it is stopped.</summary>
    public Task AdminAsync(string folder, params string[] arguments) => Own.AdminAsync(folder, arguments);

    /// <summary>Saves a copy of its data, as a backup does, while it is stopped.</summary>
    public void SaveData() => Own.SaveData();

    /// <summary>Restores the data of <see cref="SaveData"/>, while it is stopped.</summary>
    public void RestoreData() => Own.RestoreData();

    private IEnumerable<IInstance> Candidates()
    {
        yield return new ConfiguredInstance(Version);
        yield return new ArchiveInstance(Version, Heap, PageCache);
        yield return new DockerInstance(Version, Heap, PageCache);
    }
}
