using GraphIntel.Bolt;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Notes beside the graph: properties of the store's own node.</summary>
internal sealed class Marks(Neo4jDatabase database)
{
    private const string ReadText = $"CYPHER 5 {StoreNode.Match} RETURN m[$p.name]";

    // The name of a mark is a value, not a piece of the statement.
    private const string WriteText = $"CYPHER 5 {StoreNode.Match} SET m += $p.mark RETURN 1";

    /// <summary>The value of a mark; null where it was never written.</summary>
    public Task<string?> ReadAsync(string name, CancellationToken cancellation) => database.ReadAsync(
        async transaction =>
        {
            var cursor = await transaction
                .RunAsync(ReadText, Parameters.Of(new { name = Key(name) }), cancellation).ConfigureAwait(false);
            return (await cursor.ToListAsync(cancellation).ConfigureAwait(false)) is [var record] ? record[0] as string : null;
        },
        cancellation);

    /// <summary>Writes a mark over what it was.</summary>
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
                throw database.Mismatch.Unknown();
        }
        catch (StoreException lost) when (lost.InnerException is IncompleteCommitException)
        {
            // The same mark again is no other mark, but what stands between the two may be: the caller decides.
            throw new StoreException(
                StoreFailure.Unavailable, "The connection to Neo4j was lost while it was told how far things are. Run it again.", lost);
        }
    }

    private static string Key(string name) => "mark " + name;
}
