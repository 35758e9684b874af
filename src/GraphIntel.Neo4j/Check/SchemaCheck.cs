using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Derived;
using GraphIntel.Neo4j.Layout;
using GraphIntel.Neo4j.Prepare;

namespace GraphIntel.Neo4j.Check;

/// <summary>Compares constraints and indexes with those of a model, and repairs them.</summary>
/// <param name="model">The model.</param>
/// <param name="database">The database.</param>
/// <param name="findings">Receives the findings.</param>
/// <param name="repair">Whether to repair what can be repaired.</param>
/// <param name="createsSchema">Whether the store creates and drops its constraints and indexes. If not, an administrator has to.</param>
internal sealed class SchemaCheck(GraphModel model, Neo4jDatabase database, CheckFindings findings, bool repair, bool createsSchema)
{
    private readonly SchemaUpdater _schema = new(model, database);
    private readonly bool _repairs = repair && createsSchema;

    /// <summary>Checks all of them; returns whether the indexes for looking up claims and facts exist.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var difference = await _schema.CompareAsync(cancellation).ConfigureAwait(false);
        foreach (var item in difference.Stale)
        {
            if (_repairs)
                await _schema.DropAsync(item, cancellation).ConfigureAwait(false);
            findings.Add($"The model no longer needs {item}, which GraphIntel created.", createsSchema);
        }

        foreach (var item in difference.Missing)
            await CheckMissingAsync(item, cancellation).ConfigureAwait(false);
        foreach (var item in difference.Failed)
            await CheckFailedAsync(item, cancellation).ConfigureAwait(false);
        try
        {
            if (_repairs)
                await _schema.WaitUntilOnlineAsync(cancellation).ConfigureAwait(false);
            foreach (var item in difference.Unfinished)
                findings.Add($"{database} is still building {item}.", createsSchema);
        }
        catch (StoreException failure) when (failure.Failure == StoreFailure.Refused)
        {
            findings.Add(failure.Message, isRepairable: false);
        }

        return _repairs || !difference.Missing.Concat(difference.Failed).Any(IsLookedUp);
    }

    /// <summary>Whether each lookup of a claim or a fact would be a full scan without it.</summary>
    private bool IsLookedUp(SchemaItem item) =>
        item.Kind == SchemaKind.Unique || (item.OnNodes && item.Owner == model.Claim?.Type.Name && item.Properties[0] == model.Claim.About.Name);

    private async Task CheckMissingAsync(SchemaItem item, CancellationToken cancellation)
    {
        var text = $"{database} is missing {item}.";
        var duplicates = item.Kind == SchemaKind.Unique ? await DescribeDuplicatesAsync(item, cancellation).ConfigureAwait(false) : "";
        if (duplicates.Length > 0)
            findings.Add(text + duplicates, isRepairable: false);
        else if (!_repairs)
            findings.Add(text, createsSchema);
        else
            await CreateAsync(item, text, cancellation).ConfigureAwait(false);
    }

    private async Task CheckFailedAsync(SchemaItem item, CancellationToken cancellation)
    {
        var text = $"{database} failed to build {item}; it is not used.";
        if (item.IsOurs && _repairs)
        {
            await _schema.DropAsync(item, cancellation).ConfigureAwait(false);
            await CreateAsync(item, text, cancellation).ConfigureAwait(false);
        }
        else
        {
            findings.Add(text, item.IsOurs && createsSchema);
        }
    }

    private async Task CreateAsync(SchemaItem item, string text, CancellationToken cancellation)
    {
        try
        {
            await _schema.CreateAsync(item, cancellation).ConfigureAwait(false);
            findings.Add(text, isRepairable: true);
        }
        catch (StoreException failure) when (failure.Failure == StoreFailure.Refused)
        {
            findings.Add(failure.Message, isRepairable: false);
        }
    }

    /// <summary>A sentence about duplicates of values that must be unique; empty if there are none.</summary>
    private async Task<string> DescribeDuplicatesAsync(SchemaItem item, CancellationToken cancellation)
    {
        var pattern = item.OnNodes ? $"(x:{Names.Quote(item.Owner)})" : $"()-[x:{Names.Quote(item.Owner)}]->()";
        var (count, some) = await database.FindAsync(
            $"MATCH {pattern} WITH x.{Names.Quote(item.Properties[0])} AS id, count(*) AS times WHERE times > 1 AND id IS NOT NULL",
            "coalesce(toStringOrNull(id), '?')", null, cancellation).ConfigureAwait(false);
        return count == 0 ? "" : $" {count} values occur more than once: {CheckFindings.FormatIds(some, count)}.";
    }
}
