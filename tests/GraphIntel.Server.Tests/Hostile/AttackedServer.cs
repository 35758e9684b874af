using GraphIntel.Attacks;
using Xunit;

namespace GraphIntel.Server.Tests.Hostile;

/// <summary>The built server with default settings over SQLite and the seed. It is restarted if an attack has ended it.</summary>
public sealed class AttackedServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private GraphIntelProcess? _process;

    /// <summary>The URL of the API.</summary>
    internal Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    /// <summary>Ids and words of the graph, for attacks.</summary>
    internal GraphSample Sample { get; private set; } = new([], [], [], []);

    /// <summary>Whether the process runs.</summary>
    internal bool IsAlive => _process is { HasExited: false };

    /// <summary>The output of the process.</summary>
    internal string Output => $"{_process?.Output}\n{_process?.Error}";

    /// <summary>Whether the process runs; after a lost connection, waits some time for a process that is ending.</summary>
    internal async Task<bool> IsRunningAsync(AttackResponse response)
    {
        for (var wait = 0; response.IsConnectionLost && IsAlive && wait < 100; wait++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        return IsAlive;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Starts the server unless it runs.</summary>
    internal async Task EnsureAsync()
    {
        if (IsAlive)
            return;
        if (_process is not null)
            await _process.DisposeAsync();
        _process = GraphIntelProcess.Start(_folder.Path, ["serve", "--urls", "http://127.0.0.1:0", "--store", _folder.Store()]);
        Endpoint = await _process.EndpointAsync();
        using var client = new HttpClient();
        Sample = await GraphSample.ReadAsync(client, Endpoint, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }
}
