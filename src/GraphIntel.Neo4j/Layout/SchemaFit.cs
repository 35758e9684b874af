using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Layout;

/// <summary>
/// Brings the constraints and indexes of a database to what a model asks for. Such statements cannot share a transaction with
/// data, and any of them may meet another process that makes the same one.
/// </summary>
internal sealed class SchemaFit(GraphModel model, Neo4jDatabase database)
{
    private const string ShowText =
        "CYPHER 5 SHOW INDEXES YIELD name, type, state, entityType, labelsOrTypes, properties, owningConstraint";

    /// <summary>How often an index is tried to be dropped; with the pauses, for some seconds.</summary>
    private const int DropAttempts = 100;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>What is wanted and not there, and what of ours is there and not wanted.</summary>
    public async Task<(IReadOnlyList<SchemaItem> Missing, IReadOnlyList<SchemaItem> Stale)> CompareAsync(CancellationToken cancellation)
    {
        var present = await ShowAsync(cancellation).ConfigureAwait(false);
        var wanted = Schema.Of(model).ToList();
        var definitions = wanted.Select(item => item.Definition).ToHashSet(StringComparer.Ordinal);
        return (
            [.. wanted.ExceptBy(present.Select(found => found.Item?.Definition), item => item.Definition)],
            [.. present.Where(found => found.Item is { } item
                && item.Name.StartsWith(SchemaItem.Prefix, StringComparison.Ordinal)
                && !definitions.Contains(item.Definition)).Select(found => found.Item!)]);
    }

    /// <summary>Takes away what is no longer asked for, makes what is missing, and waits until all of it is in use.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var (missing, stale) = await CompareAsync(cancellation).ConfigureAwait(false);
        foreach (var item in stale)
            await DropAsync(item, cancellation).ConfigureAwait(false);
        foreach (var item in missing)
            await MakeAsync(item, cancellation).ConfigureAwait(false);
        await AwaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The constraint by which two processes that make the store's own node find each other.</summary>
    public Task MakeOwnAsync(CancellationToken cancellation) => MakeAsync(Schema.Of(model).First(), cancellation);

    /// <summary>
    /// Takes one away, unless another process just has. An index that comes with a constraint stands for a moment by itself
    /// while another process makes the two: it cannot be dropped, and is soon seen to be wanted.
    /// </summary>
    public async Task DropAsync(SchemaItem item, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ChangeAsync(item.Drop, cancellation).ConfigureAwait(false);
                return;
            }
            catch (StoreException failure) when (attempt < DropAttempts
                && failure.InnerException is Neo4jException { Code: { } code } && code.EndsWith("DropFailed", StringComparison.Ordinal))
            {
                await Task.Delay(_pause, cancellation).ConfigureAwait(false);
                if (!(await CompareAsync(cancellation).ConfigureAwait(false)).Stale.Any(stale => stale.Name == item.Name))
                    return;
            }
        }
    }

    /// <summary>Makes one, unless another process just has.</summary>
    public async Task MakeAsync(SchemaItem item, CancellationToken cancellation)
    {
        try
        {
            await ChangeAsync(item.Create, cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure) when (failure.InnerException is Neo4jException { Code: { } code })
        {
            switch (code)
            {
                case "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists":
                    return;
                case "Neo.ClientError.Schema.ConstraintCreationFailed" or "Neo.ClientError.Schema.ConstraintValidationFailed":
                    throw new StoreException(
                        StoreFailure.Refused,
                        $"{database} cannot have {item}: there are several with the same value. `graphintel check` names them.",
                        failure);
                case "Neo.ClientError.Schema.IndexAlreadyExists" or "Neo.ClientError.Schema.ConstraintAlreadyExists"
                    or "Neo.ClientError.Schema.IndexWithNameAlreadyExists" or "Neo.ClientError.Schema.ConstraintWithNameAlreadyExists":
                    throw new StoreException(
                        StoreFailure.Refused,
                        $"{database} cannot have {item}: another index or constraint, which is not GraphIntel's, is in its place. Drop that one.",
                        failure);
                default:
                    throw;
            }
        }
    }

    /// <summary>Two processes that change the schema at once can get in each other's way; the one that gives in does it again.</summary>
    private Task<bool> ChangeAsync(string statement, CancellationToken cancellation) => database.WriteAsync(
        async transaction =>
        {
            var cursor = await transaction.RunAsync(statement, Parameters.Of(null), cancellation).ConfigureAwait(false);
            await cursor.ConsumeAsync(cancellation).ConfigureAwait(false);
            return true;
        },
        cancellation);

    /// <summary>Waits until all that are there and wanted are in use.</summary>
    public async Task AwaitAsync(CancellationToken cancellation)
    {
        var wanted = Schema.Of(model).Select(item => item.Definition).ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var indexes = await ShowAsync(cancellation).ConfigureAwait(false);
            var waited = indexes.Where(found => found.Item is { } item && wanted.Contains(item.Definition)).ToList();
            if (waited.Find(found => found.State == "FAILED") is { Item: { } failed })
            {
                throw new StoreException(
                    StoreFailure.Refused,
                    $"{database} could not build {failed}: drop {Names.Quote(failed.Name)} there and start again; Neo4j's log says why it failed.");
            }

            if (waited.TrueForAll(found => found.State == "ONLINE"))
                return;
            await Task.Delay(_pause, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<List<(SchemaItem? Item, string? State)>> ShowAsync(CancellationToken cancellation)
    {
        var records = await database.RunAsync(ShowText, null, cancellation).ConfigureAwait(false);
        return records.ConvertAll(record => (Read(record), record["state"] as string));
    }

    /// <summary>An index as one of the kinds that the store asks for; null where it is of another.</summary>
    private static SchemaItem? Read(Record record)
    {
        SchemaKind? kind = record["type"] switch
        {
            "RANGE" => record["owningConstraint"] is null ? SchemaKind.Range : SchemaKind.Unique,
            "TEXT" => SchemaKind.Text,
            "POINT" => SchemaKind.Point,
            _ => null,
        };
        return kind is { } known && record.Get<List<string>?>("labelsOrTypes") is [var owner] && record["name"] is string name
            ? new SchemaItem(name, known, record["entityType"] is "NODE", owner, record.Get<List<string>?>("properties") ?? [])
            : null;
    }
}
