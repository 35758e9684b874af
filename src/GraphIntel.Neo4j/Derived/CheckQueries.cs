using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Derived;

/// <summary>Queries for the number and the names of rows that a check found.</summary>
internal static class CheckQueries
{
    /// <summary>Counts rows and returns the names of the first ones.</summary>
    /// <param name="database">The database.</param>
    /// <param name="rows">The clauses that produce the rows.</param>
    /// <param name="name">An expression for the name of a row in messages; never null.</param>
    /// <param name="parameters">The parameters of the clauses; null for none.</param>
    /// <param name="cancellation">Cancels the request.</param>
    public static async Task<(long Count, IReadOnlyList<string> Some)> FindAsync(
        this Neo4jDatabase database, string rows, string name, Dictionary<string, object?>? parameters, CancellationToken cancellation)
    {
        var counts = await database.RunAsync($"CYPHER 5 {rows} RETURN count(*)", parameters, cancellation).ConfigureAwait(false);
        if (counts[0][0] is not long count || count == 0)
            return (0, []);
        return (count, await database.FindNamesAsync(rows, name, parameters, cancellation).ConfigureAwait(false));
    }

    /// <summary>Returns the names of the first rows.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public static async Task<IReadOnlyList<string>> FindNamesAsync(
        this Neo4jDatabase database, string rows, string name, Dictionary<string, object?>? parameters, CancellationToken cancellation)
    {
        var some = await database.RunAsync(
            $"CYPHER 5 {rows} RETURN {name} LIMIT {CheckFindings.MaxIds}", parameters, cancellation).ConfigureAwait(false);
        return some.ConvertAll(record => (string)record[0]!);
    }
}
