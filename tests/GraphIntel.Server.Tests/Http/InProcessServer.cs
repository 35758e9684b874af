using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Server.Commands;
using GraphIntel.Server.Startup;
using GraphIntel.Server.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>The server as <c>serve</c> composes it, on a free port of this process, over the seed in memory or a store of a test's own.</summary>
public sealed class InProcessServer : IAsyncLifetime
{
    private readonly IGraphStore? _given;
    private readonly ServeSettings _settings;
    private IGraphStore? _store;
    private WebApplication? _server;

    public InProcessServer() : this(null, settings => settings)
    {
    }

    internal InProcessServer(IGraphStore? store, Func<ServeSettings, ServeSettings> change)
    {
        _given = store;
        _settings = change(new ServeSettings
        {
            Urls = ["http://127.0.0.1:0"],
            Store = StoreName.Parse("sqlite::memory:"),
            Model = null,
            Seed = SeedSource.Bundled,
            Timeout = TimeSpan.FromSeconds(30),
            LogFormat = LogFormat.Text,
            CorsOrigins = [],
        });
    }

    /// <summary>A client of the server that follows no redirect and unpacks nothing.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What the server logs.</summary>
    internal CapturedLog Log { get; } = new();

    /// <summary>What requests go through; open unless a test shuts it.</summary>
    internal StoreGate Gate { get; } = StoreGate.MakeOpen();

    public async ValueTask InitializeAsync()
    {
        _store = _given ?? await SeededAsync();
        var schema = SchemaBuilder.Build(_store.Model);
        var trusted = await TrustedDocumentFiles.LoadAsync(_settings, schema, CancellationToken.None);
        _server = ServerHost.Build(_settings, schema, _store, trusted, Gate);
        _server.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
        await _server.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = new Uri(_server.Urls.First()) };
    }

    /// <summary>Ends what is under way, and takes no more.</summary>
    public Task StopAsync() => _server!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        if (_store is not null)
            await _store.DisposeAsync();
    }

    private async Task<IGraphStore> SeededAsync()
    {
        var store = _settings.Store.Open(ModelReader.ReadDomain(), makesSchema: true);
        await store.PrepareAsync(CancellationToken.None);
        var result = await GraphImport.RunAsync(store, _settings.Seed.Folder!, NoProgress.Instance, CancellationToken.None);
        Assert.Empty(result.Mistakes);
        return store;
    }
}
