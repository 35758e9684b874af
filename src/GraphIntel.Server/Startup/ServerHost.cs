using System.IO.Compression;
using System.Text;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Exports;
using GraphIntel.Server.Transport;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GraphIntel.Server.Startup;

/// <summary>Builds the web server for a schema and a store, without taking ownership of them.</summary>
internal static class ServerHost
{
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15);

    // Longer than the keep-alive timeout of proxies, 60 to 120 seconds: a proxy that sends a request on a closing connection
    // responds with 502.
    private static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(130);

    // After it, a client that reads a response too slowly is disconnected, because the server holds the response in memory.
    private static readonly TimeSpan RateGracePeriod = TimeSpan.FromSeconds(10);

    // Bytes of a request that a connection buffers before they are read.
    private const int RequestBufferBytes = 64 * 1024;

    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromHours(1);

    public static WebApplication Build(
        ServeSettings settings, GraphSchema schema, IGraphStore store, TrustedDocuments? trusted = null, StoreGate? gate = null)
    {
        gate ??= StoreGate.CreateOpen();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = [.. settings.HostArguments],
            // The manifest of static web assets has this name; a test host's entry assembly has another.
            ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Otherwise, outside of a published folder, ASP.NET Core serves the page's files without their precompressed variants.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        // ASP.NET Core's own environment variable would trust every client; --trusted-proxies lists the proxies to trust.
        builder.Configuration["ForwardedHeaders_Enabled"] = "false";
        var options = settings.Transport with { CorsOrigins = settings.CorsOrigins };
        AddServer(builder.WebHost, settings, options);
        AddLogging(builder.Logging, settings.LogFormat);
        var engine = new GraphEngine(schema, store, settings.Engine with { Timeout = settings.Timeout });
        AddServices(builder.Services, options, store);
        builder.Services.AddSingleton(AllowedHosts.Of(settings.Urls, options.AllowedHosts));
        builder.Services.AddSingleton(new PagePolicies(settings.MapStyle));
        builder.Services.AddSingleton(gate);
        builder.Services.AddSingleton(engine);
        builder.Services.AddSingleton(engine.Memory);
        // Created by the container, so that the container disposes it.
        builder.Services.AddSingleton(_ => new RequestObjectLimiter(options.MaxRequestObjectBytes));
        var app = builder.Build();
        trusted ??= TrustedDocuments.None;
        var exports = new ExportEndpoint(
            engine, new Exporter(engine, schema.Model), gate, trusted, app.Services.GetRequiredService<RequestObjectLimiter>(), options);
        Map(app, exports, new GraphEndpoint(
            engine,
            gate,
            trusted,
            new SchemaDocument("text/plain; charset=utf-8", () => Encoding.UTF8.GetBytes(SchemaText.Of(schema))),
            new SchemaDocument(ResponseType.Json.ContentType, () => ModelDocument.Of(schema)),
            app.Services.GetRequiredService<RequestObjectLimiter>(),
            options,
            CorsPolicy(options)));
        return app;
    }

    private static void AddServer(IWebHostBuilder web, ServeSettings settings, TransportOptions options)
    {
        web.UseUrls([.. settings.Urls]);
        web.UseStaticWebAssets();
        web.UseSockets(sockets =>
        {
            // With a remote store nothing blocks the I/O threads: docs/decisions/0034. An SQLite statement would.
            sockets.UnsafePreferInlineScheduling = settings.Store.IsRemote;
            // A read is attempted at once, which saves a system call; an idle connection holds one memory page for it.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        web.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
            kestrel.Limits.MaxRequestLineSize = options.MaxRequestLineBytes;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
            kestrel.Limits.KeepAliveTimeout = KeepAliveTimeout;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(RequestBody.MinBytesPerSecond, RateGracePeriod);
            kestrel.Limits.MinResponseDataRate = new MinDataRate(RequestBody.MinBytesPerSecond, RateGracePeriod);
            kestrel.Limits.MaxRequestBufferSize = Math.Max(options.MaxRequestLineBytes, RequestBufferBytes);
            kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(
                endpoint.ApplicationServices.GetRequiredService<ClientConnectionLimiter>().Limit));
        });
    }

    private static void AddLogging(ILoggingBuilder logging, LogFormat format)
    {
        logging.ClearProviders();
        // The framework's request log contains query strings, and so values.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // While enabled, it creates an activity for each request; RequestLog writes the line instead.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Listening reports a failed start.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Without Node the playground is missing; the page served in its place says so.
        logging.AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Error);
        if (format == LogFormat.Json)
            logging.AddJsonConsole(console => console.TimestampFormat = "O");
        else
            logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
    }

    private static void AddServices(IServiceCollection services, TransportOptions options, IGraphStore store)
    {
        services.AddSingleton(options);
        services.AddSingleton(store);
        services.AddSingleton<ClientConnectionLimiter>();
        services.AddSingleton<ClientLimiter>();
        services.AddRateLimiter(_ => { });
        services.AddStoreHealth();
        services.AddResponseCompression(compression =>
        {
            compression.MimeTypes =
            [
                ResponseType.GraphQL.Name, ResponseType.Json.Name, "text/plain", "text/html",
                .. ExportFormat.All.Select(format => format.MediaType),
            ];
            compression.EnableForHttps = true;
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, LargeResponseCompression>();
        if (CorsPolicy(options) is { } policy)
            services.AddCors(cors => cors.AddDefaultPolicy(policy));
    }

    private static CorsPolicy? CorsPolicy(TransportOptions options) => options.CorsOrigins.Count == 0
        ? null
        : new CorsPolicyBuilder([.. options.CorsOrigins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .AllowAnyHeader()
            .SetPreflightMaxAge(PreflightMaxAge)
            .Build();

    private static ForwardedHeadersOptions ForwardedHeadersOptions(IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // Any number of trusted proxies: the last address that is not one of theirs is the client's.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies)
            options.KnownIPNetworks.Add(network);
        return options;
    }

    private static void Map(WebApplication app, ExportEndpoint exports, GraphEndpoint graph)
    {
        var options = app.Services.GetRequiredService<TransportOptions>();
        if (options.TrustedProxies.Count > 0)
            app.UseForwardedHeaders(ForwardedHeadersOptions(options.TrustedProxies));
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<ExceptionHandler>();
        app.UseMiddleware<HostCheck>();
        app.UseResponseCompression();
        app.UseRouting();
        if (app.Services.GetService<ICorsService>() is not null)
            app.UseCors();
        ClientLimiter.Use(app);
        app.Map(GraphEndpoint.Path, graph.HandleAsync);
        foreach (var format in ExportFormat.All)
            app.Map(ExportEndpoint.Path + format.Name, context => exports.HandleAsync(context, format));
        app.MapPages();
        app.MapHealth();
        app.MapFallback("{*path}", _ => throw new RequestRejectedException(
            StatusCodes.Status404NotFound, "Path not found: the explorer is at /, the GraphQL API at /graphql, its schema at /graphql?sdl and /graphql?model, health checks at /health/live and /health/ready."));
    }
}
