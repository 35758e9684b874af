using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Prepare;

/// <summary>Turns an empty database into the store of a model, or upgrades a store to a newer model.</summary>
internal sealed class Preparation(GraphModel model, Neo4jDatabase database, bool createsSchema)
{
    private readonly string _description = LayoutDescription.Of(model).ToJson();

    /// <summary>Prepares the database; returns whether it was empty.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        ServerVersion.Check((await database.GetServerAsync(cancellation).ConfigureAwait(false)).Agent);
        var isNew = false;
        var state = await FindAsync(cancellation).ConfigureAwait(false);
        if (state is null)
        {
            isNew = await CreateAsync(cancellation).ConfigureAwait(false);
            state = await FindAsync(cancellation).ConfigureAwait(false);
        }

        var upgrade = new Upgrade(model, database);
        var difference = state is { IsUpgrading: false } && state.Description == _description
            ? null
            : await upgrade.BeginAsync(cancellation).ConfigureAwait(false);
        if (difference is not null)
            await upgrade.DeriveIdsAsync(difference, cancellation).ConfigureAwait(false);
        if (createsSchema)
            await new SchemaUpdater(model, database).RunAsync(cancellation).ConfigureAwait(false);
        if (difference is not null)
            await upgrade.EndAsync(difference, cancellation).ConfigureAwait(false);
        await new SearchUpdate(model, database).RunAsync(cancellation).ConfigureAwait(false);
        return isNew;
    }

    /// <summary>Throws if the database is not prepared for the model. Only reads.</summary>
    public async Task VerifyAsync(CancellationToken cancellation)
    {
        ServerVersion.Check((await database.GetServerAsync(cancellation).ConfigureAwait(false)).Agent);
        var state = await database.ReadAsync(transaction => StoreNode.ReadAsync(transaction, cancellation), cancellation).ConfigureAwait(false);
        if (state is not { IsUpgrading: false } || state.Description != _description
            || !await new SearchUpdate(model, database).IsCurrentAsync(cancellation).ConfigureAwait(false))
        {
            throw database.Mismatch.NotPrepared();
        }
    }

    /// <summary>The state of the store; null for an empty database. Throws if another tool filled the database.</summary>
    private async Task<StoreState?> FindAsync(CancellationToken cancellation)
    {
        // The store's own node is created before any other: if there are nodes without it, another tool created them.
        return await database.WriteAsync(
            async transaction =>
            {
                var nodes = await StoreNode.CountAllAsync(transaction, cancellation).ConfigureAwait(false);
                var state = await StoreNode.ReadAsync(transaction, cancellation).ConfigureAwait(false);
                return state is not null || nodes == 0 ? state : throw new StoreException(
                    StoreFailure.Refused,
                    $"{database} contains {nodes} nodes and was not created by GraphIntel; it was not changed. " +
                    "Specify another database, or, if its nodes match the model, adopt it: " +
                    "graphintel check --store neo4j --repair");
            },
            cancellation).ConfigureAwait(false);
    }

    private async Task<bool> CreateAsync(CancellationToken cancellation)
    {
        if (createsSchema)
            await new SchemaUpdater(model, database).CreateModelConstraintAsync(cancellation).ConfigureAwait(false);
        return await database.WriteAsync(
            transaction => StoreNode.CreateAsync(transaction, _description, isUpgrading: false, cancellation), cancellation).ConfigureAwait(false);
    }
}
