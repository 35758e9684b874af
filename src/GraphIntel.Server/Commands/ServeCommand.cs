using System.CommandLine;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Server.Startup;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Commands;

/// <summary>
/// <c>graphintel serve</c>: loads the model, prepares the store, seeds it, and serves until the process is stopped. With a remote
/// store the server listens first, and prepares the store when it becomes available.
/// </summary>
internal static class ServeCommand
{
    public static Command Create(ServeOptions options)
    {
        var command = new Command("serve", "Serve the GraphQL API and the playground over HTTP. This is the default command.");
        options.AddTo(command);
        SetAction(command, options);
        return command;
    }

    /// <summary>Sets the action of a command to serving.</summary>
    public static void SetAction(Command command, ServeOptions options) =>
        command.SetAction(result => CommandRunner.RunAsync(cancellation => RunAsync(options.Read(result), cancellation)));

    private static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancellation)
    {
        if (settings.Store.IsRemote)
            SocketThreads.EnableInlineCompletions();
        WorkerThreads.Reserve();
        var model = ModelFile.Load(settings.Model);
        await using var store = CommonOptions.Open(settings.Store, model, settings.NoSchema);
        if (settings.Store.IsRemote)
            await ServeWithRemoteStoreAsync(settings, store, cancellation).ConfigureAwait(false);
        else
            await ServeWithEmbeddedStoreAsync(settings, store, cancellation).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private static async Task ServeWithEmbeddedStoreAsync(ServeSettings settings, IGraphStore store, CancellationToken cancellation)
    {
        // Opening the file takes about as long as building the schema, so the two run concurrently.
        var preparing = Task.Run(() => store.PrepareAsync(cancellation).AsTask(), cancellation);
        var schema = SchemaBuilder.Build(store.Model);
        // An error in the documents must not dispose the store while it is being prepared.
        if (settings.TrustedDocuments is not null || settings.OnlyTrustedDocuments)
            await preparing.ConfigureAwait(false);
        var trusted = await TrustedDocumentFiles.LoadAsync(settings, schema, cancellation).ConfigureAwait(false);
        await using var server = ServerHost.Build(settings, schema, store, trusted);
        var console = new ConsoleLog(server.Services.GetRequiredService<ILoggerFactory>(), settings.LogFormat);

        await preparing.ConfigureAwait(false);
        await SeedAsync(settings.Seed, store, schema, console, cancellation).ConfigureAwait(false);
        server.Services.GetRequiredService<GraphEngine>().Statistics.Preload();
        await Listening.StartAsync(server, settings.Urls, cancellation).ConfigureAwait(false);
        WriteAddresses("GraphIntel is ready", server, console);
        await server.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task ServeWithRemoteStoreAsync(ServeSettings settings, IGraphStore store, CancellationToken cancellation)
    {
        var schema = SchemaBuilder.Build(store.Model);
        var trusted = await TrustedDocumentFiles.LoadAsync(settings, schema, cancellation).ConfigureAwait(false);
        var gate = StoreGate.CreateClosed();
        await using var server = ServerHost.Build(settings, schema, store, trusted, gate);
        var loggers = server.Services.GetRequiredService<ILoggerFactory>();
        var console = new ConsoleLog(loggers, settings.LogFormat);
        var engine = server.Services.GetRequiredService<GraphEngine>();
        var priming = new Priming(
            engine, trusted, gate, loggers.CreateLogger<Priming>());
        var wasReady = false;
        var monitor = new StoreMonitor(
            store,
            settings.Store.ToString(),
            gate,
            async attempt =>
            {
                await store.PrepareAsync(attempt).ConfigureAwait(false);
                await SeedAsync(settings.Seed, store, schema, console, attempt).ConfigureAwait(false);
            },
            async primed =>
            {
                if (!wasReady)
                    WriteAddresses("GraphIntel is ready", server, console);
                wasReady = true;
                engine.Statistics.Preload();
                await priming.RunAsync(primed).ConfigureAwait(false);
            },
            loggers.CreateLogger<StoreMonitor>());

        await Listening.StartAsync(server, settings.Urls, cancellation).ConfigureAwait(false);
        WriteAddresses("GraphIntel is listening", server, console);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var monitoring = monitor.RunAsync(stopping.Token);
        await Task.WhenAny(server.WaitForShutdownAsync(stopping.Token), monitoring).ConfigureAwait(false);
        await stopping.CancelAsync().ConfigureAwait(false);
        await server.StopAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await monitoring.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The process was asked to stop.
        }
    }

    private static async Task SeedAsync(
        SeedSource seed, IGraphStore store, GraphSchema schema, ConsoleLog console, CancellationToken cancellation)
    {
        if (await Seeding.RunAsync(store, schema, seed, cancellation).ConfigureAwait(false) is { } seeded)
            console.Write($"Seeded the store: {ImportReport.Lines(seeded).Last()}.");
        else if (seed is { Folder: { } folder, IsBundled: false })
            console.Write($"The store is not new: {folder} was not imported. To add data to a store, use `graphintel import graph DIR`.");
    }

    private static void WriteAddresses(string state, WebApplication server, ConsoleLog console)
    {
        foreach (var address in Listening.Addresses(server))
            console.Write($"{state}: {ListenAddress.Endpoint(address)}");
    }
}
