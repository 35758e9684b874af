using Xunit;

namespace GraphIntel.Server.Tests;

/// <summary>A process of the built server, on a free port, with a new store.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graphintel-server-");
    private GraphIntelProcess? _process;
    private Uri? _endpoint;

    /// <summary>The URL of the API, <c>http://127.0.0.1:PORT/graphql</c>.</summary>
    public Uri Endpoint => _endpoint ?? throw new InvalidOperationException("The server has not started.");

    /// <summary>The output so far, of stdout and stderr.</summary>
    public string Output => $"{_process?.Output}\n{_process?.Error}";

    public async ValueTask InitializeAsync()
    {
        try
        {
            _process = GraphIntelProcess.Start(
                _folder.FullName, ["serve", "--urls", "http://127.0.0.1:0", "--store", $"sqlite:{Path.Combine(_folder.FullName, "graph.db")}"]);
            _endpoint = await _process.EndpointAsync();
        }
        catch
        {
            // xUnit does not dispose a fixture that fails to start.
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }
}
