using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Server.Startup;
using GraphIntel.Server.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>The server as <c>serve</c> builds it, in this process on a free port, over the seed in memory or a given store.</summary>
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

    /// <summary>A client that does not follow redirects or decompress responses.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The log of the server.</summary>
    internal CapturedLog Log { get; } = new();

    /// <summary>The gate of the store; open unless a test closes it.</summary>
    internal StoreGate Gate { get; } = StoreGate.CreateOpen();

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

    /// <summary>Completes the requests in flight and stops the server.</summary>
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
        var store = _settings.Store.Open(ModelReader.ReadDomain(), createsSchema: true);
        await store.PrepareAsync(CancellationToken.None);
        var result = await GraphImport.RunAsync(store, _settings.Seed.Folder!, NoProgress.Instance, CancellationToken.None);
        Assert.Empty(result.Diagnostics);
        return store;
    }
}
