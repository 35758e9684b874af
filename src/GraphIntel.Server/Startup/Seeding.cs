using System.Text;
using System.Text.Json;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;

namespace GraphIntel.Server.Startup;

/// <summary>
/// Seeds an empty store. The state of the seeding is saved in the store's metadata, so that an interrupted seeding is completed
/// at the next start: the import merges, so existing data stays unchanged.
/// </summary>
internal static class Seeding
{
    private const string StateKey = "seed";
    private const string Complete = "complete";
    private const string Declined = "none";
    private const string Undecided = "";
    private const string Bundled = "default";

    // Followed by the folder, or by `default` for the one included with the server.
    private const string Started = "started ";

    /// <summary>
    /// Seeds the store if it is empty and was not seeded or declined before, or completes an interrupted seeding; null if there
    /// is nothing to do.
    /// </summary>
    /// <exception cref="CommandException">The files have errors; nothing was written.</exception>
    public static async Task<ImportResult?> RunAsync(IGraphStore store, GraphSchema schema, SeedSource requested, CancellationToken cancellation)
    {
        var state = await store.ReadMetadataAsync(StateKey, cancellation).ConfigureAwait(false);
        var isDecided = state is { Length: > 0 };
        // Data that another tool wrote left no state.
        if (!isDecided && (requested.Folder is null || !await IsEmptyAsync(store, schema, cancellation).ConfigureAwait(false)))
        {
            await store.WriteMetadataAsync(StateKey, Declined, cancellation).ConfigureAwait(false);
            return null;
        }
        // An interrupted seeding is completed from the same folder, whatever was requested, so that seeds are not mixed.
        var source = isDecided ? InterruptedSource(state!) : requested;
        if (source.Folder is not { } folder)
            return null;

        await store.WriteMetadataAsync(StateKey, Started + (source.IsBundled ? Bundled : folder), cancellation).ConfigureAwait(false);
        var result = await ImportConsole.RunAsync(store, folder, cancellation).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            if (!isDecided)
                await store.WriteMetadataAsync(StateKey, Undecided, cancellation).ConfigureAwait(false);
            throw new CommandException(ExitCodes.InvalidInput, [$"The seed in {folder} has errors:", .. ImportReport.Lines(result)]);
        }
        await store.WriteMetadataAsync(StateKey, Complete, cancellation).ConfigureAwait(false);
        return result;
    }

    /// <summary>Records that a store is not to be seeded, unless it was seeded or declined before.</summary>
    public static async Task DeclineAsync(IGraphStore store, CancellationToken cancellation)
    {
        if (await store.ReadMetadataAsync(StateKey, cancellation).ConfigureAwait(false) is null or Undecided)
            await store.WriteMetadataAsync(StateKey, Declined, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether the store has no node of any type, determined by a GraphQL query.</summary>
    private static async Task<bool> IsEmptyAsync(IGraphStore store, GraphSchema schema, CancellationToken cancellation)
    {
        var fields = store.Model.Nodes.Select((type, index) => $"n{index}: {type.Plural}(first: 1) {{ nodes {{ id }} }}");
        var document = Encoding.UTF8.GetBytes($"{{ {string.Join(' ', fields)} }}");
        var options = new EngineOptions { IsInternal = true, Limits = new OperationLimits { Aliases = int.MaxValue, Fields = int.MaxValue, Tokens = int.MaxValue } };
        using var response = await new GraphEngine(schema, store, options)
            .ExecuteAsync(new GraphRequest(document), cancellation).ConfigureAwait(false);
        if (response.Errors is [var error, ..])
            throw new StoreException(error.Code == ErrorCodes.StoreRefused ? StoreFailure.Refused : StoreFailure.Unavailable, error.Message);
        return JsonElement.Parse(response.Body.Span).GetProperty("data").EnumerateObject()
            .All(type => type.Value.GetProperty("nodes").GetArrayLength() == 0);
    }

    private static SeedSource InterruptedSource(string state)
    {
        if (!state.StartsWith(Started, StringComparison.Ordinal))
            return SeedSource.None;
        var folder = state[Started.Length..];
        return folder == Bundled ? SeedSource.Bundled : new SeedSource(folder, IsBundled: false);
    }
}
