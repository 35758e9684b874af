using GraphIntel.Bolt;
using GraphIntel.Neo4j.Read;

namespace GraphIntel.Benchmarks.Search;

/// <summary>The look-ups of keys through the Bolt client alone; records are read and discarded.</summary>
internal static class RawLookups
{
    /// <summary>Makes look-ups; returns the number of candidates.</summary>
    public static async Task<int> RunAsync(Driver driver, SessionConfig config, IReadOnlyList<Lookup> lookups)
    {
        var count = 0;
        foreach (var (queries, limit) in lookups)
        {
            await using var session = driver.Session(config);
            var cursors = await session.ReadTogetherAsync(
                queries.Select(query => (CandidateReader.StatementFor(query.Index), (query.Expression.ToString(), limit))).ToArray(),
                CandidateReader.Write,
                null,
                CancellationToken.None);
            foreach (var cursor in cursors)
            {
                while (await cursor.FetchAsync())
                {
                    cursor.CurrentValues.Skip();
                    count++;
                }
            }
        }
        return count;
    }
}
