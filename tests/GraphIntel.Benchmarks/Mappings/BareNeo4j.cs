using System.Diagnostics;
using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Benchmarks.Mappings;

/// <summary>
/// Writes nodes and relationships into an empty Neo4j by batches of UNWIND and CREATE alone, with a uniqueness constraint on the id
/// of each label, by which ends are found.
/// </summary>
internal static class BareNeo4j
{
    private const int BatchSize = 5_000;

    /// <summary>Writes everything; returns the seconds, without those for the constraints.</summary>
    public static async Task<double> WriteAsync(Driver driver, string database, GraphBatch batch)
    {
        await using var session = driver.Session(new SessionConfig { Database = database });
        foreach (var label in batch.Nodes.Select(rows => rows.Type.Name).Distinct())
            await RunAsync(session, $"CREATE CONSTRAINT FOR (n:`{label}`) REQUIRE n.id IS UNIQUE", null);
        await RunAsync(session, "CALL db.awaitIndexes(60)", null);
        var watch = Stopwatch.StartNew();
        foreach (var rows in batch.Nodes)
        {
            foreach (var chunk in rows.Rows.Chunk(BatchSize))
            {
                await RunAsync(
                    session, $"UNWIND $rows AS row CREATE (n:`{rows.Type.Name}`) SET n = row",
                    [.. chunk.Select(row => Values(rows.Columns, row.Values, ("id", row.Id)))]);
            }
        }

        foreach (var rows in batch.Relationships)
        {
            var query = $"UNWIND $rows AS row MATCH (a:`{rows.Type.Source.Name}` {{id: row.a}}) MATCH (b:`{rows.Type.Target.Name}` {{id: row.b}}) "
                + $"CREATE (a)-[r:`{rows.Type.Type}`]->(b) SET r = row.values";
            foreach (var chunk in rows.Rows.Chunk(BatchSize))
            {
                await RunAsync(session, query, [.. chunk.Select(row => new Dictionary<string, object?>
                {
                    ["a"] = row.Source, ["b"] = row.Target,
                    ["values"] = row.Id is null ? Values(rows.Columns, row.Values) : Values(rows.Columns, row.Values, ("id", row.Id)),
                })]);
            }
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static Dictionary<string, object?> Values(IReadOnlyList<Property> columns, object?[] values, params (string Name, string Value)[] ids)
    {
        var row = ids.ToDictionary(id => id.Name, id => (object?)id.Value);
        for (var index = 0; index < values.Length; index++)
        {
            if (values[index] is GeoPoint point)
                row[columns[index].Name] = new Point(Point.Wgs84, point.Longitude, point.Latitude);
            else if (values[index] is not null)
                row[columns[index].Name] = values[index];
        }

        return row;
    }

    private static async Task RunAsync(Session session, string query, List<object>? rows)
    {
        var cursor = await session.RunAsync(query, rows is null ? null : new Dictionary<string, object?> { ["rows"] = rows });
        await cursor.ConsumeAsync();
    }
}
