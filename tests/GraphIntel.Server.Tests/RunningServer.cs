using GraphIntel.Server.Tests.CommandLine;
using Xunit;

namespace GraphIntel.Server.Tests;

/// <summary>A process of the built server, on a free port, with a new store that has the facts of the seed's report.</summary>
public class RunningServer : IAsyncLifetime
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
                _folder.FullName,
                ["serve", "--urls", "http://127.0.0.1:0", "--store", $"sqlite:{Path.Combine(_folder.FullName, "graph.db")}", .. SeedIn(_folder.FullName)]);
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
        GC.SuppressFinalize(this);
    }

    /// <summary>The arguments that choose the seed; the folder is for its files.</summary>
    private protected virtual string[] SeedIn(string folder)
    {
        var seed = Repository.PathOf("seed");
        foreach (var file in Directory.EnumerateFiles(seed, "*.csv", SearchOption.AllDirectories).Where(file => !file.EndsWith(".ucdp-ged.csv", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(folder, "report", Path.GetRelativePath(seed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return ["--seed", Path.Combine(folder, "report")];
    }
}

/// <summary>The same with the whole seed, as a newcomer has it.</summary>
public sealed class SeededServer : RunningServer
{
    private protected override string[] SeedIn(string folder) => [];
}
