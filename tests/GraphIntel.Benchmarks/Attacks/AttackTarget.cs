using System.Diagnostics;
using GraphIntel.Benchmarks.Processes;

namespace GraphIntel.Benchmarks.Attacks;

/// <summary>A server process over a store with the generated graph. It is restarted if it ended.</summary>
internal abstract class AttackTarget(string name) : IAsyncDisposable
{
    private static readonly TimeSpan MaxStartTime = TimeSpan.FromMinutes(3);

    private ServerProcess? _server;

    /// <summary>The name of the store.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the limits on times apply: on SQLite, a slow operation affects only its own client.</summary>
    public abstract bool HasTimeLimits { get; }

    /// <summary>The running process.</summary>
    public ServerProcess Server => _server ?? throw new InvalidOperationException("The server was not started.");

    /// <summary>Starts the server, and stops the one before.</summary>
    public async Task StartAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = await StartServerAsync();
        // With a remote store, the server listens before it is ready.
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            if (watch.Elapsed > MaxStartTime)
                throw new InvalidOperationException($"The server over {Name} is not ready after {MaxStartTime.TotalSeconds:0} s.");
            await Task.Delay(200);
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri(Server.Address, "/health/ready"));
        return response.IsSuccessStatusCode;
    }

    /// <summary>CPU time of the database's process so far; null if there is none, or if it runs on another machine.</summary>
    public virtual TimeSpan? DatabaseCpuTime => null;

    /// <summary>Clears the database's cache of query plans.</summary>
    public virtual Task ClearPlansAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        await CloseAsync();
    }

    /// <summary>Starts a server with default settings.</summary>
    protected abstract Task<ServerProcess> StartServerAsync();

    /// <summary>Releases the store.</summary>
    protected abstract ValueTask CloseAsync();

    /// <summary>Starts the server over a store; its stderr is discarded.</summary>
    protected static Task<ServerProcess> StartAsync(string store, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = ServerProcess.GraphIntel("--store", store, "--seed", "none");
        start.RedirectStandardError = true;
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        return ServerProcess.StartAsync(start);
    }
}
