using GraphIntel.Bolt;

namespace GraphIntel.Neo4j.Testing;

/// <summary>Empties a database.</summary>
internal static class DatabaseWipe
{
    /// <summary>
    /// Drops constraints and indexes first, which makes deleting nodes faster; these are deleted in batches, to keep
    /// transactions small.
    /// </summary>
    public static async Task RunAsync(Driver driver, string database, bool keepsSchema, CancellationToken cancellation)
    {
        await using var session = driver.Session(new SessionConfig { Database = database });
        if (!keepsSchema)
        {
            await DropAsync(session, "CONSTRAINT", "CONSTRAINTS", cancellation);
            await DropAsync(session, "INDEX", "INDEXES YIELD name, type WHERE type <> 'LOOKUP'", cancellation);
        }
        await RunAsync(session, "CYPHER 5 MATCH ()-[r]->() CALL { WITH r DELETE r } IN TRANSACTIONS OF 10000 ROWS", cancellation);
        await RunAsync(session, "CYPHER 5 MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS OF 10000 ROWS", cancellation);
    }

    private static async Task DropAsync(Session session, string kind, string filter, CancellationToken cancellation)
    {
        var names = await (await session.RunAsync($"SHOW {filter}", cancellation: cancellation)).ToListAsync(cancellation);
        foreach (var name in names.Select(record => record.Get<string>("name")))
            await RunAsync(session, $"DROP {kind} `{name.Replace("`", "``", StringComparison.Ordinal)}`", cancellation);
    }

    private static async Task RunAsync(Session session, string statement, CancellationToken cancellation) =>
        await (await session.RunAsync(statement, cancellation: cancellation)).ConsumeAsync(cancellation);
}
