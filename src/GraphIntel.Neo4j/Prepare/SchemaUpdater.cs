using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Prepare;

/// <summary>
/// Creates and drops the constraints and indexes of a database as a model needs them. Such statements cannot share a
/// transaction with data, and another process may run the same ones at the same time.
/// </summary>
internal sealed class SchemaUpdater(GraphModel model, Neo4jDatabase database)
{
    private const string ShowText =
        "CYPHER 5 SHOW INDEXES YIELD name, type, state, entityType, labelsOrTypes, properties, owningConstraint";

    /// <summary>Attempts to drop an index; with the pauses, for some seconds.</summary>
    private const int DropAttempts = 100;

    private const string Failed = "FAILED";
    private const string Online = "ONLINE";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Compares the existing constraints and indexes with those of the model.</summary>
    public async Task<SchemaDifference> CompareAsync(CancellationToken cancellation)
    {
        var existing = await ShowAsync(cancellation).ConfigureAwait(false);
        var needed = Schema.Of(model).ToList();
        var definitions = needed.Select(item => item.Definition).ToHashSet(StringComparer.Ordinal);
        var used = existing.Where(found => found.Item is { } item && definitions.Contains(item.Definition)).ToList();
        return new SchemaDifference(
            [.. needed.ExceptBy(existing.Select(found => found.Item?.Definition), item => item.Definition)],
            [.. existing.Where(found => found.Item is { IsOurs: true } item && !definitions.Contains(item.Definition)).Select(found => found.Item!)],
            [.. used.Where(found => found.State == Failed).Select(found => found.Item!)],
            [.. used.Where(found => found.State is not (Failed or Online)).Select(found => found.Item!)]);
    }

    /// <summary>Drops what the model no longer needs, creates what is missing, and waits until all of it is online.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var difference = await CompareAsync(cancellation).ConfigureAwait(false);
        foreach (var item in difference.Stale)
            await DropAsync(item, cancellation).ConfigureAwait(false);
        foreach (var item in difference.Missing)
            await CreateAsync(item, cancellation).ConfigureAwait(false);
        await WaitUntilOnlineAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Creates the constraint that prevents two processes from creating the store's own node twice.</summary>
    public Task CreateModelConstraintAsync(CancellationToken cancellation) => CreateAsync(Schema.Of(model).First(), cancellation);

    /// <summary>
    /// Drops one, unless another process just has. While another process creates a constraint, its index exists alone for a
    /// moment: it cannot be dropped then, and soon counts as needed.
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
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
                if (!(await CompareAsync(cancellation).ConfigureAwait(false)).Stale.Any(stale => stale.Name == item.Name))
                    return;
            }
        }
    }

    /// <summary>Creates one, unless another process just has.</summary>
    public async Task CreateAsync(SchemaItem item, CancellationToken cancellation)
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
                        $"{database} cannot create {item}: some values are not unique. `graphintel check --store neo4j` lists them.",
                        failure);
                case "Neo.ClientError.Schema.IndexAlreadyExists" or "Neo.ClientError.Schema.ConstraintAlreadyExists"
                    or "Neo.ClientError.Schema.IndexWithNameAlreadyExists" or "Neo.ClientError.Schema.ConstraintWithNameAlreadyExists":
                    throw new StoreException(
                        StoreFailure.Refused,
                        $"{database} cannot create {item}: it has an index or constraint in its place that GraphIntel did not create. Drop that one.",
                        failure);
                default:
                    throw;
            }
        }
    }

    /// <summary>A write with retries, because concurrent changes of the schema by two processes can deadlock.</summary>
    private Task<bool> ChangeAsync(string statement, CancellationToken cancellation) => database.WriteAsync(
        async transaction =>
        {
            var cursor = await transaction.RunAsync(statement, Parameters.Of(null), cancellation).ConfigureAwait(false);
            await cursor.ConsumeAsync(cancellation).ConfigureAwait(false);
            return true;
        },
        cancellation);

    /// <summary>Waits until all constraints and indexes of the model are online.</summary>
    public async Task WaitUntilOnlineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var difference = await CompareAsync(cancellation).ConfigureAwait(false);
            if (difference.Failed is [var failed, ..])
            {
                throw new StoreException(
                    StoreFailure.Refused,
                    $"{database} failed to build {failed}: drop {Names.Quote(failed.Name)} and restart; see Neo4j's log for the cause.");
            }

            if (difference.Unfinished.Count == 0)
                return;
            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<List<(SchemaItem? Item, string? State)>> ShowAsync(CancellationToken cancellation)
    {
        var records = await database.RunAsync(ShowText, null, cancellation).ConfigureAwait(false);
        return records.ConvertAll(record => (Read(record), record["state"] as string));
    }

    /// <summary>An index as a schema item; null if it is of another kind.</summary>
    private static SchemaItem? Read(Record record)
    {
        SchemaKind? kind = record["type"] switch
        {
            "RANGE" => record["owningConstraint"] is null ? SchemaKind.Range : SchemaKind.Unique,
            "TEXT" => SchemaKind.Text,
            "POINT" => SchemaKind.Point,
            "FULLTEXT" => SchemaKind.FullText,
            _ => null,
        };
        return kind is { } known && record.Get<List<string>?>("labelsOrTypes") is [var owner] && record["name"] is string name
            ? new SchemaItem(name, known, record["entityType"] is "NODE", owner, record.Get<List<string>?>("properties") ?? [])
            : null;
    }
}

/// <summary>The differences between the constraints and indexes of a database and those of a model.</summary>
/// <param name="Missing">Needed, but missing.</param>
/// <param name="Stale">Created by the store, but no longer needed.</param>
/// <param name="Failed">Needed, but Neo4j failed to build them: they are not used.</param>
/// <param name="Unfinished">Needed, but still being built.</param>
internal sealed record SchemaDifference(
    IReadOnlyList<SchemaItem> Missing, IReadOnlyList<SchemaItem> Stale, IReadOnlyList<SchemaItem> Failed, IReadOnlyList<SchemaItem> Unfinished);
