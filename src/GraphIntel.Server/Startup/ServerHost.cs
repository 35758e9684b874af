using System.IO.Compression;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Commands;
using GraphIntel.Server.Transport;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.ResponseCompression;

namespace GraphIntel.Server.Startup;

/// <summary>Composes the web server of a schema and a store. It owns neither of them.</summary>
internal static class ServerHost
{
    private static readonly TimeSpan HeadersPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(1);

    public static WebApplication Build(
        ServeSettings settings, GraphSchema schema, IGraphStore store, TrustedDocuments? trusted = null, StoreGate? gate = null)
    {
        gate ??= StoreGate.MakeOpen();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = [.. settings.HostArguments],
            // The page's files are listed under this name; a process that hosts the server has another.
            ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        var options = settings.Transport with { CorsOrigins = settings.CorsOrigins };
        AddServer(builder.WebHost, settings, options);
        AddLogging(builder.Logging, settings.LogFormat);
        var engine = new GraphEngine(schema, store, settings.Engine with { Timeout = settings.Timeout });
        AddServices(builder.Services, options, store);
        builder.Services.AddSingleton(gate);
        builder.Services.AddSingleton(engine);
        var app = builder.Build();
        Map(app, new GraphEndpoint(
            engine,
            gate,
            trusted ?? TrustedDocuments.None,
            new SdlDocument(() => SchemaText.Of(schema)),
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
            // Nothing waits on such a thread where the store is a server: docs/decisions/0034. A statement of SQLite would.
            sockets.UnsafePreferInlineScheduling = settings.Store.IsServer;
            // Each read is tried at once, which saves a system call; an idle connection keeps one page for it.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        web.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
            kestrel.Limits.MaxRequestLineSize = options.MaxRequestLineBytes;
            kestrel.Limits.RequestHeadersTimeout = HeadersPatience;
        });
    }

    private static void AddLogging(ILoggingBuilder logging, LogFormat format)
    {
        logging.ClearProviders();
        // The framework's own lines on requests would show query strings, and so values.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // It makes an activity for each request while somebody might listen, though we write our own line.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Why it could not start is said in plainer words.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Without Node there is no page, and the page's place says so itself.
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
        services.AddStoreHealth();
        services.AddResponseCompression(compression =>
        {
            compression.MimeTypes = [ResponseType.GraphQL.Name, ResponseType.Json.Name, "text/plain", "text/html"];
            compression.EnableForHttps = true;
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, LargeResponses>();
        if (CorsPolicy(options) is { } policy)
            services.AddCors(cors => cors.AddDefaultPolicy(policy));
    }

    private static CorsPolicy? CorsPolicy(TransportOptions options) => options.CorsOrigins.Count == 0
        ? null
        : new CorsPolicyBuilder([.. options.CorsOrigins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .AllowAnyHeader()
            .SetPreflightMaxAge(PreflightAge)
            .Build();

    private static void Map(WebApplication app, GraphEndpoint graph)
    {
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<FaultBarrier>();
        app.UseResponseCompression();
        app.UseRouting();
        if (app.Services.GetService<ICorsService>() is not null)
            app.UseCors();
        app.Map(GraphEndpoint.Path, graph.HandleAsync);
        app.MapPlayground();
        app.MapHealth();
        app.MapGet("/", () => Results.LocalRedirect("~" + GraphEndpoint.Path));
        app.MapFallback("{*path}", _ => throw new RequestRefusedException(
            StatusCodes.Status404NotFound, "There is nothing at this path: GraphQL is at /graphql, its schema at /graphql?sdl, health at /health/ready."));
    }
}
