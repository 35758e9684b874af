using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Check;

/// <summary>Compares constraints and indexes with what a model asks for, and makes them good.</summary>
/// <param name="model">The model.</param>
/// <param name="database">Where.</param>
/// <param name="findings">Takes what is found.</param>
/// <param name="repair">Whether what can be made good is.</param>
/// <param name="makesSchema">Whether constraints and indexes are ours to make; where they are not, somebody has to be told.</param>
internal sealed class SchemaCheck(GraphModel model, Neo4jDatabase database, CheckFindings findings, bool repair, bool makesSchema)
{
    private readonly SchemaFit _schema = new(model, database);
    private readonly bool _mends = repair && makesSchema;

    /// <summary>Looks at all of them; whether claims and facts can be found by theirs.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var difference = await _schema.CompareAsync(cancellation).ConfigureAwait(false);
        foreach (var item in difference.Stale)
        {
            if (_mends)
                await _schema.DropAsync(item, cancellation).ConfigureAwait(false);
            findings.Add($"The model does not ask for {item}, which GraphIntel made.", makesSchema);
        }

        foreach (var item in difference.Missing)
            await CheckMissingAsync(item, cancellation).ConfigureAwait(false);
        foreach (var item in difference.Failed)
            await CheckFailedAsync(item, cancellation).ConfigureAwait(false);
        try
        {
            if (_mends)
                await _schema.AwaitAsync(cancellation).ConfigureAwait(false);
            foreach (var item in difference.Unfinished)
                findings.Add($"{database} is still building {item}.", makesSchema);
        }
        catch (StoreException failure) when (failure.Failure == StoreFailure.Refused)
        {
            findings.Add(failure.Message, isRepairable: false);
        }

        return _mends || !difference.Missing.Concat(difference.Failed).Any(IsLookedUp);
    }

    /// <summary>Whether a look-up of each claim or fact would go through all of them without it.</summary>
    private bool IsLookedUp(SchemaItem item) =>
        item.Kind == SchemaKind.Unique || (item.OnNodes && item.Owner == model.Claim?.Type.Name && item.Properties[0] == model.Claim.About.Name);

    private async Task CheckMissingAsync(SchemaItem item, CancellationToken cancellation)
    {
        var text = $"{database} lacks {item}.";
        var twice = item.Kind == SchemaKind.Unique ? await TwiceAsync(item, cancellation).ConfigureAwait(false) : "";
        if (twice.Length > 0)
            findings.Add(text + twice, isRepairable: false);
        else if (!_mends)
            findings.Add(text, makesSchema);
        else
            await MakeAsync(item, text, cancellation).ConfigureAwait(false);
    }

    private async Task CheckFailedAsync(SchemaItem item, CancellationToken cancellation)
    {
        var text = $"{database} could not build {item} and does not use it.";
        if (item.IsOurs && _mends)
        {
            await _schema.DropAsync(item, cancellation).ConfigureAwait(false);
            await MakeAsync(item, text, cancellation).ConfigureAwait(false);
        }
        else
        {
            findings.Add(text, item.IsOurs && makesSchema);
        }
    }

    private async Task MakeAsync(SchemaItem item, string text, CancellationToken cancellation)
    {
        try
        {
            await _schema.MakeAsync(item, cancellation).ConfigureAwait(false);
            findings.Add(text, isRepairable: true);
        }
        catch (StoreException failure) when (failure.Failure == StoreFailure.Refused)
        {
            findings.Add(failure.Message, isRepairable: false);
        }
    }

    /// <summary>A sentence about values that occur more than once where a constraint allows one; empty where there are none.</summary>
    private async Task<string> TwiceAsync(SchemaItem item, CancellationToken cancellation)
    {
        var pattern = item.OnNodes ? $"(x:{Names.Quote(item.Owner)})" : $"()-[x:{Names.Quote(item.Owner)}]->()";
        var (count, some) = await database.FindAsync(
            $"MATCH {pattern} WITH x.{Names.Quote(item.Properties[0])} AS id, count(*) AS times WHERE times > 1 AND id IS NOT NULL",
            "coalesce(toStringOrNull(id), '?')", null, cancellation).ConfigureAwait(false);
        return count == 0 ? "" : $" {count} values occur more than once: {CheckFindings.Some(some, count)}.";
    }
}
