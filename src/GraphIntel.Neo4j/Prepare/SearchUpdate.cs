using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j.Prepare;

/// <summary>
/// Derives what searches need of nodes, where the database does not have it: of those that an earlier version, or another tool, has
/// written, or if the model searches other properties.
/// </summary>
internal sealed class SearchUpdate(GraphModel model, Neo4jDatabase database)
{
    private readonly StoreMetadata _metadata = new(database);

    /// <summary>Whether the database has it for this model and version.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellation) =>
        await _metadata.ReadAsync(SearchIndex.MetadataName, cancellation).ConfigureAwait(false) == SearchIndex.Describe(model);

    /// <summary>Derives it for all nodes if the database has it for another model or version.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await IsCurrentAsync(cancellation).ConfigureAwait(false))
            return;
        foreach (var type in model.Searched)
            await CorrectAsync(type, repair: true, cancellation).ConfigureAwait(false);
        await _metadata.WriteAsync(SearchIndex.MetadataName, SearchIndex.Describe(model), cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// The number of nodes of a type for which it is not what their names and texts say. Corrects them, a chunk in each transaction, if
    /// asked to.
    /// </summary>
    public async Task<long> CorrectAsync(NodeType type, bool repair, CancellationToken cancellation)
    {
        var count = 0L;
        for (var after = ""; after is not null;)
        {
            var id = after;
            (after, var found) = await database.WriteAsync(
                async transaction =>
                {
                    if (repair)
                        await StoreNode.LockAsync(transaction, StoreNode.NewToken(), cancellation).ConfigureAwait(false);
                    var nodes = new SearchedNodes(type, transaction, cancellation);
                    var (last, outdated) = await nodes.ReadAsync(id).ConfigureAwait(false);
                    if (repair)
                        await nodes.WriteAsync(outdated).ConfigureAwait(false);
                    return (last, outdated.Count);
                },
                cancellation).ConfigureAwait(false);
            count += found;
        }
        return count;
    }
}
