using System.Security.Cryptography.X509Certificates;
using GraphIntel.Bolt;
using Xunit;

namespace GraphIntel.Neo4j.Testing;

/// <summary>
/// A real Neo4j for as long as tests need it: the one that NEO4J_URI names where it is of the fixture's line, else one of its
/// own from ../shared/neo4j, else one in Docker. Where there is none, tests skip on a desk and fail under CI=true.
/// </summary>
public abstract class Neo4jServer : IAsyncLifetime
{
    /// <summary>The long-term support line's version that is tried.</summary>
    public const string LongTerm = "5.26.30";

    /// <summary>The current line's version that is tried.</summary>
    public const string Current = "2026.08.1";

    private readonly List<string> _reasons = [];
    private IInstance? _instance;
    private Neo4jSettings? _settings;

    /// <summary>A server of a version, whose name is unlike those of other test projects and of other clones.</summary>
    protected Neo4jServer(string version) => Version = version;

    /// <summary>The version that is wanted; once it runs, the version that it has.</summary>
    public string Version { get; private set; }

    /// <summary>Memory of a server of our own, as Java writes it.</summary>
    protected virtual string Heap => "512m";

    /// <summary>Memory of its page cache.</summary>
    protected virtual string PageCache => "64m";

    /// <summary>Whether the tests may stop, kill and start it.</summary>
    public bool IsOwn => _instance is ArchiveInstance;

    /// <summary>Whether there is one.</summary>
    public bool IsThere => _settings is not null;

    /// <summary>Where it answers.</summary>
    public Uri Uri => Settings.Uri;

    /// <summary>Where it answers HTTP.</summary>
    public Uri Http => Settings.Http;

    public string User => Settings.User;

    public string Password => Settings.Password;

    /// <summary>The database that the tests use.</summary>
    public string Database => Settings.Database;

    public AuthToken Token => AuthTokens.Basic(User, Password);

    /// <summary>The server's own certificate; null where it does not encrypt.</summary>
    public X509Certificate2? Certificate =>
        Settings.Certificate is { } path ? X509CertificateLoader.LoadCertificateFromFile(path) : null;

    private Neo4jSettings Settings => _settings ?? throw new InvalidOperationException(Reason);

    private string Reason => $"There is no Neo4j {Version}. {string.Join(" ", _reasons)}";

    private ArchiveInstance Own => _instance as ArchiveInstance
        ?? throw new InvalidOperationException("A server that is not ours is not ours to stop.");

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

    /// <summary>Skips the test, or fails it under CI, where there is no server.</summary>
    public void Require()
    {
        if (_settings is not null)
            return;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Reason);
        Assert.Skip(Reason);
    }

    /// <summary>A driver for it, of which the caller disposes.</summary>
    public Driver Driver(DriverConfig? config = null) => GraphDatabase.Driver(Uri, Token, config);

    /// <summary>Empties the database: nodes and relationships, and unless they stay, constraints and indexes.</summary>
    public async Task WipeAsync(bool keepsSchema, CancellationToken cancellation)
    {
        await using var driver = Driver();
        await DatabaseWipe.RunAsync(driver, Database, keepsSchema, cancellation);
    }

    /// <summary>Starts it again after <see cref="StopAsync"/> or <see cref="KillAsync"/>, at the same address.</summary>
    public async Task StartAsync()
    {
        var (settings, reason) = await Own.StartAsync();
        Assert.True(settings is not null, reason);
    }

    /// <summary>Stops it in an orderly way.</summary>
    public Task StopAsync() => Own.StopAsync();

    /// <summary>Ends the process without a word, as a power cut would.</summary>
    public Task KillAsync() => Own.KillAsync();

    /// <summary>Keeps a copy of what it holds, as a back-up does, while it is stopped.</summary>
    public void SaveData() => Own.SaveData();

    /// <summary>Has it hold again what <see cref="SaveData"/> kept, while it is stopped.</summary>
    public void RestoreData() => Own.RestoreData();

    private IEnumerable<IInstance> Candidates()
    {
        yield return new GivenInstance(Version);
        yield return new ArchiveInstance(Version, Heap, PageCache);
        yield return new DockerInstance(Version, Heap, PageCache);
    }
}
