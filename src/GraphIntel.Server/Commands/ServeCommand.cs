using System.CommandLine;
using GraphIntel.Core.Schema;
using GraphIntel.Import.Graph;
using GraphIntel.Server.Startup;
using GraphIntel.Sqlite;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel serve</c>: model, store, seed, server, in that order; then it answers until it is asked to stop.</summary>
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
        var model = ModelFile.Load(settings.Model);
        await using var store = SqliteStore.Open(model, settings.Store);

        // Opening the file takes about as long as building the schema: they go side by side.
        var preparing = Task.Run(() => store.PrepareAsync(cancellation).AsTask(), cancellation);
        var schema = SchemaBuilder.Build(model);
        // What is wrong with the documents must not close the store while it is prepared.
        if (settings.TrustedDocuments is not null || settings.IsTrustedOnly)
            await preparing.ConfigureAwait(false);
        var trusted = await TrustedDocumentFiles.LoadAsync(settings, schema, cancellation).ConfigureAwait(false);
        await using var server = ServerHost.Build(settings, schema, store, trusted);
        var announce = new Announcer(server.Services.GetRequiredService<ILoggerFactory>(), settings.LogFormat);

        await preparing.ConfigureAwait(false);
        if (await Seeding.RunAsync(store, settings.Seed, cancellation).ConfigureAwait(false) is { } seeded)
            announce.Say($"The store now holds the seed: {ImportReport.Lines(seeded).Last()}.");
        else if (settings.Seed is { Folder: { } folder, IsBundled: false })
            announce.Say($"The store is not new, so {folder} was not looked at; `graphintel import graph DIR` adds to a store.");
        await Listening.StartAsync(server, settings.Urls, cancellation).ConfigureAwait(false);
        foreach (var address in Listening.Addresses(server))
            announce.Say($"GraphIntel is ready: {ListenAddress.Endpoint(address)}");
        await server.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
