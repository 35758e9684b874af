using System.CommandLine;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Server.Startup;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Commands;

/// <summary>
/// <c>graphintel serve</c>: model, store, seed, server, in that order; then it answers until it is asked to stop. Where the store
/// is a server of its own, this one listens first, and prepares the store when it is there.
/// </summary>
internal static class ServeCommand
{
    public static Command Make(ServeOptions options)
    {
        var command = new Command("serve", "Answer GraphQL over HTTP. This is what happens where no command is named.");
        options.AddTo(command);
        SetAction(command, options);
        return command;
    }

    /// <summary>Lets a command serve.</summary>
    public static void SetAction(Command command, ServeOptions options) =>
        command.SetAction(result => CommandRun.RunAsync(cancellation => RunAsync(options.Read(result), cancellation)));

    private static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancellation)
    {
        if (settings.Store.IsServer)
            SocketThreads.HandleWhatArrives();
        var model = ModelFile.Load(settings.Model);
        await using var store = CommonOptions.Open(settings.Store, model, settings.IsWithoutSchema);
        if (settings.Store.IsServer)
            await ServeFromServerAsync(settings, store, cancellation).ConfigureAwait(false);
        else
            await ServeFromFileAsync(settings, store, cancellation).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private static async Task ServeFromFileAsync(ServeSettings settings, IGraphStore store, CancellationToken cancellation)
    {
        // Opening the file takes about as long as building the schema: they go side by side.
        var preparing = Task.Run(() => store.PrepareAsync(cancellation).AsTask(), cancellation);
        var schema = SchemaBuilder.Build(store.Model);
        // What is wrong with the documents must not close the store while it is prepared.
        if (settings.TrustedDocuments is not null || settings.IsTrustedOnly)
            await preparing.ConfigureAwait(false);
        var trusted = await TrustedDocumentFiles.LoadAsync(settings, schema, cancellation).ConfigureAwait(false);
        await using var server = ServerHost.Build(settings, schema, store, trusted);
        var announce = new Announcer(server.Services.GetRequiredService<ILoggerFactory>(), settings.LogFormat);

        await preparing.ConfigureAwait(false);
        await SeedAsync(settings.Seed, store, schema, announce, cancellation).ConfigureAwait(false);
        await Listening.StartAsync(server, settings.Urls, cancellation).ConfigureAwait(false);
        SayWhere("GraphIntel is ready", server, announce);
        await server.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task ServeFromServerAsync(ServeSettings settings, IGraphStore store, CancellationToken cancellation)
    {
        var schema = SchemaBuilder.Build(store.Model);
        var trusted = await TrustedDocumentFiles.LoadAsync(settings, schema, cancellation).ConfigureAwait(false);
        var gate = StoreGate.MakeShut();
        await using var server = ServerHost.Build(settings, schema, store, trusted, gate);
        var loggers = server.Services.GetRequiredService<ILoggerFactory>();
        var announce = new Announcer(loggers, settings.LogFormat);
        var priming = new Priming(
            server.Services.GetRequiredService<GraphEngine>(), trusted, gate, loggers.CreateLogger<Priming>());
        var isAnnounced = false;
        var watch = new StoreWatch(
            store,
            settings.Store.ToString(),
            gate,
            async attempt =>
            {
                await store.PrepareAsync(attempt).ConfigureAwait(false);
                await SeedAsync(settings.Seed, store, schema, announce, attempt).ConfigureAwait(false);
            },
            async primed =>
            {
                if (!isAnnounced)
                    SayWhere("GraphIntel is ready", server, announce);
                isAnnounced = true;
                await priming.RunAsync(primed).ConfigureAwait(false);
            },
            loggers.CreateLogger<StoreWatch>());

        await Listening.StartAsync(server, settings.Urls, cancellation).ConfigureAwait(false);
        SayWhere("GraphIntel listens", server, announce);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = watch.RunAsync(ending.Token);
        await Task.WhenAny(server.WaitForShutdownAsync(ending.Token), watching).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await server.StopAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await watching.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // It was asked to stop.
        }
    }

    private static async Task SeedAsync(
        SeedSource seed, IGraphStore store, GraphSchema schema, Announcer announce, CancellationToken cancellation)
    {
        if (await Seeding.RunAsync(store, schema, seed, cancellation).ConfigureAwait(false) is { } seeded)
            announce.Say($"The store now holds the seed: {ImportReport.Lines(seeded).Last()}.");
        else if (seed is { Folder: { } folder, IsBundled: false })
            announce.Say($"The store is not new, so {folder} was not looked at; `graphintel import graph DIR` adds to a store.");
    }

    private static void SayWhere(string what, WebApplication server, Announcer announce)
    {
        foreach (var address in Listening.Addresses(server))
            announce.Say($"{what}: {ListenAddress.Endpoint(address)}");
    }
}
