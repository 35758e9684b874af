using Xunit;

namespace GraphIntel.Server.Tests;

/// <summary>The built server as a process of its own, on a free port and with a store of its own that begins empty.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graphintel-server-");
    private GraphIntelProcess? _process;
    private Uri? _endpoint;

    /// <summary>The address that the server says it answers at, <c>http://127.0.0.1:PORT/graphql</c>.</summary>
    public Uri Endpoint => _endpoint ?? throw new InvalidOperationException("The server has not started.");

    /// <summary>What the server has written so far, both pipes.</summary>
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
            // A fixture that does not start is not disposed of.
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
