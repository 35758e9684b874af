using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Layout;

/// <summary>Makes an empty database the store of a model, or fits one to a model that has grown.</summary>
internal sealed class Preparation(GraphModel model, Neo4jDatabase database, bool makesSchema)
{
    private readonly string _description = LayoutDescription.Of(model).ToJson();

    /// <summary>Prepares the database; says whether it was empty.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        ServerVersion.Check((await database.GetServerAsync(cancellation).ConfigureAwait(false)).Agent);
        var isNew = false;
        var state = await FindAsync(cancellation).ConfigureAwait(false);
        if (state is null)
        {
            isNew = await MakeAsync(cancellation).ConfigureAwait(false);
            state = await FindAsync(cancellation).ConfigureAwait(false);
        }

        var upgrade = new Upgrade(model, database);
        var difference = state is { IsFitting: false } && state.Description == _description
            ? null
            : await upgrade.BeginAsync(cancellation).ConfigureAwait(false);
        if (difference is not null)
            await upgrade.DeriveIdsAsync(difference, cancellation).ConfigureAwait(false);
        if (makesSchema)
            await new SchemaFit(model, database).RunAsync(cancellation).ConfigureAwait(false);
        if (difference is not null)
            await upgrade.EndAsync(difference, cancellation).ConfigureAwait(false);
        return isNew;
    }

    /// <summary>What the store's own node says; null in an empty database, and a refusal in one that others filled.</summary>
    private async Task<StoreState?> FindAsync(CancellationToken cancellation)
    {
        // The node is made before any other: where there are others and then no such node, it was not made by us.
        return await database.WriteAsync(
            async transaction =>
            {
                var nodes = await StoreNode.CountAllAsync(transaction, cancellation).ConfigureAwait(false);
                var state = await StoreNode.ReadAsync(transaction, cancellation).ConfigureAwait(false);
                return state is not null || nodes == 0 ? state : throw new StoreException(
                    StoreFailure.Refused,
                    $"{database} holds {nodes} nodes and was not made by GraphIntel: it is left as it is. " +
                    "Name another database, or, where its nodes are those of the model, have it adopted: " +
                    "graphintel check --store neo4j --repair");
            },
            cancellation).ConfigureAwait(false);
    }

    private async Task<bool> MakeAsync(CancellationToken cancellation)
    {
        if (makesSchema)
            await new SchemaFit(model, database).MakeOwnAsync(cancellation).ConfigureAwait(false);
        return await database.WriteAsync(
            transaction => StoreNode.MakeAsync(transaction, _description, isFitting: false, cancellation), cancellation).ConfigureAwait(false);
    }
}
