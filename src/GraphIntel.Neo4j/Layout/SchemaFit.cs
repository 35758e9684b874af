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

    private const string Failed = "FAILED";
    private const string Online = "ONLINE";

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Compares what is there with what is wanted.</summary>
    public async Task<SchemaDifference> CompareAsync(CancellationToken cancellation)
    {
        var present = await ShowAsync(cancellation).ConfigureAwait(false);
        var wanted = Schema.Of(model).ToList();
        var definitions = wanted.Select(item => item.Definition).ToHashSet(StringComparer.Ordinal);
        var used = present.Where(found => found.Item is { } item && definitions.Contains(item.Definition)).ToList();
        return new SchemaDifference(
            [.. wanted.ExceptBy(present.Select(found => found.Item?.Definition), item => item.Definition)],
            [.. present.Where(found => found.Item is { IsOurs: true } item && !definitions.Contains(item.Definition)).Select(found => found.Item!)],
            [.. used.Where(found => found.State == Failed).Select(found => found.Item!)],
            [.. used.Where(found => found.State is not (Failed or Online)).Select(found => found.Item!)]);
    }

    /// <summary>Takes away what is no longer asked for, makes what is missing, and waits until all of it is in use.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var difference = await CompareAsync(cancellation).ConfigureAwait(false);
        foreach (var item in difference.Stale)
            await DropAsync(item, cancellation).ConfigureAwait(false);
        foreach (var item in difference.Missing)
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
                        $"{database} cannot have {item}: there are several with the same value. `graphintel check --store neo4j` names them.",
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
        while (true)
        {
            var difference = await CompareAsync(cancellation).ConfigureAwait(false);
            if (difference.Failed is [var failed, ..])
            {
                throw new StoreException(
                    StoreFailure.Refused,
                    $"{database} could not build {failed}: drop {Names.Quote(failed.Name)} there and start again; Neo4j's log says why it failed.");
            }

            if (difference.Unfinished.Count == 0)
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

/// <summary>What of the constraints and indexes is not as a model asks for.</summary>
/// <param name="Missing">Wanted and not there.</param>
/// <param name="Stale">Ours, there and not wanted.</param>
/// <param name="Failed">Wanted and there, but Neo4j could not build them: they are not used.</param>
/// <param name="Unfinished">Wanted and there, and still being built.</param>
internal sealed record SchemaDifference(
    IReadOnlyList<SchemaItem> Missing, IReadOnlyList<SchemaItem> Stale, IReadOnlyList<SchemaItem> Failed, IReadOnlyList<SchemaItem> Unfinished);
