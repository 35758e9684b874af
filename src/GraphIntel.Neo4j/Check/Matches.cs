using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Check;

/// <summary>What a check tells of rows that are not as they should be.</summary>
internal static class Matches
{
    /// <summary>How many rows there are, and what the first of them are called.</summary>
    /// <param name="database">Where.</param>
    /// <param name="rows">The clauses that make the rows.</param>
    /// <param name="name">An expression for what a message calls a row; never null.</param>
    /// <param name="values">The values that the clauses ask for; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<(long Count, IReadOnlyList<string> Some)> FindAsync(
        this Neo4jDatabase database, string rows, string name, Dictionary<string, object?>? values, CancellationToken cancellation)
    {
        var counts = await database.RunAsync($"CYPHER 5 {rows} RETURN count(*)", values, cancellation).ConfigureAwait(false);
        if (counts[0][0] is not long count || count == 0)
            return (0, []);
        return (count, await database.NameAsync(rows, name, values, cancellation).ConfigureAwait(false));
    }

    /// <summary>What the first rows are called.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public static async Task<IReadOnlyList<string>> NameAsync(
        this Neo4jDatabase database, string rows, string name, Dictionary<string, object?>? values, CancellationToken cancellation)
    {
        var some = await database.RunAsync(
            $"CYPHER 5 {rows} RETURN {name} LIMIT {CheckFindings.Shown}", values, cancellation).ConfigureAwait(false);
        return some.ConvertAll(record => (string)record[0]!);
    }
}
