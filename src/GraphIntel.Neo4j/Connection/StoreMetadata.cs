using GraphIntel.Bolt;
using GraphIntel.Core.Storage;

namespace GraphIntel.Neo4j.Connection;

/// <summary>Named metadata values, kept as properties of the store's own node.</summary>
internal sealed class StoreMetadata(Neo4jDatabase database)
{
    private const string ReadText = $"CYPHER 5 {StoreNode.Match} RETURN m[$p.name]";

    // The name is a parameter, so that it needs no quoting.
    private const string WriteText = $"CYPHER 5 {StoreNode.Match} SET m += $p.mark RETURN 1";

    /// <summary>The value of a name; null if it was never written.</summary>
    public Task<string?> ReadAsync(string name, CancellationToken cancellation) => database.ReadAsync(
        async transaction =>
        {
            var cursor = await transaction
                .RunAsync(ReadText, Parameters.Of(new { name = Key(name) }), cancellation).ConfigureAwait(false);
            return (await cursor.ToListAsync(cancellation).ConfigureAwait(false)) is [var record] ? record[0] as string : null;
        },
        cancellation);

    /// <summary>Writes or replaces a value.</summary>
    public async Task WriteAsync(string name, string value, CancellationToken cancellation)
    {
        var mark = new Dictionary<string, object?> { [Key(name)] = value };
        try
        {
            var written = await database.WriteAsync(
                async transaction =>
                {
                    var cursor = await transaction.RunAsync(WriteText, Parameters.Of(new { mark }), cancellation).ConfigureAwait(false);
                    return (await cursor.ToListAsync(cancellation).ConfigureAwait(false)).Count > 0;
                },
                cancellation).ConfigureAwait(false);
            if (!written)
                throw database.Mismatch.NoModelDescription();
        }
        catch (StoreException lost) when (lost.InnerException is IncompleteCommitException)
        {
            // Writing the same value again would be harmless, but not if another was written in between: the caller decides.
            throw new StoreException(
                StoreFailure.Unavailable, "The connection to Neo4j was lost while progress was saved. Run the command again.", lost);
        }
    }

    private static string Key(string name) => "mark " + name;
}
