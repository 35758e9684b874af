using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>A host with a map style and its tiles, as an operator may have one.</summary>
internal sealed class TileServer : IAsyncDisposable
{
    // One green pixel.
    private static readonly byte[] Tile = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly WebApplication _application;
    private readonly ConcurrentQueue<string> _requests = new();

    private TileServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add($"http://{IPAddress.Loopback}:0");
        _application.Use((context, next) =>
        {
            _requests.Enqueue(context.Request.Path);
            context.Response.Headers.AccessControlAllowOrigin = "*";
            return next(context);
        });
        _application.MapGet("/tiles/{z}/{x}/{y}.png", () => Results.Bytes(Tile, "image/png"));
    }

    /// <summary>The address of the host.</summary>
    public Uri Address => new(_application.Urls.First());

    /// <summary>The paths that were asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>The address of the style.</summary>
    public Uri Style => new(Address, "/style.json");

    /// <summary>Starts a host whose style has tiles of its own, or of another host.</summary>
    public static async Task<TileServer> StartAsync(Uri? tiles = null)
    {
        var server = new TileServer();
        server._application.MapGet("/style.json", () => new
        {
            version = 8,
            sources = new { tiles = new { type = "raster", tiles = new[] { new Uri(tiles ?? server.Address, "/tiles/{z}/{x}/{y}.png").OriginalString }, tileSize = 256 } },
            layers = new[] { new { id = "tiles", type = "raster", source = "tiles" } },
        });
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
