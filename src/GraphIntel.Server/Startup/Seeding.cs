using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Server.Commands;

namespace GraphIntel.Server.Startup;

/// <summary>
/// Fills an empty store. A mark in the store says how far that has come, so that a process which was killed half way is made
/// good at the next start: the import merges, and what is there already stays as it is.
/// </summary>
internal static class Seeding
{
    private const string Mark = "seed";
    private const string Complete = "complete";
    private const string Unwanted = "none";
    private const string Undecided = "";
    private const string Bundled = "default";

    // Followed by the folder, or by `default` for the one that comes with the server.
    private const string Started = "started ";

    /// <summary>
    /// Fills the store where it is empty and nobody decided yet, or where filling it was cut off; null where there was nothing
    /// to do.
    /// </summary>
    /// <exception cref="CommandFailure">The files have mistakes; nothing was written.</exception>
    public static async Task<ImportResult?> RunAsync(IGraphStore store, GraphSchema schema, SeedSource wanted, CancellationToken cancellation)
    {
        var mark = await store.ReadMarkAsync(Mark, cancellation).ConfigureAwait(false);
        var isDecided = mark is { Length: > 0 };
        // What another tool wrote left no mark.
        if (!isDecided && (wanted.Folder is null || !await IsEmptyAsync(store, schema, cancellation).ConfigureAwait(false)))
        {
            await store.WriteMarkAsync(Mark, Unwanted, cancellation).ConfigureAwait(false);
            return null;
        }
        // What was begun is ended from the same folder, whatever is asked for now: half of one seed and half of another is no graph.
        var source = isDecided ? InterruptedSource(mark!) : wanted;
        if (source.Folder is not { } folder)
            return null;

        await store.WriteMarkAsync(Mark, Started + (source.IsBundled ? Bundled : folder), cancellation).ConfigureAwait(false);
        var result = await ImportConsole.RunAsync(store, folder, cancellation).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            if (!isDecided)
                await store.WriteMarkAsync(Mark, Undecided, cancellation).ConfigureAwait(false);
            throw new CommandFailure(ExitCodes.Mistakes, [$"The seed in {folder} has mistakes:", .. ImportReport.Lines(result)]);
        }
        await store.WriteMarkAsync(Mark, Complete, cancellation).ConfigureAwait(false);
        return result;
    }

    /// <summary>Says that a store gets its content from elsewhere, unless that was settled before.</summary>
    public static async Task DeclineAsync(IGraphStore store, CancellationToken cancellation)
    {
        if (await store.ReadMarkAsync(Mark, cancellation).ConfigureAwait(false) is null or Undecided)
            await store.WriteMarkAsync(Mark, Unwanted, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether the store has no node of any type; asked as a client would ask.</summary>
    private static async Task<bool> IsEmptyAsync(IGraphStore store, GraphSchema schema, CancellationToken cancellation)
    {
        var fields = store.Model.Nodes.Select((type, index) => $"n{index}: {type.Plural}(first: 1) {{ nodes {{ id }} }}");
        var document = Encoding.UTF8.GetBytes($"{{ {string.Join(' ', fields)} }}");
        var options = new EngineOptions { Limits = new OperationLimits { Aliases = int.MaxValue, Fields = int.MaxValue, Tokens = int.MaxValue } };
        using var answer = await new GraphEngine(schema, store, options)
            .ExecuteAsync(new GraphRequest(document), cancellation).ConfigureAwait(false);
        if (answer.Errors is [var error, ..])
            throw new StoreException(error.Code == ErrorCodes.StoreRefused ? StoreFailure.Refused : StoreFailure.Unavailable, error.Message);
        return JsonElement.Parse(answer.Body.Span).GetProperty("data").EnumerateObject()
            .All(type => type.Value.GetProperty("nodes").GetArrayLength() == 0);
    }

    private static SeedSource InterruptedSource(string mark)
    {
        if (!mark.StartsWith(Started, StringComparison.Ordinal))
            return SeedSource.None;
        var folder = mark[Started.Length..];
        return folder == Bundled ? SeedSource.Bundled : new SeedSource(folder, IsBundled: false);
    }
}
