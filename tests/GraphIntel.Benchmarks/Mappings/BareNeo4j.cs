using System.Diagnostics;
using GraphIntel.Bolt;
using GraphIntel.Core.Model;

namespace GraphIntel.Benchmarks.Mappings;

/// <summary>
/// Reads the nodes and relationships of a database, and writes them again by batches of UNWIND and CREATE alone: the same rows with the
/// same properties, under the same constraints and indexes, as a program would that has nothing to read, check or record.
/// </summary>
internal sealed class BareNeo4j
{
    private const int BatchSize = 5_000;

    private readonly List<(string Statement, List<object?> Rows)> _writes = [];

    /// <summary>Reads everything that the model describes.</summary>
    public static async Task<BareNeo4j> ReadAsync(Driver driver, string database, GraphModel model)
    {
        var bare = new BareNeo4j();
        await using var session = driver.Session(new SessionConfig { Database = database });
        foreach (var type in model.Nodes)
        {
            var rows = await RowsAsync(session, $"MATCH (n:`{type.Name}`) RETURN properties(n) ORDER BY id(n)", record => record[0]);
            bare._writes.Add(($"UNWIND $rows AS row CREATE (n:`{type.Name}`) SET n = row", rows));
        }

        foreach (var type in model.Relationships)
        {
            var rows = await RowsAsync(
                session, $"MATCH (a)-[r:`{type.Type}`]->(b) RETURN a.id, b.id, properties(r) ORDER BY id(r)",
                record => new List<object?> { record[0], record[1], record[2] });
            bare._writes.Add((
                $"UNWIND $rows AS row MATCH (a:`{type.Source.Name}` {{id: row[0]}}) MATCH (b:`{type.Target.Name}` {{id: row[1]}}) "
                    + $"CREATE (a)-[r:`{type.Type}`]->(b) SET r = row[2]",
                rows));
        }

        return bare;
    }

    /// <summary>Writes everything into a database without nodes; returns the seconds.</summary>
    public async Task<double> WriteAsync(Driver driver, string database)
    {
        await using var session = driver.Session(new SessionConfig { Database = database });
        var watch = Stopwatch.StartNew();
        foreach (var (statement, rows) in _writes)
        {
            foreach (var chunk in rows.Chunk(BatchSize))
            {
                var cursor = await session.RunAsync(statement, new Dictionary<string, object?> { ["rows"] = chunk.ToList() });
                await cursor.ConsumeAsync();
            }
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<List<object?>> RowsAsync(Session session, string query, Func<Record, object?> read)
    {
        var cursor = await session.RunAsync(query);
        return (await cursor.ToListAsync()).ConvertAll(record => read(record));
    }
}
